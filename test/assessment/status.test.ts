import { describe, expect, it } from 'vitest'
import type { Framework } from '../../src/frameworks/framework.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const DRAFT_SENT = 'draft: { submitted: 2024-01-22 }'
const final = (facts: string) =>
  record(`plan: { ${DRAFT_SENT}, final: { ${facts} } }`, {
    published: 'received: 2024-01-12',
  })

describe('the final plan, received on 12 January and due on 23 April 2024', () => {
  it.each([
    ['', '2024-01-11', 'waiting', 'no report is there yet'],
    ['', '2024-01-12', 'onTrack', 'the clock starts with the report'],
    ['', '2024-04-08', 'onTrack', '11 working days are left, one more than the margin of 10'],
    ['', '2024-04-09', 'atRisk', '10 working days are left'],
    ['', '2024-04-23', 'atRisk', 'the due day counts whole'],
    ['', '2024-04-24', 'overdue', 'it is the day after'],
    ['submitted: 2024-04-23', '2024-05-01', 'met', 'it was sent on the due day'],
    ['submitted: 2024-04-24', '2024-05-01', 'metLate', 'it was sent a day late'],
    ['submitted: 2024-04-24', '2024-04-23', 'atRisk', 'what is dated later has not happened yet'],
  ])('{ %s } as at %s is %s, because %s', (facts, today, status) => {
    const statusReason = status === 'waiting' ? 'noReport' : null
    expect(itemOf(final(facts), 'final', today)).toMatchObject({ status, statusReason })
  })
})

describe('a stage that nobody must submit', () => {
  const without = (areas: string) =>
    `authority: A\nframework: ilacs-focused-visit\npublished: 2024-01-12\n${areas}`

  it('is not required where the report names no area for priority action', () => {
    const item = itemOf(without('areasForPriorityAction: []'), 'final', '2024-02-01')
    expect(item).toMatchObject({
      status: 'notRequired',
      statusReason: 'noPriorityAction',
      due: null,
      why: [/no area/],
    })
  })

  it('counts as required where nobody has said whether there are such areas', () => {
    expect(itemOf(without(''), 'final', '2024-02-01')).toMatchObject({
      status: 'onTrack',
      due: '2024-04-23',
    })
  })

  it('is not required where the letter has no known day, but names no area', () => {
    const visit = `authority: A\nframework: ilacs-focused-visit\nvisited: { from: 2024-07-30, to: 2024-07-31 }\nareasForPriorityAction: []`
    expect(itemOf(visit, 'final', '2024-07-29').status).toBe('waiting')
    expect(itemOf(visit, 'final', '2024-07-30').status).toBe('notRequired')
  })

  it('is closed from the day of closing, with the reason', () => {
    const text = final('closed: { on: 2024-03-01, reason: No longer wanted. }')
    expect(itemOf(text, 'final', '2024-02-29').status).toBe('onTrack')
    expect(itemOf(text, 'final', '2024-03-01')).toMatchObject({
      status: 'closed',
      why: ['closed on Friday 1 March 2024: No longer wanted'],
    })
  })

  it('was not demanded as a draft before August 2018', () => {
    const letter = (date: string) =>
      `authority: A\nframework: ilacs-focused-visit\nreceived: ${date}\nareasForPriorityAction: [{ id: P1, text: x }]`
    expect(itemOf(letter('2018-07-31'), 'draft', '2018-08-20')).toMatchObject({
      status: 'notRequired',
      statusReason: 'notInForce',
    })
    expect(itemOf(letter('2018-08-01'), 'draft', '2018-08-20').status).toBe('atRisk')
  })
})

describe('a stage whose clock has not started', () => {
  it.each([
    ['visited: 2024-03', '2024-02-28', 'notVisited', 'the visit has not happened yet'],
    ['visited: 2024-02', '2024-02-28', 'noReport', 'no report yet'],
    [
      'visited: 2024-02\nareasForPriorityAction: [{ id: P1, text: x }]',
      '2024-03-01',
      'clockNotStarted',
      'the record has neither',
    ],
    [
      'visited: { from: 2024-02-26, to: 2024-03-01 }',
      '2024-02-25',
      'notVisited',
      'the visit has not happened yet',
    ],
    ['visited: { from: 2024-02-26, to: 2024-03-01 }', '2024-02-26', 'noReport', 'no report yet'],
  ])('waits: %j as at %s, for %s, because %s', (lines, today, statusReason, why) => {
    const text = `authority: A\nframework: ilacs-focused-visit\n${lines}`
    expect(itemOf(text, 'final', today)).toMatchObject({
      status: 'waiting',
      statusReason,
      due: null,
      workingDaysLeft: null,
      why: [expect.stringContaining(why)],
    })
  })
})

describe('a visit that is ahead of us', () => {
  it.each(['received', 'published', 'sent'])(
    'holds off nothing where the report was %s: the day of the visit must be wrong',
    (key) => {
      const published = `visited: 2024-03\n${key}: 2024-01-12`
      expect(itemOf(record('', { published }), 'final', '2024-02-05').status).toBe('onTrack')
    },
  )
})

