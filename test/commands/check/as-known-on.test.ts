import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plandueIn, repository } from '../../helpers/repository.ts'

const action = (due: string, more = '') =>
  `authority: Exampleshire Council\nframework: sif\nreceived: 2024-01-12\nactions:\n  - id: A1\n    title: Audit\n    due: ${due}\n    done: 2024-02-20\n    evidence: papers/audit.txt\n${more}`

const repo = repository()
const elsewhere = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-then-'))
const TODAY = { today: '2024-06-03' }

/** The commits by their days; a branch was merged on the 20th of March. */
const commits: Record<string, string> = {}
beforeAll(() => {
  repo.init()
  commits['2024-01-15'] = repo.commit('2024-01-15', {
    'plans/a.yaml': action('2024-02-29'),
    'plandue.yaml': 'margins: { action: 5 }\n',
  })
  commits['2024-02-20'] = repo.commit('2024-02-20', { 'papers/audit.txt': 'audited\n' })
  repo.git(['checkout', '-q', '-b', 'change'])
  repo.commit('2024-02-22', { 'plans/b.yaml': action('2024-03-08') })
  repo.git(['checkout', '-q', 'main'])
  commits['2024-03-01'] = repo.commit('2024-03-01', {
    'plans/a.yaml': action('2024-02-29', '  - { id: A2, title: Train, due: 2024-03-08 }\n'),
    'plandue.yaml': 'margins: { action: 1 }\ntimeZone: Pacific/Kiritimati\n',
  })
  repo.git(['merge', '-q', '--no-ff', '-m', 'x', 'change'], '2024-03-20')
  commits['2024-03-20'] = repo.git(['rev-parse', 'HEAD'])
  repo.commit('2024-04-02', { 'plans/a.yaml': 'authority: [\n', 'plandue.yaml': '' })
  repo.write({ 'plans/new.yaml': action('2024-05-01'), 'plans/b.yaml': null })
})
afterAll(() => {
  repo.remove()
  rmSync(elsewhere, { recursive: true })
})

const known = (args: string[]) => plandueIn(repo.folder, ['check', ...args], TODAY)

/** The due date of the action in a report for programs. */
function dueIn(out: string): string {
  return JSON.parse(out).items.find(({ id }: { id: string }) => id === 'a#A1').due
}

/** What reports say of a commit that is checked out in a folder of its own. */
async function checkedOut(commit: string, runs: string[][]) {
  const folder = join(elsewhere, commit)
  repo.git(['worktree', 'add', '-q', '--detach', '-f', folder, commit])
  try {
    const all = []
    for (const args of runs) all.push(await plandueIn(folder, ['check', ...args], TODAY))
    return all.map(({ out, exitCode }) => ({ out, exitCode }))
  } finally {
    repo.git(['worktree', 'remove', '--force', folder])
  }
}

