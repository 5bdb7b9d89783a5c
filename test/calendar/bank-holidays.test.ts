import { describe, expect, it } from 'vitest'
import { bankHolidays, originsOf } from '../../src/calendar/bank-holidays.ts'
import { isoOf } from '../../src/calendar/day.ts'
import { holidayName } from '../../src/calendar/projection.ts'

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

describe('a list that was brought in', () => {
  const EARLY_MAY = [{ title: 'Early May bank holiday', date: '2020-05-04' }]
  const early = (retrieved?: string) =>
    bankHolidays('england-and-wales', [
      {
        source: 'own',
        ...(retrieved ? { retrieved } : {}),
        'england-and-wales': { events: EARLY_MAY },
      },
    ])

  it.each([
    ['2019-05-01', 8, [2020], 'it does not know that the day was moved to 8 May'],
    ['2026-08-20', 8, [2020], 'it is a day older than the shipped one'],
    ['2026-08-21', 1, [], 'it is as new as the shipped one'],
    ['2027-01-01', 1, [], 'it is newer'],
    [undefined, 1, [], 'nobody knows how old it is'],
  ])('that was retrieved on %s gives 2020 %i days and is outdated for %j, because %s', (...row) => {
    const [retrieved, count, outdated] = row
    const holidays = early(retrieved)
    expect(holidays.inYear(2020)).toHaveLength(count)
    expect(holidays.outdated).toEqual(outdated)
    expect(holidays.originOf(2020)?.source === 'own').toBe(outdated.length === 0)
  })

  it('says for which years each list counts', () => {
    const runs = originsOf(early('2027-01-01')).map(({ from, to, origin }) => [
      from,
      to,
      origin.source,
    ])
    expect(runs).toEqual([
      [2012, 2019, expect.stringContaining('GOV.UK')],
      [2020, 2020, 'own'],
      [2021, 2028, expect.stringContaining('GOV.UK')],
    ])
  })
})

describe('a substitute day', () => {
  it.each([
    [2020, '2020-12-28', 'Boxing Day (substitute day)', 'the official list notes it'],
    [2020, '2020-12-25', 'Christmas Day', 'it is kept on its own day'],
    [2032, '2032-12-28', 'Boxing Day (substitute day)', 'it is projected: Christmas is a Saturday'],
  ])('of %i: %s is %s, because %s', (year, date, name) => {
    const holiday = bankHolidays('england-and-wales')
      .inYear(year)
      .find(({ day }) => isoOf(day) === date)
    expect(holiday && holidayName(holiday)).toBe(name)
  })
})
