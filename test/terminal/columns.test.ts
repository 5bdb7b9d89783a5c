import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { describe, expect, it } from 'vitest'
import { columnLines, fitted } from '../../src/terminal/columns.ts'

describe('lines for a terminal of 20 columns', () => {
  it.each([
    ['short\n', 'short\n', 'it fits'],
    ['a message that is too long\n', 'a message that is\ntoo long\n', 'it breaks between words'],
    ['  - a point that is long', '  - a point that is\n    long', 'a point hangs'],
    ['  hint: did you mean it', '  hint: did you mean\n        it', 'so does a hint'],
    ['    indented more than', '    indented more\n    than', 'what is further in stays there'],
    [
      '   12 | a line of a file that is long',
      '   12 | a line of a file that is long',
      'a file has columns',
    ],
    [
      '      |                       ^^^',
      '      |                       ^^^',
      'a caret has its place',
    ],
    [
      '\u001b[2m    4 |\u001b[22m a line of a file that is long',
      '\u001b[2m    4 |\u001b[22m a line of a file that is long',
      'colours take no room',
    ],
    [
      'https://example.org/a/long/path',
      'https://example.org/a/long/path',
      'an address stays whole',
    ],
  ])('%j are %j, because %s', (text, lines, _because) => {
    expect(fitted(text, 20)).toBe(lines)
  })
})

describe('the lines of a column of 12 cells', () => {
  it.each([
    ['Twelve cells', ['Twelve cells'], 'it just fits'],
    ['Twelve  cells', ['Twelve', 'cells'], 'it is one too long'],
    [' Six ', ['Six'], 'blanks at its ends are not part of it'],
    ['Plan\u00a0of\u00a0it', ['Plan of it'], 'blanks that do not break are shown as blanks'],
    [
      '\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e\u65e5',
      ['\u65e5\u672c\u8a9e\u65e5\u672c\u8a9e', '\u65e5'],
      'these take two cells each',
    ],
    ['e\u0301'.repeat(12), ['\u00e9'.repeat(12)], 'a letter and its accent take one'],
    ['', [''], 'an empty cell has a line'],
  ])('%j are %j, because %s', (text, lines, _because) => {
    expect(columnLines(text, 12)).toEqual(lines)
  })

  it('are those of the wrapping for each character of Latin scripts', () => {
    for (let code = 0x20; code < 0x250; code++) {
      const text = `a${String.fromCodePoint(code)}b`
      const width = stringWidth(text)
      expect(columnLines(text, width)).toEqual(
        [wrapAnsi(text, width).replaceAll('\u00a0', ' ')].flatMap((one) => one.split('\n')),
      )
    }
  })
})
