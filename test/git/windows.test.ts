import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Git } from '../../src/host/host.ts'
import { run } from '../../src/main.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'
import { type Repository, repository } from '../helpers/repository.ts'

// Git for Windows writes paths as git does everywhere; what people type is another matter.

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
})
afterEach(() => repo.remove())

const received = (date: string) => record('', { published: `received: ${date}` })

it.each([
  'plans',
  '.\\plans',
  'plans\\north',
  'plans\\north\\kent.yaml',
  'C:\\council\\plans',
  'c:/COUNCIL/plans',
  'PLANS',
  'plans/North',
])('a moved date fails `check --base HEAD %s`', async (path) => {
  repo.commit('2024-01-20', { 'plans/north/kent.yaml': received('2024-01-12') })
  const git: Git = (args, input = '') => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: repo.folder, input })
    return status === 0 ? { out: stdout } : { failure: 'failed', why: String(stderr) }
  }
  const files = { '.git/HEAD': '', 'plans/north/kent.yaml': received('2024-01-18') }
  repo.write({ 'plans/north/kent.yaml': received('2024-01-18') })
  const { host, seen } = memoryHost({ cwd: 'C:/council', files, git })
  const args = ['check', '--base', 'HEAD', path, '--today', '2024-02-05', '-f', 'json']
  expect(await run(args, host)).toBe(1)
  expect(seen.out).toContain('"dueMoved"')
  expect(seen.out).not.toContain('\\\\')
})
