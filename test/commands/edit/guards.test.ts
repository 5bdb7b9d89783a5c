import { describe, expect, it } from 'vitest'
import * as guards from '../../../src/commands/edit/guards.ts'
import { assessed } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

const TODAY = '2024-04-15'
const [BEFORE, DAY, AFTER] = ['2024-04-14', TODAY, '2024-04-16'].map(isoDate) as [
  never,
  never,
  never,
]

/** Something of a record: a stage or an action by its id, or none. */
function subject(text: string, id?: string): guards.Subject {
  const { reading, items } = assessed(text, TODAY)
  const item = items.find((one) => one.id === `r#${id}`)
  const subject = { record: reading.record, item, today: isoDate(TODAY) }
  return subject as unknown as guards.Subject
}

const dated = (lines: string) => subject(record('', { published: lines }))
const final = (facts = '', more = '') =>
  subject(
    record(`plan: { final: { ${facts} } }\n${more}`, { published: 'received: 2024-01-12' }),
    'final',
  )
const action = (facts = '') =>
  subject(record(`actions: [{ id: A1, title: Audit, due: 2024-06-28${facts} }]`), 'A1')

const said = (found: guards.Objection | undefined) => found && [found.because, ...found.key]

type Row = [() => guards.Objection | undefined, string[] | undefined, string]

/** The words of the objection and the key that it points at; undefined where there is none. */
function check(title: string, rows: readonly Row[]) {
  it.each(rows)(`${title}: %#, $1, because $2`, (guard, expected) => {
    expect(said(guard())).toEqual(expected)
  })
}

describe('the day of an edit', () => {
  const any = dated('received: 2024-01-12')
  check('is not ahead', [
    [() => guards.isNotAhead(any, { on: DAY }), undefined, 'it is today'],
    [
      () => guards.isNotAhead(any, { on: AFTER }),
      ['Tuesday 16 April 2024 is in the future: today is Monday 15 April 2024'],
      'it has not happened yet',
    ],
  ])
  check('is ahead', [
    [() => guards.isAhead(any, { on: DAY }), undefined, 'it is today'],
    [
      () => guards.isAhead(any, { on: BEFORE }),
      ['Sunday 14 April 2024 is in the past: today is Monday 15 April 2024'],
      'it is over',
    ],
  ])
  check('of a step is one or the other', [
    [() => guards.isStepDay(any, { on: DAY, planned: undefined }), undefined, 'it is taken today'],
    [
      () => guards.isStepDay(any, { on: AFTER, planned: undefined }),
      ['Tuesday 16 April 2024 is in the future: today is Monday 15 April 2024'],
      'it cannot be taken yet',
    ],
    [() => guards.isStepDay(any, { on: DAY, planned: AFTER }), undefined, 'it is planned'],
    [
      () => guards.isStepDay(any, { on: DAY, planned: BEFORE }),
      ['Sunday 14 April 2024 is in the past: today is Monday 15 April 2024'],
      'nobody plans for a day that is over',
    ],
  ])

  const on = isoDate('2024-01-10')
  const visit = (visited: string) => dated(`visited: ${visited}\nreceived: 2024-01-12`)
  const later = (words: string) => [`the visit was ${words}, later than Wednesday 10 January 2024`]
  check('is not before the visit', [
    [() => guards.isNotBeforeVisit(any, { on }), undefined, 'nobody knows the visit'],
    [() => guards.isNotBeforeVisit(visit('2024-01-10'), { on }), undefined, 'it was that day'],
    [
      () => guards.isNotBeforeVisit(visit('2024-01-11'), { on }),
      later('on Thursday 11 January 2024'),
      'it was the day after',
    ],
    [
      () => guards.isNotBeforeVisit(visit('{ from: 2024-01-10, to: 2024-01-12 }'), { on }),
      undefined,
      'it had begun',
    ],
    [
      () => guards.isNotBeforeVisit(visit('{ from: 2024-01-11, to: 2024-01-12 }'), { on }),
      later('on Thursday 11 January 2024'),
      'it had not begun',
    ],
    [() => guards.isNotBeforeVisit(visit('2024-01'), { on }), undefined, 'it is in that month'],
    [
      () => guards.isNotBeforeVisit(visit('2024-02'), { on }),
      later('in 2024-02'),
      'it was the month after',
    ],
    [
      () => guards.isDueAfterVisit(visit('2024-02'), { due: undefined }),
      undefined,
      'no day is said',
    ],
    [() => guards.isDueAfterVisit(visit('2024-02'), { due: on }), later('in 2024-02'), 'as above'],
  ])
  check('fits the report', [
    [() => guards.isNotBeforeReport(dated('published: 2024-01-12'), { on }), undefined, 'unknown'],
    [() => guards.isNotBeforeReport(dated('received: 2024-01-10'), { on }), undefined, 'that day'],
    [
      () => guards.isNotBeforeReport(any, { on }),
      ['the report was received on Friday 12 January 2024, later than Wednesday 10 January 2024'],
      'it was not there yet',
    ],
    [() => guards.isNotAfterPublication(any, { on }), undefined, 'it may not be public'],
    [
      () => guards.isNotAfterPublication(dated('published: 2024-01-10'), { on }),
      undefined,
      'it came on the day on which it was public',
    ],
    [
      () => guards.isNotAfterPublication(dated('published: 2024-01-09'), { on }),
      [
        'the report was published on Tuesday 9 January 2024, so it was received by then: give the day with `--on`',
        'published',
      ],
      'what is public has come',
    ],
    [
      () => guards.isNotReceivedElsewhen(any, { on }),
      ['the report was received on Friday 12 January 2024', 'received'],
      'another day is there',
    ],
    [
      () => guards.isNotReceivedElsewhen(dated('received: 2024-01-10'), { on }),
      undefined,
      'the same day is there',
    ],
    [
      () => guards.isNotReceivedElsewhen(dated('published: 2024-01-10'), { on }),
      undefined,
      'no day is there',
    ],
  ])
})

