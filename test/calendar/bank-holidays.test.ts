import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { isoOf } from '../../src/calendar/day.ts'

const withDays = (...dates: string[]) =>
  bankHolidays('england-and-wales', [
    { 'england-and-wales': { events: dates.map((date) => ({ title: 'A day', date })) } },
  ])

describe('the official years', () => {
  it.each([
    [[], '2012-01-01', '2028-12-26', 'the shipped list is alone'],
    [['2029-12-25'], '2012-01-01', '2029-12-25', 'the next year follows it'],
    [['2011-12-26'], '2011-01-01', '2028-12-26', 'the year before goes before it'],
    [['2031-12-25'], '2012-01-01', '2028-12-26', 'what lies between is only projected'],
    [['2009-12-25'], '2012-01-01', '2028-12-26', 'likewise'],
    [['2029-12-25', '2030-12-25', '2032-12-25'], '2012-01-01', '2030-12-25', 'up to the gap'],
  ])('with %j reach from %s to %s, because %s', (dates, first, last, _because) => {
    const { firstOfficial, lastOfficial } = withDays(...dates)
    expect([isoOf(firstOfficial), isoOf(lastOfficial)]).toEqual([first, last])
  })
})
