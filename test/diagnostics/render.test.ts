import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnose } from '../../src/diagnostics/diagnostic.ts'
import { renderDiagnostic } from '../../src/diagnostics/render.ts'
import { printed } from '../records/case.ts'

const plain = new Chalk({ level: 0 })

/** A fault at some columns of a line. */
function faultAt(excerpt: string, column: number, width: number): Diagnostic {
  return diagnose({ file: 'a.yaml', line: 7, column, width, excerpt }, 'unknown-stage', {
    stage: 'fianl',
    framework: 'sif',
    known: ['final'],
  })
}

describe('a diagnostic as text', () => {
  it('has the place, the line, a caret and a hint', () => {
    expect(renderDiagnostic(faultAt('  fianl: {}', 3, 5), plain)).toBe(
      `a.yaml:7:3: error unknown-stage: \`fianl\` is not a stage of sif
    7 |   fianl: {}
      |   ^^^^^
       hint: did you mean \`final\`?

`,
    )
  })

  it.each<[string, string, number, number, string]>([
    ['plain text', 'plan: fianl', 7, 5, 'the caret stands under the word'],
    ['nothing', 'plan:', 6, 0, 'the caret stands behind the line'],
    ['a tab before', '\tfianl', 2, 5, 'a tab is shown as one blank'],
    ['a tab inside', 'a\tfianl', 3, 5, 'here, too'],
    ['an escape before', '\u001b[31mfianl', 6, 5, 'what cannot be shown has a width of one'],
    ['marks of direction', '\u202e\u2066fianl', 3, 5, 'nor can these be shown'],
    ['wide characters', '善善: fianl', 5, 5, 'they take two columns of a terminal'],
    ['an accent of its own', 'e\u0301: fianl', 5, 5, 'it takes none'],
    ['a picture', '📚: fianl', 5, 5, 'it takes two columns, and counts as two'],
    ['what a runner obeys', '##[x]::y:: fianl', 12, 5, 'it is broken up without moving the rest'],
    [
      'a long line',
      `${'a '.repeat(200)}fianl${' b'.repeat(200)}`,
      401,
      5,
      'the line is cut around the place',
    ],
    ['a long line, at its start', `fianl${' b'.repeat(200)}`, 1, 5, 'only its end is cut'],
    ['a long line, at its end', `${'a '.repeat(200)}fianl`, 401, 5, 'only its start is cut'],
  ])('points at the right characters of %s', (_what, excerpt, column, width) => {
    const [, line = '', carets = ''] = renderDiagnostic(
      faultAt(excerpt, column, width),
      plain,
    ).split('\n')
    const meant = excerpt.slice(column - 1, column - 1 + width)
    const start = columnsBefore(line, meant)
    expect(carets.indexOf('^')).toBe(start)
    expect(carets.slice(start)).toBe('^'.repeat(Math.max(1, width)))
    expect(line.length).toBeLessThan(120)
  })

  it.each([40, 60, 80, 100])('fits the line and its caret into %i columns', (columns) => {
    for (const before of [0, 3, 30, 60, 200]) {
      const text = `${'a '.repeat(before)}fianl${' b'.repeat(60)}`
      const fault = faultAt(text, 2 * before + 1, 5)
      const [, line = '', carets = ''] = renderDiagnostic(fault, plain, columns).split('\n')
      expect(line.length).toBeLessThanOrEqual(columns)
      expect(carets.trimEnd().length).toBeLessThanOrEqual(columns)
      expect(line.slice(carets.indexOf('^'), carets.length)).toBe('fianl')
    }
  })

  it('has no line where there is none to show', () => {
    const { excerpt: _excerpt, ...fault } = faultAt('', 1, 0)
    expect(renderDiagnostic(fault, plain).trimEnd().split('\n')).toHaveLength(2)
  })

  it('is painted by its severity, and is the same text below the paint', () => {
    const fault = faultAt('fianl', 1, 5)
    const painted = renderDiagnostic(fault, new Chalk({ level: 1 }))
    expect(painted).toContain(new Chalk({ level: 1 }).red('error'))
    expect(strip(painted)).toBe(renderDiagnostic(fault, plain))
  })
})

describe('a hostile text in a diagnostic', () => {
  const hostile = [
    ['an escape sequence', '\u001b[2J\u001b]0;title\u0007'],
    ['a C1 control', '\u009b31m\u0085'],
    ['a bell, a backspace and a delete', 'a\u0007\b\u007f'],
    ['a null', 'a\u0000b'],
    ['line breaks of all kinds', 'a\r\nb\rc\u2028d\u2029e\u000bf\u000cg'],
    ['marks that turn the direction', '\u202egnp.yaml\u2066\u200f'],
    ['invisible letters', 'a\u200bb\u00adc\ufeffd\u{e0041}'],
    ['a command to a CI runner', '\n::error::all is lost\n##[add-mask]x'],
  ] as const

  it.each(hostile)('does nothing as a key: %s', (_what, text) => {
    expectHarmless(printed(`${JSON.stringify(text)}: 1\n`))
  })

  it.each(hostile)('does nothing as a value: %s', (_what, text) => {
    expectHarmless(
      printed(`authority: A\nframework: ${JSON.stringify(text)}\npublished: 2024-01-12\n`),
    )
  })

  it.each(hostile)('does nothing as it stands: %s', (_what, text) => {
    expectHarmless(printed(`authority: A\nframework: '${text}'\npublished: ${text}\n${text}: 1\n`))
  })

  it.each(hostile)('does nothing as the name of a file: %s', (_what, text) => {
    expectHarmless(renderDiagnostic({ ...faultAt('fianl', 1, 5), file: `${text}.yaml` }, plain))
  })
})

/** No character acts on a terminal, and no runner takes a line for a command. */
function expectHarmless(text: string): void {
  expect(text).not.toBe('')
  expect(text).not.toMatch(/[^\P{Cc}\n]/u)
  expect(text).not.toMatch(/\p{Cf}|\u2028|\u2029/u)
  // A runner takes `::` for a command where a line begins with it, and `##[` wherever it stands.
  expect(text).not.toMatch(/^\s*::|##\[/m)
  for (const line of text.split('\n').filter(Boolean)) {
    expect(line).toMatch(/^\S+:\d+:\d+: |^.+\.yaml:\d+:\d+: |^ {7}hint: |^ *\d+ \| |^ {6}\| /)
  }
}

/** How many columns of a terminal come before a word: wide characters take two, accents none. */
function columnsBefore(line: string, word: string): number {
  const before = word === '' ? line : line.slice(0, line.indexOf(word))
  return Array.from(before).reduce((sum, character) => {
    if (/\p{Mn}/u.test(character)) return sum
    return sum + (/[善📚]/u.test(character) ? 2 : 1)
  }, 0)
}

function strip(text: string): string {
  const opening = String.fromCharCode(27)
  return text.replaceAll(new RegExp(`${opening}\\[\\d+m`, 'g'), '')
}
