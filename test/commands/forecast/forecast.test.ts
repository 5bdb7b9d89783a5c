import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/assessment/assessment.ts'
import type { BackPlan } from '../../../src/assessment/back-plan.ts'
import type { Item } from '../../../src/assessment/item.ts'
import { addDays, dayOf, type IsoDate, isoOf } from '../../../src/calendar/day.ts'
import { changesOf, forecastOf, statusOn } from '../../../src/commands/forecast/forecast.ts'
import { diagnose, wholeFile } from '../../../src/diagnostics/diagnostic.ts'
import { assess } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const RECEIVED = { published: 'received: 2024-01-12' }
const SENT = 'draft: { submitted: 2024-01-15 }'
const GOVERNANCE: BackPlan['governance'] = {
  final: [
    { id: 'board', title: 'Improvement board', workingDaysBefore: 15 },
    { id: 'legal', title: 'Legal check', workingDaysBefore: 5 },
  ],
}
const CLOSED = { from: isoDate('2024-04-15'), to: isoDate('2024-04-16'), title: 'Spring closure' }

type Case = [because: string, text: string, options?: Parameters<typeof assess>[2]]

/** Records of which nothing is dated after 15 January 2024. */
const CASES: Case[] = [
  ['received: a draft due on 9 February, and a final on 23 April', record('', RECEIVED)],
  ['published: the last eight working days are at risk', record()],
  ['the draft is in, so that it holds up nothing', record(`plan: { ${SENT} }`, RECEIVED)],
  [
    'an extended deadline moves all that is counted back from it',
    record(
      `plan: { ${SENT}, final: { extensions: [{ to: 2024-05-07, on: 2024-01-15 }] } }`,
      RECEIVED,
    ),
  ],
  [
    'a due day at a weekend, and one without a margin',
    record(`plan: { draft: { stated: 2024-02-10 } }`, RECEIVED),
    { margins: { by: { draft: 0, final: 0 } } },
  ],
  [
    'a forecast after the due day is a risk from the start',
    record(`plan: { ${SENT}, final: { expected: 2024-04-24 } }`, RECEIVED),
  ],
  [
    'steps that pass put it at risk before the margin does',
    record(`plan: { ${SENT} }`, RECEIVED),
    { backPlan: { governance: GOVERNANCE, closures: [] }, margins: { by: { final: 2 } } },
  ],
  [
    'a step that was taken does not, the next one does',
    record(`plan: { ${SENT}, final: { steps: { board: { done: 2024-01-15 } } } }`, RECEIVED),
    { backPlan: { governance: GOVERNANCE, closures: [] }, margins: { by: { final: 2 } } },
  ],
  [
    'a step on a closure is a risk until it is missed',
    record(`plan: { ${SENT} }`, RECEIVED),
    { backPlan: { governance: GOVERNANCE, closures: [CLOSED] }, margins: { by: { final: 2 } } },
  ],
  [
    'two steps are missed on one day, on which the margin begins as well',
    record(`plan: { ${SENT}, final: { steps: { legal: { planned: 2024-04-02 } } } }`, RECEIVED),
    { backPlan: { governance: GOVERNANCE, closures: [] }, margins: { by: { final: 14 } } },
  ],
  [
    'actions: plain, on a bank holiday, blocked, late, done, after the plan',
    record(
      `plan: { ${SENT} }
actions:
  - { id: A1, title: a, due: 2024-02-16 }
  - { id: A2, title: b, due: 2024-03-29 }
  - { id: A3, title: c, due: 2024-03-31, blocked: no data }
  - { id: A4, title: d, due: 2024-03-31, expected: 2024-04-02 }
  - { id: A5, title: e, due: 2024-01-15, done: 2024-01-15 }
  - { id: A6, title: f, due: 2024-05-03, answers: [P1] }`,
      RECEIVED,
    ),
  ],
  ['what is closed stays so', record('plan: { draft: { closed: { on: 2024-01-15, reason: x } } }')],
  ['a clock in calendar days', 'authority: A\nframework: hmicfrs\npublished: 2024-01-12\n'],
  [
    'a stage that waits for the one before',
    'authority: A\nframework: area-send-2023\nreceived: 2024-01-12\nareasForPriorityAction: [{ id: P1, text: x }]\n',
  ],
  ['what waits goes on waiting', 'authority: A\nframework: sif\nvisited: 2024-01\n'],
]

