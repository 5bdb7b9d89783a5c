import { describe, expect, it } from 'vitest'
import {
  bankHolidays,
  differencesFromShipped,
  holidaysOfAll,
  isOlderThanShipped,
  originsOf,
} from '../../src/calendar/bank-holidays.ts'
import { isoOf, yearOf } from '../../src/calendar/day.ts'
import { DIVISIONS, type Division } from '../../src/calendar/division.ts'
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

  it.each([
    ['own', '2027-01-01', 'own', '2027-06-01', 2, 'they were retrieved on two days'],
    ['own', '2027-01-01', 'other', '2027-01-01', 2, 'they came from two places'],
    ['own', '2027-01-01', 'own', '2027-01-01', 1, 'both are alike'],
  ])(
    'of 2029 from %s on %s is told from one of 2030 from %s on %s: %i runs, because %s',
    (...row) => {
      const [source, retrieved, nextSource, nextRetrieved, count] = row
      const holidays = bankHolidays('scotland', [
        { source, retrieved, scotland: { events: [{ title: 'A day', date: '2029-01-01' }] } },
        {
          source: nextSource,
          retrieved: nextRetrieved,
          scotland: { events: [{ title: 'A day', date: '2030-01-01' }] },
        },
      ])
      const [shipped, ...own] = originsOf(holidays)
      expect(shipped).toMatchObject({ from: 2012, to: 2028 })
      expect(own).toHaveLength(count)
      expect(own.at(-1)).toMatchObject({ to: 2030 })
    },
  )

  it('is the newest, unless it has nothing for the division', () => {
    const events = [{ title: 'A day', date: '2029-01-01' }]
    const lists = [{ source: 'own', retrieved: '2027-01-01', scotland: { events } }]
    const shipped = { source: expect.stringContaining('GOV.UK'), retrieved: '2026-08-21' }
    expect(bankHolidays('scotland', lists)).toMatchObject({
      source: 'own',
      retrieved: '2027-01-01',
    })
    expect(bankHolidays('england-and-wales', lists)).toMatchObject(shipped)
    expect(bankHolidays('england-and-wales')).toMatchObject(shipped)
    const none = [{ source: 'own', scotland: { events: [] } }]
    expect(bankHolidays('scotland', none)).toMatchObject(shipped)
  })

  it('need not name where it came from', () => {
    expect(withDays('2029-12-25').originOf(2029)).toEqual({
      source: 'a list without a named source',
      retrieved: null,
    })
  })

  it('may have its days in any order, and is not changed', () => {
    const events = ['2029-12-25', '2029-01-01', '2029-03-30'].map((date) => ({ title: date, date }))
    const given = structuredClone(events)
    const { inYear, lastOfficial } = bankHolidays('scotland', [{ scotland: { events } }])
    expect(inYear(2029).map(({ day }) => isoOf(day))).toEqual([
      '2029-01-01',
      '2029-03-30',
      '2029-12-25',
    ])
    expect(isoOf(lastOfficial)).toBe('2029-12-25')
    expect(events).toEqual(given)
  })

  const older = (...dates: string[]) => ({
    retrieved: '2019-05-01',
    scotland: { events: dates.map((date) => ({ title: 'A day', date })) },
  })
  const OF_2019 = bankHolidays('scotland')
    .inYear(2019)
    .map(({ day }) => isoOf(day))

  it.each([
    [OF_2019, [], 'it has the same days'],
    [['2019-01-03', ...OF_2019.slice(1)], [2019], 'it has as many, but one of them is another'],
    [OF_2019.slice(1), [2019], 'it lacks one'],
    [[...OF_2019, '2019-12-27'], [2019], 'it has one more'],
    [['2029-01-01'], [], 'the shipped one knows nothing of that year'],
  ])('that is older, with %j, is outdated for %j, because %s', (dates, years, _because) => {
    expect(bankHolidays('scotland', [older(...dates)]).outdated).toEqual(years)
  })

  it('is outdated for years in their order, whatever that of the lists', () => {
    const lists = [older('2022-01-03'), older('2020-01-01')]
    expect(bankHolidays('scotland', lists).outdated).toEqual([2020, 2022])
  })

  it('that is older counts for a year that no other covers', () => {
    const { inYear } = bankHolidays('scotland', [older('2029-01-01')])
    expect(inYear(2029).map(({ title }) => title)).toEqual(['A day'])
  })

  it.each([
    ['2026-08-20', true, 'it is a day older'],
    ['2026-08-21', false, 'it is as old'],
    [undefined, false, 'nobody knows'],
  ])('that was retrieved on %s is older than the shipped one: %s, because %s', (...row) => {
    const [retrieved, isOlder] = row
    expect(isOlderThanShipped(retrieved === undefined ? {} : { retrieved })).toBe(isOlder)
  })
})

