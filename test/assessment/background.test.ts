import { describe, expect, it } from 'vitest'
import type { BackPlan } from '../../src/assessment/back-plan.ts'
import { itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const RECEIVED = { published: 'received: 2024-01-12' }
const text = (lines = '', dates = RECEIVED) => record(lines, dates)
const of = (lines: string, id: string, today = '2024-02-05', dates = RECEIVED) =>
  itemOf(text(lines, dates), id, today).background
const final = (facts: string) => `plan: { final: { ${facts} } }`
const action = (facts: string) => `actions: [{ id: A1, title: Audit, due: 2024-03-28${facts} }]`

describe('the day from which a due date was counted', () => {
  it.each<[string, string, string | null, string]>([
    ['received: 2024-01-12', '', '2024-01-12', 'the clock starts with the receipt'],
    ['visited: 2023-12\npublished: 2024-01-12', '', '2024-01-12', 'publication stands for it'],
    ['received: 2024-01-12', final('stated: 2024-05-07'), null, 'the letter states the date'],
    ['received: 2024-01-12', final('extensions: [{ to: 2024-05-07 }]'), null, 'it was extended'],
    ['visited: 2023-12', '', null, 'nothing was counted yet'],
  ])('%j, %j: %s, because %s', (published, lines, from, _because) => {
    expect(of(lines, 'final', '2024-02-05', { published }).countedFrom).toBe(from)
  })

  it('is none for an action, which names its own day', () => {
    expect(of(action(''), 'A1').countedFrom).toBeNull()
  })
})

describe('what the record says of the report and the visit', () => {
  it('is there for each of its items', () => {
    const published =
      'visited: { from: 2023-12-04, to: 2023-12-08 }\nreceived: 2024-01-05\npublished: 2024-01-12\nsent: 2024-01-04'
    const dates = {
      visited: '2023-12-08',
      received: '2024-01-05',
      published: '2024-01-12',
      sent: '2024-01-04',
    }
    for (const id of ['final', 'A1'])
      expect(of(action(''), id, '2024-02-05', { published })).toMatchObject(dates)
  })

  it('is nothing where it says nothing', () => {
    const none = { published: null, sent: null, visited: null, closedOn: null }
    for (const id of ['final', 'A1']) expect(of(action(''), id)).toMatchObject(none)
  })
})

describe('the day of closing', () => {
  const closed = 'closed: { on: 2024-02-01, reason: Replaced }'
  it('is that of the stage or the action', () => {
    expect(of(final(closed), 'final').closedOn).toBe('2024-02-01')
    expect(of(action(`, ${closed}`), 'A1').closedOn).toBe('2024-02-01')
  })
})

describe('the areas that an action answers', () => {
  const two = text(action(', answers: [P2]')).replace(
    '  - { id: P1',
    '  - { id: P2, text: Supervision }\n  - { id: P1',
  )
  it('are named with what the report says of them', () => {
    const areas = [{ id: 'P2', text: 'Supervision' }]
    expect(itemOf(two, 'A1', '2024-02-05').background.areas).toEqual(areas)
  })

  it('may be areas for improvement', () => {
    const improvement = text(`${action(', answers: [I1]')}
areasForImprovement: [{ id: I1, text: Supervision }]
`)
    const areas = [{ id: 'I1', text: 'Supervision' }]
    expect(itemOf(improvement, 'A1', '2024-02-05').background.areas).toEqual(areas)
  })

  it('are none where it answers none, and none for a stage', () => {
    expect(of(action(''), 'A1').areas).toEqual([])
    expect(of('', 'final').areas).toEqual([])
  })
})

// The final plan is due on Tuesday 23 April 2024, the action on Thursday 28 March, before Easter.
describe('how many working days after it is due something is expected', () => {
  it.each([
    [final('expected: 2024-04-24'), 'final', 1, 'it is the next day'],
    [final('expected: 2024-04-23'), 'final', 0, 'it is expected in time'],
    [final('expected: 2024-04-22'), 'final', 0, 'it is expected early'],
    [final(''), 'final', 0, 'nobody expects anything'],
    [action(', expected: 2024-04-03'), 'A1', 2, 'Good Friday and Easter Monday do not count'],
  ])('%j, %s: %i, because %s', (lines, id, days, _because) => {
    expect(of(lines, id).workingDaysExpectedLate).toBe(days)
  })

  it('is 0 where it is not due yet, or the forecast is all there is', () => {
    const published = 'visited: 2024-03'
    expect(of(final('expected: 2024-04-24'), 'final', '2024-02-05', { published })).toMatchObject({
      workingDaysExpectedLate: 0,
    })
  })
})

describe('the next step on the way', () => {
  const backPlan: BackPlan = {
    governance: {
      final: [
        { id: 'board', title: 'Board', workingDaysBefore: 15 },
        { id: 'legal', title: 'Legal check', workingDaysBefore: 5 },
      ],
    },
    closures: [],
  }
  const next = (today: string, facts = '') =>
    itemOf(text(final(facts)), 'final', today, { backPlan }).background.nextStep?.title

  it.each<[string, string, string | undefined, string]>([
    ['2024-03-21', '', undefined, 'the board of 2 April is six working days away'],
    ['2024-03-22', '', 'Board', 'it is five working days away'],
    ['2024-04-02', '', 'Board', 'it is today'],
    ['2024-04-03', '', undefined, 'it is past, and the legal check is nine working days away'],
    ['2024-04-09', '', 'Legal check', 'it is five working days away'],
    [
      '2024-03-25',
      'steps: { board: { planned: 2024-04-16, done: 2024-03-22 } }',
      undefined,
      'what is done is no next step',
    ],
    ['2024-04-17', '', undefined, 'all are past'],
  ])('as at %s, %j: %s, because %s', (today, facts, step, _because) => {
    expect(next(today, facts)).toBe(step)
  })
})

describe('the margin', () => {
  it('is that of the stage or of actions', () => {
    const margins = { by: { final: 3, action: 4 } }
    const margin = (id: string) =>
      itemOf(text(action('')), id, '2024-02-05', { margins }).background.margin
    expect([margin('draft'), margin('final'), margin('A1')]).toEqual([7, 3, 4])
  })
})
