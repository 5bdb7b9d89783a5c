import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import type { TimelineEvent } from '../../../src/commands/timeline/events.ts'
import { eventsOf } from '../../helpers/chapter.ts'
import { shippedPlans } from '../../helpers/plandue.ts'

const line = ({ date, kind, state }: TimelineEvent) => `${date} ${kind} ${state}`

const visit = `authority: A
framework: ilacs-focused-visit
visited: 2023-11
received: 2024-01-05
published: 2024-01-12
areasForPriorityAction: [{ id: P1, text: Strategy discussions }]
plan:
  draft: { submitted: 2024-02-05 }
  final:
    extensions: [{ to: 2024-04-30, on: 2024-03-04, by: Ofsted }]
    closed: { on: 2024-04-29, reason: The visit was withdrawn. }
actions:
  - { id: A1, title: Audit, due: 2024-03-01, done: 2024-03-05 }
`

// Counted from 5 January 2024 the draft is due on 2 February and the final plan on 16 April.
describe('the events of a record', () => {
  const before = ['2023-11-01 visited happened', '2024-01-05 received happened']
  const draft = '2024-02-02 due toCome'
  const final = '2024-04-16 due toCome'
  const action = '2024-03-01 due toCome'

  it('begin with the day on which a report was sent, where that is all that is known', () => {
    const report = 'authority: A\nframework: prevention-of-future-deaths\nsent: 2024-02-01\n'
    expect(eventsOf({ a: report }, '2024-02-05').map(line)).toEqual([
      '2024-02-01 sent happened',
      '2024-03-28 due toCome',
    ])
  })

  it.each([
    ['2023-10-31', [], 'nobody knows of the visit yet'],
    [
      '2023-11-01',
      ['2023-11-01 visited happened', 'null waiting toCome', 'null waiting toCome'],
      'any day of the month may be that of the visit',
    ],
    ['2024-01-05', [...before, draft, action, final], 'the clock has started'],
    [
      '2024-01-12',
      [...before, '2024-01-12 published happened', draft, action, final],
      'the letter is public',
    ],
    [
      '2024-02-02',
      [...before, '2024-01-12 published happened', draft, action, final],
      'the due day counts whole',
    ],
    [
      '2024-02-03',
      [...before, '2024-01-12 published happened', '2024-02-02 due overdue', action, final],
      'the draft is overdue',
    ],
    [
      '2024-03-04',
      [
        ...before,
        '2024-01-12 published happened',
        '2024-02-05 submitted happened',
        '2024-03-01 due overdue',
        '2024-03-04 extended happened',
        '2024-04-30 due toCome',
      ],
      'the draft has gone, and the final plan has more time',
    ],
    [
      '2024-04-29',
      [
        ...before,
        '2024-01-12 published happened',
        '2024-02-05 submitted happened',
        '2024-03-04 extended happened',
        '2024-03-05 done happened',
        '2024-04-29 closed happened',
      ],
      'all is over',
    ],
  ])('as at %s are %j, because %s', (today, expected, _because) => {
    expect(eventsOf({ r: visit }, today).map(line)).toEqual(expected)
  })

  it('say with the first what it was about, and with the last of the report what was found', () => {
    const [first, second, third] = eventsOf({ r: visit }, '2024-01-12')
    expect(first).toMatchObject({ kind: 'visited', isFirst: true, findings: null })
    expect(second).toMatchObject({ kind: 'received', isFirst: false, findings: null })
    expect(third).toMatchObject({
      kind: 'published',
      findings: { areasForPriorityAction: [{ id: 'P1' }], areasForImprovement: null },
    })
  })

  it('close an action on its day, with the reason', () => {
    const closed = visit.replace('done: 2024-03-05', 'closed: { on: 2024-03-05, reason: No use }')
    const event = eventsOf({ r: closed }, '2024-04-29').find(({ date }) => date === '2024-03-05')
    expect(event).toMatchObject({ kind: 'closed', reason: 'No use', item: { id: 'r#A1' } })
  })

  it('leave out a stage that is not required', () => {
    const without = visit.replace(/areasFor[\s\S]*/, 'areasForPriorityAction: []\n')
    expect(eventsOf({ r: without }, '2024-02-03').map(({ kind }) => kind)).toEqual([
      'visited',
      'received',
      'published',
    ])
  })
})

describe('on one day', () => {
  it('one thing leads to another', () => {
    const all = visit
      .replace('visited: 2023-11', 'visited: 2024-01-12')
      .replace('received: 2024-01-05', 'received: 2024-01-12')
      .replace('submitted: 2024-02-05', 'submitted: 2024-01-12')
      .replace('on: 2024-03-04', 'on: 2024-01-12')
      .replace('on: 2024-04-29', 'on: 2024-01-12')
      .replace('done: 2024-03-05', 'done: 2024-01-12')
    expect(eventsOf({ r: all }, '2024-01-12').map(({ kind }) => kind)).toEqual([
      ...['visited', 'received', 'published', 'extended', 'submitted', 'done', 'closed'],
    ])
  })

  it('records stand by their ids, whatever the order of the files', () => {
    const text = 'authority: A\nframework: sif\npublished: 2024-01-12\n'
    const records = eventsOf({ c: text, a: text, b: text }, '2024-01-12').map(
      ({ record, kind }) => `${kind} ${record}`,
    )
    expect(records.slice(0, 3)).toEqual(['published a', 'published b', 'published c'])
  })
})

