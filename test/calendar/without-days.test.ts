import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { addDays, type Day, dayOf, isoOf } from '../../src/calendar/day.ts'
import { type Span, withoutDays } from '../../src/calendar/without-days.ts'
import { workingDays } from '../../src/calendar/working-days.ts'

const england = workingDays(bankHolidays('england-and-wales'))
const span = (from: string, to: string): Span => ({ from: dayOf(from), to: dayOf(to) })
const HOLIDAYS = [
  span('2023-10-30', '2023-11-03'),
  // One that ends on a Sunday, and one that follows it at once.
  span('2023-12-21', '2024-01-07'),
  span('2024-01-08', '2024-01-08'),
  span('2024-02-10', '2024-02-18'),
  span('2024-03-29', '2024-04-12'),
]
const inTerm = () => withoutDays(england, HOLIDAYS)

describe('working days without the school holidays', () => {
  it.each([
    ['2023-10-26', 2, '2023-11-06', 'Monday to Friday are half-term'],
    ['2023-10-30', 1, '2023-11-06', 'a start in the holidays is no day lost'],
    ['2023-12-20', 1, '2024-01-09', 'one span follows upon another'],
    ['2023-12-20', 30, '2024-02-26', 'what is made up for Christmas runs into half-term'],
    ['2024-04-12', 1, '2024-04-15', 'the last day of a span is one of it'],
    ['2024-03-28', 0, '2024-03-28', 'nothing is added to the last day of term'],
    ['2024-04-03', 0, '2024-03-28', 'the last day of term comes before it'],
    ['2024-04-15', -1, '2024-03-28', 'back over Easter'],
    ['2024-02-26', -30, '2023-12-20', 'back again'],
  ])('%s and %i is %s, because %s', (start, count, expected, _because) => {
    expect(isoOf(inTerm().add(dayOf(start), count))).toBe(expected)
  })

  it('are those of the calendar where no holidays are left out', () => {
    expect(withoutDays(england, [])).toBe(england)
  })

  it('keep the bank holidays of the calendar', () => {
    expect(inTerm().holidays).toBe(england.holidays)
  })
})

describe('every day of a school year', () => {
  const all = Array.from({ length: 366 }, (_, offset) => addDays(dayOf('2023-09-01'), offset))
  const failing = (holds: (day: Day) => boolean) => all.filter((day) => !holds(day)).map(isoOf)
  const isOpen = (day: Day) =>
    england.isWorkingDay(day) && HOLIDAYS.every(({ from, to }) => day < from || to < day)
  /** How many open days a walk from day to day meets. */
  const walked = (from: Day, to: Day) =>
    Array.from({ length: to - from }, (_, index) => addDays(from, index + 1)).filter(isOpen).length

  it('is open in term only', () => {
    const { isWorkingDay } = inTerm()
    expect(failing((day) => isWorkingDay(day) === isOpen(day))).toEqual([])
  })

  it('lies as many working days after the first, and before the last, as a walk finds', () => {
    const { between } = inTerm()
    const [first, last] = [dayOf('2023-09-01'), dayOf('2024-08-31')]
    expect(failing((day) => between(first, day) === walked(first, day))).toEqual([])
    expect(failing((day) => between(last, day) === 0 - walked(day, last))).toEqual([])
  })

  it.each([1, 5, 30])('has an open day that lies %i working days after it', (count) => {
    const { add, between } = inTerm()
    expect(failing((day) => isOpen(add(day, count)))).toEqual([])
    expect(failing((day) => between(day, add(day, count)) === count)).toEqual([])
  })
})
