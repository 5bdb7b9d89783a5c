import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { schemas } from '../../../src/commands/schema/schemas.ts'
import { plandueIn, type Repository, repository, type Writes } from '../../helpers/repository.ts'

/** A record with a letter of 12 January 2024; its plan is due on 23 April. */
const letter = (lines = '') => `authority: A\nframework: sif\nreceived: 2024-01-12\n${lines}`
const DUE = '2024-04-23'
const LATE = '2024-04-24'
const AFTER = '2024-05-08'

const MAIN: Writes = { 'plans/a.yaml': letter(), 'plandue.yaml': '', 'README.md': 'Plans\n' }

const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats.default(ajv)
const isOfSchema = ajv.compile(schemas['check-json'])

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-01-15', MAIN)
  repo.git(['checkout', '-q', '-b', 'change'])
})
afterEach(() => repo.remove())

const check = (args: string[], folder = repo.folder) => plandueIn(folder, ['check', ...args])
const changeOf = async (args: string[], folder = repo.folder) => {
  const { out, exitCode, err } = await check(['--base', 'main', '-f', 'json', ...args], folder)
  if (out === '') throw new Error(err)
  return { exitCode, ...JSON.parse(out) }
}

describe('a change that only edits prose', () => {
  beforeEach(() => void repo.commit('2024-04-20', { 'README.md': 'Our plans\n' }))

  it('stays green on the day after a deadline, while the scheduled run is red', async () => {
    expect((await check(['--today', LATE])).exitCode).toBe(1)
    const { exitCode, out } = await check(['--today', LATE, '--base', 'main', '-f', 'plain'])
    expect(exitCode).toBe(0)
    expect(out).toContain('Status: overdue, 1 working day late\n')
    expect(out).toContain('The change since main fails nothing; apart from it, 1 item is overdue\n')
    expect(out).toContain('Exit code: 0: only what the change introduces counts')
  })

  it('is no nearer to a deadline than main itself', async () => {
    expect(await changeOf(['--today', DUE])).toMatchObject({ exitCode: 0, nextChange: null })
    expect((await plandueIn(repo.folder, ['-f', 'json', '--today', DUE])).out).toContain(LATE)
  })
})