describe('the days by which a list differs from the shipped one', () => {
  it.each([
    [['2028-01-03', '2028-04-14'], [], ['2028-04-17'], 'Easter Monday is the first that it lacks'],
    [['2028-01-03', '2028-01-04'], ['2028-01-04'], ['2028-04-14'], 'it has another besides'],
    [['2029-01-01'], [], [], 'the shipped one has nothing of that year'],
  ])('%j adds %j and takes away %j first, because %s', (dates, added, removed, _because) => {
    const differences = differencesFromShipped(withDays(...dates))
    const of = (isAdded: boolean) =>
      differences.filter((one) => one.isAdded === isAdded).map(({ day }) => isoOf(day))
    expect(of(true)).toEqual(added)
    expect(of(false).slice(0, 1)).toEqual(removed)
  })

  it('have their names', () => {
    const [, , first] = differencesFromShipped(withDays('2028-01-03', '2028-01-04', '2028-12-24'))
    expect(first).toEqual({ day: expect.any(Number), title: 'Good Friday', isAdded: false })
    expect(differencesFromShipped(bankHolidays('scotland'))).toEqual([])
  })
})

describe('the bank holidays of several divisions', () => {
  const all = (...lists: Parameters<typeof bankHolidays>[1][]) =>
    holidaysOfAll(DIVISIONS.map((division, index) => bankHolidays(division, lists[index] ?? [])))
  const ownList = (date: string, source = 'own') => [
    { source, 'england-and-wales': { events: [{ title: 'A day', date }] } },
  ]

  it('of 2024 are those of each, in order, and each of them once', () => {
    expect(
      all()
        .inYear(2024)
        .map(({ day }) => isoOf(day).slice(5)),
    ).toEqual([
      '01-01',
      '01-02',
      '03-18',
      '03-29',
      '04-01',
      '05-06',
      '05-27',
      '07-12',
      '08-05',
      '08-26',
      '12-02',
      '12-25',
      '12-26',
    ])
  })

  it('have the name that the first of the divisions gives them', () => {
    const named = (division: Division) => {
      const events = [{ title: `A day of ${division}`, date: '2029-01-09' }]
      return bankHolidays(division, [{ [division]: { events } }])
    }
    const both = holidaysOfAll([named('scotland'), named('northern-ireland')])
    expect(both.inYear(2029).map(({ title }) => title)).toEqual(['A day of scotland'])
  })

  it('are official as far as those of all are', () => {
    const later = all(ownList('2029-12-25'))
    expect(isoOf(later.lastOfficial)).toBe('2028-12-26')
    expect(yearOf(all(ownList('2011-12-26')).firstOfficial)).toBe(2012)
    expect(later.originOf(2029)).toBeUndefined()
    expect(later.originOf(2028)).toMatchObject({ retrieved: '2026-08-21' })
    expect(holidaysOfAll([bankHolidays('scotland')]).originOf(2030)).toBeUndefined()
  })
})

describe('the note of a substitute day', () => {
  it.each<[unknown, boolean, string]>([
    ['Substitute day', true, 'GOV.UK writes it so'],
    [' substitute day ', true, 'case and blanks make no difference'],
    ['Not a substitute day', false, 'it says something else'],
    ['Substitute day of old', false, 'likewise'],
    [undefined, false, 'there is none'],
  ])('%j: %s, because %s', (notes, isSubstitute, _because) => {
    const events = [{ title: 'A day', date: '2029-12-25', notes }]
    const [day] = bankHolidays('scotland', [{ scotland: { events } }]).inYear(2029)
    expect(day).toStrictEqual({
      day: expect.any(Number),
      title: 'A day',
      ...(isSubstitute ? { isSubstitute } : {}),
    })
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
