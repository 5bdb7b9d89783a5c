import { describe, expect, it } from 'vitest'
import type { Closure } from '../../../src/assessment/back-plan.ts'
import { bankHolidays } from '../../../src/calendar/bank-holidays.ts'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import { workingDays } from '../../../src/calendar/working-days.ts'
import type { LedgerEntry } from '../../../src/commands/remind/planning/ledger.ts'
import { memoryOf } from '../../../src/commands/remind/planning/memory.ts'
import { outlookOf } from '../../../src/commands/remind/planning/outlook.ts'
import {
  decide,
  isReminder,
  isToBeDone,
  lastDayFor,
  messagesOf,
  type OpenItem,
  type PlanningContext,
} from '../../../src/commands/remind/planning/plan.ts'
import { isQuiet, policyOf } from '../../../src/commands/remind/planning/policy.ts'
import { thresholdAt } from '../../../src/commands/remind/planning/thresholds.ts'
import type { Reminders } from '../../../src/config/reminders.ts'
import { assess } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

const days = workingDays(bankHolidays('england-and-wales'))
const ledger = 'l'

type World = {
  reminders?: Partial<Reminders>
  entries?: readonly LedgerEntry[]
  closures?: readonly Closure[]
  text?: string
}

// The draft is due on Friday 9 February 2024, the final plan on Tuesday 23 April.
const received = (lines = '') => record(lines, { published: 'received: 2024-01-12' })

function terms(
  today: string,
  { reminders = {}, entries = [], closures = [] }: World = {},
): PlanningContext {
  const policy = policyOf({ ledger, ...reminders })
  const memory = memoryOf(entries, isoDate(today))
  return { policy, memory, daysOf: () => days, closures }
}

function decisions(today: string, world: World = {}) {
  const { items } = assess(world.text ?? received(), today)
  return decide(Object.values(items), dayOf(today), terms(today, world))
}

const decision = (today: string, part: string, world: World = {}) =>
  decisions(today, world).find(({ item }) => item.id === `r#${part}`)

/** What the ledger says when somebody was told of the draft. */
function told(
  rung: number,
  { due = '2024-02-09', to = 'standard output', item = 'r#draft', asAt = '2024-02-01' } = {},
): LedgerEntry[] {
  const key = `${item} ${due} ${rung} ${to}`
  const items = [{ item, due: isoDate(due), rung }]
  return [
    { kind: 'intent', at: '', asAt: isoDate(asAt), key, to, channel: 'stdout', items },
    { kind: 'result', at: '', key, outcome: 'sent' },
  ]
}

const someone = {
  to: 'a',
  channel: 'stdout',
  isRegular: true,
  isEscalated: false,
  on: null,
} as const

describe('the lowest rung that is crossed', () => {
  const daily = policyOf({ ledger, before: [5, 2, 0] })
  it.each([
    [6, undefined, 'the first comes at 5'],
    [5, 5, 'that day has come'],
    [4, 5, 'nothing new since'],
    [3, 5, 'nothing new since'],
    [2, 2, 'the next one'],
    [0, 0, 'the due day'],
    [-1, -1, 'late, and told every working day'],
    [-12, -12, 'likewise'],
  ])('with %i working days left is %s: %s', (left, rung, _because) => {
    expect(thresholdAt(left, someone, daily)).toBe(rung)
  })

  it.each([
    [-1, -1, 'the first week begins'],
    [-5, -1, 'it is still the first'],
    [-6, -6, 'the second'],
    [-11, -11, 'the third'],
    [-13, -11, 'nothing new since'],
  ])('weekly, %i: %i, because %s', (left, rung, _because) => {
    expect(thresholdAt(left, someone, policyOf({ ledger, overdue: 'weekly' }))).toBe(rung)
  })

  it.each([
    [{ overdue: 'never' }, -30, 0, 'it stays at the last one before'],
    [{ overdue: 'never', before: [] }, -30, undefined, 'there is none at all'],
    [{ before: [] }, 3, undefined, 'there is none before'],
    [{ before: [3] }, 0, 3, 'the due day is not late'],
    [{ before: [] }, -3, -3, 'but late it is told'],
    [{ before: [0, 5, 5] }, 3, 5, 'the order in the configuration makes no difference'],
  ] as const)('%j, %i: %s, because %s', (reminders, left, rung, _because) => {
    expect(
      thresholdAt(
        left,
        someone,
        policyOf({
          ledger,
          ...reminders,
          before: 'before' in reminders ? [...reminders.before] : [5, 2, 0],
        }),
      ),
    ).toBe(rung)
  })

  const above = {
    to: 'boss',
    channel: 'stdout',
    isRegular: false,
    isEscalated: true,
    on: null,
  } as const
  it.each([
    ['daily', -4, undefined, 'it begins at 5'],
    ['daily', -5, -5, 'it begins'],
    ['daily', -8, -8, 'and goes on'],
    ['weekly', -9, -5, 'still the first week'],
    ['weekly', -10, -10, 'the second'],
    ['never', -40, -5, 'once'],
  ] as const)('for the escalation, %s, %i: %s, because %s', (overdue, left, rung, _because) => {
    const escalation = { after: 5, to: [{ to: 'boss', channel: 'stdout' as const }] }
    expect(thresholdAt(left, above, policyOf({ ledger, overdue, escalation }))).toBe(rung)
  })
})

