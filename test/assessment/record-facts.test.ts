import { describe, expect, it } from 'vitest'
import { recordFacts } from '../../src/assessment/record-facts.ts'
import { assessed } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

const facts = (text: string, today = '2024-02-05') =>
  recordFacts(assessed(text, today).reading, isoDate(today))

describe('what a record says of its inspection', () => {
  it('is all of it, with the last day of the visit', () => {
    const published = `title: Help and protection
visited: { from: 2023-12-04, to: 2023-12-08 }
received: 2024-01-05
published: 2024-01-12
sent: 2024-01-04
source: https://example.org/letter`
    expect(facts(record('', { published }))).toEqual({
      id: 'r',
      file: 'r.yaml',
      authority: 'Shropshire Council',
      framework: 'ilacs-focused-visit',
      title: 'Help and protection',
      visited: '2023-12-08',
      published: '2024-01-12',
      received: '2024-01-05',
      sent: '2024-01-04',
      source: 'https://example.org/letter',
      areas: [{ id: 'P1', text: 'Timeliness of strategy discussions' }],
      areasForImprovement: null,
    })
  })

  it.each([
    ['visited: 2023-12', { visited: '2023-12', areas: [{ id: 'P1' }] }, 'only the month is known'],
    [
      'published: 2024-01-12',
      { visited: null, received: null, sent: null, title: null, source: null },
      'it says no more',
    ],
    [
      'published: 2024-02-06',
      { published: null, areas: null },
      'the report comes out the day after, and nobody knows what it names',
    ],
  ])('%j: %j, because %s', (published, expected, _because) => {
    expect(facts(record('', { published }))).toMatchObject(expected)
  })

  it('has no areas where nobody has said whether there are any, which is not the same as none', () => {
    const text = 'authority: A\nframework: ilacs-focused-visit\npublished: 2024-01-12\n'
    expect(facts(text)?.areas).toBeNull()
    expect(facts(`${text}areasForPriorityAction: []\n`)?.areas).toEqual([])
    const improvement = `${text}areasForImprovement: [{ id: I1, text: Supervision }]\n`
    expect(facts(improvement)).toMatchObject({
      areas: null,
      areasForImprovement: [{ id: 'I1', text: 'Supervision' }],
    })
  })

  it('is nothing where it cannot be read', () => {
    expect(facts('autority: A\n')).toBeUndefined()
  })
})
