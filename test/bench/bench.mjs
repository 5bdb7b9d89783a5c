// `npm run bench`: how fast plandue is, beside what the machine does anyway. It never fails because of
// a number: speed is not a test, since a shared machine is never the same twice.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countingTimes } from './counting.mjs'
import { byTurns, median, ratios, spread } from './measure.mjs'
import * as run from './processes.mjs'
import { writeRecords } from './records.mjs'

const STARTS = 21
const ROUNDS = 5
const PEAKS = 3
const RECORDS = 2000

const print = (text = '') => process.stdout.write(`${text}\n`)

run.requireBuild()
const folder = mkdtempSync(join(tmpdir(), 'plandue-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
print(`Node ${process.versions.node}, ${process.platform}. Medians (least–most), by turns.`)
startUp()
bulk()
await counting()
memory()

function startUp() {
  heading('Start-up of a process, in ms', 'plandue', 'bare Node')
  const version = byTurns(STARTS, { plandue: run.plandueVersion, node: run.bareNode })
  row('--version : node -e 0', version.plandue, version.node, atMost(1.3))
  const check = byTurns(STARTS, { plandue: run.plandueOnPlans, node: run.bareNode })
  row('check plans : node -e 0', check.plandue, check.node, atMost(2))
}

function bulk() {
  const plain = recordsIn('plain', RECORDS)
  // The same records as ajv-cli can read them.
  const quoted = recordsIn('quoted', RECORDS, { quotedDates: true })
  requireSound(plain)
  heading(`check of ${RECORDS} records, in ms`, 'plandue', 'the other')
  const times = byTurns(ROUNDS, {
    plandue: () => run.plandueOn(plain),
    parse: () => run.bareParse(plain),
    ajv: () => run.ajv(quoted),
  })
  row('check : parse of yaml alone', times.plandue, times.parse, atMost(1.3))
  // Another parser, which keeps no places and counts no day: for comparison only.
  row('check : ajv validate', times.plandue, times.ajv, none())
}

async function counting() {
  const { plandue, dateFns, one, many } = await countingTimes(folder)
  heading('One sum of working days, in ns', 'the first', 'the second')
  row('date-fns : plandue, 70 days', dateFns, plandue, atLeast(20))
  row('plandue, 10,000 days : 1 day', many, one, about(1))
}

/** Memory should grow with the result; longer texts with the same result should not need more. */
function memory() {
  print(`\nPeak memory of a check, median of ${PEAKS}`)
  const sets = [
    [`${RECORDS} records`, 'plain', RECORDS, {}],
    [`${RECORDS} records, longer notes`, 'long', RECORDS, { remarks: 100 }],
    [`${RECORDS * 4} records`, 'many', RECORDS * 4, {}],
  ]
  for (const [name, subfolder, count, options] of sets) {
    const records = recordsIn(subfolder, count, options)
    const result = JSON.stringify(run.reportOn(records), null, 2).length
    const peaks = Array.from({ length: PEAKS }, () => run.peakMemory(records) / 2 ** 20)
    const sizes = `text ${megabytes(sizeOf(records))}, result ${megabytes(result)}`
    print(`  ${name.padEnd(30)}${spread(peaks, 0, ' MB').padEnd(26)}${sizes}`)
  }
}

function recordsIn(name, count, options) {
  const records = join(folder, name)
  writeRecords(records, count, options)
  return records
}

/** Faulty records would measure how fast plandue complains, and nobody wants to know that. */
function requireSound(records) {
  const { diagnostics, summary } = run.reportOn(records)
  const fault = diagnostics.find(({ severity }) => severity === 'error')
  if (fault)
    run.stop(`a generated record is not sound: ${fault.file}:${fault.line} ${fault.message}`)
  if (summary.records !== RECORDS)
    run.stop(`plandue found ${summary.records} of ${RECORDS} records`)
}

function heading(title, first, second) {
  print(`\n${title}`)
  print(`  ${''.padEnd(30)}${first.padEnd(26)}${second.padEnd(26)}${'ratio'.padEnd(22)}aim`)
}

function row(name, first, second, { aim, isMet }) {
  const ratio = ratios(first, second)
  const times = [first, second].map((all) => spread(all, median(all) < 100 ? 1 : 0).padEnd(26))
  const verdict = isMet ? `: ${isMet(median(ratio)) ? 'met' : 'missed'}` : ''
  print(`  ${name.padEnd(30)}${times.join('')}${spread(ratio, 2).padEnd(22)}${aim}${verdict}`)
}

function none() {
  return { aim: 'none' }
}

function atMost(limit) {
  return { aim: `≤ ${limit}`, isMet: (ratio) => ratio <= limit }
}

function atLeast(limit) {
  return { aim: `≥ ${limit}`, isMet: (ratio) => ratio >= limit }
}

/** About the same: no more than a third away, since sums of a few nanoseconds are hard to time. */
function about(ratio) {
  return { aim: `about ${ratio}`, isMet: (found) => found < ratio * 1.34 && found > ratio / 1.34 }
}

function sizeOf(records) {
  return readdirSync(records).reduce((sum, name) => sum + statSync(join(records, name)).size, 0)
}

function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`
}
