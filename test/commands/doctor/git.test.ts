import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../helpers/record.ts'
import { plandueIn, type Repository, repository } from '../../helpers/repository.ts'

const OPEN = record('', { published: 'received: 2024-01-12' })
const MET = record('', { published: 'received: 2020-01-10' }).concat(
  'plan: { draft: { submitted: 2020-01-15 }, final: { submitted: 2020-01-15 } }\n',
)
const WORKFLOW = 'on:\n  schedule:\n    - cron: 23 6 * * *\n'

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-01-12', { 'plans/old.yaml': OPEN, 'plans/met.yaml': MET })
  repo.commit('2024-02-20', { 'plans/ä "b" c.yaml': OPEN, '.github/workflows/w.yml': WORKFLOW })
  repo.commit('2024-02-26', { 'README.md': 'Plans\n' })
})
afterEach(() => repo.remove())

/** What doctor finds of the records and of the repository on a day. */
async function found(today: string, folder = repo.folder) {
  const { out } = await plandueIn(folder, ['doctor', '-f', 'json', '--today', today])
  const { checks } = JSON.parse(out)
  const [quietRecords, repositoryFound] = ['quietRecords', 'repository'].map((name) =>
    checks.find(({ check }: { check: string }) => check === name),
  )
  return { quietRecords, repository: repositoryFound }
}

describe('what the history tells doctor', () => {
  it.each([
    ['2024-03-11', [], 'the oldest open record was touched 59 days ago'],
    [
      '2024-03-12',
      ['plans/old.yaml: last changed on Friday 12 January 2024'],
      'it was 60 days ago; the other old one is met',
    ],
    [
      '2024-04-20',
      [
        'plans/old.yaml: last changed on Friday 12 January 2024',
        'plans/ä "b" c.yaml: last changed on Tuesday 20 February 2024',
      ],
      'a name may hold anything',
    ],
  ])('on %s the quiet records are %j, because %s', async (today, quiet, _because) => {
    const { quietRecords } = await found(today)
    expect(quietRecords).toMatchObject({
      state: quiet.length > 0 ? 'warning' : 'ok',
      details: quiet,
    })
  })

  it('is not known where nothing is committed yet', async () => {
    const fresh = repository()
    fresh.init()
    fresh.write({ 'plans/old.yaml': OPEN })
    const what = 'The git history cannot be read: there is no commit yet.'
    expect((await found('2024-03-12', fresh.folder)).quietRecords).toMatchObject({
      state: 'unknown',
      what,
    })
    fresh.remove()
  })

  it('a record that is being worked on, or is new, is not quiet', async () => {
    repo.write({ 'plans/old.yaml': `${OPEN}notes: On it\n`, 'plans/new.yaml': OPEN })
    expect((await found('2024-04-01')).quietRecords.state).toBe('ok')
  })

  it('is the same from a folder of the repository', async () => {
    repo.write({ 'plandue.yaml': 'records: plans\n' })
    expect((await found('2024-03-12', join(repo.folder, 'plans'))).quietRecords.details).toEqual([
      'old.yaml: last changed on Friday 12 January 2024',
    ])
  })

  it.each([
    ['2024-04-11', 'ok', '15 days are left'],
    ['2024-04-12', 'warning', '14 days are left'],
    ['2024-04-26', 'warning', 'that was on'],
  ])('on %s GitHub’s patience is %s: %s', async (today, state, words) => {
    const { repository: schedule } = await found(today)
    expect(schedule.state).toBe(state)
    expect(schedule.what).toContain(words)
  })

  it('a commit on another branch counts as well', async () => {
    repo.git(['checkout', '-q', '-b', 'other'])
    repo.commit('2024-03-30')
    repo.git(['checkout', '-q', 'main'])
    expect((await found('2024-04-26')).repository.state).toBe('ok')
  })

  it('a clone of the newest commits cannot tell of records', async () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-shallow-'))
    repo.git(['clone', '-q', '--depth=1', pathToFileURL(repo.folder).href, folder])
    const { quietRecords, repository: schedule } = await found('2024-04-20', folder)
    rmSync(folder, { recursive: true })
    expect(quietRecords).toMatchObject({
      state: 'unknown',
      what: expect.stringContaining('fetch-depth'),
    })
    expect(schedule.state).toBe('warning')
  })

  it.each([
    ['without a commit', (empty: Repository) => void empty.init()],
    ['without a repository', () => undefined],
  ])('is nothing %s', async (_how, make) => {
    const empty = repository()
    make(empty)
    empty.write({ 'plans/old.yaml': OPEN, '.github/workflows/w.yml': WORKFLOW })
    const { quietRecords, repository: schedule } = await found('2024-04-20', empty.folder)
    empty.remove()
    expect([quietRecords.state, schedule.state]).toEqual(['unknown', 'unknown'])
  })
})

describe('check --heartbeat', () => {
  it('is not kept for a change, which is none of the schedule', async () => {
    const args = ['check', '--base', 'HEAD', '--heartbeat=h.json']
    const { exitCode, err } = await plandueIn(repo.folder, args, { today: '2024-02-05' })
    expect([exitCode, existsSync(join(repo.folder, 'h.json'))]).toEqual([0, false])
    expect(err).toContain('runs with --base are not scheduled runs')
  })
})
