// Changes the program in one place at a time and looks whether a test notices: `npm run mutants`, or
// `npm run mutants -- ROOM`, or `-- FILE` for one file of a room. What was found before is kept, so that
// a second run tries only what is new; MUTANT_WORKERS=1 leaves a core to others.
// Prints the share that was noticed by room, and each change that was not. Ends with 1 below 90 %.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import picomatch from 'picomatch'
import { rooms } from './rooms.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const { Stryker } = await import('@stryker-mutator/core')
const say = (text) => process.stdout.write(`${text}\n`)

const MISSED = { Survived: 'survived', NoCoverage: 'not covered' }
const NOTICED = new Set(['Killed', 'Timeout'])
const LEAST = 90

const sources = readdirSync('src', { recursive: true }).map((path) => `src/${path}`)

/** What to change: a whole room by its name, or one of its files by its path. */
function taskOf(asked) {
  if (Object.hasOwn(rooms, asked)) return { name: asked, room: asked, mutate: rooms[asked].mutate }
  const room = Object.keys(rooms).find((name) => isIn(rooms[name].mutate, asked))
  const isThere = sources.some((path) => isIn([asked], path))
  return room && isThere && { name: asked, room, mutate: [asked] }
}

function isIn(patterns, path) {
  const isOut = (pattern) => pattern.startsWith('!')
  const ignore = patterns.filter(isOut).map((out) => out.slice(1))
  return picomatch(
    patterns.filter((pattern) => !isOut(pattern)),
    { ignore },
  )(path)
}

async function scoreOf({ name, room, mutate }) {
  process.env.MUTANT_TESTS = JSON.stringify(rooms[room].tests)
  process.env.MUTANT_POOL = rooms[room].pool ?? 'threads'
  process.env.MUTANT_FILES = JSON.stringify(sources.filter((path) => isIn(mutate, path)))
  const results = await new Stryker({
    mutate,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // What is computed once when a file is loaded takes a whole run of the tests each.
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `node_modules/.cache/mutants/${room}.json`,
    tempDirName: 'node_modules/.cache/mutants/sandbox',
    reporters: ['progress-append-only'],
    allowEmpty: false,
    concurrency: Number(process.env.MUTANT_WORKERS ?? 2),
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 30,
    logLevel: 'warn',
  }).runMutationTest()
  const noticed = results.filter(({ status }) => NOTICED.has(status)).length
  const missed = results.filter(({ status }) => MISSED[status])
  return { name, noticed, missed }
}

const asked = process.argv.slice(2)
const tasks = (asked.length > 0 ? asked : Object.keys(rooms)).map(taskOf)
const unknown = asked.find((_, index) => !tasks[index])
if (unknown !== undefined) {
  say(`\`${unknown}\` is neither a room nor a file of one: ${Object.keys(rooms).join(', ')}`)
  process.exit(2)
}

const scores = []
for (const task of tasks) scores.push(await scoreOf(task))
for (const { fileName, location, replacement, mutatorName, status } of scores.flatMap(
  ({ missed }) => missed,
)) {
  const { line, column } = location.start
  const words = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 60)
  const place = `${fileName.replace(`${process.cwd()}/`, '')}:${line}:${column}`
  say(`${MISSED[status]}: ${place} ${mutatorName}: ${words}`)
}
let isEnough = true
for (const { name, noticed, missed } of scores) {
  const all = noticed + missed.length
  const share = all === 0 ? 100 : (100 * noticed) / all
  const uncovered = missed.filter(({ status }) => status === 'NoCoverage').length
  say(
    `${name.padEnd(12)} ${String(noticed).padStart(5)} of ${String(all).padStart(5)} noticed, ${share.toFixed(1)} %, ${uncovered} not covered`,
  )
  isEnough &&= share >= LEAST
}
process.exitCode = isEnough ? 0 : 1
