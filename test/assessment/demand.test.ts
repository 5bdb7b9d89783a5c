import { describe, expect, it } from 'vitest'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { assess } from '../helpers/assess.ts'

/** A value of each key that shows that somebody asked for a stage. */
const KEYS = {
  stated: '2024-06-11',
  extensions: '[{ to: 2024-06-11 }]',
  submitted: '2024-05-01',
  expected: '2024-06-01',
  steps: '{ board: { done: 2024-05-01 } }',
  closed: '{ on: 2024-05-01, reason: It was not asked for }',
} as const

const stages = shippedFrameworks.flatMap((framework) =>
  framework.stages.map(({ id }) => [framework.id, id] as const),
)
const cases = [...new Map(stages.map((one) => [one.join(), one])).values()].flatMap(
  ([framework, stage]) =>
    Object.entries(KEYS).map(([key, value]) => [framework, stage, key, value]),
)

const text = (framework = '', date = '', lines = '') =>
  `authority: A\nframework: ${framework}\n${date}\n${lines}\n`

describe.each([
  ['with no area for priority action', '2024-01-12', 'areasForPriorityAction: []'],
  ['before any rule was in force', '1996-01-12', ''],
])('%s', (_because, on, areas) => {
  it.each(cases)(
    '%s %s is demanded where the record has `%s: %s`',
    (framework, stage, key, value) => {
      const plan = `plan: { ${stage}: { ${key}: ${value} } }`
      const dates = `received: ${on}\nsent: ${on}\npublished: ${on}\nvisited: ${on}`
      for (const today of ['2024-04-30', '2024-07-01']) {
        const { items, diagnostics } = assess(text(framework, dates, `${areas}\n${plan}`), today)
        expect(items[stage ?? '']?.status).toMatch(/^(?!notRequired)/)
        const isContradicted = diagnostics.some(({ code }) => code === 'stage-contradicted')
        if (key === 'closed') expect(isContradicted).toBe(false)
      }
    },
  )
})

describe('a stage that the record contradicts', () => {
  const focused = (lines: string, published = '2024-01-12') =>
    assess(text('ilacs-focused-visit', `published: ${published}`, lines), '2025-07-01')

  it.each([
    ['areasForPriorityAction: []\nplan: { final: { stated: 2025-06-11 } }', 'stated', 'no area'],
    [
      'areasForPriorityAction: []\nplan: { final: { submitted: 2025-06-11 } }',
      'submitted',
      'no area',
    ],
  ])('%j is remarked on at `%s`, because there is %s', (lines, key) => {
    const found = focused(lines).diagnostics.filter(({ code }) => code === 'stage-contradicted')
    expect(found.map(({ severity, line }) => [severity, line])).toEqual([['warning', 5]])
    expect(found[0]?.message).toContain(`\`${key}\``)
  })

  it('is overdue after its stated date, and was nothing at all before', () => {
    const { items } = focused('areasForPriorityAction: []\nplan: { final: { stated: 2025-06-11 } }')
    expect(items['final']).toMatchObject({ status: 'overdue', due: '2025-06-11' })
    expect(items['draft']?.status).toBe('notRequired')
  })

  it('is remarked on where its rule was not in force', () => {
    const lines =
      'areasForPriorityAction: [{ id: P1, text: x }]\nplan: { draft: { submitted: 2018-03-01 } }'
    const { items, diagnostics } = focused(lines, '2018-02-12')
    expect(items['draft']?.status).toBe('met')
    expect(diagnostics.map(({ code }) => code)).toContain('stage-contradicted')
  })
})

describe('a stage that has its own date, or is settled, waits for no other', () => {
  it.each([
    [
      'visited: 2025-07',
      'stated: 2024-06-11',
      'overdue',
      'the month of the visit has a wrong year',
    ],
    ['visited: 2025-07-10', 'extensions: [{ to: 2024-06-11 }]', 'overdue', 'so has its day'],
    ['visited: 2025-07-10', 'submitted: 2024-06-11', 'met', 'what was sent was sent'],
    ['visited: 2024-01-10', 'submitted: 2024-06-11', 'met', 'the report has no date yet'],
    ['visited: 2024-01-10', 'closed: { on: 2024-06-11, reason: x }', 'closed', 'likewise'],
    ['visited: 2025-07-10', 'expected: 2024-06-11', 'waiting', 'a forecast is no due date'],
    ['visited: 2024-01-10', 'expected: 2024-06-11', 'waiting', 'likewise, without a report'],
  ])('%s, `%s`: %s, because %s', (visit, key, status, _because) => {
    const { items } = assess(text('jtai', visit, `plan: { final: { ${key} } }`), '2025-01-01')
    expect(items['final']?.status).toBe(status)
  })
})

describe('an optional stage', () => {
  const standard = (lines: string) =>
    assess(text('ilacs-standard', 'received: 2024-01-12', lines), '2024-01-15').items

  it.each([
    ['', undefined, 'nobody asked for it'],
    ['plan: { report: {} }', undefined, 'a stage without a key says nothing'],
    ['plan: { report: { evidence: https://example.org } }', '2024-02-23', 'any key asks for it'],
    ['plan: { report: { submitted: 2024-01-14 } }', '2024-02-23', 'it was done'],
  ])('%j is due %s, because %s', (lines, due, _because) => {
    expect(standard(lines)['report']?.due).toBe(due)
  })
})