describe('what a change answers for', () => {
  it.each<[string, Writes, string[], unknown[]]>([
    [
      'a later due date',
      { 'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') },
      ['--today', DUE],
      [{ item: 'a#final', reason: 'dueMoved' }],
    ],
    [
      'a later due date, also where it hides that the item is overdue',
      { 'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') },
      ['--today', LATE],
      [{ item: 'a#final', reason: 'dueMoved' }],
    ],
    [
      'a later due date in a renamed record',
      { 'plans/a.yaml': null, 'plans/z.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') },
      ['--today', DUE],
      [{ item: 'z#final', reason: 'dueMoved' }],
    ],
    [
      'what is overdue in a folder that is new',
      { 'more/z.yaml': letter().replace(': A', ': Z') },
      ['more', '--today', LATE],
      [{ item: 'z#final', reason: 'overdue' }],
    ],
    [
      'no extension that says by whom and why',
      {
        'plans/a.yaml': letter(
          'plan: { final: { extensions: [{ to: 2024-05-07, by: b, reason: r }] } }\n',
        ),
      },
      ['--today', DUE],
      [],
    ],
    [
      'no later due date that somebody approved',
      {
        'plans/a.yaml': letter(
          'plan: { final: { stated: 2024-05-07 } }\nwaivers: [{ item: final, rule: dueMoved, reason: r, approvedBy: b, until: 2024-05-07 }]\n',
        ),
      },
      ['--today', DUE],
      [],
    ],
    [
      'nothing with --fail-on never',
      { 'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') },
      ['--today', DUE, '--fail-on', 'never'],
      [],
    ],
    [
      'an earlier due date that has passed',
      { 'plans/a.yaml': letter('plan: { final: { stated: 2024-03-01 } }\n') },
      ['--today', DUE],
      [{ item: 'a#final', reason: 'overdue' }],
    ],
    [
      'a new record that is overdue',
      { 'plans/b.yaml': letter().replace('authority: A', 'authority: B') },
      ['--today', LATE],
      [{ item: 'b#final', reason: 'overdue', why: 'new, and overdue' }],
    ],
    [
      'no renamed record',
      { 'plans/a.yaml': null, 'plans/z.yaml': letter() },
      ['--today', LATE],
      [],
    ],
    ['no new record that is on track', { 'plans/b.yaml': letter() }, ['--today', '2024-02-01'], []],
    [
      'an item that it puts at risk, with --fail-on at-risk',
      { 'plans/a.yaml': letter('plan: { final: { expected: 2024-06-01 } }\n') },
      ['--today', '2024-02-01', '--fail-on', 'at-risk'],
      [{ item: 'a#final', reason: 'atRisk' }],
    ],
    [
      'no item that time has put at risk',
      { 'README.md': 'x' },
      ['--today', DUE, '--fail-on', 'at-risk'],
      [],
    ],
    [
      'an error in a file of its own',
      { 'plans/b.yaml': letter('plam: {}\n') },
      ['--today', DUE],
      [{ item: null, file: 'plans/b.yaml', reason: 'error', why: '1 error' }],
    ],
    [
      'an item that a new margin puts at risk',
      { 'plandue.yaml': 'margins: { final: 60 }\n' },
      ['--today', '2024-02-05', '--fail-on', 'at-risk'],
      [{ item: 'a#final', reason: 'atRisk' }],
    ],
    [
      'no item that another list of bank holidays gives more time',
      {
        'plandue.yaml': 'calendars: [list.json]\n',
        'list.json':
          '{"england-and-wales":{"events":[{"title":"N","date":"2024-01-01"},{"title":"G","date":"2024-03-29"},{"title":"E","date":"2024-04-01"},{"title":"J","date":"2024-02-01"}]}}',
      },
      ['--today', '2024-02-05'],
      [],
    ],
  ])('%s', async (_what, writes, args, fails) => {
    repo.commit('2024-01-20', writes)
    const { exitCode, ...report } = await changeOf(args)
    const { change } = report
    expect(change.fails).toMatchObject(fails)
    expect(isOfSchema(report), JSON.stringify(isOfSchema.errors)).toBe(true)
    expect(change.fails).toHaveLength(fails.length)
    expect(exitCode).toBe(fails.length > 0 ? 1 : 0)
  })

  const LIST = {
    'plandue.yaml': 'calendars: [list.json]\n',
    'list.json':
      '{"england-and-wales":{"events":[{"title":"N","date":"2024-01-01"},{"title":"G","date":"2024-03-29"},{"title":"E","date":"2024-04-01"},{"title":"J","date":"2024-02-01"}]}}',
  }

  it('reports what only another list of bank holidays moves, and in diff as well', async () => {
    repo.commit('2024-01-20', LIST)
    const { change } = await changeOf(['--today', '2024-02-05'])
    expect(change.recounted).toEqual([{ item: 'a#final', from: DUE, to: LATE }])
    const args = ['--base', 'main', '--today', '2024-02-05', '-f', 'plain']
    const { out } = await plandueIn(repo.folder, ['check', ...args])
    expect(out).toContain('because the list of bank holidays changed; that fails nothing')
    const diff = await plandueIn(repo.folder, ['diff', 'main', '--today', '2024-02-05'])
    expect(diff.exitCode).toBe(0)
    expect(diff.out).toContain('Because: the list of bank holidays')
  })

  it('warns of a list that says other than the shipped one, because it may be forged', async () => {
    repo.commit('2024-01-20', LIST)
    const { diagnostics, exitCode } = await changeOf(['--today', '2024-02-05'])
    expect(exitCode).toBe(0)
    const moved = diagnostics.filter(({ code }: { code: string }) => code === 'holidays-unshipped')
    expect(moved).toMatchObject([{ file: 'plans/a.yaml', line: 2, severity: 'warning' }])
    expect(moved[0].message).toMatch(
      /^bank holidays of England and Wales that plandue does not ship move 1 due date: Thursday 1 February 2024, J, is added; Monday 6 May 2024, Early May bank holiday, is left out; .*; and 1 more$/,
    )
    const plain = (await check(['--today', '2024-02-05', '-f', 'json'])).out
    expect(plain).not.toContain('holidays-unshipped')
  })

  it.each<[string, Writes]>([
    ['it moves no date', { 'list.json': LIST['list.json'].replace('2024-02-01', '2024-02-03') }],
    [
      'the change is to a record',
      { 'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') },
    ],
  ])('does not warn of the list where %s', async (_because, writes) => {
    repo.commit('2024-01-20', {
      'plandue.yaml': LIST['plandue.yaml'],
      'list.json': '{"england-and-wales":{"events":[{"title":"N","date":"2012-01-02"}]}}',
      ...writes,
    })
    const { diagnostics } = await changeOf(['--today', '2024-02-05'])
    expect(JSON.stringify(diagnostics)).not.toContain('holidays-unshipped')
  })

  it('still fails for a date that was moved beside the list', async () => {
    repo.commit('2024-01-20', {
      ...LIST,
      'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n'),
    })
    const { exitCode, change } = await changeOf(['--today', '2024-02-05'])
    expect(exitCode).toBe(1)
    expect(change).toMatchObject({ fails: [{ reason: 'dueMoved' }], recounted: [] })
    const diff = await plandueIn(repo.folder, ['diff', 'main', '--today', '2024-02-05'])
    expect(diff.exitCode).toBe(1)
  })

  it('also before it is committed, staged or not known to git yet', async () => {
    repo.write({ 'plans/b.yaml': letter('plam: {}\n') })
    expect((await changeOf([])).change.fails).toHaveLength(1)
    repo.git(['add', '-A'])
    expect((await changeOf([])).change.fails).toHaveLength(1)
  })

  it('says so in the words of the report, also when quiet', async () => {
    repo.commit('2024-01-20', {
      'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n'),
    })
    const { out } = await check(['--base', 'main', '--today', '2024-02-01', '-q', '-f', 'plain'])
    expect(out).toContain(
      'The change since main fails for 1 reason:\n- a#final: due on Tuesday 7 May 2024 instead of Tuesday 23 April 2024, with no extension recorded\n',
    )
  })

  it('tells which open items it takes away', async () => {
    repo.commit('2024-01-20', {
      'plans/a.yaml': null,
      'plans/c.yaml': 'authority: C\nframework: iopc\nreceived: 2024-01-12\n',
    })
    const { exitCode, change } = await changeOf(['--today', '2024-01-21'])
    expect(change.removed).toEqual(['a#final'])
    expect(exitCode).toBe(0)
  })

  it('knows when what it brings in will fail', async () => {
    repo.commit('2024-01-20', { 'plans/b.yaml': letter().replace('authority: A', 'authority: B') })
    expect((await changeOf(['--today', DUE])).nextChange).toMatchObject({
      on: LATE,
      item: 'b#final',
    })
  })
})

