import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { addDays, type Day, dayOf, isoOf, weekday } from '../../src/calendar/day.ts'
import { DIVISIONS, type Division } from '../../src/calendar/division.ts'
import { workingDays } from '../../src/calendar/working-days.ts'

const calendars = new Map(
  DIVISIONS.map((division) => [division, workingDays(bankHolidays(division))]),
)
const of = (division: string) => {
  const days = calendars.get(division as Division)
  if (!days) throw new Error(`no division ${division}`)
  return days
}
const englandAndWales = of('england-and-wales')

describe('the working day so many working days after a day', () => {
  it.each([
    ['2024-01-12', 1, '2024-01-15', 'from a Friday over the weekend to Monday'],
    ['2024-01-13', 1, '2024-01-15', 'a Saturday start loses no day: Monday is day 1'],
    ['2024-01-14', 1, '2024-01-15', 'nor does a Sunday start'],
    ['2024-01-12', 20, '2024-02-09', "Shropshire's draft, counted from publication"],
    ['2024-01-12', 70, '2024-04-23', "Shropshire's final plan, over Good Friday and Easter Monday"],
    ['2024-03-28', 1, '2024-04-02', 'over Good Friday, the weekend and Easter Monday'],
    ['2024-03-29', 1, '2024-04-02', 'from Good Friday itself'],
    ['2022-09-16', 1, '2022-09-20', 'over the state funeral, a holiday proclaimed once'],
    [
      '2020-05-07',
      1,
      '2020-05-11',
      'over VE Day, to which the early May holiday was moved in 2020',
    ],
    ['2021-12-24', 1, '2021-12-29', 'over Christmas Day and Boxing Day kept on Monday and Tuesday'],
    ['2016-11-25', 70, '2017-03-08', 'Kirklees, one day before the date in the cabinet decision'],
    [
      '2026-08-20',
      20,
      '2026-09-18',
      'a day later than with weekends only: the August bank holiday',
    ],
    ['2024-02-09', 0, '2024-02-09', 'adding nothing to a working day changes nothing'],
    ['2024-02-09', -20, '2024-01-12', 'back again'],
  ])('%s and %i is %s, because $3', (start, count, expected) => {
    expect(isoOf(englandAndWales.add(dayOf(start), count))).toBe(expected)
  })

  it('knows that 15 June 2026 is a holiday in Scotland only', () => {
    const friday = dayOf('2026-06-12')
    expect(isoOf(of('scotland').add(friday, 1))).toBe('2026-06-16')
    expect(isoOf(englandAndWales.add(friday, 1))).toBe('2026-06-15')
  })

  it('agrees with 600 dates that another program worked out', () => {
    const [, ...rows] = readFileSync(new URL('worked-dates.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    const wrong = rows.filter((row) => {
      const [division = '', trigger = '', count = '', due] = row.trim().split(',')
      return isoOf(of(division).add(dayOf(trigger), Number(count))) !== due
    })
    expect(rows).toHaveLength(600)
    expect(wrong).toEqual([])
  })

  it('refuses a sum beyond the years that it knows', () => {
    expect(() => englandAndWales.add(dayOf('2099-12-31'), 20_000)).toThrow(RangeError)
  })
})

describe.each(DIVISIONS)('every day from 2012 to 2028 in %s', (division) => {
  const days = of(division)
  const all = Array.from({ length: dayOf('2028-12-31') - dayOf('2012-01-01') + 1 }, (_, offset) =>
    addDays(dayOf('2012-01-01'), offset),
  )
  const failing = (holds: (day: Day) => boolean) => all.filter((day) => !holds(day)).map(isoOf)

  it('gives a working day for any count', () => {
    expect(failing((day) => days.isWorkingDay(days.add(day, 1)))).toEqual([])
    expect(failing((day) => days.isWorkingDay(days.add(day, 70)))).toEqual([])
  })

  it('counts back what it has added', () => {
    expect(failing((day) => days.between(day, days.add(day, 35)) === 35)).toEqual([])
  })

  it('adds up: 13 and then 22 are 35', () => {
    expect(failing((day) => days.add(days.add(day, 13), 22) === days.add(day, 35))).toEqual([])
  })

  it('never gives an earlier deadline for a later start', () => {
    expect(failing((day) => days.add(addDays(day, 1), 20) >= days.add(day, 20))).toEqual([])
  })

  it('is what a walk from day to day finds', () => {
    const holidays = new Set(
      Array.from({ length: 18 }, (_, year) => days.holidays.inYear(2012 + year))
        .flat()
        .map(({ day }) => day),
    )
    const isOpen = (day: Day) => weekday(day) !== 0 && weekday(day) !== 6 && !holidays.has(day)
    const walk = (start: Day, count: number) => {
      let day = start
      for (let left = count; left > 0; ) {
        day = addDays(day, 1)
        if (isOpen(day)) left--
      }
      return day
    }
    expect(failing((day) => days.add(day, 20) === walk(day, 20))).toEqual([])
    expect(failing((day) => days.isWorkingDay(day) === isOpen(day))).toEqual([])
  })
})

describe('far dates', () => {
  it('counts 10,000 working days from any start that a record may name', () => {
    for (const start of ['1950-01-01', '1999-12-31', '2024-01-12', '2099-12-31']) {
      const end = englandAndWales.add(dayOf(start), 10_000)
      expect(englandAndWales.between(dayOf(start), end)).toBe(10_000)
      expect(englandAndWales.isWorkingDay(end)).toBe(true)
    }
  })
})
