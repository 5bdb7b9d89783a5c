import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1', GITHUB_ACTIONS: '' }

/** What a program of `bin` prints, run from the root as npm does. */
const printed = (...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env })

it('npm start shows today, and a day on which the shipped records were open', () => {
  const { stdout, status } = printed('bin/start.mjs')
  const [today = '', then = ''] = stdout.split(
    '\nThese records are history. On 18 January 2024 some were open:\n\n',
  )
  expect(today).toMatch(/^Action plans as at .*\n\nNothing is open\.\n\nFinished /)
  const day = ['--today', '2024-01-18', '-f', 'table']
  const { stdout: report } = printed('bin/plandue.js', 'check', 'plans', ...day)
  const [shown, next] = then.split('\n\nTry  ')
  expect(`${shown}\n`).toBe(report)
  expect(shown).toMatch(/\n {2}at risk [\s\S]*\nOn track\n/)
  expect(next?.match(/^ *plandue \w+/gm)).toHaveLength(3)
  expect(status).toBe(0)
})
