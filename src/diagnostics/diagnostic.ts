import { compareText } from '../language/text-order.ts'
import { type Arguments, type Code, messages, type Severity } from './messages.ts'

/** Where in a file something stands. Lines and columns count from 1, as editors do. */
export type Place = {
  readonly file: string
  readonly line: number
  readonly column: number
  /** How many characters of the line are meant: what the caret underlines. */
  readonly width: number
  /** The line itself; absent where the file could not be read as text. */
  readonly excerpt?: string
}

/** A fault in a file, or a remark on it. Faults are collected as values, never thrown. */
export type Diagnostic = Place & {
  readonly severity: Severity
  readonly code: Code
  readonly message: string
  readonly hint?: string | undefined
}

/** A diagnostic of the catalogue at a place, with what its sentence needs to know. */
export function diagnose<C extends Code>(place: Place, code: C, args: Arguments<C>): Diagnostic {
  const { severity, message, hint } = messages[code]
  const diagnostic = { ...place, severity, code, message: message(args) }
  return hint ? withHint(diagnostic, () => hint(args)) : diagnostic
}

/** With a hint that is sought when somebody asks for it: of many faults, not all are shown. */
function withHint(diagnostic: Diagnostic, find: () => string | undefined): Diagnostic {
  let found: { readonly hint: string | undefined } | undefined
  return Object.defineProperty(diagnostic, 'hint', {
    enumerable: true,
    get: () => {
      found ??= { hint: find() }
      return found.hint
    },
  })
}

/** The place of a fault in a file as a whole. */
export function wholeFile(file: string): Place {
  return { file, line: 1, column: 1, width: 0 }
}

/** Ordered by file, line, column and code, each fault once. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  )
  return sorted.filter((diagnostic, index) => !isSame(diagnostic, sorted[index - 1]))
}

/** Whether a fault keeps a deadline from being known, so that a report over it is incomplete. */
export function hidesDeadlines({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && !messages[code].hidesNothing
}

/** Whether a fault must be mended. */
export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error'
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return (
    b !== undefined &&
    a.file === b.file &&
    a.line === b.line &&
    a.column === b.column &&
    a.code === b.code &&
    a.message === b.message
  )
}
