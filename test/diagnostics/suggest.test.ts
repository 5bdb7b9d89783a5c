import { beforeEach, describe, expect, it } from 'vitest'
import { likelyDate } from '../../src/calendar/likely-date.ts'
import { diagnose, wholeFile } from '../../src/diagnostics/diagnostic.ts'
import {
  beginSuggestions,
  didYouMean,
  didYouMeanOr,
  listed,
} from '../../src/diagnostics/suggest.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

beforeEach(beginSuggestions)

const KEYS = ['authority', 'framework', 'published', 'received', 'areasForPriorityAction', 'plan']

describe('the known word that a mistyped one stands for', () => {
  it.each<[string, readonly string[], string | undefined, string]>([
    ['recieved', KEYS, 'received', 'two letters have changed places'],
    ['publishd', KEYS, 'published', 'a letter is missing'],
    ['Authority', KEYS, 'authority', 'case makes no difference'],
    ['areas-for-priority-action', KEYS, 'areasForPriorityAction', 'nor do hyphens'],
    ['areas_for_priority_actions', KEYS, 'areasForPriorityAction', 'nor underscores and an s'],
    ['fianl', ['draft', 'final'], 'final', 'two letters of a short word have changed places'],
    ['Draft', ['draft', 'final'], 'draft', 'case, in a short word'],
    ['p-2', ['P1', 'I1'], 'P1', 'one letter of two'],
    ['area-send', ['sif', 'area-send-2016'], 'area-send-2016', 'the year is left out'],
    ['colour', KEYS, undefined, 'nothing is like it'],
    ['x', ['draft', 'final'], undefined, 'one letter is like nothing'],
    ['recieved', [], undefined, 'there is nothing to be meant'],
    ['a'.repeat(101), ['a'.repeat(100)], undefined, 'so long a word is no slip of the hand'],
    ['constructor', KEYS, undefined, 'what every object has is not known'],
  ])('%s among %j is %s, because %s', (word, known, expected) => {
    expect(didYouMean(word, known)).toBe(expected)
  })
})

describe('a suggestion', () => {
  it('is sought when its fault is shown, and once', () => {
    let asked = 0
    const args = {
      id: 'fianl',
      what: 'stage',
      get known() {
        asked++
        return ['final']
      },
    }
    const diagnostic = diagnose(wholeFile('a.yaml'), 'unknown-reference', args)
    expect([diagnostic.message, asked]).toEqual(['there is no stage `fianl`', 0])
    expect([diagnostic.hint, diagnostic.hint, asked]).toEqual([
      'did you mean `final`?',
      'did you mean `final`?',
      1,
    ])
  })

  it('is no longer sought where a run has compared half a million words', () => {
    beginSuggestions()
    const known = [...Array.from({ length: 99_999 }, (_, index) => `area-${index}`), 'final']
    const found = Array.from({ length: 6 }, () => didYouMean('fianl', known))
    expect(found).toEqual([...Array(5).fill('final'), undefined])
    expect(didYouMean('fianl', ['final'])).toBeUndefined()
    beginSuggestions()
    expect(didYouMean('fianl', ['final'])).toBe('final')
  })

  it('is sought for half of a thousand records that follow what is not there', async () => {
    const name = (index: number) => `council-${String(index).padStart(3, '0')}`
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `plans/${name(index)}.yaml`,
        record(`follows: ${name(index).replace('council', 'cuoncil')}\n`),
      ]),
    )
    const { out } = await plandue(['check', '-f', 'json', '--today', '2024-01-15'], { files })
    const remarks: { code: string; hint: string | null }[] = JSON.parse(out).diagnostics
    expect(remarks).toHaveLength(1000)
    expect(remarks.filter(({ hint }) => hint)).toHaveLength(500)
  })
})

describe('the end of a sentence', () => {
  it.each([
    ['fianl', 'did you mean `final`?', 'one word is near'],
    ['other', 'use one of `draft`, `final`', 'none is, so all are named'],
  ])('for %s is %s, because %s', (word, expected) => {
    expect(didYouMeanOr(word, ['draft', 'final'])).toBe(expected)
  })

  it.each([
    ['send', 'did you mean one of `send-2016`, `send-2023`?', 'it is a part of two'],
    ['Send-20', 'did you mean one of `send-2016`, `send-2023`?', 'case makes no difference'],
    ['2023', 'did you mean `send-2023`?', 'it is a part of one'],
    ['SIF', 'did you mean `sif`?', 'a whole word goes before those that it is a part of'],
    ['end-2016', 'did you mean `send-2016`?', 'it lacks a letter'],
    ['sned-2016', 'did you mean `send-2016`?', 'a slip is a part of none'],
    ['if', 'did you mean `sif`?', 'two letters are a slip of the hand, and no part'],
  ])('of those with common parts for %s is %s, because %s', (word, expected) => {
    const known = ['send-2016', 'send-2023', 'friend-2016', 'sif', 'sif-short']
    expect(didYouMeanOr(word, known)).toBe(expected)
  })

  it('names no more words than can be read', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `P${index}`)
    expect(listed(words)).toMatch(/`P19` and others$/)
  })
})

describe('the date that was most likely meant', () => {
  it.each<[string, string | undefined, string]>([
    ['12/01/2024', '2024-01-12', 'in Britain the day comes first'],
    ['12.1.2024', '2024-01-12', 'with dots'],
    ['12-01-2024', '2024-01-12', 'with hyphens'],
    ['12 01 2024', '2024-01-12', 'with blanks'],
    ['12/01/24', '2024-01-12', 'a short year is one of this century'],
    ['2024/01/12', '2024-01-12', 'the year first, with slashes'],
    ['2024-1-2', '2024-01-02', 'noughts are left out'],
    ['20240112', '2024-01-12', 'hyphens are left out'],
    ['2024-01-12T09:00:00Z', '2024-01-12', 'a day and a time'],
    ['2024-01-12 09:00', '2024-01-12', 'the same with a blank'],
    ['12 January 2024', '2024-01-12', 'a month by its name'],
    ['12th Jan 2024', '2024-01-12', 'a month by three letters'],
    ['Friday, 12 January 2024', '2024-01-12', 'with the day of the week'],
    ['January 12, 2024', '2024-01-12', 'as in America'],
    ['13/25/2024', undefined, 'in no order is it a date'],
    ['01/13/2024', undefined, 'only as in America, which a hint for Britain must not suggest'],
    ['30/02/2024', undefined, 'there is no such day'],
    ['12 Brumaire 2024', undefined, 'there is no such month'],
    ['12/01/1066', undefined, 'no inspection was so long ago'],
    ['2024-01', undefined, 'the day is missing'],
    ['Easter 2024', undefined, 'a name is no date'],
    ['', undefined, 'there is nothing'],
    [`${'1'.repeat(100_000)}/1/2024`, undefined, 'nor is a long text'],
  ])('by %.30s is %s, because %s', (text, expected) => {
    expect(likelyDate(text)).toBe(expected)
  })
})
