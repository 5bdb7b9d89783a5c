import { afterEach, beforeEach, expect, it } from 'vitest'
import { plandueIn, type Repository, repository } from '../helpers/repository.ts'

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
})
afterEach(() => repo.remove())

const OVERDUE = 'authority: A\nframework: sif\nreceived: 2023-01-12\n'
const WAITING = 'authority: B\nframework: sif\nvisited: 2024-01-12\n'

it.each([
  [[], 1, 'a full clone has it all'],
  [['plans/south'], 1, 'what is left out is no record of this run'],
  [['plans/north'], 0, 'a run over what is there is complete'],
])('before the checkout is sparse, check %j exits with %i, because %s', async (paths, code) => {
  repo.commit('2024-01-01', { 'plans/north/a.yaml': WAITING, 'plans/south/b.yaml': OVERDUE })
  const args = ['check', ...paths, '--today', '2024-02-05']
  expect((await plandueIn(repo.folder, args)).exitCode).toBe(code)
})

it('a sparse checkout that leaves records out makes the report incomplete', async () => {
  repo.commit('2024-01-01', { 'plans/north/a.yaml': WAITING, 'plans/south/b.yaml': OVERDUE })
  repo.git(['sparse-checkout', 'set', '--cone', 'plans/north'])
  const check = (...args: string[]) =>
    plandueIn(repo.folder, ['check', ...args, '-f', 'json', '--today', '2024-02-05'])
  const { out, err, exitCode } = await check()
  expect(JSON.parse(out).complete).toBe(false)
  expect(err).toContain(
    'plans:1:1: error left-out: a sparse checkout leaves out a record, such as `plans/south/b.yaml`',
  )
  expect(exitCode).toBe(1)
  expect(JSON.parse((await check('plans/north')).out).complete).toBe(true)
  expect(JSON.parse((await check('plans/**')).out).complete).toBe(false)
  repo.git(['sparse-checkout', 'disable'])
  expect((await check()).err).not.toContain('left-out')
})

it('records in a submodule are not compared by the history of another repository', async () => {
  const inner = repository()
  inner.init()
  inner.commit('2024-01-01', {
    'records/a.yaml': 'authority: A\nframework: sif\nreceived: 2024-01-12\n',
  })
  repo.commit('2024-01-01', { 'plandue.yaml': 'records: plans/records\n' })
  repo.git(['-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.folder, 'plans'])
  repo.commit('2024-01-02')
  for (const args of [
    ['check', '--base', 'HEAD'],
    ['check', '--base', 'HEAD~1'],
    ['diff', 'HEAD'],
  ]) {
    const { err, exitCode } = await plandueIn(repo.folder, [...args, '--today', '2024-02-05'])
    expect(err).toContain('`plans/records` has records in the submodule `plans`')
    expect(exitCode).toBe(2)
  }
  const pattern = await plandueIn(repo.folder, ['check', 'pl*/records/*.yaml', '--base', 'HEAD'])
  expect(pattern.err).toContain('has records in the submodule `plans`')
  expect(pattern.exitCode).toBe(2)
  expect(
    (await plandueIn(`${repo.folder}/plans`, ['check', 'records', '--base', 'HEAD'])).err,
  ).toBe('')
  inner.remove()
})
