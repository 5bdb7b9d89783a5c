import { describe, expect, it } from 'vitest'
import { assess, itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const RECEIVED = { published: 'received: 2024-01-12' }
const DRAFT_SENT = 'draft: { submitted: 2024-01-22 }'

describe('why a stage is at risk', () => {
  it.each([
    [`plan: { ${DRAFT_SENT} }`, '2024-04-09', ['dueSoon'], 'no more than 10 working days are left'],
    ['', '2024-02-12', ['earlierStageOverdue'], 'the draft is overdue'],
    [
      `plan: { ${DRAFT_SENT}, final: { expected: 2024-04-24 } }`,
      '2024-02-12',
      ['forecastLate'],
      'the authority itself expects to be late',
    ],
    [
      `plan: { ${DRAFT_SENT}, final: { expected: 2024-04-23 } }`,
      '2024-02-12',
      [],
      'it expects to be in time',
    ],
    [
      'plan: { final: { expected: 2024-05-01 } }',
      '2024-04-22',
      ['dueSoon', 'earlierStageOverdue', 'forecastLate'],
      'all that apply are told',
    ],
  ])('%j as at %s: %j, because %s', (lines, today, reasons) => {
    const item = itemOf(record(lines, RECEIVED), 'final', today)
    expect(item.reasons).toEqual(reasons)
    expect(item.why).toHaveLength(reasons.length)
  })
})

describe('a receipt that nobody has recorded', () => {
  const draft = (today: string) => itemOf(record(), 'draft', today)

  it('can make the true deadline up to eight working days earlier', () => {
    expect(draft('2024-01-15')).toMatchObject({
      due: '2024-02-09',
      earliestDue: '2024-01-30',
    })
    expect(itemOf(record('', RECEIVED), 'draft', '2024-01-15').earliestDue).toBeNull()
  })

  it.each([
    ['2024-01-18', 'onTrack', [], '8 working days are left to 30 January'],
    ['2024-01-19', 'atRisk', ['dueSoon'], 'the margin of 7 counts back from the earliest date'],
    ['2024-01-29', 'atRisk', ['dueSoon'], 'the true deadline has not come yet'],
    ['2024-01-30', 'atRisk', ['dueSoon', 'receiptUnknown'], 'the true deadline may be today'],
    ['2024-02-09', 'atRisk', ['dueSoon', 'receiptUnknown'], 'it is due today at the latest'],
    ['2024-02-12', 'overdue', [], 'it is overdue only after the latest date'],
  ])('as at %s is %s, because $3', (today, status, reasons) => {
    expect(draft(today)).toMatchObject({
      status,
      reasons,
      atRiskFrom: '2024-01-19',
    })
  })
})

describe('margins, in working days', () => {
  it.each([
    [{}, '2024-01-31', 'atRisk', 'a third of 20, rounded up, is 7'],
    [{}, '2024-01-30', 'onTrack', '8 are left'],
    [
      { by: { draft: 3 } },
      '2024-02-05',
      'onTrack',
      'the configuration says 3 for the draft, and 4 are left',
    ],
    [
      { by: { final: 3 } },
      '2024-02-05',
      'atRisk',
      'what it says of the final plan is another matter',
    ],
    [
      { by: { draft: 3 }, all: 15 },
      '2024-01-19',
      'atRisk',
      'the command line goes first, and 15 are left',
    ],
    [{ all: 0 }, '2024-02-08', 'onTrack', 'with 0, only the due day itself is at risk'],
    [{ all: 0 }, '2024-02-09', 'atRisk', 'it is the due day'],
  ])('%j: the draft as at %s is %s, because %s', (margins, today, status, _because) => {
    expect(itemOf(record('', RECEIVED), 'draft', today, { margins }).status).toBe(status)
  })

  it('has one of its own for actions', () => {
    const text = record('actions: [{ id: A1, title: Audit, due: 2024-03-28 }]')
    const status = (by: Record<string, number>) =>
      itemOf(text, 'A1', '2024-03-25', { margins: { by } }).status
    expect([status({}), status({ action: 2 }), status({ action: 3 })]).toEqual([
      'atRisk',
      'onTrack',
      'atRisk',
    ])
  })
})

describe('an action that is promised for after the plan is due', () => {
  const action = (facts: string) =>
    record(
      `plan: { ${DRAFT_SENT} }\nactions: [{ id: A1, title: Audit, due: 2024-09-30${facts} }]`,
      RECEIVED,
    )
  const reasons = (facts: string) => itemOf(action(facts), 'A1', '2024-02-12').reasons

  it.each([
    ['', [], 'it is only noted'],
    [
      ', answers: [P1]',
      [],
      'it answers an area for priority action, but is neither blocked nor late',
    ],
    [', blocked: no data', ['blocked'], 'it is blocked, but answers no such area'],
    [', answers: [P1], blocked: no data', ['blocked', 'actionAfterDeadline'], 'both are so'],
    [
      ', answers: [P1], expected: 2024-10-01',
      ['forecastLate', 'actionAfterDeadline'],
      'it is late',
    ],
  ])('%j: %j, because %s', (facts, expected) => {
    expect(reasons(facts)).toEqual(expected)
  })

  it('is noted where it stands', () => {
    const { diagnostics } = assess(action(''), '2024-02-12')
    expect(diagnostics).toMatchObject([
      { code: 'action-after-deadline', severity: 'note', line: 7 },
    ])
  })
})