describe('the quiet hours', () => {
  it.each([
    ['19:00', '07:00', '19:00', true, 'the first minute is quiet'],
    ['19:00', '07:00', '06:59', true, 'they run over midnight'],
    ['19:00', '07:00', '07:00', false, 'the last minute is over'],
    ['12:00', '13:00', '12:30', true, 'within a day'],
    ['12:00', '13:00', '12:00', true, 'the first minute is quiet'],
    ['12:00', '13:00', '11:59', false, 'they have not begun'],
    ['12:00', '12:00', '12:00', false, 'no minute lies between'],
    ['12:00', '13:00', '23:00', false, 'outside'],
    ['12:00', '13:00', '13:00', false, 'the last minute is over'],
  ])('from %s to %s at %s: %s, because %s', (from, to, time, isOne, _because) => {
    expect(isQuiet(time, policyOf({ ledger, quietHours: { from, to } }))).toBe(isOne)
  })

  it('are none without the setting', () => {
    expect(isQuiet('23:00', policyOf({ ledger }))).toBe(false)
  })
})

describe('a decision', () => {
  it.each([
    ['2024-01-25', 'draft', 'notYet', 'eleven working days are left'],
    ['2024-01-26', 'draft', null, 'ten are left'],
    ['2024-01-27', 'draft', 'closedDay', 'it is a Saturday'],
    ['2024-02-09', 'draft', null, 'it is due today'],
    ['2024-02-12', 'draft', null, 'it is late'],
    ['2024-02-12', 'final', 'notYet', 'that is due in April'],
  ])('on %s about %s: %s, because %s', (today, part, kind, _because) => {
    expect(decision(today, part)?.quiet?.kind ?? null).toBe(kind)
  })

  it.each([
    [told(5), '2024-02-05', 'alreadySent', 'four days are left, and 5 was told'],
    [told(5), '2024-02-07', null, 'two are left: the next rung'],
    [told(2), '2024-02-05', 'alreadySent', 'a lower rung was told already'],
    [told(5, { to: 'another' }), '2024-02-05', null, 'somebody else was told'],
    [told(5, { due: '2024-02-16' }), '2024-02-05', null, 'it was due on another day then'],
    [told(5).slice(0, 1), '2024-02-05', null, 'nobody knows whether it went'],
    [told(-1), '2024-02-13', null, 'a day later it is told again'],
    [told(-2), '2024-02-13', 'alreadySent', 'that was today'],
    [told(-80, { asAt: '2024-06-01' }), '2024-02-07', null, 'a clock was wrong on that day'],
  ] as const)('after %j, on %s: %s, because %s', (entries, today, kind, _because) => {
    expect(decision(today, 'draft', { entries })?.quiet?.kind ?? null).toBe(kind)
  })

  it('says from where a due date has moved', () => {
    const entries = told(5, { due: '2024-02-16' })
    expect(decision('2024-02-05', 'draft', { entries })?.movedFrom).toBe('2024-02-16')
    expect(decision('2024-02-05', 'draft', { entries: told(5) })?.movedFrom).toBeNull()
  })

  it.each([
    ['plan: { draft: { submitted: 2024-02-05 } }', 'it was sent today'],
    ['plan: { draft: { closed: { on: 2024-02-05, reason: Withdrawn } } }', 'it is closed'],
  ])('is none on what is settled: %s', (lines, _because) => {
    expect(decision('2024-02-05', 'draft', { text: received(`${lines}\n`) })).toBeUndefined()
    expect(decision('2024-02-04', 'draft', { text: received(`${lines}\n`) })).toBeDefined()
  })

  const until = (key: string, date: string) =>
    key === 'snooze'
      ? `plan: { draft: { snooze: { until: ${date}, reason: The board meets } } }\n`
      : `waivers: [{ item: draft, rule: overdue, reason: r, approvedBy: b, until: ${date} }]\n`
  it.each([
    ['snooze', '2024-02-13', 'snoozed', 'the last quiet day counts whole'],
    ['snooze', '2024-02-12', null, 'it was over yesterday'],
    ['waiver', '2024-02-13', 'waived', 'all that is wrong with it is waived'],
    ['waiver', '2024-02-12', null, 'it was over yesterday'],
  ])('with a %s until %s on 13 February: %s, because %s', (key, date, kind, _because) => {
    const text = received(until(key, date))
    expect(decision('2024-02-13', 'draft', { text })?.quiet?.kind ?? null).toBe(kind)
  })

  it('is not quiet before the due day by a waiver for when it is over', () => {
    const text = received(until('waiver', '2024-02-13'))
    expect(decision('2024-02-09', 'draft', { text })?.quiet).toBeNull()
    expect(decision('2024-02-12', 'draft', { text })?.quiet?.kind).toBe('waived')
  })

  it.each([
    ['2024-02-08', '2024-02-09', 'a', 'acknowledged', 'they wanted it so'],
    ['2024-02-09', '2024-02-09', 'a', null, 'it is over'],
    ['2024-02-08', '2024-02-16', 'a', null, 'it was due on another day then'],
    ['2024-02-08', '2024-02-09', 'b', null, 'somebody else wanted it'],
    ['2024-02-02', '2024-02-09', 'a', null, 'that day has not come'],
  ])(
    'on %s, acknowledged while due on %s by %s: %s, because %s',
    (today, due, by, kind, _because) => {
      const ack = { kind: 'ack', at: '', asAt: isoDate('2024-02-05'), item: 'r#draft' } as const
      const entries = [{ ...ack, due: isoDate(due), by, until: isoDate('2024-02-08') }]
      const reminders = { default: { to: 'a', channel: 'stdout' as const } }
      expect(decision(today, 'draft', { entries, reminders })?.quiet?.kind ?? null).toBe(kind)
    },
  )
})

