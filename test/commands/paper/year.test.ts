import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxReaders } from '../../helpers/docx.ts'
import { plandueIn, repository } from '../../helpers/repository.ts'

/** A year of a plan of 40 actions and six owners, and a board that meets on the first of each month. */

type PlannedAction = {
  readonly id: string
  readonly owner: string
  readonly area: string
  readonly due: string
  readonly to: string | null
  readonly done: string | null
  readonly closed: string | null
}
type Plan = readonly PlannedAction[]

const OWNERS = ['Head of Service', 'QA lead', 'Commissioner', 'Head of IT', 'Virtual school', '']
const MEETINGS = Array.from({ length: 13 }, (_, month) => day(month, 1))

/** A day so many months after the beginning of 2024. */
function day(month: number, dayOfMonth: number): string {
  return new Date(Date.UTC(2024, month, dayOfMonth)).toISOString().slice(0, 10)
}

function promised(index: number): PlannedAction {
  return {
    id: `A${index}`,
    owner: OWNERS[index % OWNERS.length] ?? '',
    area: `P${(index % 3) + 1}`,
    due: day(1 + ((index * 5) % 12), 3 + (index % 25)),
    to: null,
    done: null,
    closed: null,
  }
}

/** The plan after each edit: three a month, each of which does several things. */
function edited(plan: Plan, step: number, on: string): Plan {
  const isOpen = ({ done, closed }: PlannedAction) => done === null && closed === null
  const some = (offset: number) => plan.filter(isOpen)[(step * 7 + offset) % 11]?.id
  const [finish, extend, close] = [some(0), some(3), step % 7 === 3 ? some(5) : undefined]
  const reopen = step % 9 === 5 ? plan.findLast(({ done }) => done !== null)?.id : undefined
  const remove = step % 10 === 8 ? some(2) : undefined
  const came = step % 3 === 0 ? [promised(28 + step / 3)] : []
  // What comes with one edit may be finished by the next, before the board has seen it.
  const quick = step % 6 === 1 ? plan.at(-1)?.id : undefined
  return [
    ...plan
      .filter(({ id }) => id !== remove)
      .map((one) => ({
        ...one,
        to: one.id === extend ? day(step / 3 + 2, 12) : one.to,
        closed: one.id === close ? on : one.closed,
        done: one.id === reopen ? null : [finish, quick].includes(one.id) ? on : one.done,
      }))
      .map((one) => (one.closed === null ? one : { ...one, done: null })),
    ...came,
  ]
}

function textOf(plan: Plan): string {
  const lines = plan.map(({ id, owner, area, due, to, done, closed }) =>
    [
      `  - id: ${id}`,
      `    title: Promise ${id}`,
      `    answers: [${area}]`,
      ...(owner ? [`    owner: ${owner}`] : []),
      `    due: ${due}`,
      ...(to ? [`    extensions: [{ to: ${to}, by: Board, reason: More time }]`] : []),
      ...(done ? [`    done: ${done}`] : []),
      ...(closed ? [`    closed: { on: ${closed}, reason: Merged }`] : []),
    ].join('\n'),
  )
  return `authority: Exampleshire Council
framework: ilacs-focused-visit
received: 2023-10-02
areasForPriorityAction:
${['P1', 'P2', 'P3'].map((id) => `  - { id: ${id}, text: Area ${id} }`).join('\n')}
plan:
  draft: { submitted: 2023-10-20 }
  final: { submitted: 2023-12-01 }
actions:
${lines.join('\n')}
`
}

const dueOf = ({ due, to }: PlannedAction) => to ?? due
const isOpen = (one: PlannedAction | undefined) => one !== undefined && !one.done && !one.closed

