import { describe, expect, it } from 'vitest'
import { broughtIn, changeSince, isDueMoved } from '../../src/assessment/change.ts'
import { releasedBeside } from '../../src/assessment/change-result.ts'
import { FAIL_ON, type FailOn } from '../../src/assessment/failing.ts'
import type { Item } from '../../src/assessment/item.ts'
import { addDays, dayOf, isoOf } from '../../src/calendar/day.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

const final = (lines: string, today = '2024-02-05') =>
  itemOf(record(lines, { published: 'received: 2024-01-12' }), 'final', today)
const stated = (date: string) => `plan: { final: { stated: ${date} } }\n`

const since = (before: ReturnType<typeof final>[]) => ({
  base: 'main',
  unreadSettings: [],
  mergeBase: '0',
  items: before,
  diagnostics: [],
  isTouched: () => true,
})

describe('a due date that was moved', () => {
  it.each([
    ['2024-05-07', '2024-05-08', true, 'it is later'],
    ['2024-05-07', '2024-05-07', false, 'it is the same'],
    ['2024-05-07', '2024-05-06', false, 'it is earlier'],
  ])('from %s to %s: %s, because %s', (from, to, expected, _because) => {
    expect(isDueMoved(final(stated(from)), final(stated(to)))).toBe(expected)
  })

  it('was not moved by anybody where a provisional date became official', () => {
    const before = { ...final(''), provisional: true }
    const now = { ...final(stated('2024-05-07')), basis: before.basis, provisional: false }
    expect(isDueMoved(before, now)).toBe(false)
    expect(isDueMoved(before, { ...now, basis: 'stated' })).toBe(true)
    expect(isDueMoved({ ...before, provisional: false }, now)).toBe(true)
  })
})

describe('a change that changes nothing', () => {
  const days = Array.from({ length: 160 }, (_, index) => isoOf(addDays(dayOf('2024-01-01'), index)))
  it.each(FAIL_ON)('fails nothing on any day, with --fail-on %s', (failOn) => {
    for (const day of days) {
      const items = [final('', day)]
      const { change, nextChange } = changeSince(since(items), { items, diagnostics: [] }, failOn)
      expect(change.fails, day).toEqual([])
      expect(nextChange, day).toBeNull()
    }
  })

  it('and what it brings in fails on the day that was foretold', () => {
    const now = (day: string) => [{ ...final('', day), record: 'new', id: 'new#final' }]
    const on = changeSince(since([]), { items: now('2024-02-05'), diagnostics: [] }, 'overdue')
    for (const day of days) {
      const { change } = changeSince(since([]), { items: now(day), diagnostics: [] }, 'overdue')
      expect(change.fails.length > 0, day).toBe(day >= (on.nextChange?.on ?? ''))
    }
  })
})

/** The final plan, due on 23 April 2024, with some facts changed. */
const plan = (facts: Partial<Item> = {}): Item => ({ ...final(''), ...facts })
const LATE = plan({ status: 'overdue' })
const AT_RISK = plan({ status: 'atRisk', reasons: ['blocked'] })
const ON_TRACK = plan()
const CLOSED = plan({ status: 'closed' })
const MOVED = plan({ due: isoDate('2024-05-07') })
const waived = (rule: string, until = '2024-12-31') => [
  { rule, reason: 'A fire', approvedBy: 'Director', until: isoDate(until) },
]

describe('whether a due date was moved by somebody', () => {
  const settled = { provisional: false, due: isoDate('2024-05-07') }
  const before = plan({ provisional: true })
  it.each<[Item, Item, boolean, string]>([
    [ON_TRACK, MOVED, true, 'it is later'],
    [plan({ due: null }), MOVED, false, 'it had no date'],
    [ON_TRACK, plan({ due: null }), false, 'it has none now'],
    [ON_TRACK, { ...MOVED, basis: 'extended' }, false, 'an extension says who'],
    [ON_TRACK, { ...MOVED, waivers: waived('dueMoved') }, false, 'a waiver says who'],
    [ON_TRACK, { ...MOVED, waivers: waived('overdue') }, true, 'that waiver is for another rule'],
    [before, plan(settled), false, 'the bank holidays became official'],
    [before, plan({ ...settled, provisional: true }), true, 'they have not yet'],
    [before, plan({ ...settled, basis: 'stated' }), true, 'it rests on something else'],
    [before, plan({ ...settled, framework: 'sif' }), true, 'another framework has other dates'],
    [ON_TRACK, plan(settled), true, 'they were official before'],
  ])('%#: %s', (former, now, expected, _because) => {
    expect(isDueMoved(former, now)).toBe(expected)
  })
})

