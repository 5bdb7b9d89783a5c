import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scalarText } from '../../../src/yaml/edit/scalar-text.ts'

const BLOCK = { inFlow: false, json: false }
const FLOW = { inFlow: true, json: false }

describe('a text as a scalar', () => {
  it.each<[string, string, string]>([
    ['papers/plan.pdf', 'papers/plan.pdf', 'nothing in it means anything'],
    ['2024-01-22', '2024-01-22', 'a date is a text in YAML 1.2'],
    ['Cyngor Gwynedd ŷ', 'Cyngor Gwynedd ŷ', 'letters of any language are letters'],
    ['https://a.example/?b=c#d', 'https://a.example/?b=c#d', 'no blank is before `#` or after `:`'],
    ["Children's Services", "Children's Services", 'a quote within is no quote'],
    ['a: b', "'a: b'", 'it would be a map'],
    ['a:', "'a:'", 'it would be a key'],
    ['a #b', "'a #b'", 'it would end in a comment'],
    ['- a', "'- a'", 'it would be a list'],
    ['-a', "'-a'", 'and nobody need wonder'],
    ['? a', "'? a'", 'it would be a key'],
    ['@a', "'@a'", 'YAML keeps that for later'],
    ['`a`', "'`a`'", 'likewise'],
    ['"a"', `'"a"'`, 'the quotes belong to it'],
    ["'a'", "'''a'''", 'likewise'],
    ['*a', "'*a'", 'it would be an alias'],
    ['', "''", 'it would be nothing'],
    ['~', "'~'", 'likewise'],
    ['null', "'null'", 'likewise'],
    ['yes', "'yes'", 'YAML 1.1 takes it for true'],
    ['true', "'true'", 'it would be no text'],
    ['12', "'12'", 'it would be a number'],
    ['012', "'012'", 'likewise'],
    ['1.5e3', "'1.5e3'", 'likewise'],
    ['0x1F', "'0x1F'", 'likewise'],
    ['12:30', "'12:30'", 'YAML 1.1 takes it for a number'],
    [' a', "' a'", 'the blank would be lost'],
    ['a ', "'a '", 'likewise'],
    ['two\nlines', '"two\\nlines"', 'a line break stays within one line'],
    ['a\tb', '"a\\tb"', 'a tab is seen'],
    ['a\u001b[31m', '"a\\u001b[31m"', 'no escape gets into a file'],
    ['a\u0085b\u202e', '"a\\u0085b\\u202e"', 'nor what JSON would leave'],
  ])('%j is written %s, because %s', (text, expected, _because) => {
    expect(scalarText(text, BLOCK)).toBe(expected)
  })

  it.each([
    ['a, b', "'a, b'"],
    ['[a]', "'[a]'"],
    ['a {b}', "'a {b}'"],
    ['a-b', 'a-b'],
  ])('%j in braces is written %s', (text, expected) => {
    expect(scalarText(text, FLOW)).toBe(expected)
  })

  it.each([
    ['single', '2024-01-22', "'2024-01-22'"],
    ['double', '2024-01-22', '"2024-01-22"'],
    ['single', 'a\nb', '"a\\nb"'],
  ] as const)('keeps %s quotes where they can hold it: %j', (quotes, text, expected) => {
    expect(scalarText(text, BLOCK, quotes)).toBe(expected)
  })

  it('means the text wherever it stands, for each pair of printable characters', () => {
    const characters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
    const extra = ['\n', '\t', 'é', '😀']
    for (const first of [...characters, ...extra]) {
      const texts = [...characters, ...extra].flatMap((second) => [
        first + second,
        `a${first}${second}b`,
      ])
      const block = texts
        .map((text, index) => `k${index}: ${scalarText(text, BLOCK)} # c`)
        .join('\n')
      const flow = texts.map((text, index) => `k${index}: ${scalarText(text, FLOW)}`).join(', ')
      expect(Object.values(parse(block))).toEqual(texts)
      expect(Object.values(parse(`{ ${flow} }`))).toEqual(texts)
    }
  })
})
