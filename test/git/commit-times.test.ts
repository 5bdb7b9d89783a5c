import { expect, it } from 'vitest'
import { commitTimes, plausibleTimes } from '../../src/git/commit-times.ts'

it.each<[number[], number[], string]>([
  [[1, 2, 3], [1, 2, 3], 'time passes'],
  [[1, 2, 2, 3], [1, 2, 2, 3], 'two commits can be of one second'],
  [[5, 6, 1, 7], [5, 6, 7], 'one clock was behind'],
  [[5, 6, 99, 7, 8], [5, 6, 7, 8], 'one clock was ahead'],
  [[5, 6, 1], [5, 6], 'the last clock was behind'],
  [[5, 6, 99, 1, 7], [5, 6, 7], 'both happened'],
  [[], [], 'there is no commit'],
])('of the times %j, %j are plausible, because %s', (times, expected, _because) => {
  const plausible = plausibleTimes(times)
  expect(times.filter((_, index) => plausible[index])).toEqual(expected)
})

it('a commit whose clock was wrong is as old as its last parent', () => {
  const commits = [
    { oid: 'merge', seconds: 60, parents: ['behind', 'side'] },
    { oid: 'side', seconds: 40, parents: ['ahead'] },
    { oid: 'ahead', seconds: 999, parents: ['root'] },
    { oid: 'behind', seconds: 1, parents: ['root'] },
    { oid: 'root', seconds: 30, parents: [] },
  ]
  const mainLine = new Map([
    ['merge', 60],
    ['root', 30],
  ])
  expect(Object.fromEntries(commitTimes(commits, mainLine))).toEqual({
    merge: 60,
    side: 40,
    ahead: 30,
    behind: 30,
    root: 30,
  })
})