describe('closed days', () => {
  const closures = [{ from: isoDate('2024-02-07'), to: isoDate('2024-02-14'), title: 'Half-term' }]

  it('are the authority’s closures too, and what falls due in one is told before it', () => {
    expect(decision('2024-02-08', 'draft', { closures })?.quiet).toMatchObject({
      kind: 'closedDay',
      closure: 'Half-term',
    })
    // Three working days are left on Tuesday, and the next day for a reminder is after the due day.
    expect(decision('2024-02-06', 'draft', { closures })).toMatchObject({ left: 3, threshold: 0 })
    expect(decision('2024-02-05', 'draft', { closures })).toMatchObject({ left: 4, threshold: 5 })
  })

  it('make no difference where the configuration says so', () => {
    const reminders = { onClosedDays: true }
    expect(decision('2024-02-08', 'draft', { closures, reminders })?.quiet).toBeNull()
    expect(decision('2024-02-10', 'draft', { reminders })?.quiet).toBeNull()
    expect(decision('2024-02-06', 'draft', { closures, reminders })).toMatchObject({ threshold: 5 })
  })
})

describe('the last day for a reminder', () => {
  const closures = [{ from: isoDate('2024-02-07'), to: isoDate('2024-02-14'), title: 'Half-term' }]
  const lastDay = (due: string, world: World = {}) => {
    const item = { ...assess(received(), '2024-02-05').items['draft'], due: isoDate(due) }
    return isoOf(lastDayFor(item as OpenItem, terms('2024-02-05', world)))
  }
  it.each<[string, World, string, string]>([
    ['2024-02-09', {}, '2024-02-09', 'it is a working day'],
    ['2024-02-11', {}, '2024-02-09', 'a Sunday is none'],
    ['2024-04-01', {}, '2024-03-28', 'nor is Easter'],
    ['2024-02-09', { closures }, '2024-02-06', 'the authority is closed'],
    [
      '2024-02-11',
      { reminders: { onClosedDays: true } },
      '2024-02-11',
      'closed days are no matter',
    ],
  ])('of what is due on %s under %j is %s, because %s', (due, world, expected, _because) => {
    expect(lastDay(due, world)).toBe(expected)
  })
})

