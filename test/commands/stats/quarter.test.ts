import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import { quarterOf, quarterWords } from '../../../src/commands/stats/quarter.ts'
import { isoDate } from '../../helpers/memory-host.ts'

describe('the quarter of a day', () => {
  it.each([
    ['2024-01-01', '2024-Q1', 'Jan to Mar 2024'],
    ['2024-03-31', '2024-Q1', 'Jan to Mar 2024'],
    ['2024-04-01', '2024-Q2', 'Apr to Jun 2024'],
    ['2024-06-30', '2024-Q2', 'Apr to Jun 2024'],
    ['2024-07-01', '2024-Q3', 'Jul to Sep 2024'],
    ['2024-09-30', '2024-Q3', 'Jul to Sep 2024'],
    ['2024-10-01', '2024-Q4', 'Oct to Dec 2024'],
    ['2024-12-31', '2024-Q4', 'Oct to Dec 2024'],
  ])('%s is %s, %s', (date, quarter, words) => {
    expect(quarterOf(isoDate(date))).toBe(quarter)
    expect(quarterWords(quarterOf(isoDate(date)))).toBe(words)
  })

  it('never goes back from one day to the next', () => {
    const quarters = Array.from({ length: 1500 }, (_, index) =>
      quarterOf(isoOf(addDays(dayOf('2022-12-01'), index))),
    )
    expect([...quarters].sort()).toEqual(quarters)
  })
})
