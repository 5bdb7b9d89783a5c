import { describe, expect, it } from 'vitest'
import type { Change } from '../../../src/yaml/edit/change.ts'
import { withChanges } from '../../../src/yaml/edit/edited.ts'

/** A text after some changes: paths with dots, and a value for each. */
function edited(text: string, ...changes: [string, Change['value']][]) {
  const asked = changes.map(([path, value]): Change => {
    const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
    return { path: steps, value }
  })
  return withChanges(text, 'r.yaml', {}, asked)
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

describe('a key that is taken away', () => {
  it.each<[string, string, string, string]>([
    ['a: 1\nb: 2\n', 'a', 'b: 2\n', 'the other one stays'],
    ['a: 1\nb:\n  c: 1\n  d: 2\n', 'b.c', 'a: 1\nb:\n  d: 2\n', 'also further down'],
    ['{ a: 1, b: 2 }\n', 'b', '{ a: 1 }\n', 'so it is in braces'],
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
