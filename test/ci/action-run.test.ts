import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../helpers/record.ts'
import { type Repository, repository } from '../helpers/repository.ts'
import { type Job, runAction } from '../helpers/runner.ts'

// The action as it is, with the built program, on a clone as a runner has it.

const root = fileURLToPath(new URL('../..', import.meta.url))
// Without a build the action would install and build in this very checkout.
if (!existsSync(join(root, 'dist/program.cjs'))) throw new Error('npm run build first')
const OPEN = record('', { published: 'received: 2024-01-12' })
const HOSTILE = OPEN.replace(
  'Shropshire Council',
  '"x\\n::error::forged\\n::set-output name=overdue::0\\n##[command]"',
)

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-01-15', { 'plans/a.yaml': OPEN })
  // What a checkout with `fetch-depth: 0` makes of a pull request.
  repo.git(['update-ref', 'refs/remotes/origin/main', 'HEAD'])
})
afterEach(() => repo.remove())

const use = (inputs: Job['inputs'], github: Job['github'] = {}) =>
  runAction(root, { inputs: { today: '2024-02-12', ...inputs }, github, workspace: repo.folder })

describe('a schedule', () => {
  it('fails when time has made something overdue, and tells what', () => {
    const { exitCode, outputs, log, summary } = use({})
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({
      'exit-code': '1',
      complete: 'true',
      records: '1',
      items: '2',
      overdue: '1',
      'at-risk': '1',
      'on-track': '0',
      errors: '0',
      'next-change': '',
    })
    expect(log).toMatch(/^::error file=plans\/a\.yaml,line=\d+/m)
    expect(log).toContain('  overdue   1  Fri 9 Feb   draft  Draft action plan')
    expect(summary).toContain('overdue')
    expect(JSON.parse(readFileSync(outputs['json'] ?? '', 'utf8')).today).toBe('2024-02-12')
  })

  it('tells when it will fail', () => {
    const { exitCode, outputs } = use({ today: '2024-02-09' })
    expect([exitCode, outputs['next-change']]).toEqual([0, '2024-02-10'])
  })

  it('fails earlier, or never, as it is told', () => {
    expect(use({ today: '2024-02-09', 'fail-on': 'at-risk' }).exitCode).toBe(1)
    expect(use({ 'fail-on': 'never' }).exitCode).toBe(0)
  })
})

describe('a pull request', () => {
  const toMain = { base_ref: 'main' }

  it('that edits prose passes on the day on which the schedule fails', () => {
    repo.commit('2024-02-12', { 'README.md': 'Plans\n' })
    const { exitCode, outputs } = use({}, toMain)
    expect([exitCode, outputs['exit-code'], outputs['overdue']]).toEqual([0, '0', '1'])
  })

  it('that brings in a fault fails, and the report says that it is incomplete', () => {
    repo.commit('2024-02-12', {
      'plans/b.yaml': 'authority: B\nframework: sif\npublished: 1/2/24\n',
    })
    const { exitCode, outputs, log } = use({}, toMain)
    expect([exitCode, outputs['complete'], outputs['errors']]).toEqual([1, 'false', '1'])
    expect(log).toMatch(/^::error file=plans\/b\.yaml,line=3/m)
  })

  it('without the branch that it goes to is told what to fetch', () => {
    const { exitCode, steps, log } = use({}, { base_ref: 'release' })
    expect(exitCode).toBe(2)
    expect(steps['check']?.outputs).toEqual({ 'exit-code': '2' })
    expect(log).toContain('origin/release')
  })
})

it('writes the reports that are asked for, in a folder of the repository', () => {
  const formats = ['sarif', 'junit', 'gitlab', 'markdown', 'csv', 'tsv', 'ndjson', 'json']
  const format = formats.map((name) => `${name}=out ${name}.txt`).join('\n')
  const { outputs } = use({ format, 'working-directory': 'plans', paths: '.' })
  for (const name of formats) {
    expect(outputs[name]).toBe(`plans/out ${name}.txt`)
    expect(readFileSync(join(repo.folder, `plans/out ${name}.txt`), 'utf8')).toContain('a.yaml')
  }
})

it('gives a hostile record no command of its own', () => {
  repo.commit('2024-02-12', { 'plans/a.yaml': HOSTILE })
  const { log, outputs, summary } = use({})
  expect(outputs['overdue']).toBe('1')
  expect(log).not.toMatch(/^\s*::(error|set-output)::|##\[/m)
  expect(
    log.match(/^::\w+ /gm)?.every((command) => /^::(error|warning|notice) $/.test(command)),
  ).toBe(true)
  expect(summary).not.toMatch(/^::/m)
})

it('keeps a heartbeat of a schedule', () => {
  const { exitCode } = runAction(root, {
    inputs: { heartbeat: 'heart beat.json', 'fail-on': 'never' },
    workspace: repo.folder,
  })
  expect(exitCode).toBe(0)
  const heartbeat = JSON.parse(readFileSync(join(repo.folder, 'heart beat.json'), 'utf8'))
  expect(heartbeat).toMatchObject({ exitCode: 0, records: 1, items: 2 })
})