/** The sum by counting one action after the other. */
function counted(then: Plan, now: Plan, today: string) {
  const sum = { openThen: 0, added: 0, reopened: 0, finished: 0, withdrawn: 0, removed: 0 }
  const moved: string[] = []
  for (const id of new Set([...then, ...now].map((one) => one.id))) {
    const [a, b] = [then, now].map((plan) => plan.find((one) => one.id === id))
    if (isOpen(a)) sum.openThen++
    if (!a && b) sum.added++
    if (a && !isOpen(a) && isOpen(b)) sum.reopened++
    if (!(a && !isOpen(a)) && b?.done) sum.finished++
    if (!(a && !isOpen(a)) && b?.closed) sum.withdrawn++
    if (isOpen(a) && !b) sum.removed++
    if (a && b && dueOf(a) !== dueOf(b)) moved.push(`exampleshire#${id}`)
  }
  const open = now.filter(isOpen)
  const red = open.filter((one) => dueOf(one) < today).length
  return { sum: { ...sum, notRequired: 0, openNow: open.length, red }, moved }
}

/** The columns of a table added up, which its last row has to agree with. */
function columnsOf([head = [], ...rows]: readonly (readonly string[])[]): Record<string, number> {
  const sums = head.map((name, index) => {
    const numbers = rows.map((row) => Number(row[index]))
    const total = numbers.slice(0, -1).reduce((a, b) => a + b, 0)
    return [name, total === numbers.at(-1) ? total : Number.NaN]
  })
  return Object.fromEntries(sums.slice(1))
}

const repo = repository()
const elsewhere = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-year-'))
const file = join(elsewhere, 'paper.docx')
const plans = new Map<string, Plan>()
const commits: { readonly oid: string; readonly on: string; readonly plan: Plan }[] = []
type Written = { readonly json: string; readonly plain: string; readonly docx: Uint8Array }
const papers = new Map<string, Written>()

beforeAll(async () => {
  repo.init()
  let plan: Plan = Array.from({ length: 28 }, (_, index) => promised(index))
  const keep = (on: string) => {
    const oid = repo.commit(on, { 'plans/exampleshire.yaml': textOf(plan) })
    commits.push({ oid, on, plan })
  }
  keep(day(0, 1))
  plans.set(day(0, 1), plan)
  for (let step = 0; step < 36; step++) {
    const on = day(Math.floor(step / 3), [8, 17, 26][step % 3] ?? 8)
    plan = edited(plan, step, on)
    keep(on)
    if (step % 3 < 2) continue
    const today = MEETINGS[(step + 1) / 3] ?? ''
    plans.set(today, plan)
    const since = MEETINGS[(step + 1) / 3 - 1] ?? ''
    const run = async (...format: string[]) => {
      const args = ['paper', '--since', since, '--today', today, '-f', ...format]
      return plandueIn(repo.folder, args, { today })
    }
    const [{ out: json }, { out: plain }] = [await run('json'), await run('plain')]
    await run('docx', '-o', file)
    papers.set(today, { json, plain, docx: readFileSync(file) })
  }
}, 120_000)
afterAll(() => {
  repo.remove()
  rmSync(elsewhere, { recursive: true })
})

