import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { addDays, type Day, dayOf, isoOf, weekday, yearOf } from '../../src/calendar/day.ts'
import { type Calendar, DIVISIONS, type Division } from '../../src/calendar/division.ts'
import { type WorkingDays, workingDays, workingDaysBy } from '../../src/calendar/working-days.ts'

// Each test has its own: one that has counted far stays with a larger table.
const of = (division: Division) => workingDays(bankHolidays(division))
const englandAndWales = () => of('england-and-wales')

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
    expect(isoOf(englandAndWales().add(dayOf(start), count))).toBe(expected)
  })

  it('knows that 15 June 2026 is a holiday in Scotland only', () => {
    const friday = dayOf('2026-06-12')
    expect(isoOf(of('scotland').add(friday, 1))).toBe('2026-06-16')
    expect(isoOf(englandAndWales().add(friday, 1))).toBe('2026-06-15')
  })

  it('agrees with 600 dates that another program worked out', () => {
    const [, ...rows] = readFileSync(new URL('worked-dates.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    const days = {
      'england-and-wales': englandAndWales(),
      scotland: of('scotland'),
      'northern-ireland': of('northern-ireland'),
    }
    const wrong = rows.filter((row) => {
      const [division = '', trigger = '', count = '', due] = row.trim().split(',')
      return isoOf(days[division as Division].add(dayOf(trigger), Number(count))) !== due
    })
    expect(rows).toHaveLength(600)
    expect(wrong).toEqual([])
  })
})

describe.each(DIVISIONS)('every day from 2012 to 2028 in %s', (division) => {
  const all = Array.from({ length: dayOf('2028-12-31') - dayOf('2012-01-01') + 1 }, (_, offset) =>
    addDays(dayOf('2012-01-01'), offset),
  )
  const failing = (holds: (day: Day) => boolean) => all.filter((day) => !holds(day)).map(isoOf)

  it('gives a working day for any count', () => {
    const days = of(division)
    expect(failing((day) => days.isWorkingDay(days.add(day, 1)))).toEqual([])
    expect(failing((day) => days.isWorkingDay(days.add(day, 70)))).toEqual([])
  })

  it('counts back what it has added', () => {
    const days = of(division)
    expect(failing((day) => days.between(day, days.add(day, 35)) === 35)).toEqual([])
  })

  it('adds up: 13 and then 22 are 35', () => {
    const days = of(division)
    expect(failing((day) => days.add(days.add(day, 13), 22) === days.add(day, 35))).toEqual([])
  })

  it('never gives an earlier deadline for a later start', () => {
    const days = of(division)
    expect(failing((day) => days.add(addDays(day, 1), 20) >= days.add(day, 20))).toEqual([])
  })

  it('is what a walk from day to day finds', () => {
    const days = of(division)
    expect(failing((day) => days.add(day, 20) === walk(days, day, 20))).toEqual([])
    expect(failing((day) => days.isWorkingDay(day) === isOpen(days, day))).toEqual([])
  })
})

/** What the definition says: no weekend, and no day of the list. */
function isOpen({ holidays }: WorkingDays, day: Day): boolean {
  const isHoliday = holidays.inYear(yearOf(day)).some((holiday) => holiday.day === day)
  return weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday
}

function walk(days: WorkingDays, start: Day, count: number): Day {
  let day = start
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isOpen(days, day)) left--
  }
  return day
}

describe('far dates', () => {
  it('counts 10,000 working days from any start that a record may name', () => {
    const days = englandAndWales()
    for (const start of ['1950-01-01', '1999-12-31', '2024-01-12', '2099-12-31']) {
      const end = days.add(dayOf(start), 10_000)
      expect(days.between(dayOf(start), end)).toBe(10_000)
      expect(days.isWorkingDay(end)).toBe(true)
    }
  })

  it.each([
    ['2035-01-01', '2045-12-31', 'the first table ends in between'],
    ['2005-01-01', '2014-12-31', 'it begins in between'],
    ['2060-01-01', '2062-12-31', 'it has neither'],
  ])('are what a walk finds, from %s to %s, since %s', (from, to) => {
    const length = dayOf(to) - dayOf(from) + 1
    const all = Array.from({ length }, (_, offset) => addDays(dayOf(from), offset))
    // Anew for each, since the first of them brings in the larger table.
    const wrong = all
      .filter((_, offset) => offset % 50 === 0)
      .filter((day) => {
        const days = englandAndWales()
        return days.add(day, 20) !== walk(days, day, 20)
      })
    expect(wrong.map(isoOf)).toEqual([])
    const days = englandAndWales()
    const open = all.filter((day) => isOpen(days, day))
    expect(all.filter((day) => days.isWorkingDay(day))).toEqual(open)
    expect(englandAndWales().between(addDays(dayOf(from), -1), dayOf(to))).toBe(open.length)
    expect(englandAndWales().between(dayOf(to), addDays(dayOf(from), -1))).toBe(-open.length)
  })

  it('ends with the last working day of 2149, and begins with the first of 1945', () => {
    const days = englandAndWales()
    expect(isoOf(days.add(dayOf('2149-12-30'), 1))).toBe('2149-12-31')
    expect(isoOf(days.add(dayOf('1945-01-02'), 0))).toBe('1945-01-02')
    const beyond = new RangeError('working days are known from 1945 to 2149 only')
    expect(() => days.add(dayOf('2149-12-31'), 1)).toThrow(beyond)
    expect(() => days.add(dayOf('1945-01-02'), -1)).toThrow(beyond)
    expect(() => days.between(dayOf('2149-12-31'), dayOf('2150-01-01'))).toThrow(beyond)
    expect(() => days.between(dayOf('1944-12-31'), dayOf('1945-01-01'))).toThrow(beyond)
  })
})

describe('the working days of each calendar', () => {
  const events = [{ title: 'A day', date: '2030-01-09' }]
  const by = () => workingDaysBy([{ 'england-and-wales': { events } }])

  it('are worked out once, whatever the order of its divisions', () => {
    const of = by()
    const both = of(['scotland', 'england-and-wales'])
    expect(of(['england-and-wales', 'scotland'])).toBe(both)
    expect(of('scotland')).toBe(of(['scotland']))
    expect(of('scotland')).not.toBe(both)
  })

  it('leave the divisions as they were given', () => {
    const given: Calendar = ['scotland', 'england-and-wales']
    by()(given)
    expect(given).toEqual(['scotland', 'england-and-wales'])
  })

  it.each<[Calendar, string, boolean, string]>([
    ['england-and-wales', '2030-01-09', false, 'the list closes it'],
    ['scotland', '2030-01-09', true, 'the list is for England and Wales'],
    [['scotland', 'england-and-wales'], '2030-01-09', false, 'one of the two is closed'],
    [['scotland', 'england-and-wales'], '2024-01-02', false, 'likewise: Scotland'],
    [['scotland', 'england-and-wales'], '2024-01-03', true, 'both are open'],
  ])('in %j count %s: %s, because %s', (calendar, date, isCounted, _because) => {
    expect(by()(calendar).isWorkingDay(dayOf(date))).toBe(isCounted)
  })
})
