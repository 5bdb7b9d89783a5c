import { describe, expect, it } from 'vitest'
import { record } from '../helpers/record.ts'
import { codesOf, readCase } from './case.ts'

const PLAN = `plan:
  draft: { submitted: 2024-01-22 }
  final: { expected: 2024-04-19 }
actions:
  - { id: A1, title: Weekly audits, due: 2024-03-28 }
  - { id: A2, title: Monthly audits, due: 2024-03-29 }
`

describe('what an error keeps from being trusted', () => {
  it.each([
    [
      'submitted: 2024-01-22',
      'submitted: 22/01/2024',
      ['draft'],
      'a date of the draft is a date of the draft only',
    ],
    [
      'submitted: 2024-01-22',
      'sent: 2024-01-22',
      ['draft'],
      'what was meant by an unknown key cannot be known',
    ],
    ['{ submitted: 2024-01-22 }', '2024-01-22', ['draft'], 'the stage has the wrong type'],
    [
      'expected: 2024-04-19',
      'expected: soon',
      ['final'],
      'the draft does not hang on the final plan',
    ],
    ['final:', 'draft:', ['draft'], 'of two drafts, nobody knows which counts'],
    ['title: Weekly audits', 'title: [Weekly]', ['A1'], 'an action with a fault is left out'],
    ['due: 2024-03-28', 'due: Easter', ['A1'], 'an action without a date has no deadline'],
    [
      'due: 2024-03-28',
      'due: 2024-03-28, owner: 7',
      ['A1'],
      'the fault may lie anywhere in the action',
    ],
    ['id: A2', 'id: A1', ['the second A1'], 'the first one keeps its id'],
    ['id: A1', 'id: final', ['the action final'], 'a stage has that id already'],
    [
      'actions:',
      'judgements: { overall: [good] }\nactions:',
      [],
      'no deadline hangs on a judgement',
    ],
    ['actions:', 'notes: [a]\nactions:', [], 'no deadline hangs on a note'],
    [
      'actions:',
      'waivers: [{ item: A1 }]\nactions:',
      [],
      'a waiver silences, but moves no deadline',
    ],
    [
      'actions:',
      'x-a: { b: 1, b: 2 }\nactions:',
      [],
      "what stands under a key of the user's own is their own",
    ],
    ['plan:', 'received: 05/01/2024\nplan:', ['all'], 'the clock could have started on it'],
    ['plan:', 'colour: red\nplan:', ['all'], 'an unknown key could have been meant for any other'],
    [
      'plan:',
      'areasForImprovement: [{ id: I1 }]\nplan:',
      [],
      'no plan is demanded for these areas',
    ],
    [
      'areasForPriorityAction:\n',
      'areasForPriorityAction:\n  - id: P0\n',
      ['all'],
      'a list with one area less could say that no plan is due',
    ],
    ['ilacs-focused-visit', 'ilacs', ['all'], 'nothing is known of the framework'],
    ['plan:', 'plan: {}\nplan:', ['all'], 'of two plans, nobody knows which counts'],
    ['final:', 'fianl:', ['all'], 'what was meant for a stage is missing there'],
  ])('%s as %s spoils %j, because %s', (sound, faulty, spoilt) => {
    const text = record(PLAN).replace(sound, faulty)
    expect(text).not.toBe(record(PLAN))
    expect(spoiltIn(text)).toEqual(spoilt)
  })

  it('only an error does: a warning spoils nothing', () => {
    const text = record(`title:\n${PLAN}`)
    expect(codesOf(text)).toEqual(['empty-value'])
    expect(spoiltIn(text)).toEqual([])
  })
})

describe('the place of an action', () => {
  const text = record(`actions:
  - { id: A1, title: Weekly audits, due: Easter }
  - { id: A2, title: Monthly audits, due: 2024-03-29, answers: [P1, P9] }
  - Yearly audits
  - { id: A4, title: Last audit, due: 2024-05-31 }
`)
  const reading = readCase(text)

  it('is its own, though actions before it are left out', () => {
    expect(reading.record?.actions?.map(({ id }) => id)).toEqual(['A2', 'A4'])
    expect(reading.placeOf(['actions', 0, 'id'])).toMatchObject({ line: 8, column: 11 })
    expect(reading.placeOf(['actions', 1, 'id'])).toMatchObject({ line: 10, column: 11 })
  })

  it('is where a fault of names or of dates is reported', () => {
    const reference = reading.diagnostics.find(({ code }) => code === 'unknown-reference')
    expect(reference).toMatchObject({ line: 8, column: 69 })
  })
})

describe('the place of a part of a record', () => {
  const reading = readCase(record('title: A visit\nplan:\n  draft: { submitted: 2024-01-22 }\n'))

  it.each([
    ['plan.draft.submitted', 'value', '8:23', 'the value stands there'],
    ['plan.draft.submitted', 'key', '8:12', 'so does its key'],
    ['plan.draft', 'value', '8:12', 'a map is shown by its first key'],
    [
      'plan.draft.stated',
      'value',
      '8:12',
      'the file has none: the draft is the nearest thing above',
    ],
    ['plan.final', 'key', '7:1', 'the file has none: the plan is'],
    ['follows', 'value', '1:1', 'the file has none: the record is, and begins here'],
  ] as const)('%s, its %s, is %s, because %s', (path, part, expected, _because) => {
    const { line, column } = reading.placeOf(path.split('.'), part)
    expect(`${line}:${column}`).toBe(expected)
  })
})

describe('the value of a record', () => {
  it('has each key under its name, dates as text, and what is empty left out', () => {
    const text = record(`received:\ntitle: 'A visit'\nx-page: 3\n`)
    expect(readCase(text).record).toEqual({
      authority: 'Shropshire Council',
      framework: 'ilacs-focused-visit',
      published: '2024-01-12',
      areasForPriorityAction: [{ id: 'P1', text: 'Timeliness of strategy discussions' }],
      title: 'A visit',
      'x-page': 3,
    })
  })

  it('reaches no prototype, whatever a key is called', () => {
    const { record: value } = readCase(record('x-a: { __proto__: { polluted: true } }\n'))
    expect(Object.keys(value?.['x-a'] ?? {})).toEqual(['__proto__'])
    expect({}).not.toHaveProperty('polluted')
    expect(value?.['x-a']).not.toHaveProperty('polluted')
  })
})

/** What is left of a record with the usual plan: the names of all parts that are not. */
function spoiltIn(text: string): string[] {
  const { record: value, isSpoilt } = readCase(text)
  if (!value) return ['all']
  const stages = ['draft', 'final'].filter(isSpoilt)
  const ids = value.actions?.map(({ id }) => id) ?? []
  const missing = ['A1', 'A2'].filter((id) => text.includes(`id: ${id},`) && !ids.includes(id))
  const taken = ids.filter((_, index) => isSpoilt(index))
  return [
    ...stages,
    ...missing,
    ...taken.map((id) =>
      ids.indexOf(id) < ids.lastIndexOf(id) ? `the second ${id}` : `the action ${id}`,
    ),
  ]
}
