import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/yaml/edit/change.ts'
import { withChanges } from '../../../src/yaml/edit/edited.ts'
import type { Schema } from '../../../src/yaml/schema.ts'

const KEYS = {
  type: 'object',
  properties: { a: {}, b: {}, c: {} },
  additionalProperties: {},
} as const satisfies Schema
/** The usual order of keys: a, b, c, and the same in p and in the entries of l. */
const SCHEMA: Schema = {
  ...KEYS,
  properties: { ...KEYS.properties, p: KEYS, l: { type: 'array' as const, items: KEYS } },
}

/** A text after some changes: paths with dots, and a value for each. */
function edited(text: string, ...changes: [string, Change['value']][]) {
  const asked = changes.map(([path, value]): Change => {
    const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    return { path: steps, value }
  })
  return withChanges(text, 'r.yaml', SCHEMA, asked)
}

describe('a value that is written', () => {
  it.each<[string, string, Change['value'], string, string]>([
    ['a: 1\n', 'b', 'x', 'a: 1\nb: x\n', 'the key is new'],
    ['a: 1', 'b', 'x', 'a: 1\nb: x', 'the last line had no end, and has none'],
    ['a: old\n', 'a', 'new', 'a: new\n', 'another text was there'],
    ["a: 'old'\n", 'a', "it's", "a: 'it''s'\n", 'the quotes stay as they are'],
    ['a: "old" # why\n', 'a', 'new', 'a: "new" # why\n', 'a comment stays'],
    [
      'a: >- # why\n  old\n  text\nb: 1\n',
      'a',
      'new',
      'a: new # why\nb: 1\n',
      'it is one line now',
    ],
    ['a:\nb: 1\n', 'a', 'x', 'a: x\nb: 1\n', 'the key had no value'],
    ['a: # why\n', 'a', 'x', 'a: x # why\n', 'a comment stays behind it'],
    ['a: ~\n', 'a', 'x', 'a: x\n', 'nothing was written as such'],
    ['a: ~\n', 'a', { b: 'x' }, 'a: { b: x }\n', 'what is put in its place stays on its line'],
    ['a:\n', 'a', { b: 'x' }, 'a:\n  b: x\n', 'a map goes below its key'],
    ['{ a: , b: 1 }\n', 'a', 'x', '{ a: x, b: 1 }\n', 'in braces a comma comes after it'],
    ['{ a:  , b: 1 }\n', 'a', 'x', '{ a: x, b: 1 }\n', 'the blanks before the comma go'],
    ['{ a: , b: 1 }\n', 'a', { c: 'x' }, '{ a: { c: x }, b: 1 }\n', 'a map in braces has braces'],
    ['{ a: 1 }\n', 'b', 'x', '{ a: 1, b: x }\n', 'the key is new'],
    ['{ "a": 1 }\n', 'b', 'x', '{ "a": 1, "b": "x" }\n', 'the keys are in quotes, as in JSON'],
    ['[a, b]\n', '2', 'x', '[a, b, x]\n', 'the entry is new'],
    ['["a"]\n', '1', 'x', '["a", x]\n', 'quotes of a text alone are not JSON'],
    ['- a\n- b\n', '2', 'x', '- a\n- b\n- x\n', 'the entry is new'],
    ['- a\n- b\n', '1', 'x', '- a\n- x\n', 'another entry was there'],
    ['- { a: 1 }\n', '0.b', 'x', '- { a: 1, b: x }\n', 'the key of an entry is new'],
    ['a: 1\n', 'b.c.0', 'x', 'a: 1\nb:\n  c:\n    - x\n', 'nothing of the way was there'],
  ])('%j, %s: %j gives %j, because %s', (text, path, value, expected, _because) => {
    expect(edited(text, [path, value])).toEqual({ text: expected })
  })

  it('comes after the ones before it, behind the mark of the file', () => {
    expect(edited('\uFEFFa: 1\n', ['b', 'x'], ['c', 'z'])).toEqual({
      text: '\uFEFFa: 1\nb: x\nc: z\n',
    })
  })
})

