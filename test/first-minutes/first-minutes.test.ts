import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { longDate } from '../../src/calendar/format-date.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { plandueIn } from '../helpers/repository.ts'

// What two people see who use plandue for the first time, each in an empty folder of their own: real
// files and the real git, a terminal of 80 columns. A command begins with `$ `, an answer with `> `.

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-first-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Shown = { readonly screen: string; readonly exitCode: number | null }

/** A session with each command as it ends now; `vitest --update` writes it back. */
async function renewed(session: string, today: string): Promise<string> {
  const steps: string[] = []
  for (const step of session.split(/^(?=\$ )/m)) {
    const [, command = ''] = /^\$ (.*)/.exec(step) ?? []
    const { screen, exitCode } = await shown(command, answersIn(step), today)
    const ending = exitCode === 0 ? '' : `[exit code ${exitCode}]\n`
    steps.push(`$ ${command}\n${screen.trim() === '' ? '' : `${screen.trimEnd()}\n`}${ending}`)
  }
  return steps.join('\n')
}

function answersIn(step: string): string[] {
  return [...step.matchAll(/^(?:P\d+)?>(?: (.*))?$/gm)].map(([, answer = '']) => answer)
}

function shown(command: string, answers: readonly string[], today: string): Promise<Shown> | Shown {
  if (command === 'npm start') return started(today)
  if (!/^plandue\b/.test(command)) return inShell(command, today)
  const words = command.match(/"[^"]*"|\S+/g) ?? []
  const args = words.slice(1).map((word) => word.replaceAll('"', ''))
  return plandueIn(folder, args, { today, columns: 80, answers })
}

/** `npm start` in the folder of plandue, which knows no day but today. */
function started(today: string): Shown {
  const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1', GITHUB_ACTIONS: '' }
  const { stdout, status } = spawnSync(process.execPath, ['bin/start.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  const screen = stdout.replace(/^(Action plans as at ).*/, `$1${longDate(isoDate(today))}`)
  return { screen, exitCode: status }
}

function inShell(command: string, today: string): Shown {
  const date = `${today}T12:00:00Z`
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_COUNT: '2',
    GIT_CONFIG_KEY_0: 'user.name',
    GIT_CONFIG_VALUE_0: 'Engineer',
    GIT_CONFIG_KEY_1: 'user.email',
    GIT_CONFIG_VALUE_1: 'engineer@example.org',
  }
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  return { screen: stdout + stderr, exitCode: status }
}

it.each([
  ['officer.sh-session', '2024-03-04'],
  ['engineer.sh-session', '2026-11-26'],
])('the first minutes of %s, as at %s', async (name, today) => {
  await expect(await renewed(text(name), today)).toMatchFileSnapshot(name)
})
