import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plandueIn, repository } from '../../helpers/repository.ts'

const record = (more: string) =>
  `authority: Exampleshire Council\nframework: ilacs-focused-visit\nreceived: 2024-01-12\nactions:\n${more}`
const audit = (more: string) => `  - id: A1\n    title: Audit\n    due: 2024-02-29\n${more}`
const OWNED = '    owner: Head of Service\n'
const MOVED = `${OWNED}    extensions: [{ to: 2024-03-28, on: 2024-02-20, by: Board, reason: Snow }]\n`
const TRAIN = '  - { id: A2, title: Train, due: 2024-05-31 }\n'

const repo = repository()
const elsewhere = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-history-'))
const TODAY = { today: '2024-04-02' }

beforeAll(() => {
  repo.init()
  repo.commit('2024-01-10', { 'README.md': 'Plans\n', 'plandue.yaml': '' })
  repo.commit('2024-01-15', { 'plans/old.yaml': record(audit('')) })
  repo.commit('2024-02-01', { 'plans/old.yaml': record(audit(OWNED) + TRAIN) })
  repo.commit('2024-02-10', { 'README.md': 'Our plans\n', 'plans/b.yaml': record(TRAIN) })
  repo.git(['checkout', '-q', '-b', 'change'])
  repo.commit('2024-02-20', { 'plans/old.yaml': record(audit(MOVED) + TRAIN) })
  repo.git(['checkout', '-q', 'main'])
  repo.commit('2024-02-21', { 'plans/b.yaml': record(audit('')) })
  repo.git(['merge', '-q', '--no-ff', '-m', 'x', 'change'], '2024-02-23')
  repo.git(['mv', 'plans/old.yaml', 'plans/a.yaml'])
  repo.commit('2024-02-26')
  repo.commit('2024-03-01', { 'plandue.yaml': 'margins: { action: 30 }\n' })
  repo.commit('2024-03-04', { 'plans/a.yaml': 'authority: [\n' })
  repo.commit('2024-03-05', {
    'plans/a.yaml': record(audit(`${MOVED}    done: 2024-03-05\n`)),
  })
})
afterAll(() => {
  repo.remove()
  rmSync(elsewhere, { recursive: true })
})

const history = (args: string[], folder = repo.folder) =>
  plandueIn(folder, ['history', ...args], TODAY)

