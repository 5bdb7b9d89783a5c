import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'
import { plandueIn, type Repository, repository } from '../helpers/repository.ts'

const sent = (evidence: string, on = '2024-01-22') =>
  `authority: A\nframework: sif\nreceived: 2024-01-12\nplan: { final: { submitted: ${on}, evidence: ${evidence} } }\n`

/** What is said of evidence: the code, the message and the hint. */
function said(out: string): string[] {
  const { diagnostics } = JSON.parse(out)
  return diagnostics
    .filter(({ code }: { code: string }) => code.startsWith('evidence-'))
    .map(
      ({ severity, code, message, hint }: Record<string, string>) =>
        `${severity} ${code}: ${message}; ${hint}`,
    )
}

describe('evidence that is', () => {
  const files = {
    'papers/plan.pdf': '',
    'plans/papers/own.pdf': '',
    'plans/papers/deep/x': '',
    out: { link: '../../etc' },
    nowhere: { link: 'gone' },
    inside: { link: 'papers' },
    loop: { link: 'loop' },
  }
  it.each<[string, string, RegExp | undefined]>([
    ['a file in the repository', 'papers/plan.pdf', undefined],
    ['written from the root another way', './plans/../papers/plan.pdf', undefined],
    ['behind a link that stays inside', 'inside/plan.pdf', undefined],
    ['an address', 'https://example.org/plan.pdf', undefined],
    ['not there', 'papers/other.pdf', /^error evidence-missing: there is no file `papers\/other/],
    ['a folder', 'papers', /^error evidence-missing/],
    [
      'beside the record',
      'papers/own.pdf',
      /did you mean `plans\/papers\/own.pdf`\? Paths start at the root/,
    ],
    ['further up', '../secret.pdf', /^error evidence-outside: `\.\.\/secret.pdf` leads out/],
    ['further up by detours', 'papers/../../secret.pdf', /^error evidence-outside/],
    ['further up on Windows', "'papers\\..\\..\\secret.pdf'", /^error evidence-outside/],
    ['a full path', '/etc/passwd', /^error evidence-outside/],
    ['on another drive', "'C:/secret.pdf'", /^error evidence-outside/],
    ['what git keeps for itself', '.git/config', /^error evidence-outside/],
    ['behind a link that leads out', 'out/passwd', /^error evidence-outside/],
    ['behind a link that leads nowhere', 'nowhere', /^error evidence-outside/],
    ['behind a link to itself', 'loop/x', /^error evidence-outside/],
  ])('%s', async (_what, evidence, expected) => {
    const world = { files: { ...files, 'plans/a.yaml': sent(evidence) } }
    const { out, exitCode } = await plandue(['check', '-f', 'json'], world)
    expect(said(out)).toEqual(expected ? [expect.stringMatching(expected)] : [])
    expect(exitCode).toBe(expected ? 1 : 0)
  })

  it('missing hides no deadline: the report is complete, and fails all the same', async () => {
    const { out, exitCode, err } = await plandue(['check', '-f', 'plain'], {
      files: { 'plans/a.yaml': sent('gone.pdf') },
    })
    expect(exitCode).toBe(1)
    expect(err).toContain('plans/a.yaml:4:51: error evidence-missing')
    expect(out).not.toContain('Incomplete')
    expect(out).toContain('Exit code: 1 until plans/a.yaml is fixed')
  })

  it('of an action counts likewise, and of what was sent after the day of the report does not', async () => {
    const text = `authority: A\nframework: sif\nreceived: 2024-01-12\nactions: [{ id: A1, title: T, due: 2024-03-01, done: 2024-02-01, evidence: x.pdf }]\n`
    const world = { files: { 'plans/a.yaml': text } }
    const { out } = await plandue(['check', '-f', 'json', '--today', '2024-02-01'], world)
    expect(said(out)).toHaveLength(1)
    const before = await plandue(['check', '-f', 'json', '--today', '2024-01-31'], world)
    expect(said(before.out)).toEqual([])
  })

  it('on standard input is looked for, and git is not asked', async () => {
    const git = () => {
      throw new Error('nobody should ask')
    }
    const world = { input: sent('x.pdf'), files: { 'x.pdf': '' }, git }
    expect((await plandue(['check', '-'], world)).exitCode).toBe(0)
  })

  it.each([
    ['http://example.org', 0, 'an address needs no git'],
    ['x.pdf', 2, 'one run tells of all'],
  ])('%s in two records runs git %i times, because %s', async (evidence, runs, _because) => {
    let asked = 0
    const git = () => {
      asked++
      return { out: new Uint8Array() }
    }
    const files = { 'plans/a.yaml': sent(evidence), 'plans/b.yaml': sent(evidence), 'x.pdf': '' }
    await plandue(['check'], { files: { ...files, '.git/HEAD': '' }, git })
    expect(asked).toBe(runs)
  })
})

describe('evidence in the history', () => {
  let repo: Repository
  beforeEach(() => {
    repo = repository()
    repo.init()
    repo.commit('2023-12-01', { 'README.md': '' })
  })
  afterEach(() => repo.remove())

  const evidence = async (folder = repo.folder, today = '2024-04-01') =>
    said((await plandueIn(folder, ['check', '-f', 'json', '--today', today])).out)
  const LATE = [
    'warning evidence-late: the file came into the repository on Wednesday 24 January 2024, but `submitted` says Monday 22 January 2024; check `submitted`, or say in `notes` why the file came later',
  ]

  it.each<[string, () => void, string[]]>([
    ['earlier', () => repo.commit('2024-01-20', { 'p/x.pdf': 'x' }), []],
    ['on the day', () => repo.commit('2024-01-22', { 'p/x.pdf': 'x' }), []],
    ['later', () => repo.commit('2024-01-24', { 'p/x.pdf': 'x' }), LATE],
    [
      'earlier, although it changed later',
      () => {
        repo.commit('2024-01-20', { 'p/x.pdf': 'x' })
        repo.commit('2024-01-24', { 'p/x.pdf': 'y' })
      },
      [],
    ],
    [
      'earlier under another name',
      () => {
        repo.commit('2024-01-10', { 'old.pdf': 'a long text\nthat git knows again\n' })
        repo.git(['mv', 'old.pdf', 'new.pdf'])
        repo.commit('2024-01-24')
        repo.write({ 'p/.keep': '' })
        repo.git(['mv', 'new.pdf', 'p/x.pdf'])
        repo.commit('2024-01-25')
      },
      [],
    ],
    [
      'earlier, and again after it was gone',
      () => {
        repo.commit('2024-01-10', { 'p/x.pdf': 'x' })
        repo.commit('2024-01-23', { 'p/x.pdf': null })
        repo.commit('2024-01-24', { 'p/x.pdf': 'z' })
      },
      [],
    ],
    [
      'later on a branch that was merged',
      () => {
        repo.git(['checkout', '-q', '-b', 'side'])
        repo.commit('2024-01-24', { 'p/x.pdf': 'x' })
        repo.git(['checkout', '-q', 'main'])
        repo.commit('2024-01-25', { other: '' })
        repo.git(['merge', '-q', '--no-ff', '-m', 'x', 'side'], '2024-01-26')
      },
      LATE,
    ],
    ['not committed yet', () => repo.write({ 'p/x.pdf': 'x' }), []],
  ])('that came %s', async (_when, happens, expected) => {
    happens()
    repo.commit('2024-02-01', { 'plans/a.yaml': sent('p/x.pdf') })
    if (_when === 'not committed yet') repo.git(['rm', '-q', '--cached', 'p/x.pdf'])
    if (_when === 'not committed yet') repo.git(['commit', '-q', '--amend', '-m', 'x'])
    expect(await evidence()).toEqual(expected)
  })

  it('came later under any name that a file can have, wherever one asks', async () => {
    const name = 'p/a "ü"\tb\nc.pdf'
    repo.commit('2024-01-24', { [name]: 'x', 'plandue.yaml': '', 'sub/x': '' })
    repo.commit('2024-02-01', { 'plans/a.yaml': sent(JSON.stringify(name)) })
    expect(await evidence()).toEqual(LATE)
    expect(await evidence(join(repo.folder, 'sub'))).toEqual(LATE)
  })

  it('counts by the day in the time zone of the configuration', async () => {
    repo.commit('2024-01-22', { 'p/x.pdf': 'x', 'plandue.yaml': 'timeZone: Pacific/Kiritimati\n' })
    repo.commit('2024-02-01', { 'plans/a.yaml': sent('p/x.pdf') })
    expect(await evidence()).toMatchObject(
      [/on Tuesday 23 January/].map((e) => expect.stringMatching(e)),
    )
  })

  it('was not late yet on a day before it came', async () => {
    repo.commit('2024-01-24', { 'p/x.pdf': 'x' })
    repo.commit('2024-02-01', { 'plans/a.yaml': sent('p/x.pdf') })
    expect(await evidence(repo.folder, '2024-01-23')).toEqual([])
  })

  it('is not blamed for a history that begins with it', async () => {
    const young = repository()
    young.init()
    young.commit('2024-05-01', { 'p/x.pdf': 'x', 'plans/a.yaml': sent('p/x.pdf') })
    expect(await evidence(young.folder, '2024-06-01')).toEqual([])
    young.remove()
  })

  it('leaves open what a shallow clone cannot tell', async () => {
    repo.commit('2024-01-20', { 'p/x.pdf': 'x' })
    repo.commit('2024-02-01', { 'plans/a.yaml': sent('p/x.pdf') })
    const clone = repository()
    clone.git(['clone', '-q', '--depth=1', `file://${repo.folder}`, '.'])
    expect(await evidence(clone.folder)).toEqual([
      'note evidence-untold: the history of this clone is too short to know whether evidence came in time; run `git fetch --unshallow`, or set `fetch-depth: 0` in the workflow',
    ])
    clone.remove()
  })

  it.each<[string, number | null, string[]]>([
    ['2001-01-01', null, LATE],
    ['2030-01-01', null, LATE],
    ['2001-01-01', 0, LATE],
    ['2030-01-01', 0, LATE],
    ['2001-01-01', 1, []],
    ['2030-01-01', 1, []],
  ])(
    'with a commit of %s, that is late is found and nothing else (%s)',
    async (wrong, at, found) => {
      // The commit of the wrong clock comes last, before the file, or brings the file.
      if (at === 0) repo.commit(wrong, { other: '' })
      else repo.commit('2024-01-10', { other: '' })
      repo.commit(at === 1 ? wrong : '2024-01-24', { 'p/x.pdf': 'x' })
      repo.commit('2024-02-01', { 'plans/a.yaml': sent('p/x.pdf') })
      if (at === null) repo.commit(wrong, { last: '' })
      expect(await evidence()).toEqual(found)
    },
  )

  it('is left open, with a note, where git refuses or fails', async () => {
    repo.commit('2024-01-24', { 'p/x.pdf': 'x', 'plans/a.yaml': sent('p/x.pdf') })
    process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1'
    const refused = await evidence()
    delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER']
    expect(refused).toEqual([
      expect.stringMatching(/^note evidence-untold: git cannot say .*dubious ownership/s),
    ])
    const path = process.env['PATH']
    process.env['PATH'] = '/nowhere'
    const missing = await evidence()
    process.env['PATH'] = path
    expect(missing).toEqual([expect.stringContaining('the program git is not to be found')])
    expect(await evidence()).toEqual(LATE)
  })

  it('of a clone without a commit is nothing to judge', async () => {
    const young = repository()
    young.init()
    young.write({ 'p/x.pdf': '', 'plans/a.yaml': sent('p/x.pdf') })
    expect(await evidence(young.folder)).toEqual([])
    young.remove()
  })

  it('that is not there, or outside, is no matter for git', async () => {
    mkdirSync(join(repo.folder, 'p'))
    symlinkSync('/etc', join(repo.folder, 'p/out'))
    repo.write({ 'plans/a.yaml': sent('p/out/passwd'), 'plans/b.yaml': sent('gone.pdf') })
    expect(await evidence()).toMatchObject([
      expect.stringContaining('evidence-outside'),
      expect.stringContaining('evidence-missing'),
    ])
  })

  it('that a change takes away fails the change, although its record is as it was', async () => {
    repo.commit('2024-01-20', { 'p/x.pdf': 'x', 'plans/a.yaml': sent('p/x.pdf') })
    repo.commit('2024-01-25', { 'p/x.pdf': null })
    const args = ['check', '--base', 'HEAD~1', '-f', 'json', '--today', '2024-04-01']
    const { exitCode, out } = await plandueIn(repo.folder, args)
    expect(exitCode).toBe(1)
    expect(JSON.parse(out).change.fails).toMatchObject([{ file: 'plans/a.yaml', reason: 'error' }])
  })
})
