import { describe, expect, it } from 'vitest'
import { needsSomebody, STATUSES } from '../../src/assessment/item.ts'
import type { Framework } from '../../src/frameworks/framework.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { assess, itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const text = record(`plan:
  final: { owner: QA }
actions:
  - title: Audit
    id: A1
    due: 2024-03-28
`)

describe('an item', () => {
  it.each([
    ['final', 7, 'the record speaks of it there'],
    ['draft', 2, 'the record does not speak of it: its framework demands it'],
    ['A1', 10, 'an action is known by its id'],
  ])('%s stands on line %i, because %s', (id, line, _because) => {
    expect(itemOf(text, id, '2024-02-05')).toMatchObject({
      id: `r#${id}`,
      record: 'r',
      file: 'r.yaml',
      line,
      authority: 'Shropshire Council',
      framework: 'ilacs-focused-visit',
    })
  })
})

describe('of a record with a fault', () => {
  const items = (lines: string) => Object.keys(assess(record(lines), '2024-02-05').items)
  it.each([
    ['plan: { final: { stated: 2024-13-01 } }', ['draft'], 'nobody knows when it is due'],
    [
      'actions: [{ id: A1, title: Audit, due: soon }, { id: A2, title: B, due: 2024-03-28 }]',
      ['draft', 'final', 'A2'],
      'the other action is sound',
    ],
  ])('%j the items are %j, because %s', (lines, expected, _because) => {
    expect(items(lines)).toEqual(expected)
  })

  it.each([
    ['autority: A\n', 'it cannot be read'],
    ['authority: A\nframework: nope\nreceived: 2024-01-12\n', 'nobody knows its framework'],
  ])('%j there are none, because %s', (lines, _because) => {
    expect(assess(lines, '2024-02-05').items).toEqual({})
  })
})

describe('the plan that an action is late for', () => {
  const [shipped] = shippedFrameworks.filter(({ id }) => id === 'ilacs-focused-visit') as [
    Framework,
  ]
  const [draft] = shipped.stages.filter(({ id }) => id === 'draft')
  const [final] = shipped.stages.filter(({ id }) => id === 'final')
  const named = (stages: Framework['stages']) => {
    const frameworks = [{ ...shipped, stages }]
    const lines = 'actions: [{ id: A1, title: Audit, due: 2024-09-30 }]'
    return assess(record(lines), '2024-02-05', { frameworks }).diagnostics[0]?.message
  }

  it.each([
    [[draft, final], 'Final action plan', 'it is the final one'],
    [[final, draft], 'Final action plan', 'its place does not matter'],
    [[{ ...final, id: 'reply', title: 'Reply' }], 'Reply', 'without a final one it is the last'],
  ])('%#: %s, because %s', (stages, title, _because) => {
    expect(named(stages as Framework['stages'])).toContain(`after the ${title} itself is due`)
  })
})

describe('whether somebody must see to it now', () => {
  it('is so of what is overdue or at risk, and of nothing else', () => {
    expect(STATUSES.filter((status) => needsSomebody({ status }))).toEqual(['overdue', 'atRisk'])
  })
})
