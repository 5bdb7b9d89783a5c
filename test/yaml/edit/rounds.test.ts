import { describe, expect, it } from 'vitest'
import { inRounds } from '../../../src/yaml/edit/rounds.ts'
import type { Path } from '../../../src/yaml/place.ts'

const owner = (index: number): Path => ['actions', index, 'owner']
const done = (index: number): Path => ['actions', index, 'done']

describe('changes in rounds', () => {
  it.each<[Path[], number[], string]>([
    [[], [], 'there is nothing to do'],
    [[owner(0)], [1], 'it is the only one'],
    [[owner(0), owner(1), owner(2)], [3], 'none moves what another changes'],
    [[owner(0), done(0)], [1, 1], 'the second may stand beside what the first has written'],
    [[owner(0), done(0), owner(1), done(1)], [2, 2], 'each entry has one change in each round'],
    [[owner(0), done(0), done(0), owner(1)], [2, 1, 1], 'the other entry waits for nothing'],
    [[owner(0), ['plan', 'draft', 'submitted']], [1, 1], 'that lies in no list'],
    [[owner(0), ['actions', 3]], [1, 1], 'a new entry moves the end of the list'],
    [
      [owner(0), ['actions', 3], owner(1), owner(2), done(1)],
      [1, 1, 2, 1],
      'what comes after it cannot go before it',
    ],
    [
      [
        ['actions', 3],
        ['actions', 4],
      ],
      [1, 1],
      'the second is there only after the first',
    ],
    [[owner(0), ['waivers', 0, 'until'], owner(1)], [3], 'entries of two lists are different ones'],
  ])('%j: %j, because %s', (paths, sizes, _because) => {
    const changes = paths.map((path) => ({ path, value: 'x' }))
    const rounds = inRounds(changes)
    expect(rounds.map((round) => round.length)).toEqual(sizes)
    expect(new Set(rounds.flat())).toEqual(new Set(changes))
  })

  it('keep the order of those that lie in one entry', () => {
    const [first, second] = [owner(0), done(0)].map((path) => ({ path, value: 'x' }))
    expect(inRounds([first, second] as never)).toEqual([[first], [second]])
  })
})
