import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scaffold } from '../../src/commands/init/scaffold/index.ts'
import { record } from '../helpers/record.ts'
import { type Repository, repository } from '../helpers/repository.ts'
import { runStep, type Step } from '../helpers/runner.ts'

// The scheduled workflow as it is, with the built program, on a shallow clone as a runner has it.

const root = fileURLToPath(new URL('../..', import.meta.url))
if (!existsSync(join(root, 'dist/program.cjs'))) throw new Error('npm run build first')

const { env, steps } = parse(scaffold.githubReminders.text).jobs.remind
const stepOf = (name: string): Step => steps.find((step: Step) => step.name === name)

const LINE = '{"kind":"repair","at":"2024-01-01T00:00:00Z"}\n'
const FILES = {
  'plandue.yaml': 'reminders: { ledger: reminders.ndjson, onClosedDays: true }\n',
  'plans/a.yaml': record('', { published: 'received: 2024-01-12' }),
}

let all: Repository
let officer: Repository
let runner: Repository
let bin: string
beforeEach(() => {
  all = repository()
  const clone = (name: string, args: string[]) => {
    all.git(['clone', '-q', ...args, `file://${join(all.folder, 'remote')}`, name])
    return repository(join(all.folder, name))
  }
  all.git(['init', '-q', '--bare', '-b', 'main', 'remote'])
  officer = clone('officer', [])
  officer.git(['checkout', '-q', '-b', 'main'])
  officer.commit('2024-01-15', FILES)
  officer.git(['push', '-q', '-u', 'origin', 'main'])
  runner = clone('runner', ['--depth', '1'])
  symlinkSync(root, join(runner.folder, '.plandue-program'))
  // Nobody waits in a test.
  bin = join(all.folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'sleep'), '#!/bin/sh\n')
  chmodSync(join(bin, 'sleep'), 0o755)
})
afterEach(() => all.remove())

function step(name: string, more: Record<string, string> = {}) {
  const world = { checkout: root, workspace: runner.folder, folder: all.folder }
  const path = `${bin}:${process.env['PATH']}`
  // A runner has no identity for git, and its machine none to guess.
  const git = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', EMAIL: '' }
  return runStep(
    stepOf(name),
    { secrets: {} },
    {
      ...world,
      env: { ...env, ...git, PATH: path, ...more },
    },
  )
}
const keep = () => step('Commit the ledger')
const pushed = () => all.git(['-C', 'remote', 'show', 'main:reminders.ndjson'])
const commits = () => all.git(['-C', 'remote', 'log', '--format=%an: %s', 'main']).split('\n')

describe('the scheduled workflow', () => {
  it('tells, and pushes the ledger, so that the next run is silent', () => {
    const first = step('Remind')
    expect(first).toMatchObject({
      exitCode: 0,
      log: expect.stringContaining('need you: all overdue'),
    })
    expect(keep().exitCode).toBe(0)
    expect(pushed()).toContain('"outcome":"sent"')
    expect(commits()).toEqual(['plandue: Reminders sent', 'Officer: x'])
    expect(step('Remind')).toMatchObject({ exitCode: 0, log: '' })
    expect(keep().exitCode).toBe(0)
    expect(commits()).toHaveLength(2)
  })

  it('keeps the ledger also where somebody was not reached', () => {
    runner.write({
      'plandue.yaml':
        'reminders: { ledger: reminders.ndjson, onClosedDays: true, recipients: [{}, { to: ada@example.gov.uk, channel: email }] }\n',
    })
    runner.git(['commit', '-q', '-am', 'x'])
    const told = step('Remind')
    expect(told).toMatchObject({ exitCode: 3, log: expect.stringContaining('PLANDUE_SMTP_URL') })
    expect(stepOf('Commit the ledger')).toMatchObject({ if: `\${{ always() }}` })
    expect(keep().exitCode).toBe(0)
    expect(pushed()).toContain('"outcome":"sent"')
  })

  it.each([
    ['where nothing was ever told', {}],
    ['where the ledger is as it was', { 'reminders.ndjson': LINE }],
  ])('pushes nothing %s', (_where, files) => {
    officer.commit('2024-01-16', files)
    officer.git(['push', '-q'])
    runner.git(['pull', '-q'])
    expect(keep().exitCode).toBe(0)
    expect(commits()).toEqual(['Officer: x', 'Officer: x'])
  })

  it('keeps the lines of both where somebody else has pushed meanwhile', () => {
    officer.commit('2024-01-16', { 'reminders.ndjson': LINE.replace('2024', '2021') })
    officer.git(['push', '-q'])
    runner.write({ 'reminders.ndjson': LINE })
    expect(keep()).toMatchObject({ exitCode: 0 })
    expect(pushed().split('\n').sort()).toEqual(
      [LINE.replace('2024', '2021'), LINE].map((line) => line.trim()),
    )
  })

  it('keeps the lines of both in a ledger that both have added to', () => {
    officer.commit('2024-01-16', { 'reminders.ndjson': LINE })
    officer.git(['push', '-q'])
    runner.git(['pull', '-q'])
    const [theirs, ours] = [LINE.replace('2024', '2025'), LINE.replace('2024', '2026')]
    officer.commit('2024-01-17', { 'reminders.ndjson': LINE + theirs, 'plans/b.yaml': 'x: y\n' })
    officer.git(['push', '-q'])
    runner.write({ 'reminders.ndjson': LINE + ours })
    expect(keep()).toMatchObject({ exitCode: 0 })
    expect(pushed().split('\n').sort()).toEqual([LINE, theirs, ours].map((line) => line.trim()))
    expect(commits()[0]).toBe('plandue: Reminders sent')
  })

  it('fails, and says what follows, where the branch lets nobody push', () => {
    const hook = join(all.folder, 'remote/hooks/pre-receive')
    writeFileSync(hook, '#!/bin/sh\necho protected branch\nexit 1\n')
    chmodSync(hook, 0o755)
    runner.write({ 'reminders.ndjson': LINE })
    const { exitCode, log } = keep()
    expect(exitCode).toBe(1)
    expect(log).toContain('protected branch')
    expect(log).toMatch(/^::error::The ledger could not be pushed/m)
  })
})

describe('the variables of the workflow', () => {
  const names = Object.keys(stepOf('Remind').env ?? {})
  const guide = readFileSync(join(root, 'src/guide/reminders.md'), 'utf8')
  it.each(names)('%s is one of the manual, and comes from the secret of that name', (name) => {
    expect(guide).toContain(`\`${name}\``)
    expect(stepOf('Remind').env?.[name]).toBe(`\${{ secrets.${name} }}`)
  })
})
