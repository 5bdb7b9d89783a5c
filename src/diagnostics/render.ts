import type { ChalkInstance } from 'chalk'
import { widest } from '../terminal/columns.ts'
import { cut, printable } from '../terminal/printable.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Severity } from './messages.ts'

const PAINT = { error: 'red', warning: 'yellow', note: 'cyan' } as const satisfies Record<
  Severity,
  keyof ChalkInstance
>

/** How much of a line is shown at most, beside its number, and at least. */
const SHOWN = 100
const LEAST = 20
const NUMBER_WIDTH = '    1 | '.length

/**
 * A diagnostic as text: `file:line:col: severity code: message`, then the line with a caret under
 * the place, then the hint and an empty line. Lines as editors and problem matchers know them. A caret
 * would lose its place in a line that a terminal of some columns wraps: of such a one a part is shown.
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  paint: ChalkInstance,
  columns = Number.POSITIVE_INFINITY,
): string {
  const { file, line, column, severity, code, message, hint } = diagnostic
  const place = `${printable(file)}:${line}:${column}:`
  const head = `${paint.bold(place)} ${paint[PAINT[severity]](severity)} ${code}: ${printable(message)}`
  const lines = [head, ...excerpt(diagnostic, paint, columns)]
  if (hint) lines.push(`       hint: ${printable(hint)}`)
  return `${lines.join('\n')}\n\n`
}

function excerpt(diagnostic: Diagnostic, paint: ChalkInstance, columns: number): string[] {
  const { excerpt: text, line, column, width, severity } = diagnostic
  if (!text || column > text.length + 1) return []
  const room = Math.max(LEAST, Math.min(SHOWN, columns - NUMBER_WIDTH))
  const start = text.length > room ? Math.max(0, column - 1 - Math.floor(room * 0.4)) : 0
  const before = shown(text.slice(start, column - 1))
  const meant = shown(text.slice(column - 1, column - 1 + Math.max(1, width)))
  const after = shown(text.slice(column - 1 + Math.max(1, width)))
  const number = String(line).padStart(5)
  // A runner takes `##[` for a command wherever it stands; the width must stay for the caret.
  const whole = `${start > 0 ? '…' : ''}${before}${meant}${after}`.replaceAll('##[', '##(')
  const offset = widest([before]) + (start > 0 ? 1 : 0)
  const carets = '^'.repeat(Math.max(1, Math.min(widest([meant]), room - offset)))
  return [
    `${paint.dim(`${number} |`)} ${cut(whole, room)}`,
    `${paint.dim('      |')} ${' '.repeat(offset)}${paint[PAINT[severity]](carets)}`,
  ]
}

/** A piece of a line, character by character, so that the caret stays under what it means. */
function shown(text: string): string {
  return Array.from(text, (character) => (character === ' ' ? ' ' : printable(character))).join('')
}
