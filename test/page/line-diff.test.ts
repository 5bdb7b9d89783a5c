import { describe, expect, it } from 'vitest'
import { lineDiff, unifiedDiff } from '../../src/page/line-diff.ts'
import { dice } from '../records/odd-record.ts'

describe('the lines of two texts', () => {
  it.each<[string, string, string, string]>([
    ['a\nb\n', 'a\nb\n', '  ', 'nothing changed'],
    ['a\nc\n', 'a\nb\nc\n', ' + ', 'one was added'],
    ['a\nb\n', 'a\n', ' -', 'one was taken away'],
    ['a\nb\nc\n', 'a\nx\nc\n', ' -+ ', 'one was replaced'],
    ['a\nb\nc\nd\n', 'c\nd\na\nb\n', '--  ++', 'two were moved'],
    ['a', 'a\n', '-+', 'the line break is part of a line'],
    ['', 'a\n', '+', 'there was nothing'],
  ])('%j and %j are %j, because %s', (before, after, signs, _because) => {
    expect(lineDiff(before, after).map(({ sign }) => sign)).toEqual([...signs])
  })

  it('are all there, in their order, with their numbers', () => {
    for (let seed = 0; seed < 300; seed++) {
      const roll = dice(seed)
      const text = () => Array.from({ length: roll(12) }, () => `${roll(4)}\n`).join('')
      const [before, after] = [text(), text()]
      const lines = lineDiff(before, after)
      const side = (other: string) => lines.filter(({ sign }) => sign !== other)
      expect(
        side('+')
          .map((line) => line.text)
          .join(''),
      ).toBe(before)
      expect(
        side('-')
          .map((line) => line.text)
          .join(''),
      ).toBe(after)
      expect(side('+').map((line) => line.before)).toEqual(side('+').map((_, index) => index + 1))
      expect(side('-').map((line) => line.after)).toEqual(side('-').map((_, index) => index + 1))
    }
  })
})

describe('a unified diff', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}\n`)

  it('shows each change with three lines around it', () => {
    const before = numbers(20)
    const after = before.with(4, 'five\n').with(16, 'seventeen\n')
    expect(unifiedDiff('a.yaml', before.join(''), after.join(''))).toEqual([
      '--- a/a.yaml',
      '+++ b/a.yaml',
      '@@ -2,7 +2,7 @@',
      ...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'],
      '@@ -14,7 +14,7 @@',
      ...[' 14', ' 15', ' 16', '-17', '+seventeen', ' 18', ' 19', ' 20'],
    ])
  })

  it('says where a text has no line break at its end', () => {
    expect(unifiedDiff('a', 'a\nb', 'a\nb\nc')).toEqual([
      '--- a/a',
      '+++ b/a',
      '@@ -1,2 +1,3 @@',
      ...[' a', '-b', '\\ No newline at end of file', '+b', '+c', '\\ No newline at end of file'],
    ])
  })

  it.each([
    ['', 'a\n', '@@ -0,0 +1,1 @@'],
    ['a\n', '', '@@ -1,1 +0,0 @@'],
  ])('counts no line of an empty text: %j to %j', (before, after, head) => {
    expect(unifiedDiff('a', before, after)[2]).toBe(head)
  })

  it('is empty where nothing changed', () => expect(unifiedDiff('a', 'b\n', 'b\n')).toEqual([]))

  it('is made of large texts too', () => {
    const [before, after] = [numbers(5000), numbers(5000).map((line) => `x${line}`)]
    expect(unifiedDiff('a', before.join(''), after.join(''))).toHaveLength(10_003)
  })
})
