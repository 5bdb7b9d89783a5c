import { describe, expect, it } from 'vitest'
import { rewrittenIn } from '../../src/assessment/rewritten.ts'
import { itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

/** The final plan, due on Tuesday 23 April 2024 by its rule, as at a day by which all has happened. */
const final = (facts = '') =>
  itemOf(
    record(`plan: { final: { ${facts} } }`, { published: 'received: 2024-01-12' }),
    'final',
    DAY,
  )
const action = (facts = '', due = '2024-03-28') =>
  itemOf(record(`actions: [{ id: A1, title: Audit, due: ${due}${facts} }]`), 'A1', DAY)
const DAY = '2024-06-03'
const extended = (...all: string[]) => `extensions: [${all.map((one) => `{ ${one} }`).join(', ')}]`
const [APRIL, MAY] = ['to: 2024-04-30, on: 2024-04-02', 'to: 2024-05-07, on: 2024-04-15']
const KEEP = 'leave what is on record, and move a date by one more extension'
const gone = (...facts: string[]) => `no longer on record as it was: ${facts.join(', ')}`
const TO_APRIL = 'the extension to Tuesday 30 April 2024'
const TO_MAY = 'the extension to Tuesday 7 May 2024'
const PROMISE = 'originally due on Friday 5 April 2024 instead of Thursday 28 March 2024'

type Case = [former: ReturnType<typeof final>, now: ReturnType<typeof final>, string[], string]

function check(title: string, how: string, cases: readonly Case[]) {
  it.each(cases)(`${title}: %#, $2, because $3`, (former, now, words) => {
    const { id: item, file } = now
    expect(rewrittenIn(former, now)).toEqual(
      words.map((why) => ({ item, file, how, justified: false, why })),
    )
  })
}

describe('a change that hides how far a due date has moved', () => {
  const both = final(extended(APRIL, MAY))
  const waiver =
    'waivers: [{ item: final, rule: dueMoved, reason: r, approvedBy: d, until: 2024-12-31 }]'
  check('rewrites it', 'rewritten', [
    [both, final(extended(MAY)), [`${gone(TO_APRIL)}; ${KEEP}`], 'the first extension is gone'],
    [
      final(extended(MAY)),
      final('stated: 2024-05-07'),
      [
        `originally due on Tuesday 7 May 2024 instead of Tuesday 23 April 2024; ${gone(TO_MAY)}; ${KEEP}`,
      ],
      'the letter is said to have named that day',
    ],
    [
      action(`, ${extended(APRIL)}`),
      action(`, ${extended(APRIL)}`, '2024-04-05'),
      [`${PROMISE}; ${KEEP}`],
      'it was promised for an earlier day',
    ],
    [
      action(`, ${extended(APRIL, MAY)}`),
      action(`, ${extended(MAY)}`, '2024-04-05'),
      [`${PROMISE}; ${gone(TO_APRIL)}; ${KEEP}`],
      'it was, and the first extension is gone',
    ],
    [
      action(),
      action(`, ${extended(APRIL)}`, '2024-04-05'),
      [`${PROMISE}; ${KEEP}`],
      'the extension is new, and counts from a later day than it must',
    ],
  ])
  check('does not', 'rewritten', [
    [both, both, [], 'all is as it was'],
    [final(extended(MAY)), both, [], 'an older extension was added'],
    [
      action(),
      action('', '2024-04-05'),
      [],
      'a later date without an extension is another finding',
    ],
    [
      action(`, ${extended(APRIL)}`, '2024-04-05'),
      action(`, ${extended(APRIL)}`),
      [],
      'it was promised for a later day',
    ],
  ])

  it('is one that a waiver may approve of', () => {
    const text = record(`plan: { final: { ${extended(MAY)} } }\n${waiver}`, {
      published: 'received: 2024-01-12',
    })
    expect(rewrittenIn(both, itemOf(text, 'final', DAY))).toMatchObject([
      {
        how: 'waived',
        justified: true,
        why: `${gone(TO_APRIL)}; waived (dueMoved) until Tuesday 31 December 2024, approved by d: r`,
      },
    ])
  })
})

describe('a change that takes something out of a record', () => {
  const progress = 'progress: [{ on: 2024-02-05, percent: 20 }, { on: 2024-03-04, note: Begun }]'
  const by = (facts: string) => final(extended(`${MAY}${facts}`))
  const REWORDED = gone('who granted the extension to Tuesday 7 May 2024, when or why')
  const closed = 'closed: { on: 2024-02-01, reason: r }'
  check('erases it', 'erased', [
    [final(extended(APRIL, MAY)), final(extended(APRIL)), [gone(TO_MAY)], 'it is due earlier now'],
    [
      final(extended(MAY)),
      final('stated: 2024-05-14'),
      [gone(TO_MAY)],
      'and nothing grants the later date',
    ],
    [by(', by: Ofsted'), by(', by: Estyn'), [REWORDED], 'somebody else has granted it'],
    [
      by(', by: Ofsted'),
      final(extended(MAY.replace('04-15', '04-16'))),
      [REWORDED],
      'it was granted on another day',
    ],
    [by(', reason: Easter'), by(', reason: Fire'), [REWORDED], 'it has another reason'],
    [
      final(progress),
      final('progress: [{ on: 2024-02-05, percent: 30 }]'),
      [gone('progress of Monday 5 February 2024 and progress of Monday 4 March 2024')],
      'one entry says something else, one is gone',
    ],
    [
      final('submitted: 2024-04-02'),
      final('submitted: 2024-04-03'),
      [gone('that it was submitted on Tuesday 2 April 2024')],
      'it was sent on another day',
    ],
    [
      action(', done: 2024-03-04'),
      action(),
      [gone('that it was done on Monday 4 March 2024')],
      'it was not done after all',
    ],
    [
      final('submitted: 2024-04-02, evidence: a.pdf'),
      final('submitted: 2024-04-02'),
      [gone('its evidence')],
      'nothing shows it any more',
    ],
    [
      final(closed),
      final(),
      [gone('that it was closed on Thursday 1 February 2024')],
      'it is open again',
    ],
  ])
  check('does not', 'erased', [
    [by(''), by(', by: Ofsted'), [], 'it says more'],
    [by(', by: Ofsted'), by(''), [], 'who granted it is another finding'],
    [
      final(progress),
      final(progress.replace('}]', '}, { on: 2024-04-02, note: Sent }]')),
      [],
      'more',
    ],
    [final('submitted: 2024-04-02'), final('submitted: 2024-04-02, evidence: a.pdf'), [], 'more'],
    [
      final('submitted: 2024-04-02, evidence: a.pdf'),
      final('submitted: 2024-04-02, evidence: b.pdf'),
      [],
      'other evidence is evidence',
    ],
    [final(closed), final(closed.replace('02-01', '02-02')), [], 'it stays closed'],
  ])

  it('is no finding where the item had no date before', () => {
    const none = { ...final(extended(MAY)), due: null, originalDue: null }
    expect(rewrittenIn(none, { ...final(extended(MAY)), due: isoDate('2024-05-07') })).toEqual([])
  })
})
