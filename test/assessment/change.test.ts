import { describe, expect, it } from 'vitest'
import { FAIL_ON } from '../../src/assessment/assessment.ts'
import { changeSince, isDueMoved } from '../../src/assessment/change.ts'
import { addDays, dayOf, isoOf } from '../../src/calendar/day.ts'
import { itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const final = (lines: string, today = '2024-02-05') =>
  itemOf(record(lines, { published: 'received: 2024-01-12' }), 'final', today)
const stated = (date: string) => `plan: { final: { stated: ${date} } }\n`

const since = (before: ReturnType<typeof final>[]) => ({
  base: 'main',
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
