import { describe, expect, it } from 'vitest'
import {
  assemble,
  exitCodeOf,
  failsRun,
  failuresBeside,
  nextToFallDue,
} from '../../src/assessment/assessment.ts'
import { type FailOn, failsFrom, firstOf } from '../../src/assessment/failing.ts'
import type { Item } from '../../src/assessment/item.ts'
import { addDays, dayOf, isoOf, readIsoDate } from '../../src/calendar/day.ts'
import { type Diagnostic, diagnose, wholeFile } from '../../src/diagnostics/diagnostic.ts'
import { assess, itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

function assessment(text: string, day: string, failOn: FailOn, diagnostics: Diagnostic[] = []) {
  const today = readIsoDate(day)
  if (typeof today !== 'string') throw new Error(day)
  const items = Object.values(assess(text, day).items)
  return assemble(
    {
      records: 1,
      today,
      filters: [],
      timeZone: 'Europe/London',
      calendars: [],
      facts: [],
      ignored: 0,
      openOutside: 0,
      items,
      diagnostics,
    },
    failOn,
  )
}

const RECEIVED = { published: 'received: 2024-01-12' }
const open = record('', RECEIVED)
const sent = record(
  'plan: { draft: { submitted: 2024-01-22 }, final: { submitted: 2024-04-01 } }',
  RECEIVED,
)

describe('the exit code', () => {
  it.each([
    [open, '2024-01-15', 'overdue', 0, 'all is on track'],
    [open, '2024-02-05', 'overdue', 0, 'the draft is at risk only'],
    [open, '2024-02-05', 'at-risk', 1, 'the draft is at risk'],
    [open, '2024-02-12', 'overdue', 1, 'the draft is overdue'],
    [open, '2024-02-12', 'never', 0, 'the user wants none'],
    [sent, '2024-05-01', 'at-risk', 0, 'all is sent'],
  ] as const)(
    '%#: as at $1 with $2 is $3, because $4',
    (text, today, failOn, exitCode, _because) => {
      expect(exitCodeOf(assessment(text, today, failOn), failOn)).toBe(exitCode)
    },
  )

  it('is 1 for an error in a file, even with never; not for a warning', () => {
    const error = diagnose(wholeFile('a.yaml'), 'empty-file', { use: 'record' })
    const warning = diagnose(wholeFile('a.yaml'), 'areas-unknown', {})
    const exitCode = (fault: Diagnostic) =>
      exitCodeOf(assessment(sent, '2024-05-01', 'never', [fault]), 'never')
    expect([exitCode(error), exitCode(warning)]).toEqual([1, 0])
    expect(assessment(sent, '2024-05-01', 'never', [error]).complete).toBe(false)
  })
})

describe('the exit code of a report on some items only', () => {
  const owner = [{ name: 'owner', values: ['QA'] }] as const
  const error = diagnose(wholeFile('a.yaml'), 'empty-file', { use: 'record' })

  it.each([
    [owner, true, false, 1, 'what is meant may be in the file that cannot be read'],
    [owner, true, true, 0, 'all could be read'],
    [owner, false, false, 0, 'something is meant, and that is on track'],
    [[], true, false, 0, 'nobody asked for some only'],
  ] as const)(
    'filters %j, nothing is meant: %s, complete: %s: %i, because %s',
    (filters, isEmpty, complete, exitCode, _because) => {
      const all = assessment(open, '2024-01-15', 'overdue')
      const some = { ...all, filters, complete, items: isEmpty ? [] : all.items }
      expect(exitCodeOf(some, 'overdue')).toBe(exitCode)
    },
  )

  it('is that of the change, where one is judged', () => {
    const late = assessment(open, '2024-02-12', 'overdue', [error])
    const failure = { item: 'r#draft', file: 'r.yaml', reason: 'overdue', why: 'new' } as const
    const gone = { ...failure, item: 'r#A1', reason: 'removed' } as const
    const judged = (...fails: (typeof failure | typeof gone)[]) => {
      const aside = { items: [], files: [] }
      const lists = { aside, removed: [], released: [], recounted: [] }
      return { ...late, change: { base: 'main', mergeBase: '0', fails, ...lists } }
    }
    expect(exitCodeOf(late, 'overdue')).toBe(1)
    expect([exitCodeOf(judged(), 'overdue'), exitCodeOf(judged(failure), 'overdue')]).toEqual([
      0, 1,
    ])
    const failing = (report: typeof late) =>
      late.items.filter((item) => failsRun(item, report, 'overdue')).map(({ id }) => id)
    expect(failing(late)).toEqual(['r#draft'])
    expect(failing(judged())).toEqual([])
    expect(failing(judged(gone, failure))).toEqual(['r#draft'])
    const ofFile = { ...failure, item: null } as unknown as typeof failure
    expect(failuresBeside(judged(gone, failure, ofFile))).toEqual([gone])
    expect(failuresBeside(late)).toEqual([])
  })
})

describe('what a report counts', () => {
  it('are the records with something open, and those that wait for their report', () => {
    expect(assessment(open, '2024-01-15', 'overdue')).toMatchObject({
      recordsOpen: 1,
      recordsWaiting: 0,
    })
    const ahead = open.replace('received', 'visited').replace('2024-01-12', '2024-02')
    expect(assessment(ahead, '2024-01-15', 'overdue')).toMatchObject({
      recordsOpen: 0,
      recordsWaiting: 1,
    })
    expect(assessment(sent, '2024-05-01', 'overdue')).toMatchObject({
      recordsOpen: 0,
      recordsWaiting: 0,
      nextDue: [],
    })
  })

  it('is complete as long as no fault hides a deadline', () => {
    const hiding = diagnose(wholeFile('a.yaml'), 'empty-file', { use: 'record' })
    const warning = diagnose(wholeFile('a.yaml'), 'areas-unknown', {})
    expect(assessment(open, '2024-01-15', 'overdue', [warning]).complete).toBe(true)
    expect(assessment(open, '2024-01-15', 'overdue', [warning, hiding]).complete).toBe(false)
  })

  it('names as next what is due next, which what is overdue is not', () => {
    const items = Object.values(assess(open, '2024-02-12').items)
    expect(items.map(({ status }) => status)).toEqual(['overdue', 'atRisk'])
    for (const some of [items, items.toReversed()]) expect(nextToFallDue(some)?.id).toBe('r#final')
    const early = Object.values(assess(open, '2024-01-15').items)
    expect(nextToFallDue(early.toReversed())?.id).toBe('r#draft')
  })
})

describe('the first of the days on which items begin to fail a run', () => {
  const on = (id: string, day: string | null) => ({
    item: { id, kind: 'action' } as Item,
    on: day === null ? null : isoDate(day),
  })
  it.each([
    [[on('b', '2024-03-01'), on('a', '2024-04-01')], ['2024-03-01', 'b'], 'it is the earlier one'],
    [[on('a', '2024-04-01'), on('b', '2024-03-01')], ['2024-03-01', 'b'], 'in whatever order'],
    [[on('b', '2024-03-01'), on('a', '2024-03-01')], ['2024-03-01', 'a'], 'of two it names one'],
    [[on('a', null), on('b', '2024-03-01')], ['2024-03-01', 'b'], 'one that never fails is last'],
    [[on('a', null)], null, 'none ever fails'],
    [[], null, 'there is none'],
  ])('of %j is %j, because %s', (changes, expected, _because) => {
    const first = firstOf(changes)
    expect(first && [first.on, first.item]).toEqual(expected)
  })
})

describe('the first day on which an item fails a run', () => {
  const item = (lines: string, today = '2024-02-05') =>
    itemOf(record(lines, RECEIVED), 'final', today)
  const waiver = (rule: string, until: string) =>
    `waivers: [{ item: final, rule: ${rule}, reason: r, approvedBy: d, until: ${until} }]`
  const DRAFT = 'plan: { draft: { submitted: 2024-01-22 }, final: { expected: 2024-05-01 } }'
  const PLAN = 'plan: { draft: { submitted: 2024-01-22 } }'

  it.each<[string, string, FailOn, string | null, string]>([
    [PLAN, '2024-02-05', 'overdue', '2024-04-24', 'it is overdue after its day'],
    [PLAN, '2024-02-05', 'at-risk', '2024-04-09', 'its margin begins'],
    [DRAFT, '2024-02-05', 'at-risk', '2024-04-09', 'it is at risk already, and stays so'],
    [
      `${DRAFT}\n${waiver('forecastLate', '2024-02-29')}`,
      '2024-02-05',
      'at-risk',
      '2024-03-01',
      'what it is at risk for is waived until then',
    ],
    [
      `${PLAN}\n${waiver('dueSoon', '2024-04-12')}`,
      '2024-02-05',
      'at-risk',
      '2024-04-13',
      'what it will be at risk for is waived until then',
    ],
    [
      `${PLAN}\n${waiver('dueSoon', '2024-04-12')}`,
      '2024-04-10',
      'at-risk',
      '2024-04-13',
      'so it is where it is at risk for that now',
    ],
    [
      `${PLAN}\n${waiver('overdue', '2024-05-31')}`,
      '2024-05-01',
      'at-risk',
      '2024-06-01',
      'what is overdue is at risk no more, and waived until then',
    ],
    [
      `${PLAN}\n${waiver('overdue', '2024-04-23')}`,
      '2024-02-05',
      'overdue',
      '2024-04-24',
      'the waiver ends on its day',
    ],
  ])('%j as at %s with %s: %s, because %s', (lines, today, failOn, on, _because) => {
    expect(failsFrom(item(lines, today), failOn)).toBe(on)
  })

  it('is none for what has no date', () => {
    expect(failsFrom({ ...item(''), due: null, risksAhead: [] }, 'at-risk')).toBeNull()
  })
})

describe('the day on which the exit code changes', () => {
  it.each([
    [
      open,
      '2024-01-15',
      'overdue',
      { on: '2024-02-10', item: 'r#draft', items: ['r#draft'], exitCode: 1 },
      'the day after the draft is due',
    ],
    [
      open,
      '2024-01-15',
      'at-risk',
      { on: '2024-01-31', item: 'r#draft', items: ['r#draft'], exitCode: 1 },
      '7 working days are left then',
    ],
    [open, '2024-02-12', 'overdue', null, 'it is 1 already'],
    [open, '2024-01-15', 'never', null, 'no deadline changes it'],
    [sent, '2024-05-01', 'overdue', null, 'nothing is open'],
  ] as const)(
    '%#: as at $1 with $2 is $3, because $4',
    (text, today, failOn, expected, _because) => {
      expect(assessment(text, today, failOn).nextChange).toEqual(expected)
    },
  )

  it.each(['overdue', 'at-risk'] as const)(
    'is kept: with %s, the code is 0 the day before and 1 on it',
    (failOn) => {
      const on = assessment(open, '2024-01-15', failOn).nextChange?.on ?? ''
      const before = isoOf(addDays(dayOf(on), -1))
      const codes = [before, on].map((day) => exitCodeOf(assessment(open, day, failOn), failOn))
      expect(codes).toEqual([0, 1])
    },
  )
})

describe('the order', () => {
  it('puts what is most urgent first, and of that what is due first', () => {
    const text = record(
      `actions:
  - { id: Late, title: a, due: 2024-01-31 }
  - { id: Later, title: b, due: 2024-12-31 }
  - { id: Done, title: c, due: 2024-01-15, done: 2024-01-15 }
  - { id: Soon, title: d, due: 2024-02-08 }`,
      RECEIVED,
    )
    const { items, summary, nextDue } = assessment(text, '2024-02-05', 'overdue')
    expect(items.map(({ id }) => id)).toEqual([
      'r#Late',
      'r#Soon',
      'r#draft',
      'r#final',
      'r#Later',
      'r#Done',
    ])
    expect(summary).toMatchObject({
      records: 1,
      items: 6,
      overdue: 1,
      atRisk: 2,
      onTrack: 2,
      met: 1,
    })
    expect(nextDue.map(({ id }) => id)).toEqual(['r#Soon'])
  })
})

describe('what is settled', () => {
  it('stands with the latest first', () => {
    const done = (id: string, due: string) =>
      `  - { id: ${id}, title: Audit, due: ${due}, done: 2024-01-15 }\n`
    const text = record(
      `actions:\n${done('A', '2024-02-01')}${done('C', '2024-02-08')}${done('B', '2024-02-08')}`,
      RECEIVED,
    )
    const { items } = assessment(text, '2024-02-05', 'overdue')
    const ids = items.filter(({ kind }) => kind === 'action').map(({ id }) => id)
    expect(ids).toEqual(['r#B', 'r#C', 'r#A'])
  })
})

describe('items that are due on one day', () => {
  const action = (id: string) => `  - { id: ${id}, title: Audit, due: 2024-03-01 }\n`
  const three = record(`actions:\n${['C', 'A', 'B'].map(action).join('')}`, RECEIVED)
  const ids = (day: string) =>
    assessment(three, day, 'overdue')
      .items.filter(({ kind }) => kind === 'action')
      .map(({ id }) => id.split('#')[1])

  it('stand by their ids, whatever the order in the file', () => {
    expect(ids('2024-02-01')).toEqual(['A', 'B', 'C'])
    expect(ids('2024-03-04')).toEqual(['A', 'B', 'C'])
  })

  it('are named by the first of them where the exit code changes', () => {
    const sentAndDue = three.replace(
      'actions:',
      'plan: { draft: { submitted: 2024-01-22 } }\nactions:',
    )
    expect(assessment(sentAndDue, '2024-02-12', 'overdue').nextChange).toMatchObject({
      on: '2024-03-02',
      item: expect.stringMatching(/#A$/),
    })
  })
})
