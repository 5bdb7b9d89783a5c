// The step of action.yml that checks the records: runs plandue as the inputs say, and tells the runner
// what came of it. All that it is told comes from the environment, as a runner sets it.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { env } = process
const plandue = fileURLToPath(new URL('plandue.js', import.meta.url))

/** The value of an input; a name is that of action.yml in capitals. */
const input = (name) => (env[`INPUT_${name}`] ?? '').trim()

/** The lines of an input that say something. */
const linesOf = (name) =>
  input(name)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The names of the outputs that count items, by the keys of the JSON report. */
const COUNTS = {
  records: 'records',
  items: 'items',
  overdue: 'overdue',
  atRisk: 'at-risk',
  onTrack: 'on-track',
  met: 'met',
  metLate: 'met-late',
  closed: 'closed',
  waiting: 'waiting',
  notRequired: 'not-required',
  waived: 'waived',
}

/** A summary of more bytes than this is dropped by the runner. */
const LONGEST_SUMMARY = 1_000_000

try {
  run()
} catch (error) {
  fail(printable(error.message), 3)
}

function run() {
  const folder = input('WORKING_DIRECTORY') || '.'
  if (Number(process.versions.node.split('.', 1)[0]) < 20) {
    return fail(
      'plandue needs Node 20 or later: put a step with actions/setup-node before this one',
    )
  }
  if (!isFolder(folder)) return fail(`there is no folder ${printable(folder)} to work in`)
  const temporary = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'plandue-'))
  const files = reportFiles(temporary)
  const args = argumentsFor(files)
  // A record on standard input is of no use here, and a runner gives none.
  const { status, signal, error } = spawnSync(process.execPath, [plandue, ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, COLUMNS: env.COLUMNS || '120' },
  })
  if (status === null) return fail(`its run was ended: ${signal ?? printable(error.message)}`, 3)
  process.exitCode = status
  setOutputs({ 'exit-code': status, ...(status <= 1 ? outcome(files, folder) : {}) })
  if (status <= 1) show(files)
}

function isFolder(path) {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Where each report goes: those that the user wants, and those for the runner. */
function reportFiles(temporary) {
  const wanted = linesOf('FORMAT')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  return {
    wanted,
    // By this one the outputs are set: what the user wants may be a pipe, or be gone again.
    json: join(temporary, 'report.json'),
    annotations: join(temporary, 'annotations.txt'),
    summary: join(temporary, 'summary.md'),
  }
}

/** The arguments of plandue. A value is joined to its option, so that none can become an option itself. */
function argumentsFor({ wanted, json, annotations, summary }) {
  const printed = linesOf('FORMAT').filter((line) => !line.includes('='))
  const formats = [
    ...(printed.length > 0 ? printed : ['table']),
    `github=${annotations}`,
    `markdown=${summary}`,
    ...wanted.map(([format, file]) => `${format}=${file}`),
    `json=${json}`,
  ]
  return [
    'check',
    ...optional('fail-on', 'FAIL_ON'),
    ...optional('base', 'BASE'),
    ...optional('today', 'TODAY'),
    ...optional('config', 'CONFIG'),
    // A change that is checked says nothing of the schedule; plandue would say so in each pull request.
    ...(input('BASE') === '' ? optional('heartbeat', 'HEARTBEAT') : []),
    ...(input('PEOPLE') === 'true' ? ['--people'] : []),
    ...formats.map((format) => `--format=${format}`),
    '--',
    ...linesOf('PATHS'),
  ]
}

function optional(option, name) {
  return input(name) === '' ? [] : [`--${option}=${input(name)}`]
}

/** The outputs of a run that did its work. */
function outcome({ wanted, json }, folder) {
  const { complete, summary, nextChange, diagnostics } = JSON.parse(readFileSync(json, 'utf8'))
  const counts = Object.entries(COUNTS).map(([key, name]) => [name, summary[key] ?? 0])
  const paths = wanted.map(([format, file]) => [
    format,
    isAbsolute(file) ? file : join(folder, file),
  ])
  return {
    complete,
    ...Object.fromEntries(counts),
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    'next-change': nextChange?.on ?? '',
    json,
    ...Object.fromEntries(paths),
  }
}

/** Between lines that no value can have: the name of a folder may hold line breaks. */
function setOutputs(outputs) {
  const end = `end-${randomUUID()}`
  const lines = Object.entries(outputs).map(
    ([name, value]) => `${name}<<${end}\n${value}\n${end}\n`,
  )
  try {
    if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, lines.join(''))
  } catch (error) {
    process.stderr.write(`plandue: the outputs cannot be set: ${printable(error.message)}\n`)
    process.exitCode = 3
  }
}

/** Hands annotations and summary to the runner. Without them a run has still done its work. */
function show({ annotations, summary }) {
  try {
    process.stdout.write(readFileSync(annotations))
    if (env.GITHUB_STEP_SUMMARY) appendSummary(readFileSync(summary))
  } catch (error) {
    process.stderr.write(
      `plandue: annotations or summary are missing: ${printable(error.message)}\n`,
    )
  }
}

function appendSummary(text) {
  const isShown = text.length <= LONGEST_SUMMARY
  appendFileSync(
    env.GITHUB_STEP_SUMMARY,
    isShown ? text : 'The report is too long for a summary: see the log of the step.\n',
  )
}

/** Says what is in the way: by default, how the action was called. */
function fail(message, exitCode = 2) {
  process.stderr.write(`plandue: ${message}\n`)
  process.exitCode = exitCode
  setOutputs({ 'exit-code': exitCode })
}

/** A text of the workflow as it can be shown in a log without becoming a command of it. */
function printable(text) {
  return JSON.stringify(text).replaceAll('::', ': :').replaceAll('##[', '## [')
}
