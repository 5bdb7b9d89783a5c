import type { Command } from 'commander'
import type { ExitCode } from '../failures.ts'
import type { Host } from '../host.ts'

/**
 * Something that the user can ask for. It adds itself to the program, and hands `run` the work that
 * its options describe; the work returns an exit code or throws one of the failures.
 */
export type CliCommand = (program: Command, run: Run) => void
export type Run = (work: (host: Host) => Promise<ExitCode>) => Promise<void>

/** Loads a command: a run loads only the one that it was asked for, so that the others cost it nothing. */
export type Load = () => Promise<CliCommand>

/** The command for arguments that name none. */
export const usualCommand: Load = async () => (await import('./check.ts')).check

/** The commands, in the order of `--help`. To add one, write its file and add it here. */
export const commands: ReadonlyMap<string, Load> = new Map([
  ['check', usualCommand],
  ['explain', async () => (await import('./explain.ts')).explain],
  ['diff', async () => (await import('./diff.ts')).diff],
  ['say', async () => (await import('./say.ts')).say],
  ['timeline', async () => (await import('./timeline.ts')).timeline],
  ['forecast', async () => (await import('./forecast.ts')).forecast],
  ['stats', async () => (await import('./stats.ts')).stats],
  ['remind', async () => (await import('./remind.ts')).remind],
  ['due', async () => (await import('./due.ts')).due],
  ['frameworks', async () => (await import('./frameworks.ts')).frameworks],
  ['calendar', async () => (await import('./calendar.ts')).calendar],
  ['init', async () => (await import('./init.ts')).init],
  ['new', async () => (await import('./new.ts')).newRecord],
  ['doctor', async () => (await import('./doctor.ts')).doctor],
  ['submit', async () => (await import('./edits.ts')).submit],
  ['done', async () => (await import('./edits.ts')).done],
  ['extend', async () => (await import('./edits.ts')).extend],
  ['close', async () => (await import('./edits.ts')).close],
  ['expect', async () => (await import('./edits.ts')).expect],
  ['receive', async () => (await import('./edits.ts')).receive],
  ['waive', async () => (await import('./edits.ts')).waive],
  ['step', async () => (await import('./edits.ts')).step],
  ['fmt', async () => (await import('./fmt.ts')).fmt],
  ['import', async () => (await import('./import.ts')).importCommand],
  ['export', async () => (await import('./export.ts')).exportCommand],
  ['schema', async () => (await import('./schema.ts')).schema],
  ['completion', async () => (await import('./completion.ts')).completion],
  ['man', async () => (await import('./man.ts')).man],
  ['complete', async () => (await import('./complete.ts')).complete],
])
