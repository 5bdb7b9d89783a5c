import { describe, expect, it } from 'vitest'
import { deadlineOf } from '../../src/assessment/deadline.ts'
import { leadOf, receiptFor, workingDaysBefore } from '../../src/assessment/receipt.ts'
import { addDays, type Day, dayOf, isoOf, isWeekend, yearOf } from '../../src/calendar/day.ts'
import type { Period, Roll } from '../../src/calendar/period.ts'
import { workingDaysBy } from '../../src/calendar/working-days.ts'
import type { Framework, Stage } from '../../src/frameworks/framework.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { assess, itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

const days = workingDaysBy([])('england-and-wales')
const { inYear } = days.holidays

/** The model: it knows nothing but whether one day is open, and takes one step at a time. */
const HOLIDAYS = new Set(
  Array.from({ length: 20 }, (_, index) => inYear(2012 + index).map(({ day }) => day)).flat(),
)
const isOpen = (day: Day) => !isWeekend(day) && !HOLIDAYS.has(day)

function stepBack(published: Day, lead: number, visited: Day): Day {
  let day = published
  for (let left = lead; left > 0; ) {
    day = addDays(day, -1)
    if (isOpen(day)) left--
  }
  return Math.max(day, visited) as Day
}

function walk(start: Day, { count, unit }: Period, firstDay: string): Day {
  let day = firstDay === 'sameDay' ? addDays(start, -1) : start
  if (unit === 'months') {
    const date = new Date(start * 86_400_000)
    const wanted = date.getUTCDate()
    const month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1))
    const length = new Date(
      Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0),
    ).getUTCDate()
    const first = (month.getTime() / 86_400_000) as Day
    if (wanted > length) return addDays(first, length - 1)
    return addDays(first, wanted - (firstDay === 'sameDay' ? 2 : 1))
  }
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (unit === 'calendarDays' || isOpen(day)) left--
  }
  return day
}

const PERIODS: readonly Period[] = [
  { count: 20, unit: 'workingDays' },
  { count: 70, unit: 'workingDays' },
  { count: 28, unit: 'calendarDays' },
  { count: 3, unit: 'months' },
]
const [stage] = (shippedFrameworks[0] as Framework).stages as [Stage]

describe.each(PERIODS)('$count $unit from a receipt that is not known', (period) => {
  it.each([0, 1, 8, 20])(
    'is as early as the model says on every day, with a lead of %i',
    (lead) => {
      const rule: Stage = { ...stage, period, clock: 'received', fallback: 'published' }
      const wrong: string[] = []
      for (let day = dayOf('2015-01-01'); yearOf(day) < 2029; day = addDays(day, 1)) {
        const visited = addDays(day, -14)
        const facts = {
          authority: 'A',
          framework: 'f',
          visited: isoOf(visited),
          published: isoOf(day),
        }
        const deadline = deadlineOf(rule, { lead }, facts, days)
        const due = walk(day, period, rule.firstDay)
        const earliest = walk(stepBack(day, lead, visited), period, rule.firstDay)
        const expected = earliest < due ? earliest : null
        if (deadline?.due !== due || deadline.earliestDue !== expected) wrong.push(isoOf(day))
      }
      expect(wrong).toEqual([])
    },
  )
})

describe('the earliest receipt', () => {
  const earliest = (visited: string, lead?: number) => {
    const framework = { ...shippedFrameworks[0], ...(lead === undefined ? {} : { lead }) }
    const text = record('', { published: `published: 2024-01-12\n${visited}` })
    const frameworks = [framework as Framework]
    return itemOf(text, 'draft', '2024-01-12', { frameworks }).earliestDue
  }

  it.each([
    ['', 8, '2024-01-30', 'eight working days before 12 January is 2 January'],
    ['', 2, '2024-02-07', 'the framework says two'],
    ['', 0, null, 'it cannot come before it is public'],
    ['visited: 2024-01-09', 8, '2024-02-06', 'the visit lasted up to then'],
    ['visited: { from: 2023-12-04, to: 2024-01-09 }', 8, '2024-02-06', 'its last day counts'],
    [
      'visited: 2024-01',
      8,
      '2024-01-30',
      'a month is taken from its first day, and that is before',
    ],
    ['visited: 2024-01', 20, '2024-01-29', 'a month bounds from its first day, a bank holiday'],
    ['visited: 2023-12', 30, '2024-01-03', 'without that bound it would be earlier still'],
    ['visited: 2024-01-12', 8, null, 'it was published on the day of the visit'],
  ])('%j, lead %s: %s, because %s', (visited, lead, expected, _because) => {
    expect(earliest(visited, lead)).toBe(expected)
  })

  it.each([
    ['received: 2024-01-12', 'received', 'it is known'],
    ['sent: 2024-01-12', 'sent', 'the day of sending gives the earliest date'],
    ['sent: 2024-01-12\npublished: 2024-01-20', 'sent', 'it goes before publication'],
  ])('%j leaves nothing unknown, because %s', (published, basis) => {
    const item = itemOf(record('', { published }), 'draft', '2024-02-08')
    expect(item).toMatchObject({
      due: '2024-02-09',
      earliestDue: null,
      basis,
      reasons: ['dueSoon'],
    })
  })
})

