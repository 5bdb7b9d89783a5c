import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/assessment/item.ts'
import type { ItemDifference } from '../../../src/assessment/match-items.ts'
import type { Release } from '../../../src/assessment/released.ts'
import { bankHolidays } from '../../../src/calendar/bank-holidays.ts'
import { workingDays } from '../../../src/calendar/working-days.ts'
import {
  causesOf,
  dueMoved,
  enteredLate,
  type Inputs,
  isMove,
  unjustified,
} from '../../../src/commands/diff/differences.ts'
import { assessed } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

/** A record received on 12 January 2024: its final plan is due on 23 April. */
const BASE = 'published: 2024-01-10\nreceived: 2024-01-12'
const read = (lines = '', dates = BASE) =>
  assessed(record(lines, { published: dates }), '2024-02-05')

/** An item of a record, and what it follows from. */
function sideOf(part: string, lines = '', dates = BASE) {
  const { reading, items } = read(lines, dates)
  const item = items.find(({ id }) => id === `r#${part}`)
  if (!item) throw new Error(`no item ${part}`)
  return { item, inputs: { record: reading.record, settings: {} } satisfies Inputs }
}
const ITEM = sideOf('final').item
const pair = (former: Partial<Item>, now: Partial<Item>): ItemDifference => ({
  former: { ...ITEM, ...former },
  now: { ...ITEM, ...now },
})

describe('what moves an item', () => {
  it.each<[Partial<Item>, boolean, string]>([
    [{}, false, 'all is as it was'],
    [{ due: isoDate('2024-05-07') }, true, 'it is due on another day'],
    [{ status: 'atRisk' }, true, 'it stands elsewhere'],
    [{ submitted: isoDate('2024-02-01') }, true, 'it was submitted'],
    [{ evidence: 'papers/plan.pdf' }, true, 'something shows that now'],
    [{ id: 'z#final' }, true, 'it has another name'],
    [{ owner: 'QA lead' }, false, 'who owns it is not what is compared'],
  ])('%j: %s, because %s', (facts, expected, _because) => {
    expect(isMove(pair({}, facts))).toBe(expected)
  })

  it('is also that it comes or goes', () => {
    expect(isMove({ former: null, now: ITEM })).toBe(true)
    expect(isMove({ former: ITEM, now: null })).toBe(true)
  })
})

