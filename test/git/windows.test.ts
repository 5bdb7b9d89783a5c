import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
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

const HERE = [
  'plans',
  '.\\plans',
  'plans\\north',
  'plans\\north\\kent.yaml',
  'C:\\council\\plans',
  'c:/COUNCIL/plans',
  'PLANS',
  'plans/North',
  'plans.',
  'plans\\north \\kent.yaml.',
].map((path) => [path, ''] as const)

/** From a folder beside the one of the records. */
const BESIDE = ['..\\PLANS', 'C:\\Council\\PLANS', '..\\..\\council\\plans\\NORTH'].map(
  (path) => [path, 'papers'] as const,
)

it.each([...HERE, ...BESIDE])(
  'a moved date fails `check --base HEAD %s` in `council/%s`',
  async (path, folder) => {
    repo.commit('2024-01-20', { 'plans/north/kent.yaml': received('2024-01-12') })
    const cwd = join(repo.folder, folder)
    mkdirSync(cwd, { recursive: true })
    const up = folder === '' ? '' : '../'
    const git: Git = (args, input = '') => {
      const { status, stdout, stderr } = spawnSync('git', args, { cwd, input })
      return status === 0 ? { out: stdout } : { failure: 'failed', why: String(stderr) }
    }
    const files = {
      [`${up}.git/HEAD`]: '',
      [`${up}plans/north/kent.yaml`]: received('2024-01-18'),
    }
    repo.write({ 'plans/north/kent.yaml': received('2024-01-18') })
    const { host, seen } = memoryHost({ cwd: join('C:/council', folder), files, git })
    const args = ['check', '--base', 'HEAD', path, '--today', '2024-02-05', '-f', 'json']
    expect(await run(args, host)).toBe(1)
    expect(seen.out).toContain('"dueMoved"')
    expect(seen.out).not.toContain('\\\\')
  },
)