describe('an item', () => {
  const draft = assess(received(), '2024-02-05').items['draft']
  it.each<[object, boolean, string]>([
    [{}, true, 'it is open, with a date'],
    [{ due: null }, false, 'it has no date'],
    [{ status: 'closed' }, false, 'it is closed'],
  ])('with %j is to be done: %s, because %s', (facts, expected, _because) => {
    expect(draft && isToBeDone({ ...draft, ...facts })).toBe(expected)
  })

  it('of which the first threshold has not come is no reminder, whatever else is quiet', () => {
    const early = decision('2024-01-20', 'draft')
    expect(early).toMatchObject({ threshold: null, quiet: { kind: 'notYet' } })
    expect(early && isReminder({ ...early, quiet: null })).toBe(false)
    const now = decision('2024-02-05', 'draft')
    expect(now && isReminder(now)).toBe(true)
    expect(now && isReminder({ ...now, quiet: { kind: 'notYet' } })).toBe(false)
  })
})

describe('recipients', () => {
  const text = received('actions: [{ id: A1, title: Audit, owner: QA lead, due: 2024-02-09 }]\n')
  const who = (part: string, reminders: Partial<Reminders>, today = '2024-02-05') =>
    decisions(today, { text, reminders })
      .filter(({ item, threshold }) => item.id === `r#${part}` && threshold !== null)
      .map(({ recipient }) => `${recipient.to}/${recipient.channel}`)
  const qa = { to: 'qa', channel: 'stdout', owner: 'qa' } as const
  const all = { to: 'all', channel: 'stdout' } as const

  it.each<[string, Partial<Reminders>, string[], string]>([
    ['A1', {}, ['standard output/stdout'], 'nobody else is named'],
    ['A1', { recipients: [qa] }, ['qa/stdout'], 'the owner has that text'],
    ['draft', { recipients: [qa] }, ['standard output/stdout'], 'no rule is about a stage'],
    ['draft', { recipients: [qa], default: all }, ['all/stdout'], 'the default is for that'],
    ['A1', { recipients: [qa, all] }, ['qa/stdout', 'all/stdout'], 'both rules are about it'],
    ['A1', { recipients: [all, { ...qa, to: 'all' }] }, ['all/stdout'], 'both mean the same one'],
    ['A1', { recipients: [{ ...all, authority: 'leeds' }, qa] }, ['qa/stdout'], 'it is not Leeds'],
    ['A1', { recipients: [{ ...all, authority: 'SHROP' }] }, ['all/stdout'], 'case is no matter'],
    [
      'A1',
      { recipients: [{ ...all, framework: 'sif' }, qa] },
      ['qa/stdout'],
      'it is no such record',
    ],
  ])('of %s under %j: %j, because %s', (part, reminders, recipients, _because) => {
    expect(who(part, reminders)).toEqual(recipients)
  })

  it('hear of an escalation from its day on, and once where they hear of it anyway', () => {
    const escalation = { after: 2, to: [{ to: 'boss', channel: 'stdout' as const }] }
    expect(who('A1', { escalation }, '2024-02-12')).toEqual(['standard output/stdout'])
    expect(who('A1', { escalation }, '2024-02-13')).toEqual([
      'standard output/stdout',
      'boss/stdout',
    ])
    const recipients = [{ to: 'boss', channel: 'stdout' as const }]
    expect(who('A1', { escalation, recipients }, '2024-02-13')).toEqual(['boss/stdout'])
  })

  it('get no message where all is quiet', () => {
    expect(messagesOf(decisions('2024-01-20'))).toEqual([])
    expect(messagesOf(decisions('2024-02-05', { entries: told(5) }))).toEqual([])
  })

  it('get one message each, the most urgent item first, and then by id', () => {
    const late = `${text.trimEnd().slice(0, -1)}, { id: A0, title: Later, due: 2024-04-23 }]\n`
    const [message, ...others] = messagesOf(decisions('2024-04-22', { text: late }))
    expect(others).toEqual([])
    expect(message?.reminders.map(({ item }) => item.id)).toEqual([
      'r#A1',
      'r#draft',
      'r#A0',
      'r#final',
    ])
  })

  it('get a message for each channel by which they are told', () => {
    const recipients = [
      { to: 'all', channel: 'stdout' as const },
      { to: 'all', channel: 'slack' as const },
    ]
    const messages = messagesOf(decisions('2024-02-07', { reminders: { recipients } }))
    expect(messages.map(({ recipient }) => recipient)).toEqual(recipients)
  })
})