describe('what was wrong before', () => {
  it('does not fail a change that leaves it alone, and is shown as ever', async () => {
    repo.git(['checkout', '-q', 'main'])
    repo.commit('2024-01-16', { 'plans/broken.yaml': letter('plam: {}\n') })
    repo.git(['checkout', '-q', '-b', 'other'])
    repo.commit('2024-01-17', { 'README.md': 'x' })
    const { exitCode, out, err } = await check(['--base', 'main', '-f', 'plain'])
    expect(exitCode).toBe(0)
    expect(err).toContain('plans/broken.yaml:4:1: error unknown-key')
    expect(out).toMatch(/^INCOMPLETE: 1 of 2 records cannot be read/)
    expect(out).toContain('fails nothing; apart from it, 1 file has errors')
    repo.commit('2024-01-18', { 'plans/broken.yaml': letter('plam: {}\nnotes: x\n') })
    expect((await check(['--base', 'main'])).exitCode).toBe(1)
  })

  it('is not counted to the change that mends it', async () => {
    repo.git(['checkout', '-q', 'main'])
    repo.commit('2024-01-16', { 'plandue.yaml': 'record: x\n' })
    repo.git(['checkout', '-q', '-b', 'other'])
    repo.commit('2024-01-17', { 'plandue.yaml': 'records: plans\n' })
    expect(await changeOf(['--today', LATE])).toMatchObject({ exitCode: 0, change: { fails: [] } })
  })

  it('is what it was where the change began, whatever main did since', async () => {
    repo.commit('2024-01-17', { 'README.md': 'x' })
    repo.git(['checkout', '-q', 'main'])
    repo.commit('2024-04-25', {
      'plans/a.yaml': letter('plan: { final: { submitted: 2024-04-22 } }\n'),
    })
    repo.git(['checkout', '-q', 'change'])
    expect((await changeOf(['--today', AFTER])).change.fails).toEqual([])
  })
})

