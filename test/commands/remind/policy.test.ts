import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/assessment/item.ts'
import {
  policyOf,
  recipientsFor,
  recipientsOf,
} from '../../../src/commands/remind/planning/policy.ts'
import { thresholdWording } from '../../../src/commands/remind/planning/thresholds.ts'
import { itemOf } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

const ledger = 'l'
const qa = { to: 'qa', channel: 'stdout' } as const
const boss = { to: 'boss', channel: 'slack' } as const
const reader = { to: 'standard output', channel: 'stdout' }

describe('the settings of reminders', () => {
  it('have defaults', () => {
    expect(policyOf({ ledger })).toEqual({
      before: [10, 5, 2, 1, 0],
      overdue: 'daily',
      escalation: null,
      onClosedDays: false,
      quietHours: null,
      rules: [],
      fallback: reader,
      link: null,
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
      recipients: [{ to: 'qa', owner: 'QA' }],
      default: boss,
      link: 'https://example.org/{path}',
    })
    expect(policy).toEqual({
      before: [20, 5, 0],
      overdue: 'weekly',
      escalation: { after: 3, to: [boss, { to: 'chair', channel: 'stdout' }] },
      onClosedDays: true,
      quietHours,
      rules: [{ ...qa, owner: 'QA' }],
      fallback: boss,
      link: 'https://example.org/{path}',
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
  const regular = { ...qa, isRegular: true, isEscalated: true }
  const above = { ...boss, isRegular: false, isEscalated: true }
  const fallback = { ...reader, isRegular: true, isEscalated: false }

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
