import { describe, expect, it } from 'vitest'
import { assess, itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const actions = (more: string) =>
  record(`actions: [{ id: A1, title: Audit, due: 2024-03-28${more} }]`)
const final = (more: string) => record(`plan: { final: { ${more} } }`)
const to = (...days: string[]) => `, extensions: [${days.map((day) => `{ ${day} }`).join(', ')}]`

const APRIL = 'to: 2024-04-12, on: 2024-03-11'
const MAY = 'to: 2024-05-24, on: 2024-04-08'

describe('an action promised for 28 March 2024', () => {
  it.each<[string, string, object, string]>([
    ['', '2024-03-28', { due: '2024-03-28', basis: 'fixed', timesMoved: 0 }, 'nobody moved it'],
    [
      to(APRIL),
      '2024-04-01',
      { due: '2024-04-12', basis: 'extended', originalDue: '2024-03-28', status: 'atRisk' },
      'the extension counts, and the promise is kept beside it',
    ],
    [
      to(APRIL),
      '2024-03-10',
      { due: '2024-03-28', basis: 'fixed', timesMoved: 0, extension: null },
      'on the day before it was granted there was no extension',
    ],
    [
      to(APRIL, MAY),
      '2024-04-08',
      { due: '2024-05-24', timesMoved: 2, workingDaysMoved: 38 },
      '38 working days lie between promise and latest date, over Easter and May Day',
    ],
    [
      to(APRIL, MAY),
      '2024-04-07',
      { due: '2024-04-12', timesMoved: 1, workingDaysMoved: 9 },
      'the second one is not granted yet',
    ],
    [
      to(MAY, 'to: 2024-04-12, on: 2024-04-15'),
      '2024-05-01',
      { due: '2024-05-24', timesMoved: 1 },
      'an extension to an earlier day than another moves nothing',
    ],
    [
      to('to: 2024-03-28, on: 2024-03-11'),
      '2024-03-12',
      { due: '2024-03-28', timesMoved: 0, workingDaysMoved: 0 },
      'one to the same day moves nothing either',
    ],
    [
      to('to: 2024-03-21, on: 2024-03-11'),
      '2024-03-12',
      { due: '2024-03-21', timesMoved: 1, workingDaysMoved: -5 },
      'one to an earlier day moves it too',
    ],
    [to(APRIL), '2024-04-13', { status: 'overdue' }, 'it is late after the later date'],
    [`${to(APRIL)}, done: 2024-04-12`, '2024-05-01', { status: 'met' }, 'it was done in time'],
    [`${to(APRIL)}, done: 2024-04-15`, '2024-05-01', { status: 'metLate' }, 'or was not'],
    [
      `${to(APRIL)}, expected: 2024-04-12`,
      '2024-03-12',
      { status: 'onTrack' },
      'it is expected after the promise, but not after its due date',
    ],
    [
      `${to(APRIL)}, expected: 2024-04-15`,
      '2024-03-12',
      { reasons: ['forecastLate'] },
      'it is expected after its due date',
    ],
    [
      `${to(APRIL)}, closed: { on: 2024-04-02, reason: Replaced }`,
      '2024-04-02',
      { status: 'closed', due: '2024-04-12' },
      'it was withdrawn',
    ],
  ])('%j as at %s is %j, because %s', (more, today, expected) => {
    expect(itemOf(actions(more), 'A1', today)).toMatchObject(expected)
  })

  it('is said to be late for its plan by its latest date', () => {
    const codes = (more: string) =>
      assess(actions(more), '2024-04-10').diagnostics.map(({ code }) => code)
    expect(codes(to('to: 2024-04-23'))).toEqual([])
    expect(codes(to('to: 2024-04-24'))).toEqual(['action-after-deadline'])
  })

  it.each([
    ['to: 2024-03-21, on: 2024-03-11', 'extension-shortens', 'it is promised for later'],
    [`${MAY} }, { to: 2024-05-10, on: 2024-04-15`, 'extension-not-latest', 'an older one is later'],
  ])('has extensions that are remarked on as those of a stage: %s: %s, because %s', (one, code) => {
    const [found] = assess(actions(to(one)), '2024-04-20').diagnostics.filter(
      (diagnostic) => diagnostic.code === code,
    )
    expect(found).toMatchObject({ severity: 'warning', line: 6 })
  })
})

describe('a stage', () => {
  it.each<[string, object, string]>([
    [
      `extensions: [{ ${APRIL} }]`,
      { timesMoved: 1, workingDaysMoved: -7 },
      'it is due on 23 April',
    ],
    [
      `extensions: [{ to: 2024-05-07 }, { to: 2024-05-21 }]`,
      { originalDue: '2024-04-23', timesMoved: 2, workingDaysMoved: 19 },
      'without their days, the later date is the later decision',
    ],
    ['owner: Head of Service', { owner: 'Head of Service', percent: null }, 'it may have an owner'],
    [
      'progress: [{ on: 2024-02-01, percent: 40 }]',
      { percent: 40, progress: [{ on: '2024-02-01', note: null, percent: 40, by: null }] },
      'it may have progress, which does not make it required',
    ],
  ])('%s: %j, because %s', (more, expected) => {
    expect(itemOf(final(more), 'final', '2024-03-20')).toMatchObject(expected)
  })

  it('that waits for its report has its owner, and one that is moved from an unknown date its moves', () => {
    const text = final('owner: Head').replace('published: 2024-01-12', 'visited: 2024-01')
    expect(itemOf(text, 'final', '2024-03-20')).toMatchObject({ status: 'waiting', owner: 'Head' })
    const moved = final('extensions: [{ to: 2024-05-07 }]').replace('published', 'visited')
    expect(itemOf(moved, 'final', '2024-03-20')).toMatchObject({
      timesMoved: 1,
      workingDaysMoved: 0,
    })
  })
})

describe('progress', () => {
  const LOG = `, progress: [{ on: 2024-02-19, percent: 60 }, { on: 2024-02-05, note: Begun, percent: 20, by: QA },
    { on: 2024-03-04, note: Auditor ill }, { on: 2024-03-11, percent: 100 }]`

  it.each<[string, number | null, number, string]>([
    ['2024-02-04', null, 0, 'nothing is reported yet'],
    ['2024-02-05', 20, 1, 'an entry counts from its day'],
    ['2024-02-20', 60, 2, 'the newest percentage counts'],
    ['2024-03-04', 60, 3, 'a note takes no percentage away'],
    ['2024-03-11', 100, 4, 'this is everything'],
  ])('as at %s is %s percent in %i entries, because %s', (today, percent, length) => {
    const item = itemOf(actions(LOG), 'A1', today)
    expect(item).toMatchObject({ percent, progress: { length } })
    expect(item.progress.map(({ on }) => on)).toEqual(item.progress.map(({ on }) => on).sort())
  })

  it('of 100 percent is not done, and past its day it is overdue', () => {
    expect(itemOf(actions(LOG), 'A1', '2024-03-12')).toMatchObject({ submitted: null })
    expect(itemOf(actions(LOG), 'A1', '2024-03-29').status).toBe('overdue')
  })
})

describe('an open action', () => {
  it.each<[string, string, object, string]>([
    ['', '2024-02-05', { owner: null, expected: null, blocked: null }, 'nobody said anything'],
    [', owner: QA', '2024-02-05', { owner: 'QA' }, 'somebody is to do it'],
    [', expected: 2024-03-20', '2024-02-05', { expected: '2024-03-20' }, 'its owner expects it'],
    [', blocked: no data', '2024-02-05', { blocked: 'no data' }, 'something stands in its way'],
    [
      ', blocked: no data, done: 2024-02-01',
      '2024-02-05',
      { blocked: null, reasons: [], atRiskFrom: null },
      'nothing stands in the way of what is done',
    ],
    [
      ', blocked: no data, closed: { on: 2024-02-01, reason: r }',
      '2024-02-05',
      { blocked: null },
      'nor of what is closed',
    ],
    [
      '',
      '2024-02-05',
      {
        status: 'onTrack',
        why: [],
        atRiskFrom: '2024-03-14',
        atRiskWhy: ['due soon: 10 working days left'],
        risksAhead: [{ reason: 'dueSoon', on: '2024-03-14' }],
        steps: [],
      },
      'it will be at risk for the margin of 10 working days',
    ],
    ['', '2024-03-14', { status: 'atRisk', atRiskWhy: [] }, 'that day has come'],
    ['', '2024-03-28', { why: ['due today'] }, 'it is its day'],
    ['', '2024-03-29', { status: 'overdue', why: [], reasons: [], atRiskWhy: [] }, 'it is over'],
    [
      '',
      '2024-02-05',
      { schoolHolidaysKnown: null, schoolHolidays: [], earliestDue: null, provisional: false },
      'it names its own day, and nothing is counted',
    ],
  ])('with %j as at %s is %j, because %s', (more, today, expected) => {
    expect(itemOf(actions(more), 'A1', today)).toMatchObject(expected)
  })
})

describe('a snooze, which keeps an item out of reminders', () => {
  const snooze = 'snooze: { until: 2024-02-09, reason: Half-term }'
  it.each([
    ['2024-02-05', true, 'it lasts'],
    ['2024-02-09', true, 'its last day counts whole'],
    ['2024-02-10', false, 'it has ended'],
  ])('as at %s is there: %s, because %s', (today, isThere) => {
    const expected = isThere ? { until: '2024-02-09', reason: 'Half-term' } : null
    expect(itemOf(actions(`, ${snooze}`), 'A1', today).snooze).toEqual(expected)
    expect(itemOf(final(snooze), 'final', today).snooze).toEqual(expected)
    expect(itemOf(final(''), 'final', today).snooze).toBeNull()
  })
})

describe('working days late', () => {
  it.each([
    ['2024-03-27', 0, 'it is due the day after'],
    ['2024-03-28', 0, 'it is due'],
    ['2024-03-29', 0, 'only Good Friday has passed'],
    ['2024-04-02', 1, 'Easter Monday does not count'],
    ['2024-04-04', 3, 'three working days have begun'],
  ])('as at %s: %i, because %s', (today, days) => {
    expect(itemOf(actions(''), 'A1', today).workingDaysLate).toBe(days)
  })
})

describe('evidence', () => {
  it.each<[string, string, string | null, string[], string]>([
    [', done: 2024-03-20', '2024-03-20', null, ['no evidence recorded'], 'only its owner says so'],
    [
      ', done: 2024-03-20, evidence: https://example.org/a',
      '2024-03-20',
      'https://example.org/a',
      ['evidence: https://example.org/a'],
      'it shows that it was done',
    ],
    [', evidence: https://example.org/a', '2024-02-01', null, [], 'there is nothing to show yet'],
    [
      ', done: 2024-03-20, evidence: https://example.org/a',
      '2024-02-01',
      null,
      [],
      'it was not done by then',
    ],
  ])('of an action with %j as at %s is %s, because %s', (more, today, evidence, why) => {
    expect(itemOf(actions(more), 'A1', today)).toMatchObject({ evidence, why })
  })

  it('of a stage is named where there is some; a submission stands by itself', () => {
    const sent = (more: string) =>
      itemOf(final(`submitted: 2024-04-22${more}`), 'final', '2024-05-01')
    expect(sent('')).toMatchObject({ evidence: null, why: [] })
    expect(sent(', evidence: https://example.org/a')).toMatchObject({
      evidence: 'https://example.org/a',
      why: ['evidence: https://example.org/a'],
    })
  })
})
