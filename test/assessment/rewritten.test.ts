import { describe, expect, it } from 'vitest'
import { rewrittenIn } from '../../src/assessment/rewritten.ts'
import { itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

/** An action as at 1 May 2024. */
const action = (facts: string) =>
  itemOf(record(`actions: [{ id: A1, title: Audit, ${facts} }]\n`), 'A1', '2024-05-01')
const extended = (due: string, ...to: string[]) =>
  action(`due: ${due}, extensions: [${to.map((day) => `{ to: ${day} }`).join(', ')}]`)
const logged = (...entries: string[]) =>
  action(`due: 2024-06-28, progress: [${entries.map((entry) => `{ ${entry} }`).join(', ')}]`)
const granted = (facts: string) =>
  action(`due: 2024-03-28, extensions: [{ to: 2024-05-24, ${facts} }]`)
const plan = (facts: string) =>
  itemOf(record(`plan: { final: { ${facts} } }\n`), 'final', '2024-05-01')

const MOVED = extended('2024-03-28', '2024-05-10', '2024-05-24')
const wayOut = '; leave what is on record, and move a date by one more extension'
const waiver = {
  rule: 'dueMoved',
  reason: 'A slip',
  approvedBy: 'Director',
  until: MOVED.due ?? ('' as never),
}

type Pair = [former: ReturnType<typeof action>, now: ReturnType<typeof action>]
const found = (...[former, now]: Pair) => rewrittenIn(former, now).map(({ how, why }) => [how, why])

describe('a date that is rewritten', () => {
  const later = 'originally due on Friday 24 May 2024 instead of Thursday 28 March 2024'
  const gone = 'no longer on record as it was: '
  const [first, last] = [
    'the extension to Friday 10 May 2024',
    'the extension to Friday 24 May 2024',
  ]
  it.each<[...Pair, string[][], string]>([
    [MOVED, MOVED, [], 'nothing changed'],
    [
      MOVED,
      action('due: 2024-05-24'),
      [['rewritten', `${later}; ${gone}${first} and ${last}${wayOut}`]],
      'the promise is moved there, and what was granted deleted',
    ],
    [
      MOVED,
      extended('2024-05-24', '2024-05-10', '2024-05-24'),
      [['rewritten', `${later}${wayOut}`]],
      'the promise alone is moved',
    ],
    [
      MOVED,
      extended('2024-03-27', '2024-05-10', '2024-05-24'),
      [],
      'an earlier promise hides nothing',
    ],
    [
      MOVED,
      extended('2024-03-28', '2024-05-24'),
      [['rewritten', `${gone}${first}${wayOut}`]],
      'one of two moves is hidden',
    ],
    [
      MOVED,
      extended('2024-03-28', '2024-05-10', '2024-06-28'),
      [['rewritten', `${gone}${last}${wayOut}`]],
      'one is written over by a later one',
    ],
    [
      MOVED,
      extended('2024-03-28', '2024-05-10', '2024-05-24', '2024-06-28'),
      [],
      'one more is added',
    ],
    [
      MOVED,
      extended('2024-03-28', '2024-05-10'),
      [['erased', `${gone}${last}`]],
      'it is due earlier, and everybody sees it',
    ],
    [
      MOVED,
      action('due: 2024-06-28'),
      [['erased', `${gone}${first} and ${last}`]],
      'a later date that nothing grants is another finding',
    ],
    [action('due: 2024-03-28'), action('due: 2024-06-28'), [], 'likewise'],
    [
      action('due: 2024-03-28'),
      extended('2024-05-24', '2024-06-28'),
      [['rewritten', `${later}${wayOut}`]],
      'an extension does not cover that the promise is moved too',
    ],
    [
      plan('extensions: [{ to: 2024-05-24 }]'),
      plan('stated: 2024-05-24'),
      [
        [
          'rewritten',
          `originally due on Friday 24 May 2024 instead of Tuesday 23 April 2024; ${gone}${last}${wayOut}`,
        ],
      ],
      'so may a stage be',
    ],
    [
      MOVED,
      { ...action('due: 2024-05-24'), waivers: [waiver] },
      [
        [
          'waived',
          `${later}; ${gone}${first} and ${last}; waived (dueMoved) until Friday 24 May 2024, approved by Director: A slip`,
        ],
      ],
      'a waiver approves of it',
    ],
    [MOVED, { ...MOVED, due: null, originalDue: null }, [], 'it is no longer due at all'],
  ])('%#: $3', (former, now, expected, _because) => {
    expect(found(former, now)).toEqual(expected)
  })
})

describe('what is noted, and no longer on record', () => {
  const [A, B] = ['on: 2024-03-01, note: Begun', 'on: 2024-04-01, percent: 40']
  const DONE = action('due: 2024-06-28, done: 2024-04-30, evidence: "https://example.org/a"')
  const CLOSED = action('due: 2024-06-28, closed: { on: 2024-04-30, reason: Replaced }')
  const OPEN = action('due: 2024-06-28')
  const ofMarch = 'progress of Friday 1 March 2024'
  it.each<[...Pair, string | null, string]>([
    [logged(A, B), logged(B), ofMarch, 'a note is gone'],
    [logged(A, B), logged(B, A), null, 'the order makes no difference'],
    [logged(A), logged(A, B), null, 'one is added'],
    [logged(A), logged(`${A}, by: Head`), ofMarch, 'somebody else says it now'],
    [logged(A, B), OPEN, `${ofMarch} and progress of Monday 1 April 2024`, 'all are gone'],
    [DONE, DONE, null, 'nothing changed'],
    [OPEN, DONE, null, 'it is done'],
    [
      DONE,
      action('due: 2024-06-28, done: 2024-04-30'),
      'its evidence',
      'nothing shows it any more',
    ],
    [
      DONE,
      action('due: 2024-06-28, done: 2024-04-30, evidence: "https://example.org/b"'),
      null,
      'something else shows it',
    ],
    [
      DONE,
      OPEN,
      'that it was done on Tuesday 30 April 2024',
      'it is open again, and needs no evidence',
    ],
    [
      plan('submitted: 2024-04-10'),
      plan('submitted: 2024-04-09'),
      'that it was submitted on Wednesday 10 April 2024',
      'it is another day',
    ],
    [CLOSED, OPEN, 'that it was closed on Tuesday 30 April 2024', 'it is open again'],
    [CLOSED, CLOSED, null, 'it is closed as ever'],
    [OPEN, CLOSED, null, 'it is closed on record'],
    [
      granted('by: Board'),
      granted('by: Director'),
      'who granted the extension to Friday 24 May 2024, when or why',
      'somebody else granted it',
    ],
    [
      granted('on: 2024-03-20'),
      granted('on: 2024-03-21'),
      'who granted the extension to Friday 24 May 2024, when or why',
      'on another day',
    ],
    [
      granted('reason: Fire'),
      granted('reason: Water'),
      'who granted the extension to Friday 24 May 2024, when or why',
      'for another reason',
    ],
    [granted('by: Board'), granted('by: Board, reason: Fire'), null, 'it says more'],
    [
      granted('by: Board, reason: Fire'),
      granted('by: Board'),
      'who granted the extension to Friday 24 May 2024, when or why',
      'it says less',
    ],
    [
      CLOSED,
      action('due: 2024-06-28, closed: { on: 2024-04-29, reason: Replaced }'),
      'that it was closed on Tuesday 30 April 2024',
      'it was closed on another day',
    ],
    [
      CLOSED,
      action('due: 2024-06-28, closed: { on: 2024-04-30, reason: Unwanted }'),
      'why it was closed',
      'it was closed for another reason',
    ],
    [OPEN, { ...OPEN, title: 'Training' }, 'its title', 'it promises something else'],
    [plan(''), { ...plan(''), title: 'Plan' }, null, 'the rules name a stage'],
  ])('%#: $2, because $3', (former, now, what) => {
    expect(found(former, now)).toEqual(
      what ? [['erased', `no longer on record as it was: ${what}`]] : [],
    )
  })
})