describe('what is new stands as what is there', () => {
  it.each<[string, string, Change['value'], string, string]>([
    ['a:\n    b: 1\n', 'c.d', 'x', 'a:\n    b: 1\nc:\n    d: x\n', 'maps are four blanks in'],
    ['l:\n- a\n', 'm.0', 'x', 'l:\n- a\nm:\n- x\n', 'lists stand at the margin'],
    ['l:\n- a\n', 'm.n', 'x', 'l:\n- a\nm:\n  n: x\n', 'a map cannot stand there'],
    ['m:\n    a: 1\n', 'l.0', 'x', 'm:\n    a: 1\nl:\n    - x\n', 'lists do as maps do'],
    [
      'm:\n   a: 1\nl:\n- a\n',
      'k.a.0',
      'x',
      'm:\n   a: 1\nl:\n- a\nk:\n   a:\n   - x\n',
      'each does as its kind',
    ],
    ['- a: 1\n', '1', { a: 'x', b: 'z' }, '- a: 1\n- a: x\n  b: z\n', 'entries have lines'],
    [
      '-   a: 1\n',
      '1',
      { a: 'x', b: 'z' },
      '-   a: 1\n-   a: x\n    b: z\n',
      'they are three blanks behind their dash',
    ],
    [
      '-\n  a: 1\n',
      '1',
      { a: 'x', b: 'z' },
      '-\n  a: 1\n- a: x\n  b: z\n',
      'a dash on a line of its own is not usual',
    ],
    ['- { a: 1 }\n', '1', { a: 'x' }, '- { a: 1 }\n- { a: x }\n', 'entries have braces'],
    ['-   { a: 1 }\n', '1', { a: 'x' }, '-   { a: 1 }\n-   { a: x }\n', 'with blanks before them'],
    ['- {}\n', '1', { a: 'x' }, '- {}\n- { a: x }\n', 'so has an empty one'],
    ['- a\n', '1', { a: 'x', b: 'z' }, '- a\n- { a: x, b: z }\n', 'entries have one line'],
    ['{}\n', 'b', 'x', '{ b: x }\n', 'nothing is there'],
    ['{ }\n', 'b', 'x', '{ b: x }\n', 'nor here'],
    ['[]\n', '0', 'x', '[x]\n', 'brackets are tight'],
    ['[ ]\n', '0', 'x', '[ x ]\n', 'or wide'],
    ['{a: 1}\n', 'b', 'x', '{a: 1, b: x}\n', 'braces are tight'],
    ['{ a: 1, }\n', 'b', 'x', '{ a: 1, b: x, }\n', 'the last one has a comma'],
    ['[a, ]\n', '1', 'x', '[a, x, ]\n', 'so has the last entry'],
    ['{\n  a: 1\n}\n', 'b', 'x', '{\n  a: 1,\n  b: x\n}\n', 'each has a line'],
    ['{\n  a: 1,\n}\n', 'b', 'x', '{\n  a: 1,\n  b: x,\n}\n', 'each has a line and a comma'],
    ['[\n  a,\n  b\n]\n', '2', 'x', '[\n  a,\n  b,\n  x\n]\n', 'each entry has a line'],
    ['{ a: 1 } # why\n', 'c', 'x', '{ a: 1, c: x } # why\n', 'a comment stays behind all'],
    ['{ a: { b: 1 } }\n', 'a.c', 'x', '{ a: { b: 1, c: x } }\n', 'braces stand in braces'],
    ['a: 1\r\n', 'b', 'x', 'a: 1\r\nb: x\r\n', 'lines end as on Windows'],
    ['a: 1\r\nb: 2', 'c', 'x', 'a: 1\r\nb: 2\r\nc: x', 'but for the last one, without an end'],
    ['a: 1\n# the end\n', 'b', 'x', 'a: 1\nb: x\n# the end\n', 'the last comment stays last'],
    [
      'a:\n  - x\n  # of a\nc: 2\n',
      'a.1',
      'z',
      'a:\n  - x\n  - z\n  # of a\nc: 2\n',
      'so does that of a list',
    ],
    ['? a\n: 1\n', 'c', 'x', '? a\n: 1\nc: x\n', 'a key may have lines of its own'],
  ])('%j, %s: %j gives %j, because %s', (text, path, value, expected, _because) => {
    expect(edited(text, [path, value])).toEqual({ text: expected })
  })

  it.each<[string, string, string]>([
    ['#x', "'#x'", 'it would be a comment'],
    ['1', "'1'", 'it would be a number'],
    ['-b', "'-b'", 'it would be an entry of a list'],
    ['2024-01-05', '2024-01-05', 'a date needs no quotes'],
    ['2024-01-05T10:00', "'2024-01-05T10:00'", 'this is no date'],
    ['on 2024-01-05', 'on 2024-01-05', 'it has letters first'],
    ['A-1.b', 'A-1.b', 'it begins with a letter'],
    ['a b', 'a b', 'a blank in it does not matter'],
    ['a\nb', '"a\\nb"', 'a line break must be written out'],
  ])('the text %j is written %s, because %s', (value, written, _because) => {
    expect(edited('a: x\n', ['a', value])).toEqual({ text: `a: ${written}\n` })
  })
})