const FIRST = dayOf('2024-01-15')
const DAYS = Array.from({ length: 130 }, (_, index) => isoOf(addDays(FIRST, index)))

/** The items of a record as at each day, found out anew for each. */
function lives([, text, options = {}]: Case) {
  return new Map(DAYS.map((day) => [day, Object.values(assess(text, day, options).items)]))
}

const statusesOf = (items: readonly Item[] = []) => items.map(({ id, status }) => `${id} ${status}`)

describe.each(CASES)('%s:', (...example) => {
  const life = lives(example)

  it('each day foretells the status on each later one', () => {
    for (const [today, items] of life) {
      for (const day of DAYS.filter((later) => later >= today)) {
        const foretold = items.map((item) => `${item.id} ${statusOn(item, day)}`)
        expect(foretold, `${day}, foretold on ${today}`).toEqual(statusesOf(life.get(day)))
      }
    }
  })

  it('each day foretells the changes of the later ones, and why they come', () => {
    for (const [today, items] of life) {
      const foretold = items.flatMap((item) => changesOf(item, isoDate('2024-05-23')))
      expect(
        foretold.map(({ on, item, from, to }) => [item.id, on, from, to]),
        today,
      ).toEqual(items.flatMap(({ id }) => changesSeen(life, id, today)))
      for (const { on, item, to, why } of foretold.filter(({ to }) => to === 'atRisk')) {
        const then = life.get(on)?.find(({ id }) => id === item.id)
        expect({ to, why }, `${on}, foretold on ${today}`).toEqual({ to: 'atRisk', why: then?.why })
      }
    }
  })
})

/** The changes of an item after a day, as the assessments of the days show them. */
function changesSeen(life: ReadonlyMap<IsoDate, readonly Item[]>, id: string, today: IsoDate) {
  const statuses = [...life]
    .filter(([day]) => day >= today)
    .map(([day, items]) => ({ day, status: items.find((item) => item.id === id)?.status }))
  return statuses.flatMap(({ day, status }, index) => {
    const before = statuses[index - 1]?.status
    return index > 0 && before !== status ? [[id, day, before, status]] : []
  })
}