describe('why an item differs', () => {
  const plan = (stage: string, said: string) => `plan: { ${stage}: { ${said} } }\n`
  const action = (rest: string) =>
    `actions: [{ id: A0, title: Posters, due: 2024-05-20 }, { id: A1, title: Audit, ${rest} }]\n`
  it.each<[string, string, string, string[], string]>([
    ['final', '', plan('final', 'stated: 2024-05-07'), ['plan.final.stated'], 'its own date'],
    [
      'final',
      '',
      plan('draft', 'submitted: 2024-02-01'),
      ['plan.draft.submitted'],
      'another stage',
    ],
    [
      'final',
      '',
      plan('draft', 'closed: { on: 2024-02-01, reason: r }'),
      ['plan.draft.closed'],
      'likewise',
    ],
    ['final', '', plan('draft', 'stated: 2024-03-01'), [], 'a date of another stage is its own'],
    ['final', '', plan('final', 'evidence: x.pdf'), ['plan.final.evidence'], 'its evidence'],
    ['final', '', plan('draft', 'evidence: x.pdf'), [], 'that of another stage moves nothing'],
    ['final', action('due: 2024-06-01'), action('due: 2024-05-01'), [], 'an action moves no stage'],
    ['A1', action('due: 2024-06-01'), action('due: 2024-05-01'), ['due'], 'its own date'],
    [
      'A1',
      action('due: 2024-06-01'),
      action('due: 2024-06-01, done: 2024-02-01'),
      ['done'],
      'done',
    ],
    [
      'A1',
      action('due: 2024-06-01'),
      action('due: 2024-06-01, closed: { on: 2024-02-01, reason: r }'),
      ['closed'],
      'it is withdrawn',
    ],
    [
      'A1',
      action('due: 2024-06-01'),
      action('due: 2024-06-01, expected: 2024-07-01'),
      ['expected'],
      'it is expected late',
    ],
    [
      'A1',
      action('due: 2024-06-01'),
      action('due: 2024-06-01, blocked: No staff'),
      ['blocked'],
      'it cannot go on',
    ],
    [
      'A1',
      action('due: 2024-06-01'),
      `${action('due: 2024-06-01')}${plan('final', 'stated: 2024-05-07')}`,
      [],
      'a stage moves no action',
    ],
    [
      'A1',
      action('due: 2024-06-01'),
      `${action('due: 2024-06-01')}${plan('draft', 'submitted: 2024-02-01')}`,
      [],
      'nor does its submission',
    ],
  ])('%s after %j and now %j: %j, because %s', (part, before, after, causes, _because) => {
    const [former, now] = [sideOf(part, before), sideOf(part, after)]
    const difference = { former: former.item, now: now.item }
    expect(causesOf(difference, former.inputs, now.inputs)).toEqual(causes)
  })

  it.each<[string, string, string[]]>([
    ['published: 2024-01-10\nreceived: 2024-01-11', 'the day of receipt', ['received']],
    ['published: 2024-01-11\nreceived: 2024-01-12', 'that of publication', ['published']],
    [`${BASE}\nsent: 2024-01-11`, 'that of sending', ['sent']],
    [`${BASE}\nschoolHolidays: []`, 'the holidays of the school', ['schoolHolidays']],
    [`${BASE}\nvisited: 2023-11`, 'that of the visit', ['visited']],
  ])('where %j says %s', (dates, _what, causes) => {
    const [former, now] = [sideOf('final'), sideOf('final', '', dates)]
    const difference = { former: former.item, now: now.item }
    expect(causesOf(difference, former.inputs, now.inputs)).toEqual(causes)
  })

  const of = (facts: object, settings: Inputs['settings'] = {}): Inputs => {
    const { inputs } = sideOf('final')
    return { record: inputs.record && { ...inputs.record, ...facts }, settings }
  }
  it.each<[object, string[], string]>([
    [{ areasForPriorityAction: [] }, ['areasForPriorityAction'], 'there is none any more'],
    [{ areasForPriorityAction: undefined }, ['areasForPriorityAction'], 'nobody says'],
    [{ areasForPriorityAction: [{ id: 'P2', text: 'Other' }] }, [], 'there is one as before'],
    [{ framework: 'sif' }, ['framework'], 'another framework has other rules'],
    [{ notes: 'Long' }, [], 'notes move nothing'],
  ])('where the record has %j: %j, because %s', (facts, causes, _because) => {
    expect(causesOf(pair({}, {}), of({}), of(facts))).toEqual(causes)
  })

  it.each<[Partial<Item>, object, Inputs['settings'], string[], string]>([
    [{}, {}, { margins: { final: 20 } }, ['margins'], 'the record is as it was'],
    [{}, { framework: 'sif' }, { margins: {} }, ['framework'], 'the record says enough'],
    [{ record: 'z' }, {}, {}, ['file'], 'only the name of the file changed'],
    [{ record: 'z' }, { framework: 'sif' }, {}, ['file', 'framework'], 'both did'],
    [{ record: 'z' }, {}, { margins: {} }, ['file', 'margins'], 'likewise'],
  ])('of %j with %j and settings %j: %j, because %s', (now, facts, settings, causes) => {
    expect(causesOf(pair({}, now), of({}), of(facts, settings))).toEqual(causes)
    // A setting that is taken away is a cause as well.
    expect(causesOf(pair({}, now), of(facts, settings), of({}))).toEqual(causes)
  })

  it('is not said of what comes or goes, or of a record that nobody could read', () => {
    const [before, after] = [of({}), of({ framework: 'sif' })]
    expect(causesOf({ former: null, now: ITEM }, before, after)).toEqual([])
    expect(causesOf({ former: ITEM, now: null }, before, after)).toEqual([])
    expect(causesOf(pair({}, {}), undefined, after)).toEqual([])
    expect(causesOf(pair({}, {}), before, undefined)).toEqual([])
    const unread = { record: undefined, settings: {} }
    expect(causesOf(pair({}, {}), unread, unread)).toEqual([])
  })
})

