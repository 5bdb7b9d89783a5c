import { describe, expect, it } from 'vitest'
import { assess, itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const RECEIVED = { published: 'received: 2024-01-12' }
const DRAFT_SENT = 'draft: { submitted: 2024-01-22 }'

describe('why a stage is at risk', () => {
  it.each([
    [`plan: { ${DRAFT_SENT} }`, '2024-04-09', ['dueSoon'], 'no more than 10 working days are left'],
    ['', '2024-02-12', ['earlierStageOverdue'], 'the draft is overdue'],
    ['', '2024-02-09', [], 'the draft is due today, and not overdue before tomorrow'],
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

describe('the words for few days left', () => {
  it.each<[string, string, string[], string]>([
    [
      'published: 2024-01-12',
      '2024-01-29',
      ['due soon: 1 working day left to the earliest possible due date, Tuesday 30 January 2024'],
      'the day of receipt is not known',
    ],
    [
      'published: 2024-01-12',
      '2024-01-30',
      [
        'due soon: 8 working days left',
        'counted from publication, because the day of receipt is not known: the true deadline may be as early as Tuesday 30 January 2024',
      ],
      'the earliest day has come',
    ],
    ['received: 2024-01-12', '2024-02-08', ['due soon: 1 working day left'], 'the day is known'],
    ['received: 2024-01-12', '2024-02-09', ['due today'], 'it is its day'],
  ])('%s as at %s: %j, because %s', (published, today, why) => {
    expect(itemOf(record('', { published }), 'draft', today).why).toEqual(why)
  })
})

describe('the reasons that come with time, each with its first day', () => {
  const backPlan = {
    governance: { final: [{ id: 'board', title: 'Board', workingDaysBefore: 15 }] },
    closures: [],
  }
  it.each<[string, string, string, object[], string]>([
    [
      'final',
      'received: 2024-01-12',
      DRAFT_SENT,
      [{ reason: 'dueSoon', on: '2024-04-09' }],
      '10 working days are left then',
    ],
    [
      'final',
      'received: 2024-01-12',
      '',
      [
        { reason: 'dueSoon', on: '2024-04-09' },
        { reason: 'earlierStageOverdue', on: '2024-02-10' },
      ],
      'the draft is due the day before',
    ],
    [
      'draft',
      'published: 2024-01-12',
      '',
      [
        { reason: 'dueSoon', on: '2024-01-19' },
        { reason: 'receiptUnknown', on: '2024-01-30' },
      ],
      'the true deadline may be on that day',
    ],
  ])('%s, %s, %j: %j, because %s', (id, published, plan, risksAhead) => {
    const item = itemOf(record(`plan: { ${plan} }`, { published }), id, '2024-01-22')
    expect(item.risksAhead).toEqual(risksAhead)
  })

  it('are also the days after the steps that are still to be taken', () => {
    const final = (steps: string) => {
      const text = record(`plan: { ${DRAFT_SENT}, final: { ${steps} } }`, RECEIVED)
      return itemOf(text, 'final', '2024-04-02', { backPlan }).risksAhead
    }
    const dueSoon = { reason: 'dueSoon', on: '2024-04-09' }
    expect(final('')).toEqual([dueSoon, { reason: 'stepMissed', on: '2024-04-03' }])
    expect(final('steps: { board: { done: 2024-04-02 } }')).toEqual([dueSoon])
  })

  it('do not hold off what is at risk already: it is so from today', () => {
    const late = (today: string) =>
      itemOf(
        record(`plan: { ${DRAFT_SENT}, final: { expected: 2024-04-24 } }`, RECEIVED),
        'final',
        today,
      ).atRiskFrom
    expect([late('2024-02-12'), late('2024-04-10')]).toEqual(['2024-02-12', '2024-04-09'])
  })

  it('have their words while nothing is wrong yet', () => {
    const item = itemOf(record(`plan: { ${DRAFT_SENT} }`, RECEIVED), 'final', '2024-02-12')
    expect(item.atRiskWhy).toEqual(['due soon: 10 working days left'])
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

  it('has words for each reason', () => {
    const { why } = itemOf(action(', answers: [P1], expected: 2024-10-01'), 'A1', '2024-02-12')
    expect(why).toEqual([
      'expected on Tuesday 1 October 2024, after it is due on Monday 30 September 2024',
      'promised for a day after the plan itself is due (Final action plan, Tuesday 23 April 2024)',
    ])
  })

  it('is at risk for one area of several', () => {
    const two = action(', answers: [P1], blocked: no data').replace(
      '  - { id: P1',
      '  - { id: P2, text: Supervision }\n  - { id: P1',
    )
    expect(itemOf(two, 'A1', '2024-02-12').reasons).toContain('actionAfterDeadline')
  })

  it.each([
    [', done: 2024-02-05', 'it is done'],
    [', closed: { on: 2024-02-05, reason: r }', 'it is closed'],
  ])('is not noted with %j, because %s', (facts) => {
    expect(assess(action(facts), '2024-02-12').diagnostics).toEqual([])
  })

  it('is nothing where the plan is not required, or has no date', () => {
    for (const areas of ['areasForPriorityAction: []', 'visited: 2024-01']) {
      const text = `authority: A\nframework: ilacs-focused-visit\n${areas.includes('visited') ? '' : 'received: 2024-01-12\n'}${areas}\nactions: [{ id: A1, title: Audit, due: 2024-09-30 }]\n`
      const codes = assess(text, '2024-02-12').diagnostics.map(({ code }) => code)
      expect(codes).not.toContain('action-after-deadline')
    }
  })
})
