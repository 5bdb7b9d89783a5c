import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { record } from '../helpers/record.ts'
import { isThere } from '../helpers/typing.ts'

// The real pre-commit installs the hook as it does for everybody: from a clone, by npm.

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'plandue-pre-commit-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

function git(cwd: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Officer', '-c', 'user.email=officer@example.org']
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' }).trim()
}

/** A clone of plandue as it is here, committed or not. */
function cloneOfPlandue(): string {
  const clone = join(work, 'plandue')
  const files = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard')
  for (const file of files
    .split('\0')
    .filter((path) => path !== '' && existsSync(join(root, path)))) {
    mkdirSync(dirname(join(clone, file)), { recursive: true })
    cpSync(join(root, file), join(clone, file))
  }
  git(clone, 'init', '-q')
  git(clone, 'add', '-A')
  git(clone, 'commit', '-q', '-m', 'x')
  return clone
}

const isMissing = !isThere('pre-commit')

it.skipIf(isMissing)(
  isMissing
    ? 'the hook is installed and stops a bad record: SKIPPED, install pre-commit'
    : 'the hook is installed, and stops a bad record, but no good one',
  () => {
    const clone = cloneOfPlandue()
    const plans = join(work, 'plans-of-council')
    mkdirSync(join(plans, 'plans'), { recursive: true })
    git(plans, 'init', '-q')
    const hook = `{ repo: ${clone}, rev: ${git(clone, 'rev-parse', 'HEAD')}, hooks: [{ id: plandue }] }`
    writeFileSync(join(plans, '.pre-commit-config.yaml'), `repos: [${hook}]\n`)
    const outcome = (text: string) => {
      writeFileSync(join(plans, 'plans/a.yaml'), text)
      git(plans, 'add', '-A')
      const env = { ...process.env, PRE_COMMIT_HOME: join(work, 'home') }
      return spawnSync('pre-commit', ['run'], { cwd: plans, env, encoding: 'utf8' })
    }
    const bad = outcome(record('', { published: 'published: 2024-13-01' }))
    expect(bad.stdout).toContain('impossible-date: `published` is `2024-13-01`')
    expect(bad.status).toBe(1)
    expect(outcome(record())).toMatchObject({ status: 0 })
  },
  300_000,
)