describe('what a change fails for', () => {
  const overdue = { reason: 'overdue', why: 'overdue, and was not before' }
  const atRisk = { reason: 'atRisk', why: 'at risk, and was not before' }
  const moved = {
    reason: 'dueMoved',
    why: 'due on Tuesday 7 May 2024 instead of Tuesday 23 April 2024, with no extension recorded',
  }
  it.each<[string, Item | null, Item, FailOn, object | null, string]>([
    ['overdue', ON_TRACK, LATE, 'overdue', overdue, 'it brought that about'],
    ['overdue', LATE, LATE, 'overdue', null, 'it was so before'],
    ['overdue', AT_RISK, LATE, 'at-risk', overdue, 'it was only at risk before'],
    ['overdue', null, LATE, 'overdue', { reason: 'overdue', why: 'new, and overdue' }, 'it is new'],
    ['overdue', ON_TRACK, LATE, 'never', null, 'nothing fails'],
    ['at risk', ON_TRACK, AT_RISK, 'at-risk', atRisk, 'it brought that about'],
    ['at risk', ON_TRACK, AT_RISK, 'overdue', null, 'that fails nothing here'],
    ['at risk', AT_RISK, AT_RISK, 'at-risk', null, 'it was so before'],
    ['at risk', LATE, AT_RISK, 'at-risk', null, 'it was worse before'],
    [
      'at risk',
      null,
      AT_RISK,
      'at-risk',
      { reason: 'atRisk', why: 'new, and at risk' },
      'it is new',
    ],
    ['due later', ON_TRACK, MOVED, 'overdue', moved, 'nobody granted that'],
    ['due later', ON_TRACK, MOVED, 'never', null, 'nothing fails'],
    ['due later', null, MOVED, 'overdue', null, 'it is new, with no date before'],
    ['due later', LATE, { ...MOVED, status: 'overdue' }, 'overdue', moved, 'it stays overdue'],
    ['on track', LATE, ON_TRACK, 'overdue', null, 'it was mended'],
  ])('%s: %#, because %s', (_what, former, now, failOn, failure, _because) => {
    const before = since(former ? [former] : [])
    const { change } = changeSince(before, { items: [now], diagnostics: [] }, failOn)
    const { id: item, file } = now
    expect(change.fails).toEqual(failure ? [{ item, file, ...failure }] : [])
    expect(change).toMatchObject({ base: 'main', mergeBase: '0' })
  })

  it('leaves aside what would fail without it', () => {
    const other = { ...LATE, id: 'r#A1', kind: 'action' } as const
    const onTrack = { ...ON_TRACK, id: 'r#A3', kind: 'action' } as const
    const items = [LATE, other, { ...other, id: 'r#A2' }, onTrack]
    const { change } = changeSince(since([LATE]), { items, diagnostics: [] }, 'overdue')
    expect(change.fails).toMatchObject([{ item: 'r#A1' }, { item: 'r#A2' }])
    expect(change.aside).toEqual({ items: ['r#final'], files: [] })
  })

  it('is an item that is gone, and listed even where it fails nothing', () => {
    const now = { items: [], diagnostics: [] }
    const failing = changeSince(since([LATE]), now, 'overdue').change
    expect(failing.fails).toMatchObject([{ item: 'r#final', reason: 'removed' }])
    expect(failing.removed).toEqual(['r#final'])
    expect(changeSince(since([LATE]), now, 'never').change).toMatchObject({
      fails: [],
      removed: ['r#final'],
      released: [{ item: 'r#final', how: 'removed' }],
    })
    const closed = changeSince(since([ON_TRACK]), { ...now, items: [CLOSED] }, 'overdue').change
    expect(closed).toMatchObject({ removed: [], released: [{ how: 'closed' }] })
  })

  it.each<[Item[], Item[], number, string]>([
    [[], [{ ...LATE, owner: 'QA' }], 1, 'it is meant now'],
    [[{ ...ON_TRACK, owner: 'QA' }], [LATE], 1, 'it was meant before'],
    [[ON_TRACK], [{ ...LATE, owner: 'QA' }], 1, 'it was not, but is now'],
    [[], [LATE], 0, 'it is never meant'],
    [[{ ...LATE, owner: 'QA' }], [], 1, 'it is gone, and was meant'],
    [[LATE], [], 0, 'it is gone, and was not'],
  ])('is judged for the items that are meant: %#, because %s', (before, items, count) => {
    const isQa = ({ owner }: Item) => owner === 'QA'
    const { change } = changeSince(since(before), { items, diagnostics: [] }, 'overdue', isQa)
    expect(change.fails).toHaveLength(count)
  })
})