describe('the lead of a framework', () => {
  const lead = (facts: Partial<Framework>, rule: Partial<Stage>) =>
    leadOf({ ...(shippedFrameworks[0] as Framework), ...facts, stages: [{ ...stage, ...rule }] })

  it.each<[Partial<Framework>, Partial<Stage>, number, string]>([
    [{}, { clock: 'received', fallback: 'published' }, 8, 'eight working days are usual'],
    [{ lead: 3 }, { clock: 'received', fallback: ['sent', 'published'] }, 3, 'it says so itself'],
    [{}, { clock: 'received', fallback: 'sent' }, 0, 'publication does not stand for receipt'],
    [{}, { clock: 'published', fallback: 'received' }, 0, 'it counts from publication itself'],
    [{}, { clock: 'sent', fallback: 'published' }, 0, 'it does not ask for the receipt'],
  ])('%j, %j: %i working days, because %s', (facts, rule, expected, _because) => {
    expect(lead(facts, rule)).toBe(expected)
  })

  it('is that of any of its stages', () => {
    const framework = shippedFrameworks[0] as Framework
    const rules = [
      { ...stage, clock: 'published' },
      { ...stage, clock: 'received', fallback: 'published' },
    ] as const
    expect(leadOf({ ...framework, stages: [...rules] })).toBe(8)
  })

  it('is nothing to a framework that counts from publication', () => {
    const text = 'authority: A\nframework: hmicfrs\npublished: 2024-01-12'
    expect(itemOf(text, 'final', '2024-01-12')).toMatchObject({
      basis: 'published',
      earliestDue: null,
    })
  })
})

describe('the receipt that a due date fits, for a report published on Friday 12 January 2024', () => {
  const rule: Stage = { ...stage, clock: 'received', fallback: 'published' }
  const fitting = (due: string, period: Period) => {
    const start = dayOf('2024-01-12')
    const earliest = { start: dayOf('2024-01-02') }
    const day = receiptFor(dayOf(due), { ...rule, period }, {}, { start, earliest }, days)
    return day === undefined ? undefined : isoOf(day)
  }
  const TWENTY: Period = { count: 20, unit: 'workingDays' }

  it.each<[string, Period, string | undefined, string]>([
    ['2024-02-09', TWENTY, '2024-01-12', 'it is publication itself'],
    ['2024-02-05', TWENTY, '2024-01-08', 'of Friday to Monday, all with that date, Monday is open'],
    ['2024-01-30', TWENTY, '2024-01-02', 'it is the earliest receipt'],
    ['2024-01-29', TWENTY, undefined, 'it would be before the earliest receipt'],
    ['2024-02-12', TWENTY, undefined, 'it would be after publication'],
    ['2024-02-03', { count: 28, unit: 'calendarDays' }, '2024-01-06', 'only a Saturday fits'],
  ])('%s fits after %j: %s, because %s', (due, period, expected, _because) => {
    expect(fitting(due, period)).toBe(expected)
  })

  it('is none where the day of receipt is known', () => {
    const known = { start: dayOf('2024-01-12'), earliest: null }
    expect(receiptFor(dayOf('2024-02-09'), rule, {}, known, days)).toBeUndefined()
  })

  it.each([
    ['2024-01-11', '2024-01-12', 1, 'the day before'],
    ['2024-01-12', '2024-01-12', 0, 'the same day'],
    ['2024-01-02', '2024-01-12', 8, 'the usual lead'],
    ['2024-01-06', '2024-01-08', 0, 'a Saturday before a Monday'],
  ])('%s lies before publication on %s by %i working days: %s', (received, published, count) => {
    expect(workingDaysBefore(dayOf(received), dayOf(published), days)).toBe(count)
  })
})

