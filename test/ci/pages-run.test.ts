import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { scaffold } from '../../src/commands/init/scaffold/index.ts'
import { type Repository, repository } from '../helpers/repository.ts'
import { evaluated, runAction, runStep } from '../helpers/runner.ts'

// What publishes a page and a calendar, as it is, with the built program.

const root = fileURLToPath(new URL('../..', import.meta.url))
if (!existsSync(join(root, 'dist/program.cjs'))) throw new Error('npm run build first')

/** What somebody wrote, or who, wherever a record or the settings take it. */
const PEOPLE = [
  'Owner',
  'Blocked',
  'Waiver',
  'Approver',
  'Mover',
  'Extension',
  'Closer',
  'Note',
  'Notes',
  'Noted',
  'Snooze',
  'Slip',
  'Alias',
]
const [
  owner,
  blocked,
  waiver,
  approver,
  mover,
  extension,
  closer,
  note,
  notes,
  noted,
  snooze,
  slip,
  alias,
] = PEOPLE.map((name) => `${name}-Lovelace`)
const sound = `authority: Leeds City Council
framework: ilacs-focused-visit
received: 2024-01-12
areasForPriorityAction: [{ id: P1, text: Strategy discussions }]
plan:
  draft: { closed: { on: 2024-01-30, reason: ${closer} } }
  final: { owner: ${owner}, extensions: [{ to: 2024-05-07, on: 2024-02-01, by: ${mover}, reason: ${extension} }] }
actions:
  - { id: A1, title: Audit, owner: ${owner}, due: 2024-02-01, answers: [P1], snooze: { until: 2024-03-01, reason: ${snooze} } }
  - { id: A2, title: Form, owner: ${owner}, due: 2099-05-01, blocked: ${blocked} }
  - { id: A3, title: Panel, due: 2024-01-31, closed: { on: 2024-01-30, reason: ${closer} } }
  - { id: A4, title: Plan, due: 2099-01-31, progress: [{ on: 2024-01-30, note: ${note}, by: ${noted} }] }
waivers:
  - { item: A1, rule: overdue, reason: ${waiver}, approvedBy: ${approver}, until: 2099-06-30 }
notes: ${notes}
`
const faulty = sound.replace('due: 2024-02-01', `due: ${slip}`)
const broken = sound.replace(`owner: ${owner}`, `owner: *${alias}`)

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-02-05', { 'plans/leeds.yaml': sound })
})
afterEach(() => repo.remove())

const fileOf = (path: string) => readFileSync(join(repo.folder, path), 'utf8')
const peopleIn = (text: string) => PEOPLE.filter((name) => text.includes(`${name}-Lovelace`))

/** How each service writes the page and the calendar, and whether it then publishes them. */
const SERVICES = {
  GitHub: { run: onGitHub, page: 'site/index.html', calendar: 'site/plans.ics' },
  GitLab: { run: onGitLab, page: 'public/index.html', calendar: 'public/plans.ics' },
}

function onGitHub(withPeople: boolean) {
  const { write, publish } = parse(scaffold.githubPages.text).jobs
  const [, , mkdir, action, upload] = write.steps
  const world = { checkout: root, workspace: repo.folder, folder: repo.folder }
  expect(runStep(mkdir, {}, world).exitCode).toBe(0)
  const inputs = { ...action.with, people: String(withPeople || action.with.people) }
  const { exitCode, outputs, log } = runAction(root, { workspace: repo.folder, inputs })
  const contexts = {
    steps: { plandue: { outputs } },
    needs: { write: { outputs: { page: outputs['html'] ?? '' } } },
  }
  const isMet = (condition: string) =>
    Boolean(evaluated(condition.replace('!cancelled() && ', ''), contexts))
  expect(isMet(publish.if)).toBe(isMet(upload.if))
  return { exitCode, isPublished: isMet(publish.if), log }
}

function onGitLab(withPeople: boolean) {
  const { variables, script } = parse(scaffold.gitlabPages.text, { logLevel: 'silent' }).pages
  const bin = join(repo.folder, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'plandue'), `#!/bin/sh\nexec node '${root}/bin/plandue.js' "$@"\n`)
  chmodSync(join(bin, 'plandue'), 0o755)
  const PATH = `${bin}:${process.env['PATH']}`
  const env = { PATH, ...variables, ...(withPeople && { PEOPLE: '--people' }) }
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', script.join('\n')], {
    cwd: repo.folder,
    encoding: 'utf8',
    env: { ...env, GIT_DEPTH: '0', GITLAB_CI: 'true' },
  })
  return { exitCode: status, isPublished: status === 0, log: stdout + stderr }
}

describe.each(Object.entries(SERVICES))('on %s', (service, { run, page, calendar }) => {
  it('publishes a page and a calendar in which something is overdue, without people', () => {
    expect(run(false)).toMatchObject({ exitCode: 0, isPublished: true })
    expect(fileOf(page)).toContain('Audit')
    expect(fileOf(page)).toContain('href="./plans.ics"')
    expect(fileOf(calendar)).toMatch(/SEQUENCE:1\b/)
    expect([peopleIn(fileOf(page)), peopleIn(fileOf(calendar))]).toEqual([[], []])
  })

  it('has people where that is asked for', () => {
    expect(run(true)).toMatchObject({ exitCode: 0, isPublished: true })
    expect(peopleIn(fileOf(page))).toEqual(expect.arrayContaining(['Owner', 'Blocked', 'Approver']))
    expect(peopleIn(fileOf(calendar))).toEqual(
      expect.arrayContaining(['Owner', 'Blocked', 'Waiver']),
    )
  })

  it.each([
    ['a text that is no value', faulty],
    ['a name that is no reference', broken],
  ])('says on the page that %s cannot be read, without what it is', (_what, text) => {
    repo.write({ 'plans/york.yaml': text })
    const { exitCode, isPublished } = run(false)
    expect([exitCode, isPublished]).toEqual([service === 'GitHub' ? 1 : 0, true])
    expect(fileOf(page)).toMatch(/INCOMPLETE: 1 of 2 records/)
    expect(fileOf(page)).toContain('plans/york.yaml:')
    expect([peopleIn(fileOf(page)), peopleIn(fileOf(calendar))]).toEqual([[], []])
  })

  it('publishes nothing where the settings are wrong, so that the last page stays', () => {
    repo.write({ 'plandue.yaml': 'records: 1\n' })
    const { exitCode, isPublished, log } = run(false)
    expect([exitCode === 0, isPublished]).toEqual([false, false])
    expect(log).toContain('plandue.yaml:1:10: error')
  })
})
