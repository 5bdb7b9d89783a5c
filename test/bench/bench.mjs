// `npm run bench`: how fast plandue is, beside what the machine does anyway, and how its time grows.
// It fails only where time grows faster than what is read: no number of milliseconds is a test, since a
// shared machine is never the same twice.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countingTimes } from './counting.mjs'
import { growthCurves } from './growth.mjs'
import { byTurns, median, ratios, spread } from './measure.mjs'
import * as run from './processes.mjs'
import { writeRecords } from './records.mjs'

const STARTS = 15
const ROUNDS = 3
const RECORDS = 10_000
const MANY = 50_000
/** Those of a repository in which two states are compared. */
const COMPARED = 2000
/** As many items as `RECORDS` in few files, so that reports are most of a run. */
const ITEMS = { records: 100, actions: 98 }
/** 1 is in step with what is read; sorting and the machine add a little. */
const MOST_GROWTH = 1.2

const print = (text = '') => process.stdout.write(`${text}\n`)

run.requireBuild()
const folder = mkdtempSync(join(tmpdir(), 'plandue-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
print(
  `Node ${process.versions.node}, ${process.platform}. Milliseconds on the processor, by turns:`,
)
print('medians (least–most).')
startUp()
bulk()
formats()
secondLooks()
await counting()
growth()

function startUp() {
  heading('Start-up of a process', 'plandue', 'bare Node')
  const cwd = join(folder, 'shipped')
  const plans = new URL('../../plans/', import.meta.url)
  mkdirSync(join(cwd, 'plans'), { recursive: true })
  for (const name of readdirSync(plans)) {
    writeFileSync(join(cwd, 'plans', name), readFileSync(new URL(name, plans)))
  }
  const commands = [
    ['--version', 1.3],
    ['check plans', 1.5],
    ['due today --framework sif', 1.5],
    ['explain shropshire-2023', 2],
    ['complete items', 1.6],
  ]
  const ways = Object.fromEntries(
    commands.map(([line]) => [line, () => run.plandueIn(cwd, ...line.split(' ')).cpu]),
  )
  const cpu = byTurns(STARTS, { node: () => run.bareNode().cpu, ...ways })
  for (const [line, limit] of commands) row(line, cpu[line], cpu.node, atMost(limit))
}

function bulk() {
  const plain = recordsIn('plain', RECORDS)
  // The same records as ajv-cli can read them.
  const quoted = recordsIn('quoted', RECORDS, { quotedDates: true })
  requireSound(plain)
  const used = byTurns(
    ROUNDS,
    {
      plandue: () => run.checkOf(plain),
      parse: () => run.bareParse(plain),
      ajv: () => run.ajv(quoted),
    },
    { isWarmedUp: false },
  )
  const of = (name, what) => used[name].map((one) => one[what])
  heading(`check of ${RECORDS} records`, 'plandue', 'the other')
  row('check : js-yaml alone', of('plandue', 'cpu'), of('parse', 'cpu'), none())
  row('check : ajv validate', of('plandue', 'cpu'), of('ajv', 'cpu'), atMost(2.5))
  row('the same by the clock', of('plandue', 'wall'), of('ajv', 'wall'), atMost(2))
  heading('Peak memory of a check, in MiB', 'plandue', '')
  figure(`${RECORDS} records`, mebibytes(of('plandue', 'peak')), atMost(200))
  figure(`${MANY} records`, mebibytes([run.checkOf(recordsIn('many', MANY)).peak]), atMost(500))
}

/** What a format adds to a run that lists nothing. */
function formats() {
  const cwd = join(folder, 'items')
  const { records, actions } = ITEMS
  writeRecords(join(cwd, 'plans'), records, { actions })
  const check = (...args) => run.plandueIn(cwd, 'check', '-q', '--today', run.TODAY, ...args).cpu
  const names = ['junit', 'table', 'csv', 'markdown', 'plain', 'json']
  const ways = names.map((name) => [name, () => check('--all', '--format', name)])
  const cpu = byTurns(ROUNDS, {
    nothing: () => check('--format', 'csv', '--status', 'waiting'),
    ...Object.fromEntries(ways),
  })
  heading(`Formats of ${records * (actions + 2)} items`, 'beyond a run that lists none', '')
  const beyond = (all) => all.map((time, round) => time - cpu.nothing[round])
  for (const name of names) figure(name, beyond(cpu[name]), atMost(500))
}

/** What git itself uses is not in it. */
function secondLooks() {
  const cwd = join(folder, 'compared')
  writeRecords(join(cwd, 'plans'), COMPARED)
  run.gitIn(folder, 'init', '-q', cwd)
  run.gitIn(cwd, 'add', '.')
  run.gitIn(cwd, 'commit', '-qm', 'records')
  writeRecords(join(cwd, 'plans'), COMPARED / 100, { remarks: 3 })
  const ways = {
    'check -q': ['check', '-q'],
    'check -q --base HEAD': ['check', '-q', '--base', 'HEAD'],
    'diff HEAD': ['diff', 'HEAD'],
    timeline: ['timeline', 'Northmere Council'],
    doctor: ['doctor'],
  }
  const cpu = byTurns(
    ROUNDS,
    Object.fromEntries(
      Object.entries(ways).map(([name, args]) => [
        name,
        () => run.plandueIn(cwd, ...args, '--today', run.TODAY).cpu,
      ]),
    ),
  )
  heading(`Of ${COMPARED} records, of which ${COMPARED / 100} changed`, 'the command', 'check -q')
  for (const name of Object.keys(ways).slice(1)) row(name, cpu[name], cpu['check -q'], atMost(1.15))
}

async function counting() {
  const { plandue, dateFns, one, many } = await countingTimes(folder)
  heading('One sum of working days, in ns', 'the first', 'the second')
  row('date-fns : plandue, 70 days', dateFns, plandue, atLeast(20))
  row('plandue, 10,000 days : 1 day', many, one, about(1))
}

function growth() {
  print(`\nGrowth: milliseconds at each size, and the exponent (limit ${MOST_GROWTH})`)
  for (const { name, sizes, cpus, exponent } of growthCurves(folder)) {
    const isTooFast = exponent > MOST_GROWTH
    const points = sizes.map((size, index) => `${size}: ${cpus[index].toFixed(0)}`).join(', ')
    const verdict = `${exponent.toFixed(2)}${isTooFast ? ': TOO FAST' : ''}`
    print(`  ${name.padEnd(32)}${points.padEnd(60)}${verdict}`)
    if (isTooFast) process.exitCode = 1
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
  const ratio = second === '' ? '' : 'ratio'
  print(`  ${''.padEnd(32)}${first.padEnd(30)}${second.padEnd(26)}${ratio.padEnd(22)}aim`)
}

function row(name, first, second, aim) {
  const ratio = ratios(first, second)
  const times = [first, second].map((all) => spread(all, median(all) < 100 ? 1 : 0))
  const cells = [times[0].padEnd(30), times[1].padEnd(26), spread(ratio, 2).padEnd(22)]
  print(`  ${name.padEnd(32)}${cells.join('')}${verdictOn(ratio, aim)}`)
}

function figure(name, values, aim) {
  print(`  ${name.padEnd(32)}${spread(values, 0).padEnd(78)}${verdictOn(values, aim)}`)
}

function verdictOn(values, { aim, isMet }) {
  return `${aim}${isMet ? `: ${isMet(median(values)) ? 'met' : 'missed'}` : ''}`
}

function none() {
  return { aim: 'none' }
}

function atMost(limit) {
  return { aim: `≤ ${limit}`, isMet: (found) => found <= limit }
}

function atLeast(limit) {
  return { aim: `≥ ${limit}`, isMet: (ratio) => ratio >= limit }
}

/** About the same: no more than a third away, since sums of a few nanoseconds are hard to time. */
function about(ratio) {
  return { aim: `about ${ratio}`, isMet: (found) => found < ratio * 1.34 && found > ratio / 1.34 }
}

function mebibytes(sizes) {
  return sizes.map((bytes) => bytes / 2 ** 20)
}
