import { describe, expect, it } from 'vitest'
import { isDueMoved } from '../../src/assessment/change.ts'
import type { Item } from '../../src/assessment/item.ts'
import { releasesIn } from '../../src/assessment/released.ts'
import { type Diagnostic, diagnose, wholeFile } from '../../src/diagnostics/diagnostic.ts'
import { itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

/** The final plan, due on Tuesday 23 April 2024, as at a day. */
const plan = (lines = '', today = '2024-02-05') =>
  itemOf(record(lines, { published: 'received: 2024-01-12' }), 'final', today)
const final = (facts: string) => plan(`plan: { final: { ${facts} } }`)
const extended = (facts: string) => final(`extensions: [{ to: 2024-05-07${facts} }]`)

const DUE = plan()
const LATE = plan('', '2024-05-01')
const BY = extended(', by: Ofsted, reason: Easter.')
const WAIVER = {
  rule: 'overdue',
  reason: 'A fire',
  approvedBy: 'Director',
  until: isoDate('2024-12-31'),
}
const waived = (rule: string) => ({ waivers: [{ ...WAIVER, rule }] })
const withdraw = 'to withdraw it, keep it on record with `closed: { on, reason }`'

/** What a change from one item to another releases, and what it fails for; not what it erases. */
function released(former: Item | null, now: Item | null, diagnostics: Diagnostic[] = []) {
  const pair = former ? { former, now } : now && { former, now }
  const [first, ...more] = releasesIn(pair ? [pair as never] : [], diagnostics).filter(
    ({ release }) => release.how !== 'erased',
  )
  expect(more).toEqual([])
  return first
}

describe('an item that a change releases from its due date', () => {
  const NONE = final('closed: { on: 2024-02-01, reason: Replaced }')
  const WAITING = itemOf(record('', { published: 'visited: 2024-02' }), 'final', '2024-02-05')
  const NOT_REQUIRED = itemOf(
    record('', { published: 'received: 2024-01-12' }).replace(
      /areas.*\n.*\n/,
      'areasForPriorityAction: []\n',
    ),
    'final',
    '2024-02-05',
  )

  it.each<[Item, Item | null, string, string, string]>([
    [
      DUE,
      null,
      'removed',
      `due on Tuesday 23 April 2024, and no longer among the records; ${withdraw}`,
      'it is gone',
    ],
    [LATE, null, 'removed', `overdue, and no longer among the records; ${withdraw}`, 'likewise'],
    [
      DUE,
      NOT_REQUIRED,
      'notRequired',
      `due on Tuesday 23 April 2024, and no longer required: the report names no area for priority action; ${withdraw}`,
      'the areas were taken away',
    ],
    [
      DUE,
      WAITING,
      'notRequired',
      `due on Tuesday 23 April 2024, and no longer due: the record has neither \`received\`, \`sent\` nor \`published\`; ${withdraw}`,
      'the date of the report was taken away',
    ],
    [DUE, NONE, 'closed', 'closed on Thursday 1 February 2024: Replaced', 'it was withdrawn'],
  ])('%#: $2, because $4', (former, now, how, why) => {
    const { id: item, file } = former
    const justified = how === 'closed'
    expect(released(former, now)?.release).toEqual({ item, file, how, justified, why })
  })

  it('fails the change only where it was overdue, and nothing justifies it', () => {
    const failing = (former: Item, now: Item | null) => released(former, now)?.failure?.reason
    expect([failing(LATE, null), failing(DUE, null)]).toEqual(['removed', undefined])
    expect([failing(LATE, WAITING), failing(LATE, NONE)]).toEqual(['removed', undefined])
  })

  it.each<[Item | null, Item | null, string]>([
    [NONE, null, 'it was closed before'],
    [NONE, NONE, 'it stays closed'],
    [DUE, DUE, 'nothing happened'],
    [DUE, LATE, 'it grew late'],
    [DUE, final('submitted: 2024-02-01'), 'it was sent, as it should be'],
    [null, NONE, 'it is new, and was never open'],
    [null, DUE, 'it is new, and due as its rule says'],
    [null, { ...BY, status: 'closed' }, 'it is new and closed: an extension does not matter'],
  ])('is none: %#, because $2', (former, now, _because) => {
    expect(released(former, now)).toBeUndefined()
  })

  it('may be hidden by an error in its file, unless no deadline can be in that', () => {
    const evidence = diagnose(wholeFile('r.yaml'), 'evidence-missing', { path: 'a.pdf' } as never)
    expect(released(LATE, null, [evidence])?.failure?.reason).toBe('removed')
  })

  it('may be hidden by an error in its file, which is reported instead', () => {
    const error = diagnose(wholeFile('r.yaml'), 'empty-file', { use: 'record' })
    const elsewhere = diagnose(wholeFile('s.yaml'), 'empty-file', { use: 'record' })
    const remark = diagnose(wholeFile('r.yaml'), 'areas-unknown', {})
    expect(released(DUE, null, [error])).toBeUndefined()
    expect(released(DUE, null, [elsewhere, remark])?.release.how).toBe('removed')
    expect(released(DUE, NONE, [error])?.release.how).toBe('closed')
  })
})

describe('an extension that a change brings in', () => {
  const words = 'extended from Tuesday 23 April 2024 to Tuesday 7 May 2024'
  it.each<[Item | null, Item, string | null, string]>([
    [DUE, BY, `${words} by Ofsted: Easter`, 'it says by whom and why'],
    [null, BY, `${words} by Ofsted: Easter`, 'so may that of a new item'],
    [
      DUE,
      extended(', reason: Easter'),
      `${words}, but the extension does not say by whom`,
      'it does not say who granted it',
    ],
    [
      DUE,
      extended(', by: Ofsted'),
      `${words}, but the extension does not say why`,
      'it does not say why',
    ],
    [
      DUE,
      extended(''),
      `${words}, but the extension does not say by whom and why`,
      'it says neither',
    ],
    [
      BY,
      extended(', by: Ofsted'),
      'extended to Tuesday 7 May 2024, but the extension does not say why',
      'what it said was taken away',
    ],
    [extended(''), extended(', by: Ofsted'), null, 'it says more than before'],
    [BY, BY, null, 'it is the same'],
    [plan('plan: { final: { stated: 2024-05-14 } }'), BY, null, 'it is due earlier than before'],
    [plan('plan: { final: { stated: 2024-05-07 } }'), BY, null, 'it is due on the same day'],
    [
      { ...DUE, status: 'waiting', due: null },
      BY,
      `${words} by Ofsted: Easter`,
      'it had no date before',
    ],
    [
      { ...DUE, status: 'waiting', due: null },
      extended(''),
      `${words}, but the extension does not say by whom and why`,
      'likewise, and nobody grants it',
    ],
  ])('%#: $2, because $3', (former, now, why) => {
    const found = released(former, now)
    if (why === null) expect(found).toBeUndefined()
    else {
      const justified = !why.includes('does not say')
      const { id: item, file } = now
      expect(found?.release).toEqual({ item, file, how: 'extended', justified, why })
      const failure = { item, file, reason: 'unjustified', why }
      expect(found?.failure).toEqual(justified ? null : failure)
    }
  })
})

describe('a release that is dated after the day of the report', () => {
  const ahead = (facts: string) => extended(`, on: 2024-02-06${facts}`)
  const words = 'to be extended on Tuesday 6 February 2024 to Tuesday 7 May 2024'
  const closing = (day: string) => final(`closed: { on: ${day}, reason: Replaced }`)

  it.each<[Item | null, Item, string | null, string]>([
    [
      DUE,
      ahead(''),
      `${words}, but the extension does not say by whom and why`,
      'nobody grants it',
    ],
    [null, ahead(', by: Ofsted, reason: E.'), `${words} by Ofsted: E`, 'a new item has it'],
    [ahead(''), ahead(', by: Ofsted, reason: E'), `${words} by Ofsted: E`, 'it says more now'],
    [ahead(''), ahead(''), null, 'it was there before'],
    [DUE, final('extensions: [{ to: 2024-04-23, on: 2024-02-06 }]'), null, 'it moves nothing'],
    [DUE, closing('2024-02-06'), 'to be closed on Tuesday 6 February 2024: Replaced', 'it ends'],
    [closing('2024-02-06'), closing('2024-02-06'), null, 'it was to end before'],
    [DUE, closing('2024-02-05'), 'closed on Monday 5 February 2024: Replaced', 'it ended today'],
  ])('%#: $2, because $3', (former, now, why) => {
    const found = released(former, now)
    expect(found?.release.why ?? null).toBe(why)
    const isFailing = why?.includes('does not say') ?? false
    expect(found?.failure?.reason).toBe(isFailing ? 'unjustified' : undefined)
  })
})

describe('a waiver that a change brings in', () => {
  const MOVED = final('stated: 2024-05-07')
  const approved = 'until Tuesday 31 December 2024, approved by Director: A fire'

  it.each<[Item | null, Item, string | null, string]>([
    [LATE, { ...LATE, ...waived('overdue') }, `waived ${approved}`, 'it silences what fails'],
    [null, { ...LATE, ...waived('overdue') }, `waived ${approved}`, 'so it does of a new item'],
    [DUE, { ...DUE, ...waived('overdue') }, `waived ${approved}`, 'it will, once that is overdue'],
    [
      DUE,
      { ...DUE, waivers: [{ ...WAIVER, until: isoDate('2024-04-23') }] },
      null,
      'it ends on the due day',
    ],
    [
      DUE,
      { ...DUE, ...waived('dueSoon') },
      `waived (dueSoon) ${approved}`,
      'it will, once that is near',
    ],
    [
      DUE,
      { ...DUE, waivers: [{ ...WAIVER, rule: 'dueSoon', until: isoDate('2024-02-29') }] },
      null,
      'it ends before that is near',
    ],
    [
      { ...LATE, ...waived('overdue') },
      { ...LATE, ...waived('overdue') },
      null,
      'it was waived before',
    ],
    [
      { ...LATE, waivers: [{ ...WAIVER, until: isoDate('2024-05-31') }] },
      { ...LATE, ...waived('overdue') },
      `waived ${approved}`,
      'it was waived for a shorter time before',
    ],
    [LATE, { ...LATE, ...waived('blocked') }, null, 'it silences nothing'],
    [
      DUE,
      { ...MOVED, ...waived('dueMoved') },
      `due on Tuesday 7 May 2024 instead of Tuesday 23 April 2024, waived (dueMoved) ${approved}`,
      'it approves of the later date',
    ],
    [MOVED, { ...DUE, ...waived('dueMoved') }, null, 'the date is earlier'],
    [DUE, { ...DUE, ...waived('dueMoved') }, null, 'the date is the same'],
    [
      { ...DUE, status: 'waiting', due: null },
      { ...LATE, ...waived('overdue') },
      `waived ${approved}`,
      'it had no date before',
    ],
  ])('%#: $2, because $3', (former, now, why) => {
    const found = released(former, now)
    const { id: item, file } = now
    const release = { item, file, how: 'waived', justified: true, why }
    expect(found).toEqual(why === null ? undefined : { release, failure: null, line: now.line })
  })

  it('is not known yet where it waited with its item', () => {
    const waiting: Item = { ...DUE, status: 'waiting', due: null, ...waived('overdue') }
    expect(released(waiting, { ...LATE, ...waived('overdue') })?.release.how).toBe('waived')
  })

  it('is not needed where an extension moves the date', () => {
    expect(released(DUE, { ...BY, ...waived('dueMoved') })?.release.how).toBe('extended')
  })
})

describe('what an overdue item fails for', () => {
  const action = (due: string, lines: string) =>
    itemOf(record(`actions: [{ id: A1, due: ${due}, ${lines} }]\n`), 'A1', '2024-05-01')
  const extended = 'title: T, extensions: [{ to: 2024-04-01, by: B, reason: R }]'
  it.each<[Item, Item, string[], string]>([
    [
      action('2024-03-01', 'title: T'),
      action('2024-03-01', 'title: U'),
      ['erased null'],
      'another title is for a reviewer to see',
    ],
    [
      action('2024-03-01', extended),
      action('2024-03-04', extended),
      ['rewritten rewritten'],
      'its promise is moved',
    ],
    [LATE, { ...LATE, status: 'notRequired', due: null }, ['notRequired removed'], 'nobody asks'],
  ])('%#: $2, because $3', (former, now, expected, _because) => {
    const found = releasesIn([{ former, now }], [])
    expect(
      found.map(({ release, failure }) => `${release.how} ${failure?.reason ?? null}`),
    ).toEqual(expected)
  })
})

describe('an extension of what was submitted late', () => {
  const submitted = (facts: string) => final(`submitted: 2024-02-01${facts}`)
  it.each([
    [submitted(', extensions: [{ to: 2024-05-07 }]'), 'unjustified', 'nobody grants it'],
    [submitted(', extensions: [{ to: 2024-05-07, by: B, reason: R }]'), null, 'somebody does'],
  ])('%#: $1, because $2', (now, reason, _because) => {
    const found = released(submitted(''), now)
    expect(found?.release.how).toBe('extended')
    expect(found?.failure?.reason ?? null).toBe(reason)
  })
})

describe('what was settled and is gone', () => {
  const all = (lines: string) => plan(`actions: [${lines}]`)
  const done = (facts: string) =>
    itemOf(record(`actions: [{ id: A1, title: T, due: 2024-01-31, ${facts} }]`), 'A1', '2024-02-05')
  const left = all('{ id: A2, title: U, due: 2024-03-01 }')

  it.each<[Item, Item | null, string[], string]>([
    [
      done('done: 2024-02-01'),
      left,
      ['done on Thursday 1 February 2024, and no longer among the records'],
      'its record is still there',
    ],
    [
      done('closed: { on: 2024-02-01, reason: R }'),
      left,
      ['closed on Thursday 1 February 2024, and no longer among the records'],
      'likewise',
    ],
    [
      final('submitted: 2024-02-01'),
      left,
      ['submitted on Thursday 1 February 2024, and no longer among the records'],
      'a stage can go with its framework',
    ],
    [plan('', '2023-01-01'), left, [], 'nothing was settled'],
    [done('done: 2024-02-01'), null, [], 'an old record may be put away'],
  ])('%#: is listed as %j, because %s', (former, now, words, _because) => {
    const pairs = [{ former, now: null }, ...(now ? [{ former: now, now }] : [])]
    const found = releasesIn(pairs, [])
    expect(found.map(({ release }) => release.why)).toEqual(words)
    expect(found.every(({ failure, release }) => !failure && release.how === 'erased')).toBe(true)
  })
})

describe('school holidays that become known', () => {
  const term = (lines: string) =>
    itemOf(
      `authority: School\nframework: estyn\nreceived: 2024-12-02\n${lines}`,
      'final',
      '2024-12-09',
    )
  it('move the earliest possible date, and are listed', () => {
    const known = term('schoolHolidays: [{ from: 2024-12-21, to: 2025-01-05 }]\n')
    const before = term('')
    expect(released(before, known)).toMatchObject({
      release: {
        how: 'extended',
        justified: true,
        why: expect.stringMatching(
          / instead of .*, by the school holidays that are on record now$/,
        ),
      },
      failure: null,
    })
    expect(isDueMoved(before, known)).toBe(false)
    const longer = term('schoolHolidays: [{ from: 2024-12-14, to: 2025-01-05 }]\n')
    expect(released(known, longer)).toBeUndefined()
    const restarted = itemOf(
      'authority: School\nframework: estyn\nreceived: 2024-12-05\nschoolHolidays: []\n',
      'final',
      '2024-12-09',
    )
    expect(released(before, restarted)).toBeUndefined()
    expect(isDueMoved(before, restarted)).toBe(true)
    expect(isDueMoved(known, longer)).toBe(true)
  })
})
