import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/assessment/item.ts'
import { releasesIn } from '../../src/assessment/released.ts'
import { itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

/** The final plan as at Monday 5 February 2024, of a record with these dates. */
const plan = (dates: string, lines = '') =>
  itemOf(record(lines, { published: dates }), 'final', '2024-02-05')
const final = (facts: string) => plan('received: 2024-01-12', `plan: { final: { ${facts} } }\n`)

describe('what a record dates after the day of the report', () => {
  const extension = { to: '2024-05-07', by: 'Ofsted', reason: 'Easter' }
  const extended = (on: string) =>
    final(`extensions: [{ to: 2024-05-07, ${on}by: Ofsted, reason: Easter }]`)
  const closed = (on: string) => final(`closed: { on: ${on}, reason: Replaced }`)

  it.each([
    [
      extended('on: 2024-02-06, '),
      { extensions: [{ ...extension, on: '2024-02-06' }] },
      'tomorrow',
    ],
    [extended('on: 2024-02-05, '), undefined, 'it is of today'],
    [extended(''), undefined, 'it says no day, and holds'],
    [
      closed('2024-02-06'),
      { extensions: [], closed: { on: '2024-02-06', reason: 'Replaced' } },
      'it closes tomorrow',
    ],
    [closed('2024-02-05'), undefined, 'it closed today'],
    [
      final('submitted: 2024-02-06'),
      { extensions: [], settled: '2024-02-06' },
      'it will be submitted tomorrow',
    ],
    [final('submitted: 2024-02-05'), undefined, 'it was submitted today'],
    [final('owner: Head'), undefined, 'nothing has a day'],
  ])('%#: $1, because $2', ({ background }, ahead, _because) => {
    expect(background.ahead).toEqual(ahead)
  })

  it('leaves out an extension that holds beside one that will', () => {
    const both = final('extensions: [{ to: 2024-05-07 }, { to: 2024-05-14, on: 2024-02-06 }]')
    expect(both.background.ahead?.extensions.map(({ to }) => to)).toEqual(['2024-05-14'])
  })
})

describe('what will count as done on a later day', () => {
  const action = (facts: string) =>
    itemOf(record(`actions: [{ id: A1, title: T, due: 2024-03-01${facts} }]\n`), 'A1', '2024-02-05')
  const ahead = action(', done: 2024-03-01')
  const closing = (reason: string) => action(`, closed: { on: 2024-03-01, reason: ${reason} }`)
  const waiting = (item: Item): Item => ({ ...item, status: 'waiting' })

  it.each<[Item | null, Item, string[], string]>([
    [action(''), ahead, ['to count as done from Friday 1 March 2024 on'], 'it is not done yet'],
    [null, ahead, ['to count as done from Friday 1 March 2024 on'], 'nor is a new one'],
    [ahead, ahead, [], 'it was said before'],
    [
      final(''),
      final('submitted: 2024-03-01'),
      ['to count as submitted from Friday 1 March 2024 on'],
      'nor is a plan submitted',
    ],
    [
      closing('Agreed'),
      closing('Dropped'),
      ['to be closed on Friday 1 March 2024: Dropped'],
      'the reason is another one',
    ],
    [closing('Agreed'), closing('Agreed'), [], 'it is as agreed'],
    [
      waiting(closing('Agreed')),
      closing('Agreed'),
      ['to be closed on Friday 1 March 2024: Agreed'],
      'it had no date when that was put in',
    ],
  ])('%#: $2, because $3', (former, now, words, _because) => {
    const found = releasesIn([{ former, now } as never], [])
    expect(found.map(({ release }) => release.why)).toEqual(words)
    expect(found.every(({ failure }) => failure === null)).toBe(true)
  })
})

describe('a later start of the clock', () => {
  const published = plan('published: 2024-01-12')
  const receivedOn = (day: string, lines = '') =>
    plan(`published: 2024-01-12\nreceived: ${day}`, lines)
  const later = receivedOn('2024-02-20')
  const waived = receivedOn(
    '2024-02-20',
    'waivers: [{ item: final, rule: dueMoved, reason: R, approvedBy: Board, until: 2024-12-31 }]\n',
  )
  const released = (former: Item | null, now: Item) => {
    const [first] = releasesIn([{ former, now } as never], [])
    return first && { ...first.release, reason: first.failure?.reason ?? null }
  }

  it.each<[Item | null, Item, object | undefined, string]>([
    [
      published,
      later,
      {
        how: 'rewritten',
        reason: 'rewritten',
        justified: false,
        why: 'from Tuesday 20 February 2024 due on Monday 3 June 2024 instead of Tuesday 23 April 2024, because the record starts the clock on that day',
      },
      'it will be due later from then on',
    ],
    [published, waived, { how: 'rewritten', justified: true, reason: null }, 'approved'],
    [later, later, undefined, 'it was so before'],
    [null, later, undefined, 'a new record says what it says'],
    [published, receivedOn('2024-02-05'), undefined, 'it was received today'],
  ])('%#: $2, because $3', (former, now, expected, _because) => {
    if (expected) expect(released(former, now)).toMatchObject(expected)
    else expect(released(former, now)?.how).not.toBe('rewritten')
  })

  it('is no later start where the stage is due no later by it', () => {
    const stated = (dates: string) => plan(dates, 'plan: { final: { stated: 2024-06-03 } }\n')
    expect(stated('published: 2024-01-12\nreceived: 2024-02-20').background.ahead).toBeUndefined()
    expect(later.background.ahead).toEqual({
      extensions: [],
      start: { on: '2024-02-20', due: '2024-06-03' },
    })
  })
})
