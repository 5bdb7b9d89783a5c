import { describe, expect, it } from 'vitest'
import { bar, shareBar } from '../../src/terminal/bars.ts'

describe('a bar of parts', () => {
  const drawn = (amounts: number[], cells: number) =>
    bar(
      amounts.map((amount, index) => ({ amount, fill: 'abc'[index] ?? '' })),
      cells,
    )

  it.each([
    [[1, 1, 2], 4, 'abcc', 'there is a cell for each'],
    [[0, 1, 1], 4, 'bbcc', 'a part of nothing is not drawn'],
    [[1, 0, 999], 10, 'accccccccc', 'a small first part is seen all the same'],
    [[999, 1, 0], 10, 'aaaaaaaaaa', 'a shared cell goes to the first of the two'],
    [[0, 0, 0], 10, '', 'there is no whole'],
    [[3, 0, 0], 0, '', 'there is no room'],
  ])('%j in %i cells: %s, because %s', (amounts, cells, expected, _because) => {
    expect(drawn(amounts, cells)).toBe(expected)
  })

  it('is always as long as it should be', () => {
    for (let a = 0; a < 8; a++)
      for (let b = 0; b < 8; b++)
        for (let c = 1; c < 8; c++) expect(drawn([a, b, c], 7)).toHaveLength(7)
  })
})

describe('a bar of a share', () => {
  it.each([
    [0, '░░░░', 'nothing'],
    [0.25, '█░░░', 'a quarter'],
    [0.333, '█░░░', 'nearer to one cell than to two'],
    [0.667, '███░', 'nearer to three'],
    [0.999, '███░', 'not all of it'],
    [1, '████', 'all of it'],
  ])('of %d: %s, because it is %s', (share, expected, _because) => {
    expect(shareBar(share, 4)).toBe(expected)
  })
})
