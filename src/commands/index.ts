import type { Command } from 'commander'
import type { ExitCode } from '../failures.ts'
import type { Host } from '../host.ts'
import { check } from './check.ts'
import { due } from './due.ts'
import { schema } from './schema.ts'

/**
 * Something that the user can ask for. It adds itself to the program, and hands `run` the work that
 * its options describe; the work returns an exit code or throws one of the failures.
 */
export type CliCommand = (program: Command, run: Run) => void
export type Run = (work: (host: Host) => Promise<ExitCode>) => Promise<void>

/** The commands, in the order of `--help`. To add one, write its file and add it here. */
export const commands: readonly CliCommand[] = [check, due, schema]