describe('a key that is new has its place by the usual order', () => {
  it.each<[string, string, string, string]>([
    ['a: 1\nc: 1\n', 'b', 'a: 1\nb: x\nc: 1\n', 'it comes between its neighbours'],
    ['c: 1\nz: 2\n', 'b', 'c: 1\nz: 2\nb: x\n', 'before all others there is no place for lines'],
    [
      'z: 1\na: 2\n',
      'b',
      'z: 1\na: 2\nb: x\n',
      'it comes after the one before it, wherever that is',
    ],
    ['c: 1\na: 1\n', 'd', 'c: 1\na: 1\nd: x\n', 'a key that nobody knows comes last'],
    ['p:\n  c: 1\n', 'p.a', 'p:\n  a: x\n  c: 1\n', 'below a key there is a first line'],
    ['p: # why\n  c: 1\n', 'p.a', 'p: # why\n  a: x\n  c: 1\n', 'below its comment as well'],
    [
      'p:\n  # of c\n  c: 1\n',
      'p.a',
      'p:\n  a: x\n  # of c\n  c: 1\n',
      'a comment stays with its key',
    ],
    [
      'l:\n  - c: 1\n',
      'l.0.a',
      'l:\n  - c: 1\n    a: x\n',
      'behind a dash there is no line before',
    ],
    ['p: { c: 1 }\n', 'p.a', 'p: { a: x, c: 1 }\n', 'in braces it comes first'],
    ['p: {c: 1}\n', 'p.a', 'p: {a: x, c: 1}\n', 'in tight ones too'],
    [
      'p: {\n  c: 1\n}\n',
      'p.a',
      'p: {\n  a: x,\n  c: 1\n}\n',
      'with a line for itself, as the other has',
    ],
    ['p: { # why\n  c: 1 }\n', 'p.a', 'p: { a: x, # why\n  c: 1 }\n', 'but not past a comment'],
    ['p: { a: 1, c: 1 }\n', 'p.b', 'p: { a: 1, b: x, c: 1 }\n', 'or between its neighbours'],
  ])('%j, %s: %j, because %s', (text, path, expected, _because) => {
    expect(edited(text, [path, 'x'])).toEqual({ text: expected })
  })
})

describe('what stands around a value is no part of it', () => {
  it.each<[string, string, Change['value'], string, string]>([
    ['q: [1,\n  2 # two\n]\n', 'q.2', 'x', 'q: [1,\n  2, # two\n  x\n]\n', 'the comma goes first'],
    [
      'q: [\n  1,\n  2, # two\n]\n',
      'q.2',
      'x',
      'q: [\n  1,\n  2, # two\n  x,\n]\n',
      'a comma was there',
    ],
    ['q: [\n  1,\n  2 ]\n', 'q.2', 'x', 'q: [\n  1,\n  2, x ]\n', 'the last line has the bracket'],
    ['q: &n\nr: 1\n', 'q', 'z', 'q: &n z\nr: 1\n', 'an anchor goes before it'],
    ['&k q: 1\nr: 2\n', 'q', undefined, 'r: 2\n', 'the anchor of a key goes with it'],
    ['q: &n { b: 1 }\n', 'q.c', 'z', 'q: &n { b: 1, c: z }\n', 'an anchor that nobody uses'],
    ['q: &n [1]\nr: *n\n', 's', 'z', 'q: &n [1]\nr: *n\ns: z\n', 'an alias ends its line'],
    ['q:\n  - 1\n  -\n', 'q.2', 'z', 'q:\n  - 1\n  -\n  - z\n', 'an entry may be a dash alone'],
    ['q: ""\n', 'q', 'z', 'q: "z"\n', 'an empty text is one'],
    ['q: |\n  # no comment\n', 'r', 'z', 'q: |\n  # no comment\nr: z\n', 'text is no comment'],
    ['q: #\n', 'q', 'z', 'q: z #\n', 'an empty comment is one'],
  ])('%j, %s: %j gives %j, because %s', (text, path, value, expected, _because) => {
    expect(edited(text, [path, value])).toEqual({ text: expected })
  })
})

