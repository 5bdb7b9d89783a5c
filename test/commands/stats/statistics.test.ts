import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import { GROUPINGS, grouped, median, tally } from '../../../src/commands/stats/statistics.ts'
import { assess } from '../../helpers/assess.ts'
import { record } from '../../helpers/record.ts'

/** Actions that are due on Friday 16 February 2024, or as they say; the report came on 12 January. */
const actions = (...facts: string[]) => {
  const lines = facts.map(
    (fact, index) =>
      `  - { id: A${index}, title: a, ${fact.includes('due:') ? '' : 'due: 2024-02-16, '}${fact} }\n`,
  )
  const text = record(`actions:\n${lines.join('')}`, { published: 'received: 2024-01-12' })
  return Object.values(assess(text, '2024-03-01').items).filter(({ kind }) => kind === 'action')
}

describe('the median', () => {
  it.each([
    [[], null, 'there is no number'],
    [[7], 7, 'there is one'],
    [[9, -2, 4], 4, 'it is the one in the middle, in order'],
    [[10, 9, 2, -1], 5.5, 'it is the mean of the two in the middle'],
    [[-3, -2], -2.5, 'late days count too'],
    [[10, 9], 9.5, 'numbers are no texts'],
    [[1, -1], 0, 'they cancel out'],
  ])('of %j is %d, because %s', (numbers, expected, _because) => {
    expect(median(numbers)).toBe(expected)
  })

  it('lies in the middle of any numbers, and leaves them in their order', () => {
    for (let length = 1; length < 40; length++) {
      const numbers = Array.from({ length }, (_, index) => ((index * 37) % 23) - 11)
      const before = [...numbers]
      const middle = median(numbers) ?? Number.NaN
      const below = numbers.filter((number) => number < middle).length
      const above = numbers.filter((number) => number > middle).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(length / 2)
      expect(numbers).toEqual(before)
    }
  })
})

describe('how early or late things were', () => {
  it.each<[string[], number | null, string]>([
    [['done: 2024-02-16'], 0, 'it was done on the day'],
    [['done: 2024-02-09'], 5, 'five working days were left'],
    [['done: 2024-02-19'], -1, 'it was done on the next working day'],
    [['done: 2024-02-17'], -1, 'a weekend late is late'],
    [['due: 2024-02-18, done: 2024-02-17'], 0, 'no working day was left'],
    [['done: 2024-02-09', 'done: 2024-02-20'], 1.5, 'it is the mean of 5 and -2'],
    [['done: 2024-02-09', 'due: 2024-01-31'], 5, 'what is overdue was not done yet'],
    [['due: 2024-04-30'], null, 'nothing was done'],
    [[], null, 'there is nothing'],
  ])('%j: %d, because %s', (facts, expected, _because) => {
    expect(tally(actions(...facts)).medianWorkingDays).toBe(expected)
  })
})

describe('the share on time', () => {
  const IN_TIME = 'done: 2024-02-09'
  const LATE = 'done: 2024-02-19'
  const OVERDUE = 'due: 2024-02-16'
  const OPEN = 'due: 2024-04-30'
  it.each<[string[], number | null, string]>([
    [[IN_TIME], 1, 'all was met'],
    [[IN_TIME, LATE], 0.5, 'one of two was late'],
    [[IN_TIME, OVERDUE], 0.5, 'what is overdue can be met no more'],
    [[IN_TIME, OPEN], 1, 'what is open can still be met'],
    [[IN_TIME, IN_TIME, LATE], 0.667, 'it is told in thousandths'],
    [[LATE], 0, 'none was met'],
    [[OPEN], null, 'nothing is decided yet'],
    [[], null, 'there is nothing'],
  ])('%j: %d, because %s', (facts, expected, _because) => {
    expect(tally(actions(...facts)).onTimeShare).toBe(expected)
  })

  it('is 1 only if all of it was', () => {
    const facts = [...Array.from({ length: 2500 }, () => IN_TIME), LATE]
    expect(tally(actions(...facts)).onTimeShare).toBe(0.999)
  })
})

const MANY = `plan: { draft: { submitted: 2024-02-12 } }
actions:
  - { id: A1, title: a, due: 2024-01-31 }
  - { id: A2, title: b, due: 2024-04-01, done: 2024-03-28 }
  - { id: A3, title: c, due: 2024-07-01 }
`
const waiting = 'authority: A\nframework: sif\nvisited: 2024-01\n'
const none =
  'authority: B\nframework: sif\npublished: 2024-01-12\nplan: { final: { closed: { on: 2024-01-15, reason: x } } }\n'
const send =
  'authority: Zennor\nframework: area-send-2016\npublished: 2024-01-12\nareasForPriorityAction: []\n'
const itemsAsAt = (day: string) =>
  [record(MANY), waiting, none, send].flatMap((text) => Object.values(assess(text, day).items))

describe('the counts', () => {
  it('tell of each item once', () => {
    expect(tally(itemsAsAt('2024-04-01'))).toMatchObject({
      items: 8,
      met: 1,
      metLate: 1,
      open: 2,
      overdue: 1,
      closed: 1,
      notRequired: 1,
      waiting: 1,
    })
  })

  it.each(GROUPINGS)('by %s add up to the whole on each day', (by) => {
    for (let day = dayOf('2024-01-10'); day < dayOf('2024-07-10'); day = addDays(day, 1)) {
      const items = itemsAsAt(isoOf(day))
      const groups = grouped(items, by, (id) => id)
      expect(groups.reduce((sum, group) => sum + group.items, 0)).toBe(items.length)
      for (const group of groups) {
        const { met, metLate, open, overdue, closed, notRequired, waiting } = group
        const parts = [met, metLate, open, overdue, closed, notRequired, waiting]
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(group.items)
      }
    }
  })
})

describe('the groups', () => {
  const groups = (by: (typeof GROUPINGS)[number]) =>
    grouped(itemsAsAt('2024-04-01'), by, (id) => `Title of ${id}`).map(({ id, title, items }) => [
      id,
      title,
      items,
    ])

  it.each([
    [
      'framework',
      [
        ['area-send-2016', 'Title of area-send-2016', 1],
        ['ilacs-focused-visit', 'Title of ilacs-focused-visit', 5],
        ['sif', 'Title of sif', 2],
      ],
    ],
    [
      'authority',
      [
        ['A', 'A', 1],
        ['B', 'B', 1],
        ['Shropshire Council', 'Shropshire Council', 5],
        ['Zennor', 'Zennor', 1],
      ],
    ],
    [
      'quarter',
      [
        ['2024-Q1', 'Jan to Mar 2024', 2],
        ['2024-Q2', 'Apr to Jun 2024', 3],
        ['2024-Q3', 'Jul to Sep 2024', 1],
        ['none', 'no due date', 2],
      ],
    ],
  ] as const)('by %s: %j', (by, expected) => {
    expect(groups(by)).toEqual(expected)
  })

  it('are none where there are no items', () => {
    for (const by of GROUPINGS) expect(grouped([], by, (id) => id)).toEqual([])
  })
})