describe('check --as-known-on', () => {
  it.each([
    ['2024-01-15', '2024-01-15', 'on the day of a commit'],
    ['2024-02-19', '2024-01-15', 'on the day before the next one'],
    ['2024-02-20', '2024-02-20', 'the evidence came with this commit'],
    ['2024-02-25', '2024-02-20', 'what lay on a branch was not known yet'],
    ['2024-03-15', '2024-03-01', 'the configuration is that of the commit'],
    ['2024-03-31', '2024-03-20', 'a merge brings in its branch'],
  ])('on %s is a checkout of the commit of %s: %s', async (day, of) => {
    const runs = [['-f', 'json'], ['--all']]
    const there = await checkedOut(
      commits[of] ?? '',
      runs.map((args) => ['--today', day, ...args]),
    )
    for (const [index, args] of runs.entries()) {
      expect(await known(['--as-known-on', day, ...args])).toMatchObject(there[index] ?? {})
    }
  })

  it('says which commit it rests on, and is silent with --quiet', async () => {
    const { err } = await known(['--as-known-on', '2024-02-19'])
    const id = commits['2024-01-15']?.slice(0, 10)
    expect(err).toContain(
      `As known on Monday 19 February 2024: commit ${id} of Monday 15 January 2024\n`,
    )
    expect((await known(['--as-known-on', '2024-02-20', '-q'])).err).toBe('')
  })

  it('judges what was known by another day where --today says so', async () => {
    const then = await known(['--as-known-on', '2024-03-01', '--today', '2024-05-01', '-f', 'json'])
    expect(JSON.parse(then.out)).toMatchObject({ today: '2024-05-01', summary: { overdue: 2 } })
  })

  it('ends the day where the time zone of today ends it', async () => {
    const other = repository()
    other.init()
    const record = (due: string) => ({ 'plans/a.yaml': action(due) })
    // At noon in London the next day has begun on Kiritimati.
    other.commit('2024-01-15', record('2024-02-01'))
    other.commit('2024-01-20', record('2024-02-02'))
    const on = async (day: string) => {
      const args = ['--as-known-on', day, '--all', '-f', 'json']
      const { out } = await plandueIn(other.folder, ['check', ...args], TODAY)
      return dueIn(out)
    }
    expect(await on('2024-01-20')).toBe('2024-02-02')
    other.write({ 'plandue.yaml': 'timeZone: Pacific/Kiritimati\n' })
    expect(await on('2024-01-20')).toBe('2024-02-01')
    expect(await on('2024-01-21')).toBe('2024-02-02')
    other.remove()
  })

  it.each([
    [['--as-known-on', '2024-02-20', '--base', 'main'], 2, 'leave one out', 'two answers'],
    [
      ['--as-known-on', '2024-01-14'],
      2,
      'the history begins on Monday 15 January 2024',
      'nothing yet',
    ],
    [['--as-known-on', '2024-06-04'], 2, 'has not come yet', 'nobody can know'],
    [['--as-known-on', '2024-02-20', '-'], 2, 'standard input', 'it has no history'],
    [['--as-known-on', '2024-02-20', '../x'], 2, 'outside of the repository', 'nor has that'],
    [['--as-known-on', '2024-02-20', 'plans/b.yaml'], 2, 'plans/b.yaml', 'not there then'],
  ])('refuses %j with %i: %s', async (args, exitCode, words) => {
    const run = await known(args)
    expect(run.err).toContain(words)
    expect(run).toMatchObject({ exitCode, out: '' })
  })

  it('says what to run where a clone is shallow, and reports what it does have', async () => {
    const clone = join(elsewhere, 'clone')
    repo.git(['clone', '-q', '--depth', '2', `file://${repo.folder}`, clone])
    const run = (day: string) =>
      plandueIn(clone, ['check', '--as-known-on', day, '-f', 'json'], TODAY)
    expect(await run('2024-03-15')).toMatchObject({ exitCode: 3, out: '' })
    expect((await run('2024-03-15')).err).toContain('git fetch --unshallow')
    const { items } = JSON.parse((await run('2024-03-25')).out)
    const whole = await known(['--as-known-on', '2024-03-25', '-f', 'json'])
    expect(items).toEqual(JSON.parse(whole.out).items)
  })

  it('misses nothing that a sparse checkout leaves out: the commit has it', async () => {
    const clone = join(elsewhere, 'sparse')
    repo.git(['clone', '-q', '--no-checkout', `file://${repo.folder}`, clone])
    const sparse = repository(clone)
    sparse.git(['sparse-checkout', 'set', '--no-cone', '/*', '!/plans/b.yaml'])
    sparse.git(['checkout', '-q', 'main'])
    const args = ['check', '--as-known-on', '2024-02-20', '-f', 'json']
    const { out } = await plandueIn(clone, args, TODAY)
    expect(JSON.parse(out)).toMatchObject({ complete: true, diagnostics: [] })
  })

  it('cannot use a configuration that nobody could have used then', async () => {
    const clone = join(elsewhere, 'unsound')
    repo.git(['clone', '-q', `file://${repo.folder}`, clone])
    const other = repository(clone)
    other.commit('2024-05-01', { 'plandue.yaml': 'margins: [\n' })
    other.write({ 'plandue.yaml': '' })
    const run = await plandueIn(clone, ['check', '--as-known-on', '2024-05-02'], TODAY)
    expect(run).toMatchObject({ exitCode: 2, out: '' })
    expect(run.err).toContain('`plandue.yaml` cannot be used')
  })

  it('is no run of the schedule', async () => {
    const { err } = await known(['--as-known-on', '2024-02-20', '--heartbeat=beat.json'])
    expect(err).toContain('Heartbeat not written: runs with --as-known-on are')
  })

  it('needs a history', async () => {
    const folder = mkdtempSync(join(elsewhere, 'none-'))
    const run = await plandueIn(folder, ['check', '--as-known-on', '2024-02-20'], TODAY)
    expect(run).toMatchObject({ exitCode: 2 })
    expect(run.err).toContain('no git repository: run it in the clone of your records, or make one')
  })

  it.each([
    ['check', '--as-known-on'],
    ['paper', '--since'],
  ])('as %s %s has it, needs records in it: a folder of today is no help', async (name, option) => {
    const other = repository()
    other.init()
    other.commit('2024-01-15', { 'README.md': 'Plans\n', 'plandue.yaml': 'records: plans\n' })
    other.commit('2024-02-20', { 'plans/a.yaml': action('2024-02-01') })
    const run = await plandueIn(other.folder, [name, option, '2024-02-01'], TODAY)
    other.remove()
    expect(run).toMatchObject({ exitCode: 2, out: '' })
    expect(run.err).toContain('there were no records yet: the commit that counts, ')
    expect(run.err).toContain(' of Monday 15 January 2024, has no folder `plans`; name a later day')
  })

  it('takes no commit whose clock was wrong for the newest of a day', async () => {
    const other = repository()
    other.init()
    for (const [day, due] of [
      ['2024-01-15', '2024-02-01'],
      ['2024-02-15', '2024-02-02'],
      ['2019-01-01', '2024-02-03'],
      ['2024-03-15', '2024-02-04'],
    ] as const) {
      other.commit(day, { 'plans/a.yaml': action(due) })
    }
    const args = ['--as-known-on', '2024-01-20', '--all', '-f', 'json']
    const { out } = await plandueIn(other.folder, ['check', ...args], TODAY)
    expect(dueIn(out)).toBe('2024-02-01')
    other.remove()
  })
})