describe('a later due date', () => {
  const later = { due: isoDate('2024-05-07') }
  it('is found where nobody granted it, with its place', () => {
    expect(dueMoved(pair({}, { ...later, line: 7 }))).toEqual([
      {
        code: 'due-moved',
        item: 'r#final',
        file: 'r.yaml',
        line: 7,
        message:
          'due on Tuesday 7 May 2024 instead of Tuesday 23 April 2024, with no extension recorded',
      },
    ])
    expect(dueMoved(pair(later, {}))).toEqual([])
    expect(dueMoved({ former: null, now: { ...ITEM, ...later } })).toEqual([])
    expect(dueMoved({ former: ITEM, now: null })).toEqual([])
  })
})

describe('a release from a due date', () => {
  const release = {
    item: 'r#final',
    file: 'r.yaml',
    how: 'removed',
    justified: false,
    why: 'gone',
  } as const
  const failure = { item: 'r#final', file: 'r.yaml', reason: 'removed', why: 'gone' } as const
  it.each<[Release['failure'], string | undefined, string]>([
    [failure, 'removed', 'the item was overdue'],
    [{ ...failure, reason: 'unjustified' }, 'unjustified', 'an extension does not say why'],
    [{ ...failure, reason: 'rewritten' }, 'rewritten', 'what was granted is gone'],
    [null, undefined, 'somebody can agree to it'],
    [{ ...failure, item: null }, undefined, 'it is of no item'],
  ])('with the failure %j is the finding %s, because %s', (one, code, _because) => {
    const place = { item: 'r#final', file: 'r.yaml', line: 4, message: 'gone' }
    expect(unjustified({ release, failure: one, line: 4 })).toEqual(
      code ? [{ code, ...place }] : [],
    )
  })
})

describe('a submission that was entered late', () => {
  const days = workingDays(bankHolidays('england-and-wales'))
  const entered = (facts: Partial<Item>, on: string) =>
    enteredLate({ ...ITEM, ...facts }, { on: isoDate(on), line: 9 }, days)

  it.each([
    ['2024-01-19', '2024-02-05', true, 'eleven working days have passed'],
    ['2024-01-22', '2024-02-05', false, 'ten have'],
    ['2024-02-05', '2024-01-05', false, 'it was entered before its day'],
    ['2024-02-05', '2024-02-05', false, 'it was entered on its day'],
    ['2024-01-21', '2024-02-05', true, 'it was a Sunday: eleven have'],
  ])('of %s, entered on %s: %s, because %s', (submitted, on, isLate, _because) => {
    expect(entered({ submitted: isoDate(submitted) }, on)).toHaveLength(isLate ? 1 : 0)
  })

  it('is said in words, of an action as well', () => {
    const submitted = isoDate('2024-01-19')
    const message = (what: string) =>
      `${what} is Friday 19 January 2024, but was entered on Monday 5 February 2024, 11 working days later`
    const place = { code: 'entered-late', item: 'r#final', file: 'r.yaml', line: 9 }
    expect(entered({ submitted }, '2024-02-05')).toEqual([
      { ...place, message: message('submitted') },
    ])
    expect(entered({ submitted, kind: 'action' }, '2024-02-05')).toEqual([
      { ...place, message: message('done') },
    ])
    expect(entered({ submitted: null }, '2024-02-05')).toEqual([])
  })
})
