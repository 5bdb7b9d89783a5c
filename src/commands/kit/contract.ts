import type { Command } from 'commander'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'

/**
 * Something that the user can ask for. It adds itself to the program, and hands `run` the work that
 * its options describe; the work returns an exit code or throws one of the failures.
 */
export type CliCommand = (program: Command, run: Run, all: CommandList) => void
export type Run = (work: (host: Host) => Promise<ExitCode>) => Promise<void>

/** Loads a command: a run loads only the one that it was asked for, so that the others cost it nothing. */
export type Load = () => Promise<CliCommand>

/** Every command by its name, in the order of `--help`. */
export type CommandList = ReadonlyMap<string, Load>
