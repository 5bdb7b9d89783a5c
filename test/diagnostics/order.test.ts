import { describe, expect, it } from 'vitest'
import { type Diagnostic, diagnose, inOrder, isError } from '../../src/diagnostics/diagnostic.ts'

const at = (file: string, line: number, column: number): Diagnostic =>
  diagnose({ file, line, column, width: 1 }, 'link-loop', {})

describe('diagnostics in order', () => {
  it.each([
    [at('a.yaml', 9, 9), at('b.yaml', 1, 1), 'the file comes first'],
    [at('a.yaml', 2, 9), at('a.yaml', 10, 1), 'then the line, as a number'],
    [at('a.yaml', 2, 9), at('a.yaml', 2, 10), 'then the column, as a number'],
    [
      { ...at('a.yaml', 1, 1), code: 'areas-unknown' } as const,
      at('a.yaml', 1, 1),
      'then the code, by its letters',
    ],
    [
      { ...at('a.yaml', 1, 1), message: 'a' },
      { ...at('a.yaml', 1, 1), message: 'b' },
      'last the message',
    ],
  ])('%#: $2', (first, second) => {
    expect(inOrder([second, first])).toEqual([first, second])
    expect(inOrder([first, second])).toEqual([first, second])
  })

  it('name each fault once, however often it was met', () => {
    const [one, other] = [at('a.yaml', 1, 1), at('a.yaml', 1, 2)]
    expect(inOrder([one, other, { ...one }, one])).toEqual([one, other])
  })

  it('leave what they are given as it is', () => {
    const given = [at('b.yaml', 1, 1), at('a.yaml', 1, 1)]
    inOrder(given)
    expect(given.map(({ file }) => file)).toEqual(['b.yaml', 'a.yaml'])
  })
})

describe('an error', () => {
  it.each([
    ['error', true, 'what it spoils cannot be trusted'],
    ['warning', false, 'it is probably a slip, but the record can be read'],
    ['note', false, 'it is a remark'],
  ] as const)(
    'is a diagnostic with the severity %s: %j, because %s',
    (severity, expected, _because) => {
      expect(isError({ ...at('a.yaml', 1, 1), severity })).toBe(expected)
    },
  )
})