describe('what is settled', () => {
  const sent = final('submitted: 2024-04-02')
  const done = action(', done: 2024-04-02')
  const on = isoDate('2024-04-02')
  const SENT = ['it was submitted on Tuesday 2 April 2024', 'submitted']
  const DONE = ['it was done on Tuesday 2 April 2024', 'done']
  const CLOSED = ['it was closed on Monday 8 April 2024', 'closed']
  const closed = 'closed: { on: 2024-04-08, reason: r }'

  check('stays so', [
    [() => guards.isNotSubmitted(final(), {}), undefined, 'it was not sent'],
    [() => guards.isNotSubmitted(sent, {}), SENT, 'it was sent'],
    [() => guards.isNotSubmittedElsewhen(sent, { on }), undefined, 'it is the same day'],
    [() => guards.isNotSubmittedElsewhen(sent, { on: DAY }), SENT, 'it is another day'],
    [() => guards.isNotDone(action(), {}), undefined, 'it was not done'],
    [() => guards.isNotDone(done, {}), DONE, 'it was done'],
    [() => guards.isNotDoneElsewhen(done, { on }), undefined, 'it is the same day'],
    [() => guards.isNotDoneElsewhen(done, { on: DAY }), DONE, 'it is another day'],
    [() => guards.isNotClosed(final(), {}), undefined, 'it was not closed'],
    [() => guards.isNotClosed(final(closed), {}), CLOSED, 'a stage was closed'],
    [() => guards.isNotClosed(action(`, ${closed}`), {}), CLOSED, 'an action was'],
  ])

  const evidence = 'papers/a.pdf'
  const other = ['it already has other evidence', 'evidence']
  check('keeps its evidence', [
    [() => guards.keepsEvidence(sent, { evidence }), undefined, 'it has none'],
    [
      () =>
        guards.keepsEvidence(final(`submitted: 2024-04-02, evidence: ${evidence}`), { evidence }),
      undefined,
      'it is the same',
    ],
    [
      () => guards.keepsEvidence(final('submitted: 2024-04-02, evidence: b.pdf'), { evidence }),
      other,
      'it has another',
    ],
    [
      () => guards.keepsEvidence(action(', done: 2024-04-02, evidence: b.pdf'), { evidence }),
      other,
      'so has an action',
    ],
    [
      () =>
        guards.keepsEvidence(action(', done: 2024-04-02, evidence: b.pdf'), {
          evidence: undefined,
        }),
      undefined,
      'none is given',
    ],
  ])

  const withoutAreas = subject(
    record('', { published: 'received: 2024-01-12' }).replace(
      /areas.*\n.*\n/,
      'areasForPriorityAction: []\n',
    ),
    'final',
  )
  const late = subject(
    record('plan: { draft: { submitted: 2024-03-01 } }', { published: 'received: 2024-01-12' }),
    'draft',
  )
  const nothing = ['there is nothing to waive: it is not open']
  check('needs no waiver', [
    [() => guards.isOpenItem(final(), {}), undefined, 'it is open'],
    [() => guards.isOpenItem(sent, {}), nothing, 'it is met'],
    [() => guards.isOpenItem(final('submitted: 2024-04-24'), {}), undefined, 'it is to be sent'],
    [() => guards.isOpenItem(done, {}), nothing, 'done'],
    [() => guards.isOpenItem(final(closed), {}), nothing, 'it is closed'],
    [() => guards.isOpenItem(late, {}), nothing, 'it is met, though late'],
    [() => guards.isOpenItem(withoutAreas, {}), nothing, 'nobody asks for it'],
    [() => guards.isOpenItem(dated('received: 2024-01-12'), {}), undefined, 'it is no item'],
  ])
  check('is demanded', [
    [() => guards.isDemanded(final(), {}), undefined, 'it is open'],
    [() => guards.isDemanded(dated('received: 2024-01-12'), {}), undefined, 'it is no item'],
    [
      () => guards.isDemanded(subject(record('', { published: 'visited: 2024-05' }), 'final'), {}),
      [
        'it is waiting: the visit has not happened yet; record first when the report came: `plandue receive`',
      ],
      'it waits',
    ],
    [
      () => guards.isDemanded(withoutAreas, {}),
      ['it is not required: the report names no area for priority action'],
      'it has no area',
    ],
  ])
})

