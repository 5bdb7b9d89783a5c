import type { Diagnostic } from './diagnostic.ts'

/** What a run ends with; see the guide, exit-codes.md. */
export type ExitCode = 0 | 1 | 2 | 3

/** The command line or the configuration is wrong: exit code 2. */
export class UsageError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super(message)
    this.diagnostics = diagnostics
  }
}

/** There is nothing to work on yet, which is how everybody begins: exit code 2, with what to do. */
export class NothingYetError extends UsageError {}

/** What was asked for is not done, because it would contradict what is recorded: exit code 1. */
export class RefusedError extends Error {
  readonly diagnostics: readonly Diagnostic[]
  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super(message)
    this.diagnostics = diagnostics
  }
}

/** The work could not be done, and not because of what the user wrote: exit code 3. */
export class WorkError extends Error {}