describe('the outlook', () => {
  it('tells each rung once, on the first day on which reminders go', () => {
    const { items } = assess(received(), '2024-01-15')
    const { ahead } = outlookOf(
      Object.values(items),
      isoDate('2024-01-15'),
      isoDate('2024-02-14'),
      terms('2024-01-15'),
    )
    expect(ahead.map(({ on, reminder }) => [on, reminder.threshold])).toEqual([
      ['2024-01-26', 10],
      ['2024-02-02', 5],
      ['2024-02-07', 2],
      ['2024-02-08', 1],
      ['2024-02-09', 0],
      ['2024-02-12', -1],
      ['2024-02-13', -2],
      ['2024-02-14', -3],
    ])
  })

  it('leaves out what will be waived once it is overdue, up to the last day of the waiver', () => {
    const waiver = '{ item: draft, rule: overdue, reason: r, approvedBy: b, until: 2024-02-13 }'
    const { items } = assess(received(`waivers: [${waiver}]\n`), '2024-02-08')
    const { ahead } = outlookOf(
      Object.values(items),
      isoDate('2024-02-08'),
      isoDate('2024-02-15'),
      terms('2024-02-08'),
    )
    expect(ahead.map(({ on, reminder }) => [on, reminder.threshold])).toEqual([
      ['2024-02-09', 0],
      ['2024-02-14', -3],
      ['2024-02-15', -4],
    ])
  })

  it('leaves out the days on which the record wants no reminder, and goes on after them', () => {
    const snooze = 'plan: { draft: { snooze: { until: 2024-02-08, reason: The board meets } } }\n'
    const { items } = assess(received(snooze), '2024-02-01')
    const { ahead } = outlookOf(
      Object.values(items),
      isoDate('2024-02-01'),
      isoDate('2024-02-12'),
      terms('2024-02-01'),
    )
    expect(ahead.map(({ on, reminder }) => [on, reminder.threshold])).toEqual([
      ['2024-02-09', 0],
      ['2024-02-12', -1],
    ])
  })

  it('is in the order of days, and on each day the most urgent first', () => {
    const actions = [
      '{ id: A1, title: Audit, due: 2024-02-13 }',
      '{ id: A2, title: Audit, due: 2024-02-12 }',
    ]
    const { items } = assess(received(`actions: [${actions.join(', ')}]\n`), '2024-02-09')
    const { ahead } = outlookOf(
      Object.values(items).filter(({ kind }) => kind === 'action'),
      isoDate('2024-02-09'),
      isoDate('2024-02-13'),
      terms('2024-02-09'),
    )
    expect(ahead.map(({ on, reminder }) => [on, reminder.item.id, reminder.threshold])).toEqual([
      ['2024-02-12', 'r#A2', 0],
      ['2024-02-12', 'r#A1', 1],
      ['2024-02-13', 'r#A2', -1],
      ['2024-02-13', 'r#A1', 0],
    ])
  })

  it('never lets a day pass on which a rung is crossed and nobody told, whatever is due when', () => {
    const from = isoDate('2024-03-20')
    for (let day = dayOf('2024-04-01'); day < dayOf('2024-06-01'); day = addDays(day, 1)) {
      const due = isoOf(day)
      const action = received(
        `actions: [{ id: A, title: a, due: ${due} }]\nplan: { draft: { submitted: 2024-02-01 } }\n`,
      )
      const { items } = assess(action, from)
      const { ahead } = outlookOf(
        Object.values(items).filter(({ kind }) => kind === 'action'),
        from,
        isoOf(addDays(day, 10)),
        terms(from),
      )
      const rungs = ahead.map(({ reminder }) => reminder.threshold)
      expect(rungs, due).toEqual([...new Set(rungs)].sort((a, b) => b - a))
      expect(rungs, due).toContain(0)
      expect(ahead.every(({ on }) => days.isWorkingDay(dayOf(on)))).toBe(true)
      const last = ahead.find(({ reminder }) => reminder.threshold === 0)
      expect(last && last.on <= due, due).toBe(true)
    }
  })
})

