import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isError } from '../../src/diagnostics/diagnostic.ts'
import { lineDiff } from '../../src/page/line-diff.ts'
import { editedRecord } from '../../src/records/edited-record.ts'
import { formattedRecord } from '../../src/records/formatted-record.ts'
import type { Change } from '../../src/yaml/edit/change.ts'
import { commentsIn } from '../../src/yaml/edit/comments.ts'
import { readCase, stagesOf } from './case.ts'
import { oddRecord } from './odd-record.ts'

const SEEDS = Array.from({ length: 1000 }, (_, seed) => seed)
const FILE = { file: 'r.yaml', id: 'r' }

type Said = { [key: string]: unknown }

/** What a text says as the library reads it, which knows nothing of how plandue changes one. */
const said = (text: string): Said => parse(text, { logLevel: 'silent' })

function textOf(edited: ReturnType<typeof editedRecord>): string {
  if ('text' in edited) return edited.text
  throw new Error(JSON.stringify(edited))
}

/** The position of the entry that is to be added to a list. */
const endOf = (...keys: string[]) => {
  return (record: Said) =>
    keys.reduce<unknown>((at, key) => (isMap(at) ? at[key] : undefined), record)
}
const sizeOf = (list: unknown) => (Array.isArray(list) ? list.length : 0)

/** A change of each kind, and how many lines of the text it may replace by others. */
const CHANGES: readonly ((record: Said) => Change)[] = [
  () => ({ path: ['plan', 'draft', 'submitted'], value: '2024-01-22' }),
  () => ({ path: ['plan', 'final', 'expected'], value: '2024-04-19' }),
  () => ({ path: ['plan', 'final', 'closed'], value: { on: '2024-04-19', reason: 'a: b, "c"' } }),
  () => ({ path: ['plan', 'final', 'steps', 'board', 'done'], value: '2024-04-19' }),
  (record) => ({
    path: ['plan', 'final', 'extensions', sizeOf(endOf('plan', 'final', 'extensions')(record))],
    value: { to: '2024-05-14', on: '2024-04-19', by: '[Ofsted]', reason: 'x'.repeat(80) },
  }),
  () => ({ path: ['received'], value: '2024-01-05' }),
  () => ({ path: ['actions', 0, 'done'], value: '2024-03-20' }),
  () => ({ path: ['actions', 1, 'closed'], value: { on: '2024-04-19', reason: "a: b, 'c' # d" } }),
  () => ({ path: ['plan', 'draft', 'progress', 0], value: { on: '2024-02-05', percent: 100 } }),
  () => ({ path: ['plan', 'final', 'owner'], value: 'QA: lead' }),
  () => ({ path: ['actions', 2, 'evidence'], value: 'papers/a, b #1.pdf' }),
  () => ({
    path: ['waivers', 0],
    value: {
      item: 'A1',
      rule: 'overdue',
      reason: "it's\nill",
      approvedBy: 'no',
      until: '2024-06-30',
    },
  }),
]

/** What the commands on actions write, each in all of the records. */
const OF_ACTIONS: Readonly<Record<string, (record: Said) => Change>> = {
  extend: () => ({
    path: ['actions', 0, 'extensions', 0],
    value: { to: '2024-05-14', on: '2024-04-19', by: '[Ofsted]', reason: 'x'.repeat(80) },
  }),
  block: () => ({ path: ['actions', 0, 'blocked'], value: 'no: "auditor", yet' }),
  unblock: () => ({ path: ['actions', 2, 'blocked'], value: undefined }),
  note: (record) => ({
    path: ['actions', 1, 'progress', sizeOf(entryIn(record, 1)['progress'])],
    value: { on: '2024-02-05', note: '- begun #1', percent: 40, by: 'no' },
  }),
  assign: () => ({ path: ['actions', 1, 'owner'], value: "Director of Children's Services" }),
  'action add': () => ({
    path: ['actions', 3],
    value: { id: 'A4', title: '[a]: b', owner: 'yes', answers: ['P1'], due: '2024-06-28' },
  }),
}

/** What takes the place of a text, or takes it away, may replace all of its lines. */
const mostLines = (name: string) => (['unblock', 'assign'].includes(name) ? 4 : 2)