describe('on any day of the Shropshire records', () => {
  const plans = Object.entries(shippedPlans()).filter(([path]) => path.includes('shropshire'))
  const records = Object.fromEntries(
    plans.map(([path, text]) => [path.replace(/^plans\/|\.yaml$/g, ''), text]),
  )
  const first = dayOf('2017-11-01')
  const count = dayOf('2025-12-31') - first
  const all = Array.from({ length: count }, (_, index) => isoOf(addDays(first, index)))
  const told = all.map((today) => ({ today, events: eventsOf(records, today) }))

  it('nothing has happened that lies ahead, and nothing is to come that lies behind', () => {
    const wrong = told.filter(({ today, events }) =>
      events.some(
        ({ date, state }) => date !== null && (state === 'toCome' ? date < today : date > today),
      ),
    )
    expect(wrong.map(({ today }) => today)).toEqual([])
  })

  it('what has happened stays so', () => {
    const happened = told.map(({ events }) =>
      events
        .filter(({ state }) => state === 'happened')
        .map((event) => `${event.record} ${line(event)}`),
    )
    const lost = happened.flatMap((before, index) =>
      before.filter((event) => !(happened[index + 1] ?? before).includes(event)),
    )
    expect(lost).toEqual([])
    expect(happened.at(-1)).toHaveLength(17)
  })

  it('the events are in order', () => {
    const unordered = told.filter(({ events }) => {
      const dates = events.flatMap(({ date }) => date ?? [])
      return dates.some((date, index) => date < (dates[index - 1] ?? ''))
    })
    expect(unordered.map(({ today }) => today)).toEqual([])
  })
})

describe('a judgement', () => {
  const report = (published: string, judgements: string, follows = '') =>
    `authority: A\nframework: sif\npublished: ${published}\njudgements: { ${judgements} }\n${follows && `follows: ${follows}\n`}`
  const judgements = (records: Record<string, string>, id: string, today = '2026-01-01') =>
    eventsOf(records, today).flatMap((event) =>
      event.record === id && 'findings' in event
        ? (event.findings?.judgements.map(({ name, before }) => [name, before]) ?? [])
        : [],
    )
  const a = report('2020-01-10', 'overall: good, leaders: inadequate')
  const b = report('2022-01-10', 'overall: inadequate', 'a')

  it.each<[string, Record<string, string>, string, [string, string | null][]]>([
    [
      'nothing is before a',
      { a, b },
      'a',
      [
        ['overall', null],
        ['leaders', null],
      ],
    ],
    ['b follows a', { a, b }, 'b', [['overall', 'good']]],
    [
      'c follows b, and of leaders b is silent',
      { a, b, c: report('2024-01-10', 'overall: good, leaders: good', 'b') },
      'c',
      [
        ['overall', 'inadequate'],
        ['leaders', 'inadequate'],
      ],
    ],
    [
      'c follows none',
      { a, b, c: report('2024-01-10', 'overall: good') },
      'c',
      [['overall', null]],
    ],
    ['z was not read', { c: report('2024-01-10', 'overall: good', 'z') }, 'c', [['overall', null]]],
    [
      'a name of JavaScript is a name like any other',
      { a, b: report('2022-01-10', 'constructor: good', 'a') },
      'b',
      [['constructor', null]],
    ],
    [
      'a circle ends where it begins',
      {
        a: report('2020-01-10', 'overall: good', 'b'),
        b: report('2022-01-10', 'leaders: good', 'a'),
      },
      'b',
      [['leaders', null]],
    ],
  ])('was before, since %s: %#', (_because, records, id, expected) => {
    expect(judgements(records, id)).toEqual(expected)
  })

  it('of a later day is not known yet', () => {
    const wrong = { a: report('2023-01-10', 'overall: good'), b }
    expect(judgements(wrong, 'b', '2022-06-01')).toEqual([['overall', null]])
  })
})

describe('an extension', () => {
  const extended = (extensions: string) =>
    eventsOf(
      {
        r: `authority: A\nframework: sif\nreceived: 2024-01-05\nplan: { final: { extensions: [${extensions}] } }\n`,
      },
      '2024-04-01',
    ).flatMap((event) =>
      'item' in event
        ? [[event.kind, ...event.extensions.map(({ from, to }) => `${from} → ${to}`)]]
        : [],
    )

  it.each([
    [
      'the first is from the due date',
      '{ to: 2024-05-07, on: 2024-03-01 }',
      [['extended', '2024-04-16 → 2024-05-07'], ['due']],
    ],
    [
      'the second is from the first, wherever it stands',
      '{ to: 2024-06-04, on: 2024-03-15 }, { to: 2024-05-07, on: 2024-03-01 }',
      [['extended', '2024-04-16 → 2024-05-07'], ['extended', '2024-05-07 → 2024-06-04'], ['due']],
    ],
    [
      'one of an unknown day is told with the due date',
      '{ to: 2024-05-07 }',
      [['due', '2024-04-16 → 2024-05-07']],
    ],
    [
      'one that is granted later is not known yet',
      '{ to: 2024-05-07, on: 2024-03-01 }, { to: 2024-06-04, on: 2024-04-02 }',
      [['extended', '2024-04-16 → 2024-05-07'], ['due']],
    ],
  ])('tells from when to when: %s', (_because, extensions, expected) => {
    expect(extended(extensions)).toEqual(expected)
  })
})