describe('a weekly digest', () => {
  const weekly: NonNullable<Reminders['recipients']>[number] = { to: 'a', on: ['monday'] }
  const recipients = [weekly]
  const sent = (due: string, from: string, until: string, world: World = {}) => {
    const text = received(`actions: [{ id: A, title: Audit, owner: QA, due: ${due} }]\n`)
    const item = assess(text, from).items['A'] ?? []
    const reminders = { recipients, ...world.reminders }
    const context = terms(from, { ...world, reminders })
    const outlook = outlookOf([item].flat(), isoDate(from), isoDate(until), context)
    return outlook.ahead
      .filter(({ reminder }) => reminder.recipient.to === 'a')
      .map(({ on, reminder }) => [on, reminder.threshold])
  }

  it.each<[string, string, string, [string, number][], string]>([
    [
      '2024-02-09',
      '2024-01-14',
      '2024-02-21',
      [
        ['2024-01-22', 10],
        ['2024-01-29', 5],
        ['2024-02-05', 0],
        ['2024-02-12', -1],
        ['2024-02-19', -6],
      ],
      'what falls due before the next digest is in this one',
    ],
    [
      '2024-05-10',
      '2024-04-28',
      '2024-05-14',
      [
        ['2024-04-29', 5],
        ['2024-05-07', 0],
        ['2024-05-13', -1],
      ],
      'Monday 6 May is a bank holiday, and the next open day a Tuesday',
    ],
    ['2024-04-15', '2024-04-14', '2024-04-15', [['2024-04-15', 0]], 'its day is the due day'],
  ])('of what is due on %s: from %s to %s, because $4', (due, from, until, days, _because) => {
    expect(sent(due, from, until)).toEqual(days)
  })

  it.each<[string, Partial<Reminders>, string[], string]>([
    [
      'two days',
      { recipients: [{ ...weekly, on: ['monday', 'thursday'] }] },
      ['12', '15', '19', '22'],
      'each has a digest',
    ],
    ['never late', { overdue: 'never' }, ['12'], 'only the due day is caught up'],
    ['weekly', { overdue: 'weekly' }, ['12', '19'], 'the day itself makes it weekly'],
    [
      'a Saturday',
      { recipients: [{ ...weekly, on: ['saturday'] }] },
      ['12', '19'],
      'the office is closed until Monday',
    ],
    [
      'a Saturday that counts',
      { recipients: [{ ...weekly, on: ['saturday'] }], onClosedDays: true },
      ['17'],
      'it is open',
    ],
    [
      'a rule for every day',
      { recipients: [weekly, { to: 'a', owner: 'QA' }] },
      ['12', '13', '14', '15', '16', '19', '20', '21', '22'],
      'one rule names no day',
    ],
    [
      'an escalation',
      {
        recipients: [{ to: 'b', owner: 'none' }],
        overdue: 'never',
        default: { to: 'b' },
        before: [0],
        escalation: { after: 2, to: [weekly] },
      },
      ['19'],
      'it begins on a Tuesday',
    ],
  ])('by %s comes on %j %j, because %s', (_name, reminders, ends, _because) => {
    const all = sent('2024-02-09', '2024-02-10', '2024-02-22', { reminders })
    expect(all.map(([on]) => String(on).slice(-2))).toEqual(ends)
  })

  it('skips no week with a bank holiday, even if what is overdue is told weekly', () => {
    const days = sent('2024-05-03', '2024-05-04', '2024-05-21', {
      reminders: { overdue: 'weekly' },
    })
    expect(days.map(([on]) => on)).toEqual(['2024-05-07', '2024-05-13', '2024-05-20'])
  })

  it.each<[string, LedgerEntry[], object | null, string]>([
    ['2024-02-05', [], null, 'it is Monday'],
    ['2024-02-06', [], { kind: 'otherDay', on: ['monday'] }, 'it is Tuesday'],
    ['2024-02-06', told(0, { to: 'a' }), { kind: 'alreadySent' }, 'Monday’s was sent'],
    ['2024-02-06', told(0, { to: 'a' }).slice(0, 1), null, 'nobody knows whether it was'],
    ['2024-02-10', told(0, { to: 'a' }).slice(0, 1), { kind: 'closedDay' }, 'Saturday is closed'],
  ])('on %s after %j: %j, because %s', (today, entries, quiet, _because) => {
    const found = decision(today, 'draft', { entries, reminders: { recipients } })?.quiet
    if (quiet === null) expect(found).toBeNull()
    else expect(found).toMatchObject(quiet)
  })
})