describe('a year of papers', () => {
  it('is one of 40 actions in which everything happens', () => {
    expect(new Set(commits.flatMap(({ plan }) => plan.map(({ id }) => id))).size).toBe(40)
    const all = MEETINGS.slice(1).map((today, index) => {
      const [then, now] = [plans.get(MEETINGS[index] ?? '') ?? [], plans.get(today) ?? []]
      return counted(then, now, today).sum
    })
    for (const flow of ['added', 'reopened', 'finished', 'withdrawn', 'removed'] as const) {
      expect(all.some((sum) => sum[flow] > 0)).toBe(true)
    }
  })

  it.each(MEETINGS.slice(1).map((today, index) => [today, MEETINGS[index] ?? '']))(
    'on %s has the sum of what was counted since %s',
    (today, since) => {
      const { json = '', plain } = papers.get(today) ?? {}
      const paper = JSON.parse(json)
      const { sum, moved } = counted(plans.get(since) ?? [], plans.get(today) ?? [], today)
      expect(paper.sum).toMatchObject(sum)
      expect(paper.sum.red + paper.sum.amber + paper.sum.green).toBe(sum.openNow)
      expect(paper.moved.map(({ id }: { id: string }) => id).sort()).toEqual(moved.sort())
      expect(paper.finished).toHaveLength(sum.finished)
      expect(paper.late).toHaveLength(sum.red)
      expect(plain).toContain(
        `${sum.openThen} open then + ${sum.added} new + ${sum.reopened} reopened − ${sum.finished} finished − ${sum.withdrawn} withdrawn − 0 no longer required − ${sum.removed} removed = ${sum.openNow} open now.`,
      )
      for (const table of [paper.plans, paper.areas, paper.owners]) {
        for (const [key, total] of Object.entries(paper.sum)) {
          const numbers = table.map((row: { sum: Record<string, number> }) => row.sum[key] ?? 0)
          expect(numbers.reduce((a: number, b: number) => a + b, 0)).toBe(total)
        }
      }
    },
  )

  for (const { name, note, mayBeSkipped, read } of docxReaders) {
    it.skipIf(mayBeSkipped)(`has the same sums in the documents that ${name} opens${note}`, () => {
      const all = [...papers].map(([today, { docx }]) => [today, docx] as const)
      const contents = read(Object.fromEntries(all))
      for (const [index, today] of MEETINGS.slice(1).entries()) {
        const [then, now] = [plans.get(MEETINGS[index] ?? '') ?? [], plans.get(today) ?? []]
        const { sum } = counted(then, now, today)
        const { tables, headings } = contents[today] ?? { tables: [], headings: [] }
        // The position, by area and by owner.
        const tallies = tables.filter(([head]) => head?.includes('Open now'))
        expect(tallies).toHaveLength(3)
        for (const tally of tallies) {
          expect(columnsOf(tally)).toMatchObject({
            Red: sum.red,
            'Open now': sum.openNow,
            'Open then': sum.openThen,
            New: sum.added,
            Finished: sum.finished,
          })
        }
        const rowsIn = (...names: string[]) =>
          tables
            .filter(([head]) => names.every((one) => head?.includes(one)))
            .flatMap(([, ...rows]) => rows)
        expect(rowsIn('Status', 'Was due').map(([, status]) => status)).toEqual(
          Array(sum.red).fill('Red'),
        )
        expect(rowsIn('Early or late')).toHaveLength(sum.finished)
        expect(headings[0]).toContain(today.slice(0, 4))
      }
    })
  }

  it('begins each time with what the last paper ended with', () => {
    const sums = MEETINGS.slice(1).map((today) => JSON.parse(papers.get(today)?.json ?? '').sum)
    for (const [index, sum] of sums.slice(1).entries()) {
      expect(sum.openThen).toBe(sums[index].openNow)
    }
  })

  it('agrees with the history of each action on when its due date moved', async () => {
    const args = ['history', 'exampleshire', '-f', 'json']
    const { out } = await plandueIn(repo.folder, args, { today: '2025-01-01' })
    const log = repo.git(['log', '--reverse', '--format=%H']).split('\n')
    expect(commits.map(({ oid }) => oid)).toEqual(log)
    const histories = JSON.parse(out).items.filter(({ id }: { id: string }) => id.includes('#A'))
    expect(histories).toHaveLength(40)
    for (const { id, changes } of histories) {
      const dueIn = (plan: Plan) => plan.find((one) => `exampleshire#${one.id}` === id)
      const moves = commits.flatMap(({ oid, on, plan }, index) => {
        const [a, b] = [commits[index - 1]?.plan ?? [], plan].map(dueIn)
        const [from, to] = [a ? dueOf(a) : null, b ? dueOf(b) : null]
        return from === to ? [] : [{ commit: oid, on, from, to }]
      })
      type Told = {
        commit: string
        on: string
        moves: { what: string; from: string; to: string }[]
      }
      const told = changes.flatMap(({ commit, on, moves: all }: Told) =>
        all.flatMap(({ what, from, to }) => (what === 'due' ? [{ commit, on, from, to }] : [])),
      )
      expect(told).toEqual(moves)
    }
  })
})
