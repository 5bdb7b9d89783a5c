import type { Dice } from '../../records/odd-record.ts'

/** A text that was changed in one to three places, most often so that it still is, or nearly is, YAML. */
export function mutantOf(text: string, roll: Dice): string {
  const count = 1 + roll(3)
  return Array.from({ length: count }).reduce<string>((mutant) => changeIn(mutant, roll), text)
}

/** A text that was changed in one place. */
export function changeIn(text: string, roll: Dice): string {
  return CHANGES[roll(CHANGES.length)]?.(text, roll) ?? text
}

type Change = (text: string, roll: Dice) => string

/** What YAML gives a meaning to, and what parsers are known to differ in. */
const PIECES = [
  ...Array.from(':-?,[]{}#&*!|>\'"%@`\\~<= \t\r\n\0\u0085\u00a0\u2028\ufeff\ud83d0'),
  ...[
    '\n\n',
    '  ',
    ': ',
    ' #',
    '- ',
    '? ',
    '\n  ',
    '\n- ',
    '---\n',
    '\n...\n',
    '<<: ',
    '""',
    "''",
    '\\u00e9',
    '\\x',
    '\u{1f600}',
    '&a ',
    '*a',
    '!!str ',
    '{}',
    '[]',
    '|\n',
    '>+\n',
    '\r\n',
    ':\n',
    'a: b',
    ', ',
    '://',
    '%YAML 1.1\n',
  ],
]

const VALUES = [
  ...[
    'yes',
    'no',
    'on',
    '0o7',
    '07',
    '.5',
    '1e3',
    '1_000',
    '~',
    'null',
    '',
    '0x1F',
    '.inf',
    '2024-01-12',
    '2024-1-2',
    '12:30:45',
    '=',
    '<<',
  ],
  ...[
    'true',
    '-1',
    '+1',
    '- a',
    '? a',
    ': a',
    'a:b',
    'a: b',
    '[a, b]',
    '[a: b]',
    '[a, ]',
    '[, a]',
    '{ a: b }',
    '{ a }',
    '{ a: }',
    '{a: b, }',
    '{"a":b}',
    '[[a], {b: [c]}]',
  ],
  ...[
    '"a b"',
    "'it''s'",
    '"a\\nb"',
    '"\\u263a"',
    '"a\n  b"',
    "'a\n\n  b'",
    '"a" b',
    '"a"#b',
    'a #b',
    'a#b',
    '# a',
    '| a',
    '|',
    '>-',
    '|\n    a\n    b',
    '>\n    a\n\n      b\n    c\n',
    '>-\n  a',
    '|2\n      a',
    '>- # a | b\n      c',
    'a\n    b',
    'a\n\n    b # c',
    'a\n  # b\n    c',
    '*a',
    '&a b',
    '!!int 3',
    '[a,\n b]',
    '[a, # ]\n b]',
    '{a: b\n}',
    '[http://a, b:c]',
    '%a',
    '@a',
    '`a`',
    '-',
    '--- a',
    '...',
    'a \'b\' "c"',
    'a, b]',
    'a}',
  ],
]

const one = (choices: readonly string[], roll: Dice) => choices[roll(choices.length)] ?? ''

const at = (text: string, roll: Dice) => roll(text.length + 1)

const insert: Change = (text, roll) => {
  const place = at(text, roll)
  return text.slice(0, place) + one(PIECES, roll) + text.slice(place)
}

const replace: Change = (text, roll) => {
  const place = at(text, roll)
  return text.slice(0, place) + one(PIECES, roll) + text.slice(place + 1)
}

const remove: Change = (text, roll) => {
  const place = at(text, roll)
  return text.slice(0, place) + text.slice(place + 1 + roll(1 + roll(12)))
}

/** Changes the lines from a random one on. */
const lines =
  (change: (lines: string[], line: number, roll: Dice) => unknown): Change =>
  (text, roll) => {
    const all = text.split('\n')
    change(all, roll(all.length), roll)
    return all.join('\n')
  }

const otherValue = lines((all, line, roll) => {
  const value = one(VALUES, roll)
  all[line] = (all[line] ?? '').replace(/(: |- )[^:]*$|$/, (_, mark = ' ') => mark + value)
})

const CHANGES: readonly Change[] = [
  insert,
  replace,
  remove,
  otherValue,
  otherValue,
  lines((all, line) => all.splice(line, 1)),
  lines((all, line) => all.splice(line, 0, all[line] ?? '')),
  lines((all, line, roll) => all.splice(line, 0, ...all.splice(roll(all.length), 2))),
  lines((all, line, roll) => {
    all[line] = ' '.repeat(roll(4)) + (all[line] ?? '')
  }),
  lines((all, line) => {
    all[line] = (all[line] ?? '').replace(/^ {1,2}/, '')
  }),
  lines((all, line, roll) =>
    all.splice(line, 0, one(['', '   ', '# a comment', '      # : [ > |'], roll)),
  ),
  lines((all, line, roll) => {
    all[line] += one([' ', '  ', ' # a > b: |', ' #', ','], roll)
  }),
  (text, roll) => (roll(2) === 0 ? text.trimEnd() : `${text}\n  \n`),
  (text, roll) => text.trimEnd() + one(['\r', '\r\n', '\r\r\n', '\t', ' #', '\0', '\ufeff'], roll),
  (text, roll) => text.replaceAll('\n', one(['\r\n', '\r', '\n\r', '\n\n'], roll)),
]