/** The records with what they say, which is the same for each change. */
const RECORDS = SEEDS.map((seed) => {
  const before = oddRecord(seed)
  return { seed, before, record: said(before), comments: commentsIn(before) }
})

function entryIn(record: Said, index: number): Said {
  const { actions } = record
  const entry: unknown = Array.isArray(actions) ? actions[index] : undefined
  return isMap(entry) ? entry : {}
}

function isMap(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same change made in the value. */
function changed(value: unknown, [step, ...rest]: Change['path'], to: Change['value']): unknown {
  if (step === undefined) return to
  if (to === undefined && rest.length === 0 && isMap(value)) {
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== step))
  }
  if (typeof step === 'number') {
    const list: unknown[] = Array.isArray(value) ? [...value] : []
    list[step] = changed(list[step], rest, to)
    return list
  }
  const map = isMap(value) ? value : {}
  return { ...map, [step]: changed(map[step], rest, to) }
}

describe('a thousand odd records', () => {
  it('are sound', () => {
    for (const seed of SEEDS) {
      const { diagnostics } = readCase(oddRecord(seed))
      expect(diagnostics.filter(isError), `seed ${seed}`).toEqual([])
    }
  })

  it.each(CHANGES.map((change, kind) => [kind, change] as const))(
    'change %i: the value at its path, and only the lines that it must',
    (kind, changeIn) => {
      for (const seed of SEEDS.filter((one) => one % CHANGES.length === kind)) {
        const before = oddRecord(seed)
        const change = changeIn(said(before))
        const after = textOf(editedRecord(before, FILE, [change], stagesOf))
        expect(said(after), `seed ${seed}`).toEqual(
          changed(said(before), change.path, change.value),
        )
        expect(commentsIn(after), `seed ${seed}`).toEqual(commentsIn(before))
        const removed = lineDiff(before, after).filter(({ sign }) => sign === '-')
        expect(removed.length, `seed ${seed}`).toBeLessThanOrEqual(2)
      }
    },
  )

  it.each(Object.entries(OF_ACTIONS))(
    'change as plandue %s does: nothing else, and only the lines that it must',
    { timeout: 300_000 },
    (name, changeIn) => {
      for (const { seed, before, record, comments } of RECORDS) {
        const change = changeIn(record)
        const after = textOf(editedRecord(before, FILE, [change], stagesOf))
        expect(said(after), `seed ${seed}`).toEqual(changed(record, change.path, change.value))
        expect(commentsIn(after), `seed ${seed}`).toEqual(comments)
        const removed = lineDiff(before, after).filter(({ sign }) => sign === '-')
        expect(removed.length, `seed ${seed}`).toBeLessThanOrEqual(mostLines(name))
      }
    },
  )

  it('take all changes one after the other, and stay in one piece', () => {
    for (const seed of SEEDS.filter((one) => one % 10 === 0)) {
      const before = oddRecord(seed)
      const changes = CHANGES.map((changeIn) => changeIn(said(before)))
      const after = textOf(editedRecord(before, FILE, changes, stagesOf))
      const expected = changes.reduce<unknown>(
        (value, { path, value: to }) => changed(value, path, to),
        said(before),
      )
      expect(said(after), `seed ${seed}`).toEqual(expected)
      expect(after.startsWith('\uFEFF')).toBe(before.startsWith('\uFEFF'))
      expect(after.endsWith('\n')).toBe(before.endsWith('\n'))
    }
  })

  it('have one usual form, which says the same with the same comments', () => {
    let left = 0
    for (const seed of SEEDS) {
      const before = oddRecord(seed)
      const formatted = formattedRecord(before, FILE, stagesOf)
      if ('obstacle' in formatted) {
        left++
        continue
      }
      const after = textOf(formatted)
      expect(said(after), `seed ${seed}`).toEqual(said(before))
      expect([...commentsIn(after)].sort(), `seed ${seed}`).toEqual([...commentsIn(before)].sort())
      expect(textOf(formattedRecord(after, FILE, stagesOf)), `seed ${seed}`).toBe(after)
    }
    // Half of them have a comment where it could belong to more than one key.
    expect(left).toBeLessThan(SEEDS.length * 0.6)
  })
})
