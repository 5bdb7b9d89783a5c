import { describe, expect, it } from 'vitest'
import {
  type Data,
  dataAt,
  isSaid,
  saysTheSame,
  withoutKey,
  withValue,
} from '../../../src/yaml/edit/data.ts'
import { dataIn } from '../../../src/yaml/edit/edited.ts'
import type { Value } from '../../../src/yaml/edit/value.ts'
import type { Path } from '../../../src/yaml/place.ts'

function data(text: string): Data {
  const found = dataIn(text, 'r.yaml')
  if (found === undefined) throw new Error(text)
  return found
}

const RECORD = data(`received: 2024-01-12
plan:
  final: { owner: QA }
  draft:
actions:
  - { id: A1, done: 2024-03-01 }
  - { id: A2 }
`)

describe('what a text says', () => {
  it.each<[string, Data, string]>([
    ['1', 1, 'a number is one'],
    ['true', true, 'so is a truth value'],
    ['2024-01-12', '2024-01-12', 'a date is a text'],
    ['"1"', '1', 'quotes make a text'],
    ['[1, ~]', [1, null], 'a list is one'],
    [
      '{ a: 1, b: }',
      {
        pairs: [
          ['a', 1],
          ['b', null],
        ],
      },
      'a key may have no value',
    ],
    [
      '{ a: 1, a: 2 }',
      {
        pairs: [
          ['a', 1],
          ['a', 2],
        ],
      },
      'a key that stands twice is kept twice',
    ],
    ['{ [x]: 1 }', { pairs: [['["x"]', 1]] }, 'a key need not be a text'],
    [
      '[&x { a: 1 }, *x]',
      [{ pairs: [['a', 1]] }, { pairs: [['a', 1]] }],
      'an alias is written out',
    ],
  ])('%s is %j, because %s', (text, expected) => {
    expect(dataIn(text, 'r.yaml')).toEqual(expected)
  })

  const list = (length: number) => `[${Array.from({ length }, () => 'x').join(', ')}]`
  it.each([
    [`{ a: &x ${list(9_998)}, b: *x }`, true, 'it is as much as is taken from a file'],
    [`{ a: &x ${list(9_999)}, b: *x }`, false, 'one more on each side is too much'],
    ['a: &x [*x]', false, 'what repeats itself has no end'],
    ['a: *x', true, 'an alias of nothing says nothing'],
  ])('%#: is taken: $1, because $2', (text, isTaken) => {
    expect(dataIn(text, 'r.yaml') !== undefined).toBe(isTaken)
  })
})

describe('a value at a path', () => {
  it.each<[Path, Value, Path, Data, string]>([
    [['received'], '2024-01-05', ['received'], '2024-01-05', 'it takes the place of another'],
    [['sent'], '2024-01-05', ['sent'], '2024-01-05', 'the key is new'],
    [['plan', 'draft', 'submitted'], 'x', ['plan', 'draft', 'submitted'], 'x', 'there was nothing'],
    [
      ['plan', 'final', 'expected'],
      'x',
      ['plan', 'final', 'owner'],
      'QA',
      'what is beside it stays',
    ],
    [['actions', 0, 'done'], 'x', ['actions', 1, 'id'], 'A2', 'what comes after it stays'],
    [
      ['actions', 1, 'done'],
      'x',
      ['actions', 0, 'done'],
      '2024-03-01',
      'what came before it stays',
    ],
    [['actions', 2], { id: 'A3' }, ['actions', 2, 'id'], 'A3', 'an entry may be new'],
    [['waivers', 0], ['x'], ['waivers'], [['x']], 'so may its list'],
    [['received', 'on'], 'x', ['received'], '2024-01-12', 'a text has no parts'],
  ])('at %j: %j: then at %j stands %j, because %s', (path, value, at, expected) => {
    expect(dataAt(withValue(RECORD, path, value), at)).toEqual(expected)
  })

  it.each<[Path, string]>([
    [['owner'], 'there is no such key'],
    [['received', 'on'], 'a text has no parts'],
    [['plan', 'draft', 'submitted'], 'there is nothing'],
    [['actions', 7], 'there is no such entry'],
  ])('at %j there is none, because %s', (path) => {
    expect(dataAt(RECORD, path)).toBeNull()
  })
})

describe('a key that is taken away', () => {
  it.each<[Path, Data, string]>([
    [['received'], data('{ plan: { a: 1 }, list: [{ b: 1, c: 2 }, { b: 3 }] }'), 'it was first'],
    [
      ['plan', 'a'],
      data('{ received: x, plan: {}, list: [{ b: 1, c: 2 }, { b: 3 }] }'),
      'its map stays',
    ],
    [
      ['list', 0, 'b'],
      data('{ received: x, plan: { a: 1 }, list: [{ c: 2 }, { b: 3 }] }'),
      'of one entry only',
    ],
    [
      ['list', 1, 'b'],
      data('{ received: x, plan: { a: 1 }, list: [{ b: 1, c: 2 }, {}] }'),
      'of the other',
    ],
    [
      ['gone'],
      data('{ received: x, plan: { a: 1 }, list: [{ b: 1, c: 2 }, { b: 3 }] }'),
      'there was none',
    ],
    [
      ['received', 'on'],
      data('{ received: x, plan: { a: 1 }, list: [{ b: 1, c: 2 }, { b: 3 }] }'),
      'a text has no keys',
    ],
    [
      [],
      data('{ received: x, plan: { a: 1 }, list: [{ b: 1, c: 2 }, { b: 3 }] }'),
      'it has no name',
    ],
  ])('%j: the rest is %j, because %s', (path, rest) => {
    const all = data('{ received: x, plan: { a: 1 }, list: [{ b: 1, c: 2 }, { b: 3 }] }')
    expect(withoutKey(all, path)).toEqual(rest)
  })

  it('of nothing leaves nothing', () => {
    expect(withoutKey(null, ['a'])).toBeNull()
  })
})

describe('two texts', () => {
  it.each([
    ['{ a: 1, b: 2, c: 3 }', '{ c: 3, a: 1, b: 2 }', true, 'the order of keys says nothing'],
    ['{ x: [{ b: 2, a: 1 }] }', '{ x: [{ a: 1, b: 2 }] }', true, 'nor does it further down'],
    ['[1, 2]', '[2, 1]', false, 'the order of a list does'],
    ['{ a: 1, a: 2 }', '{ a: 2, a: 1 }', false, 'of a key that stands twice one value counts'],
    ['{ a: 1 }', '{ a: "1" }', false, 'a number is no text'],
    ['{ a: }', '{}', false, 'a key without a value is there'],
  ])('%s and %s say the same: %s, because %s', (one, other, expected, _because) => {
    expect(saysTheSame(data(one), data(other))).toBe(expected)
  })
})

describe('what is said already', () => {
  it.each<[Path, Value | undefined, boolean, string]>([
    [['received'], '2024-01-12', true, 'it is there'],
    [['received'], '2024-01-13', false, 'something else is there'],
    [['sent'], undefined, true, 'there is to be nothing, and is nothing'],
    [['received'], undefined, false, 'there is to be nothing, and is something'],
    [['actions', 2], { id: 'A2' }, true, 'the list has one like it'],
    [['actions', 2], { id: 'A3' }, false, 'it has none like it'],
    [['waivers', 0], { id: 'A3' }, false, 'there is no list yet'],
    [['plan', 0], 'QA', false, 'what is there is no list'],
  ])('at %j: %j: %s, because %s', (path, value, expected) => {
    expect(isSaid(RECORD, path, value)).toBe(expected)
  })
})
