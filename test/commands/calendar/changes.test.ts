import { describe, expect, it } from 'vitest'
import { bankHolidays, SHIPPED_LIST } from '../../../src/calendar/bank-holidays.ts'
import { DIVISIONS } from '../../../src/calendar/division.ts'
import { calendarChange, shortYears } from '../../../src/commands/calendar/changes.ts'
import { mergedList } from '../../../src/commands/calendar/merged-list.ts'
import { changedList, eventsOf2029 } from '../../helpers/list.ts'

const before = bankHolidays('england-and-wales')
const inEngland = (events: readonly { title: string; date: string }[]) => ({
  'england-and-wales': { events },
})
const changeBy = (list: Parameters<typeof mergedList>[1]) =>
  calendarChange(before, bankHolidays('england-and-wales', [list]))
const nothing = { isNewlyOfficial: false, added: [], removed: [], renamed: [] }
const day = (date: string, title: string) => ({ date, title })

describe('what a list changes', () => {
  it.each([
    [changedList({}), [], 'it is the same list'],
    [
      changedList({ add: ['2024-03-08'] }),
      [{ ...nothing, year: 2024, added: [day('2024-03-08', 'New on 2024-03-08')] }],
      'a day is new',
    ],
    [
      changedList({ remove: ['2024-03-29'] }),
      [{ ...nothing, year: 2024, removed: [day('2024-03-29', 'Good Friday')] }],
      'a day is gone',
    ],
    [changedList({ add: ['2026-06-15'] }, 'scotland'), [], 'another division is no concern'],
    [
      inEngland(eventsOf2029()),
      [{ ...nothing, year: 2029, isNewlyOfficial: true }],
      'the year comes out as it was projected',
    ],
    [
      inEngland(eventsOf2029(['2029-05-07'])),
      [
        {
          ...nothing,
          year: 2029,
          isNewlyOfficial: true,
          removed: [day('2029-05-07', 'Early May bank holiday')],
        },
      ],
      'the year comes out without a day that was projected',
    ],
    [
      inEngland(
        eventsOf2029().map((event) => ({ ...event, title: event.title.replace('Summer', 'Late') })),
      ),
      [
        {
          ...nothing,
          year: 2029,
          isNewlyOfficial: true,
          renamed: [{ ...day('2029-08-27', 'Summer bank holiday'), to: 'Late bank holiday' }],
        },
      ],
      'a day has another name',
    ],
  ])('%#: is $1, because $2', (list, years, _because) => {
    expect(changeBy(list).years).toEqual(years)
  })

  it('tells until when the days are official', () => {
    expect(changeBy(inEngland(eventsOf2029())).lastOfficial).toEqual({
      from: '2028-12-26',
      to: '2029-12-26',
    })
  })
})

describe('a year of too few days', () => {
  it.each(DIVISIONS)('is none of the shipped list for %s', (division) => {
    expect(shortYears(SHIPPED_LIST).filter((year) => year.division === division)).toEqual([])
  })

  it('is told with the days that it lacks, and where it begins', () => {
    const list = inEngland([...eventsOf2029(), day('2030-01-01', 'New Year’s Day')])
    expect(shortYears(list)).toMatchObject([
      { division: 'england-and-wales', year: 2030, index: 8, count: 1, scheduled: 8 },
    ])
    expect(shortYears(list)[0]?.missing.map(({ date }) => date)).toEqual([
      '2030-04-19',
      '2030-04-22',
      '2030-05-06',
      '2030-05-27',
      '2030-08-26',
      '2030-12-25',
      '2030-12-26',
    ])
  })

  it.each([
    [eventsOf2029(), 0, 'all eight days are there'],
    [eventsOf2029(['2029-12-26']), 1, 'one is missing'],
    [
      [...eventsOf2029(['2029-05-07']), day('2029-05-08', 'Early May bank holiday')],
      0,
      'a day that was moved is there',
    ],
    [
      [...eventsOf2029(['2029-12-26']), day('2029-12-25', 'Once more')],
      1,
      'the same day twice is one day',
    ],
  ])('%#: $1, because $2', (events, count, _because) => {
    expect(shortYears(inEngland(events))).toHaveLength(count)
  })
})

describe('a newer list on top of an older one', () => {
  const older = {
    source: 'old',
    'england-and-wales': {
      events: [
        day('2028-01-03', 'Old name'),
        day('2029-01-01', 'Old name'),
        day('2029-01-02', 'x'),
      ],
    },
    scotland: { events: [day('2029-01-02', '2nd January')] },
  }
  const newer = { source: 'new', retrieved: '2028-02-01', ...inEngland(eventsOf2029()) }
  const merged = mergedList(older, newer)

  it('goes before it for whole years, and keeps the years and divisions that are in the older only', () => {
    expect(merged['england-and-wales']?.events).toEqual([
      day('2028-01-03', 'Old name'),
      ...eventsOf2029(),
    ])
    expect(merged.scotland).toEqual(older.scotland)
    expect(merged['northern-ireland']).toBeUndefined()
  })

  it('says where the newer came from', () => {
    expect(merged).toMatchObject({ source: 'new', retrieved: '2028-02-01' })
  })
})