describe('history', () => {
  it('says what moved in which commit, from what to what', async () => {
    const { out, exitCode } = await history(['a#A1', '-v'])
    const commits = repo.git(['log', '--first-parent', '--format=%h', '--abbrev=10']).split('\n')
    const named = out.replace(/commit ([0-9a-f]{10})/g, (_, id) => `commit ${commits.indexOf(id)}`)
    expect(exitCode).toBe(0)
    expect(named).toBe(
      `1 commit left errors in the record: what moved there shows at the next one

Exampleshire Council: Audit (Head of Service)
Monday 15 January 2024: commit 8, due date, from none, to Thursday 29 February 2024, by Officer
Monday 15 January 2024: commit 8, status, from none, to on track, by Officer
Thursday 1 February 2024: commit 7, owner, from none, to Head of Service, by Officer
Friday 23 February 2024: commit 4, due date, from Thursday 29 February 2024, to Thursday 28 March 2024, by Officer
Friday 1 March 2024: commit 2, status, from on track, to at risk, by Officer
Tuesday 5 March 2024: commit 0, status, from at risk, to met, by Officer

Due: Thursday 28 March 2024
Owner: Head of Service
Status: met
Item: a#A1
`,
    )
  })

  it('agrees with git log and a check of each commit', async () => {
    const { out } = await history(['a#A1', '-f', 'json'])
    const told = JSON.parse(out).items[0].changes
    const touching = ['plans/old.yaml', 'plans/a.yaml', 'plandue.yaml']
    const log = repo
      .git(['log', '--reverse', '--first-parent', '--format=%H %cs', '--', ...touching])
      .split('\n')
    const aspects = ['due', 'owner', 'status'] as const
    let former: Record<string, string | null> = { due: null, owner: null, status: null }
    const expected = []
    for (const line of log) {
      const [oid = '', on = ''] = line.split(' ')
      const folder = join(elsewhere, oid)
      repo.git(['worktree', 'add', '-q', '--detach', folder, oid])
      const checked = await plandueIn(folder, ['check', '-f', 'json', '--today', on], TODAY)
      const items = checked.out === '' ? [] : JSON.parse(checked.out).items
      const item = items.find(({ id }: { id: string }) => /^(a|old)#A1$/.test(id))
      if (!item) continue
      const before = former
      const moves = aspects
        .filter((what) => before[what] !== item[what])
        .map((what) => ({ what, from: before[what], to: item[what] }))
      if (moves.length > 0) expected.push({ commit: oid, on, moves })
      former = item
    }
    expect(expected).toHaveLength(5)
    expect(
      told.map(({ commit, on, moves }: Record<string, unknown>) => ({ commit, on, moves })),
    ).toEqual(expected)
  })

  it('shows all items of a record, and those that are gone', async () => {
    const { items, unreadable } = JSON.parse((await history(['a', '-f', 'json'])).out)
    const [gone] = items.filter(({ id }: { id: string }) => id === 'a#A2')
    expect(unreadable).toBe(1)
    expect(gone).toMatchObject({ now: null })
    expect(gone.changes.at(-1)).toMatchObject({ on: '2024-03-05', change: 'removed' })
    expect(gone.changes.at(-1).author).toBe(null)
    expect((await history(['a#A2'])).out).toContain('Status: removed\n')
  })

  it('ends on the day of the report', async () => {
    const { out } = await history(['a#A1', '-f', 'json', '--today', '2024-02-25'])
    const [{ id, now, changes }] = JSON.parse(out).items
    expect([id, now.due, changes.length]).toEqual(['old#A1', '2024-03-28', 3])
  })

  it('knows what is not committed yet', async () => {
    const clone = join(elsewhere, 'clone')
    repo.git(['clone', '-q', `file://${repo.folder}`, clone])
    const other = repository(clone)
    other.write({ 'plans/b.yaml': record(audit(OWNED)), 'plans/c.yaml': record(TRAIN) })
    const changes = async (item: string) =>
      JSON.parse((await history([item, '-f', 'json'], clone)).out).items[0].changes
    expect((await changes('b#A1')).at(-1)).toEqual({
      commit: null,
      on: '2024-04-02',
      author: null,
      change: 'changed',
      moves: [{ what: 'owner', from: null, to: 'Head of Service' }],
    })
    expect((await changes('c#A2'))[0]).toMatchObject({ commit: null, change: 'added' })
    expect((await history(['c#A2'], clone)).out).toContain('2 April 2024: not committed, due date')
  })

  it('needs the whole history of the record', async () => {
    const shallow = join(elsewhere, 'shallow')
    repo.git(['clone', '-q', '--depth', '8', `file://${repo.folder}`, shallow])
    const run = await history(['a#A1'], shallow)
    expect(run).toMatchObject({ exitCode: 3, out: '' })
    expect(run.err).toContain('git fetch --unshallow')
    const whole = await history(['b#A2'], shallow)
    expect(whole).toMatchObject({ exitCode: 0 })
  })

  it.each([
    ['2024-02-29', 'is a date: name an item'],
    ['a#A9', 'there is no item `A9`'],
    ['z', 'there is no record or action `z`'],
  ])('refuses %s', async (what, words) => {
    const run = await history([what])
    expect(run.err).toContain(words)
    expect(run).toMatchObject({ exitCode: 2, out: '' })
  })

  it('needs a history', async () => {
    const folder = mkdtempSync(join(elsewhere, 'none-'))
    const other = repository(folder)
    other.write({ 'plans/a.yaml': record(TRAIN) })
    expect(await history(['a#A2'], folder)).toMatchObject({ exitCode: 2, out: '' })
  })

  it('needs a commit', async () => {
    const folder = mkdtempSync(join(elsewhere, 'empty-'))
    const other = repository(folder)
    other.init()
    other.write({ 'plans/a.yaml': record(TRAIN) })
    const run = await history(['a#A2'], folder)
    expect(run).toMatchObject({ exitCode: 2, out: '' })
    expect(run.err).toContain('there is no commit yet')
  })
})