describe('a draft of which only the publication is known', () => {
  // It is due between Tuesday 30 January and Friday 9 February 2024.
  const text = record()

  /** On which days somebody is told what, if all that is told is kept. */
  const sent = (from: string, until: string, entries: readonly LedgerEntry[] = []) => {
    const { items } = assess(text, from)
    const { decisions: first, ahead } = outlookOf(
      [items['draft'] ?? []].flat(),
      isoDate(from),
      isoDate(until),
      terms(from, { entries, reminders: { escalation: { after: 1, to: [{ to: 'boss' }] } } }),
    )
    const today = first
      .filter(({ quiet, threshold }) => quiet === null && threshold !== null)
      .map((one) => [from, one.recipient.to, one.threshold])
    return [
      ...today,
      ...ahead.map(({ on, reminder: one }) => [on, one.recipient.to, one.threshold]),
    ]
  }
  const me = 'standard output'

  it('is counted back from the earliest date, told on the due day, and escalated after it', () => {
    expect(sent('2024-01-12', '2024-02-12')).toEqual([
      ['2024-01-16', me, 10],
      ['2024-01-23', me, 5],
      ['2024-01-26', me, 2],
      ['2024-01-29', me, 1],
      ['2024-02-09', me, 0],
      ['2024-02-12', me, -1],
      ['2024-02-12', 'boss', -1],
    ])
  })

  it.each([
    ['2024-01-30', 'the earliest date'],
    ['2024-02-01', 'a day between'],
    ['2024-02-08', 'the day before it is due'],
  ])('is quiet from %s, %s, up to the due day', (from) => {
    expect(sent(from, '2024-02-09')).toEqual([['2024-02-09', me, 0]])
  })

  it('is not told again what the ledger holds', () => {
    expect(sent('2024-01-29', '2024-02-08', told(1, { asAt: '2024-01-29' }))).toEqual([])
    expect(sent('2024-02-09', '2024-02-09', told(0))).toEqual([])
  })
})
