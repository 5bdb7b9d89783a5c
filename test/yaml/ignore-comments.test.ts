import { describe, expect, it } from 'vitest'
import { ignoresIn } from '../../src/yaml/ignore-comments.ts'

const MARK = '# plandue-ignore-next-line'
const found = (text: string) =>
  ignoresIn(text, 'r.yaml').map(({ place, line }) => [place.line, line])

describe('a comment that ignores a remark on the next line', () => {
  it.each([
    [`${MARK} a -- b\nx: 1\n`, [[1, 2]], 'it stands on a line of its own'],
    [`x:\n    ${MARK} a -- b\n    y: 1\n`, [[2, 3]], 'it may be indented'],
    [
      `${MARK} a -- b\n# why\n${MARK} c -- d\nx: 1\n`,
      [
        [1, 4],
        [3, 4],
      ],
      'other comments are passed over',
    ],
    [`${MARK} a -- b\r\nx: 1\r\n`, [[1, 2]], 'lines may end as on Windows'],
    [`x: 1 ${MARK} a -- b\ny: 1\n`, [], 'it stands behind a value'],
    [`x: |\n  ${MARK} a -- b\ny: 1\n`, [], 'it is text of the record'],
    [`x: "\n  ${MARK} a -- b"\ny: 1\n`, [], 'likewise'],
    [`x: [1,\n  ${MARK} a -- b\n  2]\n`, [[2, 3]], 'a list may hold comments'],
    [`x: 1\n${MARK} a -- b`, [[2, 3]], 'there is no next line'],
  ])('%j: %j, because %s', (text, expected, _because) => {
    expect(found(text)).toEqual(expected)
  })

  it('takes no more time for each of many', () => {
    const many = `${MARK} a -- b\n`.repeat(50_000)
    expect(found(`x: 1\n${many}`)).toHaveLength(50_000)
  })
})
