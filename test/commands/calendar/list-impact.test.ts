import { describe, expect, it } from 'vitest'
import { type BankHolidayList, bankHolidays } from '../../../src/calendar/bank-holidays.ts'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import { workingDays, workingDaysBy } from '../../../src/calendar/working-days.ts'
import { listImpact } from '../../../src/commands/calendar/list-impact.ts'
import { assessed } from '../../helpers/assess.ts'
import { changedList, eventsOf2029 } from '../../helpers/list.ts'
import { record } from '../../helpers/record.ts'

/** What moves in a record with a list in force, as at the Monday after its letter was published. */
function moves(list: BankHolidayList, text = record(), today = '2024-01-15') {
  const { reading, items, terms } = assessed(text, today)
  return listImpact(reading, items, terms, workingDaysBy([list]))
}

const brief = (list: BankHolidayList, text?: string, today?: string) =>
  moves(list, text, today).map(({ item, to, workingDays, calendarDays, because }) => [
    item.stage,
    to,
    workingDays,
    calendarDays,
    because.map(({ date, change }) => `${date} ${change}`).join(', '),
  ])

// Published on Friday 12 January 2024: the draft is due on Friday 9 February, the final plan on
// Tuesday 23 April, over Good Friday (29 March) and Easter Monday (1 April).
describe('a bank holiday more or less', () => {
  it.each([
    [
      { add: ['2024-01-31'] },
      [
        ['draft', '2024-02-12', 1, 3, '2024-01-31 added'],
        ['final', '2024-04-24', 1, 1, '2024-01-31 added'],
      ],
      'it lies in both counts',
    ],
    [
      { add: ['2024-02-09'] },
      [
        ['draft', '2024-02-12', 1, 3, '2024-02-09 added'],
        ['final', '2024-04-24', 1, 1, '2024-02-09 added'],
      ],
      'the due day itself is one',
    ],
    [
      { add: ['2024-02-12'] },
      [['final', '2024-04-24', 1, 1, '2024-02-12 added']],
      'the draft is due before it',
    ],
    [
      { add: ['2024-02-09', '2024-02-12'] },
      [
        ['draft', '2024-02-13', 2, 4, '2024-02-09 added, 2024-02-12 added'],
        ['final', '2024-04-25', 2, 2, '2024-02-09 added, 2024-02-12 added'],
      ],
      'the day to which the first would move it is one as well',
    ],
    [{ add: ['2024-01-12'] }, [], 'the count begins after the day of publication'],
    [{ add: ['2024-04-24'] }, [], 'all is due before it'],
    [{ add: ['2024-02-03'] }, [], 'it is a Saturday'],
    [{ add: ['2024-03-29'] }, [], 'it is Good Friday already'],
    [
      { remove: ['2024-03-29'] },
      [['final', '2024-04-22', -1, -1, '2024-03-29 removed']],
      'a closed day less brings it forward',
    ],
    [{ remove: ['2024-03-29'], add: ['2024-03-28'] }, [], 'one day is as good as another'],
    [
      { remove: ['2024-03-29'], add: ['2024-01-31'] },
      [['draft', '2024-02-12', 1, 3, '2024-01-31 added']],
      'for the final plan the one makes up for the other',
    ],
  ])('%j: %j, because %s', (change, expected, _because) => {
    expect(brief(changedList(change))).toEqual(expected)
  })

  it('counts in its own division only', () => {
    expect(brief(changedList({ add: ['2024-01-31'] }, 'scotland'))).toEqual([])
  })

  it('moves what it lies in, on any day of half a year', () => {
    const days = workingDays(bankHolidays('england-and-wales'))
    const first = dayOf('2024-01-01')
    const all = Array.from({ length: 182 }, (_, index) => addDays(first, index))
    for (const day of all) {
      const counts = (due: string) =>
        days.isWorkingDay(day) && day > dayOf('2024-01-12') && day <= dayOf(due)
      const expected = [
        ...(counts('2024-02-09') ? ['draft'] : []),
        ...(counts('2024-04-23') ? ['final'] : []),
      ]
      const found = moves(changedList({ add: [isoOf(day)] }))
      expect(found.map(({ item }) => item.stage)).toEqual(expected)
      for (const { because } of found) expect(because).toMatchObject([{ date: isoOf(day) }])
    }
  })
})

describe('an item', () => {
  const list = changedList({ add: ['2024-01-31'] })
  it.each([
    ['plan: { draft: { submitted: 2024-01-15 } }', ['final'], 'the draft is sent'],
    ['plan: { final: { stated: 2024-04-23 } }', ['draft'], 'the letter states the date'],
    [
      'plan: { final: { extensions: [{ to: 2024-05-07, on: 2024-01-15 }] } }',
      ['draft'],
      'the extension names its day',
    ],
    [
      'plan: { final: { extensions: [{ to: 2024-05-07, on: 2024-01-16 }] } }',
      ['draft', 'final'],
      'the extension is not granted yet',
    ],
    [
      'actions: [{ id: final, title: Audit, due: 2024-02-28 }]',
      ['draft', 'final'],
      'an action names its day, whatever its id',
    ],
    [
      'plan: { final: { closed: { on: 2024-01-15, reason: x } } }',
      ['draft'],
      'the final is closed',
    ],
  ])('with %s: %j, because %s', (plan, expected, _because) => {
    expect(moves(list, record(`${plan}\n`)).map(({ item }) => item.stage)).toEqual(expected)
  })

  it('moves when it is overdue, too, and its status with it', () => {
    const [draft] = moves(changedList({ add: ['2024-02-09'] }), record(), '2024-02-10')
    expect(draft).toMatchObject({ item: { status: 'overdue' }, moved: { status: 'atRisk' } })
  })

  it('moves from the day of receipt, if that is known', () => {
    const text = record('', { published: 'published: 2024-01-12\nreceived: 2024-01-05' })
    expect(moves(changedList({ add: ['2024-01-08'] }), text)).toMatchObject([
      { start: '2024-01-05' },
      { start: '2024-01-05' },
    ])
  })

  it('does not move if it is counted in calendar days', () => {
    const text = 'authority: Surrey\nframework: hmicfrs\npublished: 2024-01-12\n'
    expect(moves(list, text)).toEqual([])
  })

  it('that is provisional is so no longer when its year is official', () => {
    const text = 'authority: Leeds\nframework: sif\nreceived: 2028-12-04\n'
    const year = { 'england-and-wales': { events: eventsOf2029() } }
    expect(moves(year, text, '2028-12-05')).toMatchObject([
      { calendarDays: 0, because: [], item: { provisional: true }, moved: { provisional: false } },
    ])
  })
})
