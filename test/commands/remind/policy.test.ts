import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/assessment/item.ts'
import {
  policyOf,
  recipientsFor,
  recipientsOf,
  replyToFor,
} from '../../../src/commands/remind/planning/policy.ts'
import { thresholdWording } from '../../../src/commands/remind/planning/thresholds.ts'
import type { Reminders } from '../../../src/config/reminders.ts'
import { itemOf } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

const ledger = 'l'
const qa = { to: 'qa', channel: 'stdout' } as const
const boss = { to: 'boss', channel: 'slack' } as const
const reader = { to: 'standard output', channel: 'stdout' }
const always = { on: null, replyTo: null }

describe('the settings of reminders', () => {
  it('have defaults', () => {
    expect(policyOf({ ledger })).toEqual({
      before: [10, 5, 2, 1, 0],
      overdue: 'daily',
      escalation: null,
      onClosedDays: false,
      quietHours: null,
      rules: [],
      fallback: { ...reader, ...always },
      link: null,
      contact: null,
      replyTo: null,
    })
  })

  it('are taken as they are, the days in descending order and each of them once', () => {
    const quietHours = { from: '19:00', to: '07:00' }
    const policy = policyOf({
      ledger,
      before: [0, 5, 20, 5],
      overdue: 'weekly',
      escalation: { after: 3, to: [boss, { to: 'chair' }] },
      onClosedDays: true,
      quietHours,
      recipients: [{ to: 'qa', owner: 'QA', replyTo: 'own@a.uk' }],
      default: { ...boss, on: ['friday'] },
      link: 'https://example.org/{path}',
      contact: 'Ask QA',
      replyTo: 'qa@a.uk',
    })
    expect(policy).toEqual({
      before: [20, 5, 0],
      overdue: 'weekly',
      escalation: {
        after: 3,
        to: [
          { ...boss, ...always },
          { to: 'chair', channel: 'stdout', ...always },
        ],
      },
      onClosedDays: true,
      quietHours,
      rules: [{ ...qa, owner: 'QA', ...always, replyTo: 'own@a.uk' }],
      fallback: { ...boss, on: ['friday'], replyTo: null },
      link: 'https://example.org/{path}',
      contact: 'Ask QA',
      replyTo: 'qa@a.uk',
    })
  })
})

describe('the recipients of an item', () => {
  const item = (facts: Partial<Item> = {}): Item => ({
    ...itemOf(record(), 'draft', '2024-01-15'),
    owner: 'QA lead',
    ...facts,
  })
  const policy = policyOf({
    ledger,
    recipients: [
      { ...qa, owner: 'qa', authority: 'shrop' },
      { ...qa, framework: 'sif' },
    ],
    escalation: { after: 3, to: [boss, qa, boss] },
  })
  const regular = { ...qa, isRegular: true, isEscalated: true, on: null }
  const above = { ...boss, isRegular: false, isEscalated: true, on: null }
  const fallback = { ...reader, isRegular: true, isEscalated: false, on: null }

  it.each<[Partial<Item>, object[], string]>([
    [{}, [regular, above], 'one rule is about it; who is in both hears once'],
    [{ framework: 'sif' }, [regular, above], 'two rules mean the same recipient'],
    [{ owner: 'Head' }, [fallback, above, { ...regular, isRegular: false }], 'no rule is about it'],
    [{ owner: null }, [fallback, above, { ...regular, isRegular: false }], 'it has no owner'],
    [
      { authority: 'Leeds' },
      [fallback, above, { ...regular, isRegular: false }],
      'the owner alone is not enough',
    ],
  ])('with %j are %j, because %s', (facts, expected, _because) => {
    const found = recipientsFor(item(facts), policy)
    expect(found).toHaveLength(expected.length)
    expect(found).toEqual(expect.arrayContaining(expected))
  })

  it('are those of the default, with nothing else in the settings', () => {
    expect(recipientsFor(item(), policyOf({ ledger }))).toEqual([fallback])
  })

  it.each<[Partial<Item>, boolean, string]>([
    [{ framework: 'sif' }, true, 'it is of that framework'],
    [{}, false, 'it is of another'],
  ])('by framework, with %j: %s, because %s', (facts, isMeant, _because) => {
    const sif = policyOf({ ledger, recipients: [{ ...qa, framework: 'sif' }] })
    expect(recipientsFor(item(facts), sif).map(({ to }) => to)).toEqual([
      isMeant ? 'qa' : 'standard output',
    ])
  })

  it.each<[NonNullable<Reminders['recipients']>, string[] | null, string]>([
    [[{ ...qa, on: ['monday'] }], ['monday'], 'its one place says so'],
    [
      [
        { ...qa, on: ['monday'] },
        { ...qa, on: ['friday', 'monday'] },
      ],
      ['monday', 'friday'],
      'each place has its day',
    ],
    [[{ ...qa, on: ['monday'] }, qa], null, 'one place means every day'],
    [[{ ...boss, on: ['monday'] }, qa], null, 'the day is that of another recipient'],
  ])('under %j, digests come on %j, because %s', (recipients, on, _because) => {
    const found = recipientsFor(item(), policyOf({ ledger, recipients }))
    expect(found.find(({ to }) => to === 'qa')?.on).toEqual(on)
  })

  it.each<[Partial<Reminders>, string | null, string]>([
    [{}, null, 'nobody says'],
    [{ replyTo: 'all@a.uk' }, 'all@a.uk', 'that of all'],
    [{ replyTo: 'all@a.uk', recipients: [{ ...qa, replyTo: 'qa@a.uk' }] }, 'qa@a.uk', 'its own'],
    [{ recipients: [qa, { ...qa, replyTo: 'qa@a.uk' }] }, 'qa@a.uk', 'one of its places says'],
    [{ recipients: [{ ...boss, replyTo: 'b@a.uk' }, qa] }, null, 'that is of another recipient'],
    [{ default: { ...qa, replyTo: 'd@a.uk' } }, 'd@a.uk', 'the default is a place'],
    [
      { escalation: { after: 1, to: [{ ...qa, replyTo: 'e@a.uk' }] } },
      'e@a.uk',
      'so is the escalation',
    ],
  ])('under %j, a reply goes to %s, because %s', (reminders, address, _because) => {
    expect(replyToFor(qa, policyOf({ ledger, ...reminders }))).toBe(address)
  })

  it('are told apart by their channel', () => {
    const both = policyOf({ ledger, recipients: [qa, { ...qa, channel: 'slack' }] })
    expect(recipientsFor(item(), both)).toHaveLength(2)
  })

  it('of all items are those of the rules, the default, and the escalation, each once', () => {
    expect(recipientsOf(policy)).toEqual([qa, reader, boss])
    expect(recipientsOf(policyOf({ ledger }))).toEqual([reader])
  })
})

it.each<[number, string | null, string, string]>([
  [5, null, '5 working days before', 'it is to come'],
  [1, null, '1 working day before', 'one is one'],
  [0, null, 'on the due day', 'today'],
  [-1, null, '1 working day late', 'it is over'],
  [-3, null, '3 working days late', 'likewise'],
  [5, '2024-01-30', '5 working days before the earliest possible due date', 'that may be sooner'],
  [0, '2024-01-30', 'on the due day', 'the due day is the latest'],
])('the threshold %i, with an earliest date of %s, is %s, because %s', (...row) => {
  const [threshold, earliest, words] = row
  const earliestDue = earliest === null ? null : isoDate(earliest)
  expect(thresholdWording(threshold, { earliestDue })).toBe(words)
  if (earliest === null) expect(thresholdWording(threshold)).toBe(words)
})