describe('when it will begin to fail', () => {
  const LATER = plan({ id: 'r#A1', kind: 'action', due: isoDate('2024-05-01') })
  it.each<[Item[], Item[], FailOn, string | null, string]>([
    [[], [ON_TRACK], 'overdue', '2024-04-24', 'it is new, and due the day before'],
    [[], [LATER, ON_TRACK], 'overdue', '2024-04-24', 'the first of two'],
    [[ON_TRACK], [ON_TRACK, LATER], 'overdue', '2024-05-02', 'the other would fail anyway'],
    [[ON_TRACK], [ON_TRACK], 'overdue', null, 'it would fail anyway'],
    [
      [plan({ due: isoDate('2024-04-30') })],
      [ON_TRACK],
      'overdue',
      '2024-04-24',
      'it fails sooner',
    ],
    [[], [ON_TRACK], 'never', null, 'nothing ever fails'],
    [[ON_TRACK], [MOVED, LATER], 'overdue', null, 'it fails today, for the date that was moved'],
    [[CLOSED], [ON_TRACK], 'overdue', '2024-04-24', 'it was closed, and is open again'],
    [[], [CLOSED], 'overdue', null, 'it is closed'],
    [[plan({ due: null })], [ON_TRACK], 'overdue', '2024-04-24', 'it had no date'],
    [[], [plan({ due: null })], 'overdue', null, 'it has no date'],
    [
      [],
      [plan({ waivers: waived('overdue', '2024-06-01') })],
      'overdue',
      '2024-06-02',
      'it is waived',
    ],
    [[LATE], [LATE, LATER], 'overdue', '2024-05-02', 'what fails without it does not count'],
    [[], [LATE], 'overdue', null, 'it fails today'],
  ])('%#: with %#, because %s', (before, items, failOn, on) => {
    const { nextChange } = changeSince(since(before), { items, diagnostics: [] }, failOn)
    expect(nextChange?.on ?? null).toBe(on)
  })
})

describe('other bank holidays', () => {
  const later = isoDate('2024-04-24')
  it.each<[Item, Item, boolean, string]>([
    [plan({ due: later }), plan({ due: later }), true, 'they alone move it'],
    [ON_TRACK, ON_TRACK, false, 'they move nothing'],
    [ON_TRACK, plan({ due: later }), false, 'something else moves it'],
    [plan({ due: later }), { ...CLOSED, due: later }, false, 'it is closed'],
    [plan({ due: null }), plan({ due: null }), false, 'it has no date any more'],
  ])('%#: %s', (recounted, now, isRecounted, _because) => {
    const before = { ...since([ON_TRACK]), recounted: [recounted] }
    const { change } = changeSince(before, { items: [now], diagnostics: [] }, 'overdue')
    const moved = { item: 'r#final', from: '2024-04-23', to: '2024-04-24' }
    expect(change.recounted).toEqual(isRecounted ? [moved] : [])
  })

  it('move nothing where they are the same', () => {
    const now = { items: [MOVED], diagnostics: [] }
    expect(changeSince(since([ON_TRACK]), now, 'overdue').change.recounted).toEqual([])
  })

  it('make nothing of what is gone less overdue than it was', () => {
    const overdue = plan({ status: 'overdue' })
    const before = { ...since([overdue]), recounted: [plan({ due: later })] }
    const { change } = changeSince(before, { items: [], diagnostics: [] }, 'overdue')
    expect(change.fails).toMatchObject([{ item: 'r#final', reason: 'removed' }])
  })

  it('are no fault where they alone move a date, and an item may be new', () => {
    const before = { ...since([ON_TRACK]), recounted: [plan({ due: later })] }
    const added = { ...ON_TRACK, id: 'r#A1', kind: 'action' } as const
    const items = [plan({ due: later }), added]
    const { change } = changeSince(before, { items, diagnostics: [] }, 'overdue')
    expect(change.fails).toEqual([])
    expect(change.recounted).toHaveLength(1)
  })
})