describe('where it is asked', () => {
  it.each(['plans', '.github'])('in the folder %s, it reads the same', async (folder) => {
    repo.commit('2024-01-20', {
      [`${folder}/x.txt`]: '',
      'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n'),
      'plans/b/ü "ñ"\n.yaml': letter('plam: {}\n'),
    })
    const { change } = await changeOf(['--today', DUE], join(repo.folder, folder))
    expect(change.fails).toMatchObject([
      { reason: 'error' },
      { item: 'a#final', reason: 'dueMoved' },
    ])
  })

  it('through a link and by a full path it reads the same', async () => {
    symlinkSync('plans', join(repo.folder, 'link'))
    repo.git(['checkout', '-q', 'main'])
    repo.commit('2024-01-16')
    repo.git(['checkout', '-q', '-B', 'change'])
    repo.commit('2024-01-20', {
      'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n'),
    })
    const other = mkdtempSync(join(tmpdir(), 'plandue-link-'))
    symlinkSync(repo.folder, join(other, 'clone'))
    for (const path of [
      'link',
      join(repo.folder, 'plans'),
      join(other, 'clone', 'plans'),
      'plans/*',
    ]) {
      const { change } = await changeOf(['--today', DUE, path])
      expect(change.fails, path).toHaveLength(1)
    }
  })

  it('takes a name for a name, and asks git for no option', async () => {
    repo.git(['update-ref', 'refs/heads/--output=x', 'main'])
    const { exitCode, out } = await check(['--base=--output=x', '--today', LATE, '-f', 'plain'])
    expect(exitCode).toBe(0)
    expect(out).toContain('The change since --output=x fails nothing')
  })

  it.each([
    ['nothing', /there is no commit `nothing` in this clone: fetch it: `git fetch origin nothing`/],
    ['mian', /did you mean `main`\?/],
    ['', /left empty: name one, such as origin\/main/],
    ['^HEAD', /`\^HEAD` names many commits: name the one where the change began, such as `HEAD`$/m],
    ['main..HEAD', /`main\.\.HEAD` names many commits: .*, such as `main`$/m],
    ['..', /such as `HEAD`$/m],
    ['--help', /there is no commit `--help` in this clone: fetch it: `git fetch origin BRANCH`/],
  ])('refuses %j, which it does not have', async (name, words) => {
    const { exitCode, err } = await check([`--base=${name}`])
    expect(exitCode).toBe(2)
    expect(err).toMatch(words)
  })

  it.each<[string, string[]]>([
    ['refs/tags/main', ['tag', 'main']],
    ['refs/tags/main', ['tag', '-a', '-m', 'x', 'main']],
    ['refs/remotes/main', ['update-ref', 'refs/remotes/main', 'HEAD']],
  ])('refuses a name that may be a branch and %s, made by %j', async (ref, command) => {
    repo.commit('2024-01-20', {
      'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n'),
    })
    repo.git(command)
    const { exitCode, err } = await check(['--base', 'main'])
    expect(exitCode).toBe(2)
    expect(err).toContain(`\`${ref}\``)
    expect(err).toContain('`refs/heads/main`')
    expect(err).toContain('give the full name of the one that is meant')
    expect((await check(['--base', 'refs/heads/main', '--today', DUE])).exitCode).toBe(1)
    repo.git(['update-ref', ref, 'refs/heads/main'])
    expect((await check(['--base', 'main', '--today', DUE])).exitCode).toBe(1)
  })

  it('refuses the short id of a commit that a tag has for its name, and a remote that one has', async () => {
    const id = repo.git(['rev-parse', 'main']).slice(0, 7)
    repo.git(['update-ref', 'refs/remotes/origin/HEAD', 'main'])
    repo.commit('2024-01-20', { 'README.md': 'x' })
    expect((await check(['--base', id])).exitCode).toBe(0)
    expect((await check(['--base', 'origin'])).exitCode).toBe(0)
    repo.git(['tag', id])
    repo.git(['tag', 'origin'])
    expect((await check(['--base', id])).err).toContain(`\`${id}\` may be \`refs/tags/${id}\` or `)
    expect((await check(['--base', 'origin'])).err).toContain('`refs/remotes/origin/HEAD`')
  })

  it('refuses a change that has several beginnings, and says how it gets one', async () => {
    repo.commit('2024-01-17', { 'README.md': 'x' })
    repo.git(['checkout', '-q', 'main'])
    const LATER = letter('plan: { final: { stated: 2024-05-07 } }\n')
    const onMain = repo.commit('2024-01-16', { 'plans/a.yaml': LATER })
    repo.git(['merge', '-q', '--no-ff', '-m', 'x', 'change'], '2024-01-18')
    repo.git(['checkout', '-q', 'change'])
    repo.git(['merge', '-q', '-m', 'x', onMain], '2024-01-19')
    const { exitCode, err } = await check(['--base', 'main'])
    expect(exitCode).toBe(2)
    expect(err).toContain('has no single starting point: merge `main` into it first')
    repo.git(['merge', '-q', '-m', 'x', 'main'], '2024-01-20')
    expect((await check(['--base', 'main', '--today', DUE])).exitCode).toBe(0)
  })

  it('says what to do in a clone that has the newest commits only', async () => {
    repo.git(['checkout', '-q', 'main'])
    repo.commit('2024-01-16', { 'README.md': 'y' })
    repo.git(['checkout', '-q', 'change'])
    repo.commit('2024-01-17', { 'README.md': 'x' })
    const clone = repository()
    const url = `file://${repo.folder}`
    clone.git(['clone', '-q', '--depth=1', '--branch=change', url, '.'])
    const missing = await check(['--base', 'origin/main'], clone.folder)
    expect(missing).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(
        'newest commits only: run `git fetch --depth=1000 origin main`, or set `fetch-depth: 0`',
      ),
    })
    clone.git(['fetch', '-q', '--depth=1', 'origin', 'main:refs/remotes/origin/main'])
    expect((await check(['--base', 'origin/main'], clone.folder)).err).toMatch(
      /does not reach back to where the change left `origin\/main`: run `git fetch/,
    )
    clone.remove()
  })

  it.each([
    [['--base', 'main'], /this is no git repository/],
    [['--base', 'main', '-'], /this is no git repository/],
  ])('refuses %j where there is no repository', async (args, words) => {
    const folder = mkdtempSync(join(tmpdir(), 'plandue-none-'))
    const { exitCode, err } = await plandueIn(folder, [
      'check',
      join(repo.folder, 'plans'),
      ...args,
    ])
    expect(exitCode).toBe(2)
    expect(err).toMatch(words)
  })

  it.each([
    [['-'], /a record on standard input has no history/],
    [['/etc/x'], /there is no file or folder/],
    [['..'], /lies outside of the repository/],
  ])('refuses to compare %j', async (paths, words) => {
    const outside = repository(mkdtempSync(join(repo.folder, 'inner-')))
    outside.init()
    outside.commit('2024-01-01', { 'plans/a.yaml': letter(), 'plandue.yaml': '' })
    const { exitCode, err } = await plandueIn(outside.folder, ['--base', 'main', ...paths], {
      input: letter(),
    })
    expect(exitCode).toBe(2)
    expect(err).toMatch(words)
  })
})
