import { describe, expect, it } from 'vitest'
import type { Item } from '../../../src/assessment/item.ts'
import {
  aspectsOf,
  becauseWords,
  type DiffAnswer,
  diffTotals,
  findingWords,
  itemOf as itemNowOrLast,
  statusText,
} from '../../../src/commands/diff/wording.ts'
import { type Diagnostic, wholeFile } from '../../../src/diagnostics/diagnostic.ts'
import { spokenText } from '../../../src/page/page.ts'
import { itemOf } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

/** The final plan, due on 23 April 2024. */
const item = (facts: Partial<Item> = {}): Item => ({
  ...itemOf(record('', { published: 'received: 2024-01-12' }), 'final', '2024-02-05'),
  ...facts,
})

describe('what a change moves about an item', () => {
  it.each<[Partial<Item>, string[][], string]>([
    [{}, [], 'nothing'],
    [
      { due: isoDate('2024-04-24') },
      [['Due', 'Tuesday 23 April 2024', 'Wednesday 24 April 2024', '1 day later']],
      'it has a day more',
    ],
    [
      { due: isoDate('2024-04-09') },
      [['Due', 'Tuesday 23 April 2024', 'Tuesday 9 April 2024', '14 days earlier']],
      'it has two weeks less',
    ],
    [{ due: null }, [['Due', 'Tuesday 23 April 2024', 'no date', '']], 'no clock runs any more'],
    [{ status: 'atRisk' }, [['Status', 'on track', 'at risk', '']], 'it stands elsewhere'],
    [
      { submitted: isoDate('2024-02-01') },
      [['Submitted', 'no date', 'Thursday 1 February 2024', '']],
      'it was sent',
    ],
    [
      { submitted: isoDate('2024-02-01'), kind: 'action' },
      [['Done', 'no date', 'Thursday 1 February 2024', '']],
      'an action is done',
    ],
    [{ id: 'z#final' }, [['Id', 'r#final', 'z#final', '']], 'the file was renamed'],
  ])('%j: %j, because %s', (facts, expected, _because) => {
    const aspects = aspectsOf({ former: item(), now: item(facts) })
    expect(
      aspects.map(({ name, from, to, note }) => [name, spokenText(from), spokenText(to), note]),
    ).toEqual(expected)
  })

  it('is nothing where it comes or goes', () => {
    expect(aspectsOf({ former: null, now: item() })).toEqual([])
    expect(aspectsOf({ former: item(), now: null })).toEqual([])
  })

  it('has no note where it had no date before', () => {
    const [due] = aspectsOf({ former: item({ due: null }), now: item() })
    expect(due).toMatchObject({ name: 'Due', from: 'no date', note: '' })
  })

  it('is said of the item as it is, or was last', () => {
    const [former, now] = [item(), item({ status: 'atRisk' })]
    expect(itemNowOrLast({ former, now })).toBe(now)
    expect(itemNowOrLast({ former, now: null })).toBe(former)
    expect(statusText(now)).toMatchObject({ text: 'at risk' })
  })
})

it.each([
  [['plan.final.stated'], 'plan.final.stated', 'it is a key of the record'],
  [
    ['file', 'received'],
    'the file was renamed, received',
    'what is no key has words, and both are named',
  ],
  [['frameworks'], 'the rules of the framework', 'it is of the settings'],
  [['calendars'], 'the list of bank holidays', 'likewise'],
  [['margins'], 'margins in the configuration', 'likewise'],
  [['governance'], 'governance in the configuration', 'likewise'],
  [['closures'], 'closures in the configuration', 'likewise'],
  [[], '', 'nothing is known'],
])('the causes %j are %j, because %s', (because, words, _because) => {
  expect(becauseWords({ former: item(), now: item(), because })).toBe(words)
})

const FINDING = {
  code: 'due-moved',
  item: 'r#final',
  file: 'r.yaml',
  line: 4,
  message: 'due later',
} as const

it('a finding names its place', () => {
  expect(findingWords(FINDING)).toBe('due-moved: r#final (r.yaml:4): due later')
})

describe('how much a change moves', () => {
  const none: DiffAnswer = {
    today: isoDate('2024-02-05'),
    base: 'main',
    mergeBase: '0',
    complete: true,
    wasComplete: true,
    diagnostics: [],
    broughtIn: [],
    files: [],
    moves: [],
    findings: [],
    released: [],
  }
  const came = { former: null, now: item(), because: [] }
  const went = { former: item(), now: null, because: [] }
  const moved = { former: item(), now: item({ status: 'atRisk' }), because: [] }
  const fault = { ...wholeFile('r.yaml'), code: 'unknown-key', message: 'unknown key' } as const
  const error: Diagnostic = { ...fault, severity: 'error' }

  it.each<[Partial<DiffAnswer>, string]>([
    [{}, 'No due date, status or submission changes; no findings'],
    [{ moves: [moved] }, '1 item changed, 0 added, 0 removed; no findings'],
    [{ moves: [moved, moved, came, went] }, '2 items changed, 1 added, 1 removed; no findings'],
    [{ moves: [came, came, went] }, '0 items changed, 2 added, 1 removed; no findings'],
    [{ findings: [FINDING] }, 'No due date, status or submission changes; 1 finding'],
    [
      { broughtIn: [error, { ...fault, severity: 'warning' }] },
      'No due date, status or submission changes; no findings; 1 error',
    ],
  ])('%#: %s', (facts, words) => {
    expect(diffTotals({ ...none, ...facts })).toBe(words)
  })
})
