import { describe, expect, it } from 'vitest'
import { fitted } from '../../src/terminal/columns.ts'

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
