import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/yaml/read.ts'
import { DATE, type ObjectSchema, OWN_KEYS } from '../../src/yaml/schema.ts'

/** A schema with one key of each kind. */
const schema = {
  type: 'object',
  properties: {
    text: { type: 'string', minLength: 1 },
    word: { type: 'string', enum: ['red', 'green'] },
    code: { type: 'string', pattern: '^[A-Z]\\d$', examples: ['A1'] },
    date: DATE,
    number: { type: 'integer', minimum: 0, maximum: 10 },
    flag: { type: 'boolean' },
    list: { type: 'array', minItems: 1, items: { type: 'string' } },
    map: { type: 'object', properties: {}, additionalProperties: { type: 'string' } },
    either: { oneOf: [DATE, { type: 'array', items: { type: 'string' } }] },
  },
  patternProperties: OWN_KEYS,
  additionalProperties: false,
} as const satisfies ObjectSchema

const read = (text: string) => readYaml<Record<string, unknown>>(text, 'r.yaml', schema)
const codesOf = (text: string) => read(text).diagnostics.map(({ code }) => code)

describe('a value by its schema', () => {
  it.each<[string, unknown, string]>([
    ['text: a', 'a', 'plain'],
    ['text: no', 'no', 'in YAML 1.2 this is a word'],
    ["text: '1'", '1', 'in quotes, a number is a text'],
    ['text: !!str 1', '1', 'so it is with a tag'],
    ['word: green', 'green', 'one of two'],
    ['code: A1', 'A1', 'as the pattern wants'],
    ['date: 2024-02-29', '2024-02-29', 'a leap year'],
    ['date: "2024-02-29"', '2024-02-29', 'in quotes'],
    ['date: >-\n  2024-02-29', '2024-02-29', 'folded'],
    ['number: 0x0A', 10, 'numbers can be written in other ways'],
    ['number: 0', 0, 'the least'],
    ['flag: true', true, 'true'],
    ['list: [a]', ['a'], 'one entry'],
    ['map: {}', {}, 'an empty map'],
    [
      'map: { 1: a, true: b, "": c }',
      { 1: 'a', true: 'b', '': 'c' },
      'keys are as they are written',
    ],
    ['either: 2024-02-29', '2024-02-29', 'the one'],
    ['either: [a]', ['a'], 'or the other'],
    ['x-a: { b: [1, true, ~, &c d, *c] }', { b: [1, true, null, 'd', 'd'] }, 'anything goes'],
  ])('%s is %j: %s', (text, value) => {
    const reading = read(text)
    expect(reading.diagnostics).toEqual([])
    expect(Object.values(reading.value ?? {})).toEqual([value])
  })

  it.each<[string, string, string]>([
    ['text: 1', 'wrong-type', 'a number is no text'],
    ['text: [a]', 'wrong-type', 'nor is a list'],
    ['text: ""', 'wrong-type', 'nor is nothing at all'],
    ['text: !!binary aGVsbG8=', 'wrong-type', 'nor are bytes'],
    ['word: blue', 'not-allowed', 'red and green are'],
    ['code: a1', 'wrong-form', 'the letter is small'],
    ['date: 29/02/2024', 'not-a-date', 'the order is another'],
    ['date: 2024-02-29T00:00', 'not-a-date', 'an instant is no day'],
    ['date: 2023-02-29', 'impossible-date', 'no leap year'],
    ['date: 1949-12-31', 'impossible-date', 'no inspection is that old'],
    ['date: 2100-01-01', 'impossible-date', 'nor that far ahead'],
    ['number: 1.5', 'wrong-type', 'not whole'],
    ['number: 11', 'wrong-type', 'too great'],
    ['number: -1', 'wrong-type', 'too small'],
    ['number: .inf', 'wrong-type', 'far too great'],
    ['number: "1"', 'wrong-type', 'in quotes, a number is a text'],
    ['flag: yes', 'wrong-type', 'in YAML 1.2 this is a word'],
    ['list: []', 'wrong-type', 'an entry is wanted'],
    ['list: a', 'wrong-type', 'no list'],
    ['map: [a]', 'wrong-type', 'no map'],
    ['map: { a: [b] }', 'wrong-type', 'a list inside'],
    ['map: { __proto__: a }', 'unknown-key', 'no key may reach a prototype'],
    ['__proto__: { a: b }', 'unknown-key', 'wherever it stands'],
    ['toString: a', 'unknown-key', 'what every object has is no key of a file'],
    ['y-a: 1', 'unknown-key', 'keys of the user begin with x-'],
    ['"": a', 'unknown-key', 'a key without letters'],
    ['? [a]\n: b', 'wrong-type', 'a list as a key'],
    ['x-a: &a b\n*a : c', 'wrong-type', 'an alias as a key'],
    ['text: a\ntext: b', 'duplicate-key', 'twice'],
    ['x-a: { b: 1, b: 2 }', 'duplicate-key', 'twice, in a key of the user'],
    ['text:', 'empty-value', 'nothing'],
    ['text: ~', 'empty-value', 'nothing, written'],
    ['either: a', 'not-a-date', 'of the two, the text was meant'],
    ['either: { a: b }', 'wrong-type', 'neither'],
    ['map: { <<: { a: b } }', 'wrong-type', 'YAML 1.2 merges no maps'],
    ['text: *a', 'yaml-syntax', 'the alias stands for nothing'],
    ['text: *a\nx-a: &a b', 'yaml-syntax', 'the alias comes too early'],
  ])('%j is %s, because %s', (text, code) => {
    expect(codesOf(text)).toEqual([code])
  })
})

describe('an alias', () => {
  it('stands for the last anchor of its name before it', () => {
    expect(read('x-a: &a 1\nx-b: &a 2\nx-c: *a').value).toEqual({ 'x-a': 1, 'x-b': 2, 'x-c': 2 })
  })

  it('is where a fault of what it stands for is shown', () => {
    const [fault] = read('x-a: &a [b]\n\ntext: *a').diagnostics
    expect(fault).toMatchObject({ code: 'wrong-type', line: 3, column: 7, width: 2 })
  })

  // The text comes last, where no title shows it: some are long.
  it.each<[string, string, string]>([
    ['it stands in what it repeats', 'too-deep', 'x-a: &a [*a]'],
    ['it stands in a map that it repeats', 'too-deep', 'x-a: &a { b: *a }'],
    ['the whole file is what it repeats', 'too-deep', '&a\nx-a: *a'],
    ['each of 9,000 leads a level deeper', 'too-deep', chain(9_000)],
    ['each of nine is ten times the one before', 'too-complex', bomb(9)],
    ['it is there 30,000 times', 'too-complex', `x-a: &a b\nx-b: [${'*a, '.repeat(30_000)}]`],
  ])('can exhaust nothing: %s, so it is %s', (_because, code, text) => {
    expect(codesOf(text)).toContain(code)
    expect(codesOf(text).length).toBeLessThan(3)
  })
})

function chain(length: number): string {
  const lines = Array.from({ length }, (_, level) => `x-${level + 1}: &a${level + 1} [*a${level}]`)
  return ['x-0: &a0 []', ...lines].join('\n')
}

function bomb(levels: number): string {
  const line = (level: number) => `x-${level}: &a${level} [${Array(10).fill(`*a${level - 1}`)}]`
  return ['x-0: &a0 lol', ...Array.from({ length: levels }, (_, level) => line(level + 1))].join(
    '\n',
  )
}