describe('what is to be later', () => {
  const already = ['it is already due as late as Tuesday 23 April 2024']
  const extended = (day: string) => [
    `that would change nothing: it is extended to ${day} already, and the latest date counts`,
  ]
  const to = (day: string) => ({ to: isoDate(day) })
  const both =
    'extensions: [{ to: 2024-05-14, on: 2024-04-02 }, { to: 2024-05-07, on: 2024-05-01 }]'
  check('is due later than before', [
    [() => guards.isLater(final(), to('2024-04-24')), undefined, 'it is a day later'],
    [() => guards.isLater(final(), to('2024-04-23')), already, 'it is due then'],
    [() => guards.isLater(final(both), to('2024-05-15')), undefined, 'it is after both'],
    [
      () => guards.isLater(final(both), to('2024-05-14')),
      extended('Tuesday 14 May 2024'),
      'it is the later of two',
    ],
    [
      () => guards.isLater(action(', extensions: [{ to: 2024-07-05 }]'), to('2024-07-01')),
      extended('Friday 5 July 2024'),
      'an action has extensions too',
    ],
  ])

  const waiver = (rule: string, until: string) =>
    `waivers: [{ item: final, rule: ${rule}, reason: r, approvedBy: d, until: ${until} }]`
  const ends = (more: string, until: string) =>
    guards.endsLater(final('', more), { rule: 'overdue', until: isoDate(until) })
  check('is waived for longer', [
    [() => ends('', TODAY), undefined, 'its last day counts'],
    [
      () => ends('', '2024-04-14'),
      ['Sunday 14 April 2024 is in the past: today is Monday 15 April 2024'],
      'it is over',
    ],
    [() => ends(waiver('overdue', '2024-04-30'), '2024-05-01'), undefined, 'it is a day longer'],
    [
      () => ends(waiver('overdue', '2024-04-30'), '2024-04-30'),
      ['`overdue` is waived until Tuesday 30 April 2024'],
      'it is as long',
    ],
    [() => ends(waiver('dueSoon', '2024-04-30'), '2024-04-30'), undefined, 'it is another rule'],
  ])
})

describe('what is there already', () => {
  const blocked = action(', blocked: " no data "')
  const due = isoDate('2024-06-28')
  const answers = (...ids: string[]) =>
    guards.areKnownAreas(subject(`${record()}areasForImprovement: [{ id: I1, text: x }]\n`), {
      answers: ids,
    })
  const done = final('steps: { board: { done: 2024-04-02 } }')
  const TAKEN = ['the step was taken on Tuesday 2 April 2024', 'steps', 'board', 'done']
  const step = 'board'
  const on = isoDate('2024-04-02')

  it('is known by its id, where an area is answered', () => {
    expect(answers('P1', 'P9')?.because).toMatch(/^there is no area `P9` in the record: /)
  })
  it('is not there to be answered, where the record has no areas', () => {
    const none = subject(record().replace(/^areasForPriorityAction:.*(\n[ -].*)*/m, ''))
    expect(guards.areKnownAreas(none, { answers: ['P1'] })?.because).toBe(
      'there is no area `P1`: the record has no areas',
    )
  })
  check('is not said twice', [
    [() => guards.isNotBlockedElse(action(), { reason: 'x' }), undefined, 'nothing blocks it'],
    [() => guards.isNotBlockedElse(blocked, { reason: ' no data ' }), undefined, 'the same does'],
    [
      () => guards.isNotBlockedElse(blocked, { reason: 'x' }),
      ['it is blocked already: no data; unblock it first', 'blocked'],
      'something else does',
    ],
    [() => guards.isNewAction(action(), { title: 'Audits', due }), undefined, 'another title'],
    [() => guards.isNewAction(action(), { title: 'Audit', due: DAY }), undefined, 'another day'],
    [
      () => guards.isNewAction(dated('received: 2024-01-12'), { title: 'Audit', due }),
      undefined,
      'none',
    ],
    [
      () => guards.isNewAction(action(), { title: 'Audit', due }),
      ['`A1` is the same action'],
      'same',
    ],
    [() => answers(), undefined, 'it answers none'],
    [() => answers('P1', 'I1'), undefined, 'both kinds of areas are known'],
    [() => answers('p1', 'i1'), undefined, 'capitals make no difference'],
    [() => guards.isStepNotDone(final(), { step, on, planned: undefined }), undefined, 'not taken'],
    [() => guards.isStepNotDone(done, { step, on, planned: undefined }), undefined, 'the same day'],
    [() => guards.isStepNotDone(done, { step, on: DAY, planned: undefined }), TAKEN, 'another day'],
    [
      () => guards.isStepNotDone(done, { step, on, planned: AFTER }),
      TAKEN,
      'it is no more planned',
    ],
    [
      () => guards.isStepNotDone(done, { step: 'lead', on, planned: AFTER }),
      undefined,
      'another step',
    ],
  ])
})