describe('a key that is taken away', () => {
  it.each<[string, string, string, string]>([
    ['a: 1\nb: 2\n', 'a', 'b: 2\n', 'the other one stays'],
    ['a: 1\nb:\n  c: 1\n  d: 2\n', 'b.c', 'a: 1\nb:\n  d: 2\n', 'also further down'],
    ['{ a: 1, b: 2 }\n', 'b', '{ a: 1 }\n', 'so it is in braces'],
    ['{ a: 1, b: 2, c: 3 }\n', 'a', '{ b: 2, c: 3 }\n', 'it was first in its braces'],
    ['{ a: 1, b: 2, c: 3 }\n', 'b', '{ a: 1, c: 3 }\n', 'it stood between two'],
    ['{ a: 1, b: 2, c: 3 }\n', 'c', '{ a: 1, b: 2 }\n', 'it was last'],
    ['{ a: 1,\n  b: 2 # of b\n}\n', 'b', '{ a: 1 # of b\n}\n', 'a comment in braces stays'],
    ['{ a: 1, # of a\n  b: 2 }\n', 'b', '{ a: 1 # of a\n   }\n', 'so does one before it'],
    ['{ a: 1, # why, of a\n  b: 2 }\n', 'a', '{  # why, of a\n  b: 2 }\n', 'so does one after it'],
    ['{ a: 1 # one, two\n  , b: 2 }\n', 'a', '{  # one, two\n   b: 2 }\n', 'its comma is no comma'],
    ['{ a: 1 # of a\n  , b: 2 }\n', 'b', '{ a: 1 # of a\n    }\n', 'the comma after it goes'],
    ['a: 1 # of a\nb: 2\n', 'a', '# of a\nb: 2\n', 'a comment stays on its line'],
    ['p:\n  a: 1 # of a\n  b: 2\n', 'p.a', 'p:\n  # of a\n  b: 2\n', 'as far in as its key was'],
    ['a:\n  # one\n  - x # two\nb: 1\n', 'a', '# one\n# two\nb: 1\n', 'all comments in it stay'],
    [
      'p:\n  a:\n    # one\n    - x # two\n  b: 2\n',
      'p.a',
      'p:\n  # one\n  # two\n  b: 2\n',
      'each as far in as its key was',
    ],
    ['a: 1\nb: 2', 'b', 'a: 1', 'the last line has no end, before and after'],
    ['a: 1\r\nb: 2', 'b', 'a: 1', 'nor has one of Windows'],
    ['a: 1\r\nb: 2\r\n', 'a', 'b: 2\r\n', 'the other line keeps its end'],
    ['- a: 1\n  b: 2\n', '0.a', '- b: 2\n', 'behind a dash the next one comes up'],
    ['- a: 1\n  # of b\n  b: 2\n', '0.a', '- \n  # of b\n  b: 2\n', 'but not past a comment'],
    ['- a: 1 # of a\n  b: 2\n', '0.a', '- # of a\n  b: 2\n', 'the comment stays behind the dash'],
    ['- a: 1\n  b: 2\n', '0.b', '- a: 1\n', 'it was the second one'],
    ['a: 1\n', 'b', 'a: 1\n', 'there is none'],
    ['a: 1\n', 'b.c', 'a: 1\n', 'there is not even its map'],
    ['a:\n', 'a.b', 'a:\n', 'its map is empty'],
    ['a: [1]\n', 'a.1.b', 'a: [1]\n', 'there is no such entry'],
  ])('%j, %s: %j, because %s', (text, path, expected, _because) => {
    expect(edited(text, [path, undefined])).toEqual({ text: expected })
  })
})

describe('what is in the way of a change', () => {
  it.each<[string, string, Change['value'], string, [number, number]]>([
    ['a: &x { b: 1 }\nc: *x\n', 'a.d', 'x', 'what stands there is repeated by `*x`', [2, 4]],
    ['a: &x old\nc: *x\n', 'a', undefined, 'what stands there is repeated by `*x`', [2, 4]],
    [
      'a: &x { b: 1 }\nc: *x\n',
      'c.d',
      'x',
      'what stands there is written elsewhere, and repeated by `*x`',
      [2, 4],
    ],
    ['a: { b: 1 }\n', 'a.0', 'x', '`a` is not a list', [1, 1]],
    ['a: [1]\n', 'a.b', 'x', '`a` is not a map', [1, 1]],
    ['a: 1\n', 'a.b', 'x', '`a` is not a map', [1, 1]],
    ['{ a, b: 1 }\n', 'a', 'x', '`a` has no value, and no colon to write one after', [1, 3]],
    ['? a\n', 'a', 'x', '`a` has no value, and no colon to write one after', [1, 3]],
    ['a: { b: 1 }\n', 'a', 'x', '`a` is there already, and not as a text', [1, 1]],
    ['a: old\n', 'a', ['x'], '`a` is there already, and not as a text', [1, 1]],
    [
      'q:\n  -\n',
      'q.0',
      'x',
      'entry 1 of `q` has no value, and no colon to write one after',
      [2, 4],
    ],
    ['q: !!str # why\n', 'q', 'x', 'more than that would change', [1, 10]],
    ['a:\n  b: 1\n', 'a.b', undefined, '`b` is all that stands there', [2, 3]],
  ])('%j, %s: %j: %s', (text, path, value, because, [line, column]) => {
    expect(edited(text, [path, value])).toMatchObject({
      obstacle: { because, place: { line, column } },
    })
  })

  it('is also that it cannot be read', () => {
    expect(edited('a: [\n', ['a', 'x'])).toMatchObject({ diagnostics: [{ severity: 'error' }] })
  })
})