describe('a stated date', () => {
  const found = (stated: string, dates = 'published: 2021-11-17') => {
    const text = `authority: A\nframework: jtai\n${dates}\nplan: { final: { stated: ${stated} } }\n`
    return assess(text, '2021-12-01').diagnostics.filter(({ code }) => code === 'stated-differs')
  }

  it.each([
    ['2022-02-28', 'it is publication + 70'],
    ['2022-02-18', 'it fits receipt on 9 November'],
    ['2022-02-16', 'it is the earliest of the window'],
  ])('%s is no remark, because %s', (stated) => {
    expect(found(stated)).toEqual([])
  })

  it.each([
    ['2022-03-01', '1 working day after the date', 'one day after the window'],
    ['2022-02-15', '1 working day before the earliest date', 'one day before it'],
    ['2022-01-19', '20 working days before the earliest date', 'far before it'],
    ['2022-03-05', '4 working days after the date', 'a Saturday'],
  ])('%s is a warning: %s, because it is %s', (stated, words) => {
    expect(found(stated).map(({ severity }) => severity)).toEqual(['warning'])
    expect(found(stated)[0]?.message).toContain(words)
  })

  it('has no window where the day of receipt is known', () => {
    expect(found('2022-02-18', 'received: 2021-11-17')).toHaveLength(1)
  })
})

describe('a last day that is closed', () => {
  const own = (roll?: Roll): Framework => ({
    id: 'own',
    title: 'Own',
    calendar: 'england-and-wales',
    ...(roll ? { roll } : {}),
    stages: [
      { ...stage, id: 'final', required: 'always', period: { count: 28, unit: 'calendarDays' } },
    ],
  })
  const text = (received: string) => `authority: A\nframework: own\nreceived: ${received}\n`

  it.each<[Roll | undefined, string, string, string | null, string]>([
    [
      undefined,
      '2024-03-03',
      '2024-03-31',
      '2024-03-28',
      'Easter Sunday stays, with the Thursday before',
    ],
    ['none', '2024-03-03', '2024-03-31', '2024-03-28', 'likewise'],
    ['next', '2024-03-03', '2024-04-02', null, 'Easter Monday is closed as well'],
    ['previous', '2024-03-03', '2024-03-28', null, 'Good Friday is closed as well'],
    ['next', '2024-03-04', '2024-04-02', null, 'a bank holiday is no working day'],
    ['next', '2024-03-05', '2024-04-02', null, 'an open day stays'],
  ])('with roll %s and receipt on %s goes to %s, because %#', (roll, received, due, last) => {
    const item = itemOf(text(received), 'final', '2024-03-10', { frameworks: [own(roll)] })
    expect(item).toMatchObject({ due, lastWorkingDay: last })
  })

  it('is provisional where it is moved by bank holidays that are not official', () => {
    const frameworks = (roll: Roll) => ({ frameworks: [own(roll)] })
    const last = (roll: Roll) => itemOf(text('2029-03-01'), 'final', '2029-03-10', frameworks(roll))
    expect([last('none').provisional, last('next').provisional]).toEqual([false, true])
  })
})

describe('a calendar of several divisions', () => {
  it.each<[Framework['calendar'], string, string]>([
    ['england-and-wales', '2024-03-19', 'St Patrick’s Day counts'],
    [
      ['england-and-wales', 'northern-ireland'],
      '2024-03-20',
      '18 March is a holiday in one of them',
    ],
    [
      ['england-and-wales', 'scotland', 'northern-ireland'],
      '2024-03-20',
      'as freedom of information counts',
    ],
  ])('%j: %s, because %s', (calendar, due) => {
    const framework = { ...(shippedFrameworks[0] as Framework), id: 'own', calendar }
    const text = record('', { published: `received: ${isoDate('2024-02-20')}` })
    const own = text.replace('ilacs-focused-visit', 'own')
    expect(itemOf(own, 'draft', '2024-02-21', { frameworks: [framework] }).due).toBe(due)
  })
})
