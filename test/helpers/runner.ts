import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { parse } from 'yaml'

/** What a runner knows of a job: values by names, as deep as they are. */
type Values = { readonly [name: string]: string | Values }

export type ActionFile = {
  inputs: Record<string, { description: string; default: string }>
  outputs: Record<string, { description: string; value: string }>
  runs: { steps: Step[] }
}

export type Step = {
  id?: string
  name: string
  run: string
  shell: string
  env?: Record<string, string>
}

/** A job that uses an action: what the workflow gives it, and the event that started it. */
export type Job = {
  inputs?: Record<string, string>
  github?: { event?: Values; base_ref?: string }
  env?: Record<string, string>
  /** The workspace; a new folder if none is given. */
  workspace?: string
}

/** The action of a checkout. */
export function actionIn(checkout: string): ActionFile {
  return parse(readFileSync(join(checkout, 'action.yml'), 'utf8'))
}

/**
 * Runs the steps of an action as a runner does: expressions by GitHub's own evaluator, each script in
 * a bash of its own, outputs and summary through files. Ends with the first step that fails.
 */
export function runAction(checkout: string, job: Job = {}) {
  const action = actionIn(checkout)
  const folder = mkdtempSync(join(tmpdir(), 'plandue-runner-'))
  const workspace = job.workspace ?? join(folder, 'workspace')
  mkdirSync(workspace, { recursive: true })
  const github = { event: {}, base_ref: '', ...job.github }
  const inputs: Record<string, string> = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: usual }]) => [
      name,
      job.inputs?.[name] ?? evaluated(usual, { github }),
    ]),
  )
  const steps: Record<string, { outputs: Record<string, string> }> = {}
  let log = ''
  let exitCode = 0
  for (const step of action.runs.steps) {
    const result = runStep(step, { inputs, github, steps }, { ...job, checkout, workspace, folder })
    if (step.id) steps[step.id] = { outputs: result.outputs }
    log += result.log
    exitCode = result.exitCode
    if (exitCode !== 0) break
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, evaluated(value, { steps })]),
  )
  return { exitCode, outputs, steps, log, workspace, summary: textIn(join(folder, 'summary.md')) }
}

/** Runs one step of a job with its contexts, in a bash of its own as a runner does. */
export function runStep(
  { run, env = {} }: Step,
  contexts: Values,
  {
    checkout,
    workspace,
    folder,
    env: own,
  }: Job & Record<'checkout' | 'workspace' | 'folder', string>,
) {
  const files = {
    GITHUB_OUTPUT: join(folder, 'output.txt'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  }
  writeFileSync(files.GITHUB_OUTPUT, '')
  const script = join(folder, 'step.sh')
  writeFileSync(script, evaluated(run, contexts))
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
    {
      cwd: workspace,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: checkout,
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: folder,
        ...files,
        ...own,
        ...Object.fromEntries(
          Object.entries(env).map(([name, value]) => [name, evaluated(value, contexts)]),
        ),
      },
    },
  )
  return {
    exitCode: status ?? -1,
    log: stdout + stderr,
    outputs: outputsIn(textIn(files.GITHUB_OUTPUT)),
  }
}

/** As the runner reads them: `name=value`, or `name<<end`, a value of several lines, and `end`. */
function outputsIn(text: string): Record<string, string> {
  const outputs = text.matchAll(/^([\w-]+)(?:=(.*)|<<(.+)\n((?:.|\n)*?)\n\3)\n/gm)
  return Object.fromEntries(
    [...outputs].map(([, name, line, , lines]) => [name, line ?? lines ?? '']),
  )
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** A text of a workflow with its expressions evaluated; what is not there is an empty text. */
export function evaluated(text: string, contexts: Values): string {
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) => {
    const { tokens } = new Lexer(expression).lex()
    const tree = new Parser(tokens, Object.keys(contexts), []).parse()
    return new Evaluator(tree, dictionary(contexts)).evaluate().coerceString()
  })
}

function dictionary(values: Values): data.Dictionary {
  return new data.Dictionary(
    ...Object.entries(values).map(([key, value]) => ({
      key,
      value: typeof value === 'string' ? new data.StringData(value) : dictionary(value),
    })),
  )
}