describe('a forecast', () => {
  const foretell = (text: string, day: string, until: string, isWeekly = false, faults = 0) => {
    const { items } = assess(text, day, { backPlan: { governance: GOVERNANCE, closures: [] } })
    const fault = diagnose(wholeFile('b.yaml'), 'empty-file', { use: 'record' })
    const gathered = {
      records: 1,
      today: isoDate(day),
      filters: [],
      timeZone: 'Europe/London',
      calendars: [],
      facts: [],
      ignored: 0,
      openOutside: 0,
      items: Object.values(items),
      diagnostics: Array.from({ length: faults }, () => fault),
    }
    return forecastOf(assemble(gathered, 'overdue'), isoDate(until), isWeekly)
  }
  const open = record('', RECEIVED)

  it.each([
    ['2024-02-05', '2024-02-05', false, ['02-05'], 'the first day is the last one'],
    ['2024-02-05', '2024-02-12', false, ['02-05', '02-12'], 'the ends are enough'],
    ['2024-02-05', '2024-02-12', true, ['02-05', '02-12'], 'the last day is a seventh one'],
    ['2024-02-05', '2024-02-13', true, ['02-05', '02-12', '02-13'], 'it is not, and counts too'],
    ['2024-02-05', '2024-02-06', true, ['02-05', '02-06'], 'there is no whole week'],
  ])('from %s to %s, weekly %s: %j, because %s', (today, until, isWeekly, expected, _because) => {
    const { days } = foretell(open, today, until, isWeekly)
    expect(days.map(({ on }) => on.slice(5))).toEqual(expected)
  })

  it('counts what each day will find', () => {
    const { days } = foretell(open, '2024-02-05', '2024-02-12', true)
    expect(days).toMatchObject([
      { on: '2024-02-05', summary: { records: 1, items: 2, atRisk: 1, onTrack: 1, overdue: 0 } },
      { on: '2024-02-12', summary: { records: 1, items: 2, atRisk: 1, onTrack: 0, overdue: 1 } },
    ])
  })

  it.each([
    ['2024-02-05', '2024-02-09', 0, { today: 0, until: 0 }, 'the due day counts whole'],
    ['2024-02-05', '2024-02-10', 0, { today: 0, until: 1 }, 'the draft is overdue then'],
    ['2024-02-10', '2024-02-10', 0, { today: 1, until: 1 }, 'it is already'],
    ['2024-02-05', '2024-02-09', 1, { today: 1, until: 1 }, 'a file has an error'],
  ])('from %s to %s, %i faults: %j, because %s', (today, until, faults, expected, _because) => {
    expect(foretell(open, today, until, false, faults).exitCode).toEqual(expected)
  })

  it.each([
    ['2024-04-01', '2024-04-02', ['board'], 'the last day belongs to the span'],
    ['2024-04-02', '2024-04-15', ['board'], 'so does the first'],
    ['2024-04-03', '2024-04-16', ['legal'], 'the board is past'],
  ])('has the steps from %s to %s: %j, because %s', (today, until, expected, _because) => {
    const { steps } = foretell(open, today, until)
    expect(steps.map(({ step }) => step.id)).toEqual(expected)
  })

  it('has its changes in order, the worse first on one day, and apart what stays as it is', () => {
    const { changes, unchanged } = foretell(
      record('actions: [{ id: A1, title: a, due: 2024-12-02 }]', RECEIVED),
      '2024-01-15',
      '2024-04-23',
    )
    expect(changes.map(({ on, item, to }) => [on, item.id, to])).toEqual([
      ['2024-01-31', 'r#draft', 'atRisk'],
      ['2024-02-10', 'r#draft', 'overdue'],
      ['2024-02-10', 'r#final', 'atRisk'],
    ])
    expect(unchanged.map(({ id }) => id)).toEqual(['r#A1'])
  })
})

describe('a waiver', () => {
  it.each([
    ['2024-02-12', 0, 1, 'it is overdue on that day, and the waiver holds'],
    ['2024-02-13', 1, 0, 'the waiver has ended the day before'],
  ])(
    'forecasts for %s the exit code %i and %i waived, because %s',
    async (until, exitCode, waived, _because) => {
      const text = `${record('plan: { draft: { submitted: 2024-01-22 } }\n').replace('published:', 'received:')}actions:
  - { id: A1, title: Audit, due: 2024-02-09 }
waivers:
  - { item: A1, rule: overdue, reason: Illness, approvedBy: Director, until: 2024-02-12 }
`
      const files = { 'plans/a.yaml': text }
      const args = ['forecast', '--today', '2024-02-05', '--until', until, '-f', 'json']
      const { out } = await plandue(args, { files })
      const { exitCode: codes, days, changes } = JSON.parse(out)
      expect(codes).toEqual({ today: 0, until: exitCode })
      expect(days.at(-1).summary).toMatchObject({ overdue: 1, waived })
      const told = changes.filter(({ to }: { to: string }) => to === 'overdue')
      expect(told.map(({ on, why }: { on: string; why: string[] }) => [on, why.at(-1)])).toEqual(
        [
          ['2024-02-10', 'waived until Monday 12 February 2024'],
          ['2024-02-13', 'from Tuesday 13 February 2024 on nothing of it is waived any more'],
        ].slice(0, waived === 1 ? 1 : 2),
      )
    },
  )
})