describe('a period that runs from the visit', () => {
  const [shipped] = shippedFrameworks.filter(({ id }) => id === 'jtai') as [Framework]
  const [{ fallback: _fallback, ...stage }] = shipped.stages as [Framework['stages'][number]]
  const frameworks: Framework[] = [{ ...shipped, stages: [{ ...stage, clock: 'visited' }] }]
  const final = (lines: string) =>
    itemOf(`authority: A\nframework: jtai\n${lines}\n`, stage.id, '2024-03-01', { frameworks })

  it.each([
    ['visited: { from: 2024-02-05, to: 2024-02-09 }', { basis: 'visited' }, 'its last day counts'],
    [
      'visited: 2024-02\npublished: 2024-02-20',
      {
        status: 'waiting',
        why: ['of the visit only the month is known, and the clock starts on its last day'],
      },
      'nobody has written down the day',
    ],
  ])('%j: %j, because %s', (lines, expected, _because) => {
    expect(final(lines)).toMatchObject(expected)
  })
})

describe('the copies of a school’s plan, which wait for the plan', () => {
  const copies = (lines: string) =>
    itemOf(
      `authority: A\nframework: estyn\n${lines}\nplan: { copies: { owner: Head } }`,
      'copies',
      '2024-03-01',
    )

  it.each([
    ['received: 2024-01-12', 'clockNotStarted', 'the report is there'],
    ['published: 2024-01-12', 'clockNotStarted', 'it is public'],
    ['sent: 2024-01-12', 'clockNotStarted', 'it was sent'],
    [
      'visited: 2024-01\nareasForPriorityAction: [{ id: P1, text: x }]',
      'clockNotStarted',
      'somebody has read it',
    ],
    ['visited: 2024-01', 'noReport', 'nobody has it'],
  ])('with %j wait for %s, because %s', (lines, statusReason, _because) => {
    expect(copies(lines)).toMatchObject({ status: 'waiting', statusReason, due: null })
  })

  it('say which submission starts their clock', () => {
    expect(copies('received: 2024-01-12').why).toEqual(['the record has no `submitted` of `final`'])
  })
})

describe('what the record says of a stage', () => {
  it.each<[string, object, string]>([
    ['', { expected: null, submitted: null, owner: null, evidence: null }, 'it says nothing'],
    ['expected: 2024-04-20', { expected: '2024-04-20', submitted: null }, 'somebody foresees it'],
    [
      'submitted: 2024-02-20, expected: 2024-02-19',
      { submitted: '2024-02-20', expected: '2024-02-19', workingDaysLeft: 43 },
      'it was sent, and the days are counted from then',
    ],
  ])('%j: %j, because %s', (facts, expected, _because) => {
    expect(itemOf(final(facts), 'final', '2024-03-01')).toMatchObject(expected)
  })
})

describe('an action, due on 29 March 2024 (Good Friday)', () => {
  const action = (more = '') =>
    record(`actions: [{ id: A1, title: Audit, owner: Head, due: 2024-03-29${more} }]`)

  it.each([
    ['', '2024-03-13', 'onTrack', '11 working days are left, the last of them on 28 March'],
    ['', '2024-03-14', 'atRisk', '10 working days are left'],
    ['', '2024-03-29', 'atRisk', 'its own day counts whole, even on a bank holiday'],
    ['', '2024-03-30', 'overdue', 'it is the day after'],
    [', done: 2024-03-29', '2024-04-02', 'met', 'it was done on the day'],
    [', done: 2024-03-30', '2024-04-02', 'metLate', 'it was done a day late'],
    [', done: 2024-03-30', '2024-03-29', 'atRisk', 'on that day it was still to be done'],
    [', blocked: no data', '2024-02-01', 'atRisk', 'something stands in its way'],
    [', expected: 2024-03-30', '2024-02-01', 'atRisk', 'its owner expects it late'],
    [', expected: 2024-03-29', '2024-02-01', 'onTrack', 'its owner expects it in time'],
    [', closed: { on: 2024-03-01, reason: r }', '2024-02-29', 'onTrack', 'it still stands then'],
    [', closed: { on: 2024-03-01, reason: r }', '2024-03-01', 'closed', 'it was withdrawn'],
    [', closed: { on: 2024-04-15, reason: r }', '2024-04-15', 'closed', 'it may be past its day'],
  ])('%j as at %s is %s, because %s', (more, today, status) => {
    expect(itemOf(action(more), 'A1', today).status).toBe(status)
  })

  it('is closed with the reason, at risk of nothing, and reminded of no more', () => {
    const withdrawn = action(', blocked: no data, closed: { on: 2024-03-01, reason: No use. }')
    expect(itemOf(withdrawn, 'A1', '2024-03-14')).toMatchObject({
      why: ['closed on Friday 1 March 2024: No use'],
      reasons: [],
      risksAhead: [],
      submitted: null,
    })
  })

  it('is not there yet as at a day on which the report was not out', () => {
    expect(() => itemOf(action(), 'A1', '2024-01-11')).toThrow('no item A1')
  })
})
