import { describe, expect, it } from 'vitest'
import { parseYaml } from '../../src/yaml/parse.ts'

const codesOf = (text: string) => parseYaml(text, 'r.yaml').diagnostics.map(({ code }) => code)

describe('the limits of what is parsed', () => {
  const list = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  const lines = (count: number) => 'a: b\n'.repeat(count)

  it.each<[string, string, string[], string]>([
    ['a list in a list, 48 times', list(48), [], 'no honest record comes near'],
    ['a list in a list, 51 times', list(51), ['too-deep'], 'fifty levels are enough'],
    ['10,000 open brackets', '['.repeat(10_000), ['too-deep'], 'the stack must not overflow'],
    ['10,000 open braces', '{a: '.repeat(10_000), ['too-deep'], 'nor by maps'],
    ['10,000 dashes', '- '.repeat(10_000), ['too-deep'], 'nor by lists without brackets'],
    ['10,000 question marks', '? '.repeat(10_000), ['too-deep'], 'nor by keys that are maps'],
    ['10,000 keys', lines(10_000), [], 'many keys are no reason to stop'],
    ['100,000 keys', lines(100_000), ['too-complex'], 'but the memory must not overflow'],
    ['one text of 4 MB', `a: ${'long '.repeat(800_000)}`, [], 'a long text is one part'],
    [
      'a block of 100,000 lines',
      `a: |\n${'  line\n'.repeat(100_000)}`,
      [],
      'so is a text of many lines',
    ],
  ])('let pass, or not: %s', (_what, text, codes) => {
    expect(codesOf(text)).toEqual(codes)
  })
})

describe('a text that is no record', () => {
  it.each<[string, string[], string]>([
    ['', ['empty-file'], 'there is nothing'],
    [' \n\t\n', ['empty-file'], 'white space is nothing'],
    ['# a: b', ['empty-file'], 'so is a comment'],
    ['---', ['empty-file'], 'a document begins, and ends'],
    ['...', ['empty-file'], 'nothing ends'],
    ['null', ['empty-file'], 'nothing, in a word'],
    ['\ufeff', ['byte-order-mark', 'empty-file'], 'a mark of bytes marks nothing here'],
    ['---\na: b\n---\n', ['several-documents'], 'the second is empty, but it is there'],
    ['a: b\n...\n---\na: b\n', ['several-documents'], 'the first has an end'],
    [
      '%PDF-1.4\n1 0 obj\n',
      ['yaml-syntax', 'yaml-syntax'],
      'somebody gave the file a wrong ending',
    ],
    ['a: "b', ['yaml-syntax'], 'a quote is not closed'],
    ['a: !b c', ['yaml-syntax'], 'nobody knows that tag'],
    ['a:\n\tb: c', ['yaml-syntax'], 'a tab is no indent'],
    ['<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> c', ['yaml-syntax'], 'a merge was left half done'],
  ])('%j gives %j, because %s', (text, codes) => {
    const { tree, diagnostics } = parseYaml(text, 'r.yaml')
    expect(tree).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['a: "b\nc: d\n', '1:4', 'a text in quotes begins there, and never ends'],
    ["a: 'b\nc: d\n", '1:4', 'with single quotes, too'],
    ['a: [b,\nc: d\n', '1:4', 'so does a list'],
    ['a: { b: [c, d }\n', '1:9', 'the list is open, not the map around it'],
    ['a: { b: c\nd: e\n', '1:4', 'so does a map'],
    ['a:\n  b: c\n d: e\n', '3:2', 'the key, not the blank before it'],
    ['a:\n\tb: c\n', '2:1', 'the tab itself'],
    ['a: b: c\n', '1:4', 'where the second key begins'],
  ])('%j is faulty at %s, because %s', (text, expected) => {
    const [first] = parseYaml(text, 'r.yaml').diagnostics
    expect(`${first?.line}:${first?.column}`).toBe(expected)
  })
})
