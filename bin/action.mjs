// The step of action.yml that checks the records: runs plandue as the inputs say, and tells the runner
// what came of it. All that it is told comes from the environment, as a runner sets it.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
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

run()

function run() {
  const folder = input('WORKING_DIRECTORY') || '.'
  if (Number(process.versions.node.split('.', 1)[0]) < 20) {
    return fail(
      'plandue needs Node 20 or later: put a step with actions/setup-node before this one',
    )
  }
  if (!existsSync(folder)) return fail(`there is no folder ${printable(folder)} to work in`)
  const temporary = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'plandue-'))
  const files = reportFiles(temporary)
  const args = argumentsFor(files)
  // A record on standard input is of no use here, and a runner gives none.
  const { status } = spawnSync(process.execPath, [plandue, ...args], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, COLUMNS: env.COLUMNS || '120' },
  })
  const exitCode = status ?? 3
  setOutputs({ 'exit-code': exitCode, ...(exitCode <= 1 ? outcome(files, folder) : {}) })
  if (exitCode <= 1) show(files)
  process.exitCode = exitCode
}

/** Where each report goes: those that the user wants, and those for the runner. */
function reportFiles(temporary) {
  const wanted = linesOf('FORMAT')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  const json = wanted.findLast(([format]) => format === 'json')?.[1]
  return {
    wanted,
    json: json ?? join(temporary, 'report.json'),
    isOwnJson: json === undefined,
    annotations: join(temporary, 'annotations.txt'),
    summary: join(temporary, 'summary.md'),
  }
}

/** The arguments of plandue. A value is joined to its option, so that none can become an option itself. */
function argumentsFor({ wanted, json, isOwnJson, annotations, summary }) {
  const printed = linesOf('FORMAT').filter((line) => !line.includes('='))
  const formats = [
    ...(printed.length > 0 ? printed : ['table']),
    `github=${annotations}`,
    `markdown=${summary}`,
    ...wanted.map(([format, file]) => `${format}=${file}`),
    ...(isOwnJson ? [`json=${json}`] : []),
  ]
  return [
    'check',
    ...optional('fail-on', 'FAIL_ON'),
    ...optional('base', 'BASE'),
    ...optional('today', 'TODAY'),
    ...optional('config', 'CONFIG'),
    // A change that is checked says nothing of the schedule; plandue would say so in each pull request.
    ...(input('BASE') === '' ? optional('heartbeat', 'HEARTBEAT') : []),
    ...formats.map((format) => `--format=${format}`),
    '--',
    ...linesOf('PATHS'),
  ]
}

function optional(option, name) {
  return input(name) === '' ? [] : [`--${option}=${input(name)}`]
}

/** The outputs of a run that did its work. */
function outcome({ wanted, json, isOwnJson }, folder) {
  const { complete, summary, nextChange, diagnostics } = JSON.parse(
    readFileSync(isAbsolute(json) ? json : join(folder, json), 'utf8'),
  )
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
    ...(isOwnJson ? { json } : {}),
    ...Object.fromEntries(paths),
  }
}

/** One output a line: none of the values has a line break, since inputs are read line by line. */
function setOutputs(outputs) {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, lines.join(''))
}

/** Hands annotations and summary to the runner. */
function show({ annotations, summary }) {
  process.stdout.write(readFileSync(annotations))
  if (!env.GITHUB_STEP_SUMMARY) return
  const text = readFileSync(summary)
  const isShown = text.length <= LONGEST_SUMMARY
  appendFileSync(
    env.GITHUB_STEP_SUMMARY,
    isShown ? text : 'The report is too long for a summary: see the log of the step.\n',
  )
}

/** Says what is wrong with how the action was called. */
function fail(message) {
  process.stderr.write(`plandue: ${message}\n`)
  setOutputs({ 'exit-code': 2 })
  process.exitCode = 2
}

/** A text of the workflow as it can be shown in a log without becoming a command of it. */
function printable(text) {
  return JSON.stringify(text).replaceAll('::', ': :').replaceAll('##[', '## [')
}
