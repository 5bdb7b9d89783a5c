import { describe, expect, it } from 'vitest'
import { assemble, exitCodeOf, type FailOn } from '../../src/assessment/assessment.ts'
import { addDays, dayOf, isoOf, readIsoDate } from '../../src/calendar/day.ts'
import { type Diagnostic, diagnose, wholeFile } from '../../src/diagnostics/diagnostic.ts'
import { assess } from '../helpers/assess.ts'
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

describe('the day on which the exit code changes', () => {
  it.each([
    [
      open,
      '2024-01-15',
      'overdue',
      { on: '2024-02-10', item: 'r#draft', exitCode: 1 },
      'the day after the draft is due',
    ],
    [
      open,
      '2024-01-15',
      'at-risk',
      { on: '2024-01-31', item: 'r#draft', exitCode: 1 },
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
    expect(nextDue?.id).toBe('r#Soon')
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
