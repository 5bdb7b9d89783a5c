import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemas } from '../../src/commands/schema/schemas.ts'
import { formats } from '../../src/reports/index.ts'

// With bin-edit.test.ts, the only tests of the built program as a process; the build comes before (`pretest`).

const bin = fileURLToPath(new URL('../../bin/plandue.js', import.meta.url))
const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plandue-'))
const plandue = (args: string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}) =>
  spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', ...options })

/** Two thousand actions, which are more than a pipe holds; only annotations are few. */
const MANY = `authority: A
framework: sif
received: 2024-01-12
actions:
${Array.from({ length: 2000 }, (_, index) => `  - { id: A${index}, title: ${'long '.repeat(10)}, due: 2024-03-15 }\n`).join('')}`

const RECORD = 'authority: A\nframework: sif\nreceived: 2024-01-12\n'

beforeAll(() => writeFileSync(join(folder, 'many.yaml'), MANY))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the built program', () => {
  it('writes into a pipe with a name, and does not replace it', () => {
    const script = `mkfifo pipe && (cat pipe > got &) && node "${bin}" check - -f json -o pipe; test -p pipe && sleep 0.2 && cat got`
    const { status, stdout } = spawnSync('sh', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      input: RECORD,
    })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1 })
  })

  it.each([
    [['check', '-', '--today', '2024-04-23'], 0],
    [['check', '-', '--today', '2024-04-24'], 1],
    [['check', 'nothing'], 2],
    [['check', '-', '-o', 'no/such/folder/report'], 3],
  ])('hands its exit code to the shell: %j %i', (args, status) => {
    const result = plandue(args, { input: RECORD })
    expect(result.status).toBe(status)
    expect(result.stderr).not.toContain('    at ')
  })

  it('writes a result into a file in place of the old one', () => {
    const file = join(folder, 'report.json')
    writeFileSync(file, 'old')
    plandue(['check', '-', '-f', 'json', '-o', 'report.json'], { input: RECORD })
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ complete: true })
  })

  it('knows today in London, and the same in any zone of the machine', () => {
    const todayIn = (TZ: string) => {
      const { stdout } = plandue(['check', '-', '-f', 'json'], {
        input: RECORD,
        env: { ...process.env, TZ },
      })
      return JSON.parse(stdout).today
    }
    const london = () =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format()
    // Midnight may pass between the two readings.
    const [before, apia, newYork, after] = [
      london(),
      todayIn('Pacific/Apia'),
      todayIn('America/New_York'),
      london(),
    ]
    expect([before, after]).toContain(apia)
    expect([before, after]).toContain(newYork)
  })

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, [bin, 'schema', 'record'], { cwd: folder })
    child.stdout.destroy()
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += text
    })
    await new Promise((resolve) => child.on('close', resolve))
    expect(stderr).toBe('')
  })

  // A workbook goes into a file alone.
  it.each(Object.keys(formats).filter((format) => format !== 'xlsx'))(
    'ends quietly when its reader has seen enough of %s',
    async (format) => {
      const child = spawn(process.execPath, [bin, 'check', 'many.yaml', '-f', format], {
        cwd: folder,
      })
      // More than a pipe holds, so that it still writes when its reader goes.
      child.stdout.once('data', () => child.stdout.destroy())
      let stderr = ''
      child.stderr.on('data', (text) => {
        stderr += text
      })
      const exitCode = await new Promise((resolve) => child.on('close', resolve))
      expect(stderr).toBe('')
      expect([0, 1]).toContain(exitCode)
    },
  )

  it('adds to a job summary on GitHub Actions', () => {
    const summary = join(folder, 'summary.md')
    writeFileSync(summary, '# Build\n')
    const env = { ...process.env, GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
    const { stdout } = plandue(['check', '-', '--today', '2024-04-24'], { input: RECORD, env })
    expect(stdout).toMatch(/^::error file=<stdin>,line=2,title=Overdue::/m)
    expect(readFileSync(summary, 'utf8')).toMatch(/^# Build\n## Action plans as at /)
    const nowhere = { ...env, GITHUB_STEP_SUMMARY: join(folder, 'no/such/folder') }
    const unwritten = plandue(['check', '-', '--today', '2024-04-23'], {
      input: RECORD,
      env: nowhere,
    })
    expect(unwritten.status).toBe(0)
    expect(unwritten.stderr).toContain('cannot be written: there is no such folder')
  })

  it.each(Object.entries(schemas))('ships the schema of %s', (kind, schema) => {
    expect(JSON.parse(readFileSync(join(dist, 'schemas', `${kind}.json`), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(schema)),
    )
  })
})