describe('the errors of a change', () => {
  const error = (file: string, facts: Partial<Diagnostic> = {}): Diagnostic => ({
    file,
    line: 3,
    column: 1,
    width: 4,
    severity: 'error',
    code: 'unknown-key',
    message: 'unknown key',
    ...facts,
  })
  const remark = error('a.yaml', { severity: 'warning', line: 9 })

  it.each<[Diagnostic, boolean, string]>([
    [error('a.yaml'), true, 'the change touches the file'],
    [error('b.yaml'), false, 'it was there before'],
    [error('c.yaml'), true, 'it is new, wherever it comes from'],
    [error('b.yaml', { line: 4 }), true, 'it is on another line'],
    [error('b.yaml', { column: 2 }), true, 'it is elsewhere in the line'],
    [error('b.yaml', { code: 'not-a-date' as Diagnostic['code'] }), true, 'it is of another kind'],
    [error('b.yaml', { message: 'another' }), true, 'it says something else'],
    [error('b.yaml', { width: 5 }), false, 'how wide it is makes no difference'],
  ])('%#: %s', (one, isBroughtIn, _because) => {
    const before = {
      diagnostics: [error('a.yaml'), error('b.yaml')],
      isTouched: (file: string) => file === 'a.yaml',
    }
    expect(broughtIn(before, [one])).toEqual(isBroughtIn ? [one] : [])
  })

  it('are counted by file; a file without new ones is set aside', () => {
    const before = {
      ...since([]),
      diagnostics: [error('b.yaml'), error('b.yaml', { line: 4 })],
      isTouched: (file: string) => file === 'a.yaml',
    }
    const diagnostics = [
      error('a.yaml'),
      error('a.yaml', { line: 4 }),
      remark,
      ...before.diagnostics,
    ]
    const { change } = changeSince(before, { items: [], diagnostics }, 'overdue')
    expect(change.fails).toEqual([{ item: null, file: 'a.yaml', reason: 'error', why: '2 errors' }])
    expect(change.aside).toEqual({ items: [], files: ['b.yaml'] })
  })
})

describe('what is released beside the failures', () => {
  const gone = () => {
    const before = since([LATE, { ...ON_TRACK, id: 'r#A1', kind: 'action' }])
    return changeSince(before, { items: [], diagnostics: [] }, 'overdue').change
  }

  it('is what does not fail', () => {
    const change = gone()
    expect(change.released.map(({ item }) => item)).toEqual(['r#final', 'r#A1'])
    expect(releasedBeside(change).map(({ item }) => item)).toEqual(['r#A1'])
  })

  it('is also an item that fails for something else', () => {
    const change = gone()
    const fails = change.fails.map((failure) => ({ ...failure, why: 'something else' }))
    expect(releasedBeside({ ...change, fails })).toHaveLength(2)
    const [fail] = change.fails
    const both = fail ? [{ ...fail, item: 'r#other' }, fail] : []
    expect(releasedBeside({ ...change, fails: both })).toHaveLength(1)
    const others = change.fails.map((failure) => ({ ...failure, item: 'r#other' }))
    expect(releasedBeside({ ...change, fails: others })).toHaveLength(2)
  })

  it('is nothing without a change', () => {
    expect(releasedBeside(null)).toEqual([])
  })
})
