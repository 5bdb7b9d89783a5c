// Changes the program in one place at a time and looks whether a test notices: `npm run mutants`, or
// `npm run mutants -- ROOM`. What was found before is kept, so that a second run tries only what is new.
// Prints the share that was noticed by room, and each change that was not. Ends with 1 below 90 %.
import { fileURLToPath } from 'node:url'
import { rooms } from './rooms.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const { Stryker } = await import('@stryker-mutator/core')
const say = (text) => process.stdout.write(`${text}\n`)

const asked = process.argv.slice(2)
const unknown = asked.find((room) => !Object.hasOwn(rooms, room))
if (unknown !== undefined) {
  say(`there is no room \`${unknown}\`: ${Object.keys(rooms).join(', ')}`)
  process.exit(2)
}

/** A mutant that is not noticed costs trust; one that cannot be reached by a test is one of these too. */
const NOTICED = new Set(['Killed', 'Timeout'])
const MISSED = new Set(['Survived', 'NoCoverage'])
const LEAST = 90

async function scoreOf(room) {
  process.env.MUTANT_TESTS = JSON.stringify(rooms[room].tests)
  const results = await new Stryker({
    mutate: rooms[room].mutate,
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
    concurrency: 2,
    timeoutMS: 20_000,
    logLevel: 'warn',
  }).runMutationTest()
  const noticed = results.filter(({ status }) => NOTICED.has(status)).length
  const missed = results.filter(({ status }) => MISSED.has(status))
  return { room, noticed, missed }
}

const scores = []
for (const room of asked.length > 0 ? asked : Object.keys(rooms)) scores.push(await scoreOf(room))
for (const { missed } of scores) {
  for (const { fileName, location, replacement, mutatorName } of missed) {
    const { line, column } = location.start
    const words = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 60)
    say(`${fileName.replace(`${process.cwd()}/`, '')}:${line}:${column} ${mutatorName}: ${words}`)
  }
}
let isEnough = true
for (const { room, noticed, missed } of scores) {
  const all = noticed + missed.length
  const share = all === 0 ? 100 : (100 * noticed) / all
  say(
    `${room.padEnd(12)} ${String(noticed).padStart(5)} of ${String(all).padStart(5)} noticed, ${share.toFixed(1)} %`,
  )
  isEnough &&= share >= LEAST
}
process.exitCode = isEnough ? 0 : 1
