import { describe, expect, it } from 'vitest'
import { bankHolidays, SHIPPED_LIST } from '../../src/calendar/bank-holidays.ts'
import { addDays, dayOf, isoOf, isWeekend, weekday } from '../../src/calendar/day.ts'
import { DIVISIONS } from '../../src/calendar/division.ts'
import { type BankHoliday, scheduledHolidays } from '../../src/calendar/projection.ts'

const YEARS = Array.from({ length: 2028 - 2012 + 1 }, (_, offset) => 2012 + offset)

/** Days that were proclaimed once, and the scheduled days from which some of them were moved. */
const EVERYWHERE = {
  proclaimed: [
    '2012-06-04',
    '2012-06-05',
    '2020-05-08',
    '2022-06-02',
    '2022-06-03',
    '2022-09-19',
    '2023-05-08',
  ],
  moved: ['2012-05-28', '2020-05-04', '2022-05-30'],
}
const ONE_OFFS = {
  'england-and-wales': EVERYWHERE,
  scotland: { ...EVERYWHERE, proclaimed: [...EVERYWHERE.proclaimed, '2026-06-15'] },
  'northern-ireland': EVERYWHERE,
}

describe.each(DIVISIONS)(
  'the schedule of %s against the official list of 2012 to 2028',
  (division) => {
    const official = SHIPPED_LIST[division].events
    const projected = () =>
      YEARS.flatMap((year) => scheduledHolidays(division, year)).map(({ day, title }) => ({
        date: isoOf(day),
        title,
      }))
    const datesOf = (events: readonly { date: string }[]) => events.map(({ date }) => date)

    it('gives every official day but those that were proclaimed once', () => {
      const given = datesOf(projected())
      const missed = datesOf(official).filter((date) => !given.includes(date))
      expect(missed).toEqual(ONE_OFFS[division].proclaimed)
    })

    it('gives no other day but those that were moved', () => {
      const extra = datesOf(projected()).filter((date) => !datesOf(official).includes(date))
      expect(extra).toEqual(ONE_OFFS[division].moved)
    })

    it('calls each day what the list calls it', () => {
      const titles = new Map(official.map(({ date, title }) => [date, title]))
      const wrong = projected().filter(
        ({ date, title }) => titles.has(date) && titles.get(date) !== title,
      )
      // In 2023, GOV.UK gave the two days of the Scottish New Year in the other order; they are the same days.
      const expected = division === 'scotland' ? ['2023-01-02', '2023-01-03'] : []
      expect(datesOf(wrong)).toEqual(expected)
    })

    it('takes over after the last official day', () => {
      const { inYear, lastOfficial } = bankHolidays(division)
      expect(isoOf(lastOfficial)).toBe('2028-12-26')
      expect(inYear(2029)).toEqual(scheduledHolidays(division, 2029))
    })
  },
)

it('is refreshed in time: the official list reaches more than a year ahead of this release', () => {
  const { retrieved = '', source } = SHIPPED_LIST
  expect(source).toContain('GOV.UK')
  expect(
    Number(isoOf(bankHolidays('scotland').lastOfficial).slice(0, 4)) -
      Number(retrieved.slice(0, 4)),
  ).toBeGreaterThan(0)
})

/**
 * The full moon before Easter by golden number, as the Calendar (New Style) Act 1750 has it for the
 * years 1900 to 2199.
 */
const FULL_MOONS =
  '04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05 03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27'.split(
    ' ',
  )

describe('every year from 1945 to 2149', () => {
  const years = Array.from({ length: 2149 - 1945 + 1 }, (_, offset) => 1945 + offset)
  const failing = (holds: (holidays: readonly BankHoliday[], year: number) => boolean) =>
    DIVISIONS.flatMap((division) =>
      years.filter((year) => !holds(scheduledHolidays(division, year), year)),
    )

  it('has Good Friday two days before the Sunday that follows the full moon', () => {
    const goodFriday = (year: number) => {
      const moon = dayOf(`${year}-${FULL_MOONS[year % 19]}`)
      return addDays(moon, 7 - weekday(moon) - 2)
    }
    const isThere = (holidays: readonly BankHoliday[], year: number) =>
      holidays.find(({ title }) => title === 'Good Friday')?.day === goodFriday(year)
    expect(failing(isThere)).toEqual([])
  })

  it('has its days in order, each of them once and in the week', () => {
    const isInOrder = (holidays: readonly BankHoliday[]) =>
      holidays.every(({ day }, index) => index === 0 || day > (holidays[index - 1]?.day ?? day))
    expect(failing(isInOrder)).toEqual([])
    expect(failing((holidays) => holidays.every(({ day }) => !isWeekend(day)))).toEqual([])
  })

  it('calls a day a substitute where its own is at a weekend, and no other', () => {
    const isSound = (holidays: readonly BankHoliday[], year: number) => {
      const christmas = dayOf(`${year}-12-25`)
      const kept = holidays.find(({ title }) => title === 'Christmas Day')
      return isWeekend(christmas)
        ? kept?.isSubstitute === true && kept.day > christmas
        : kept?.day === christmas && !('isSubstitute' in kept)
    }
    expect(failing(isSound)).toEqual([])
  })
})
