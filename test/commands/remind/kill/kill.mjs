// A year of daily runs of `plandue remind`, of which many are killed at a step and some days have none:
// does everybody hear of everything, and of nothing too often? `npm run kill -- --help` tells more.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fromSeed } from '../../../bench/random.mjs'
import { faultsOf, repeatsIn } from './verdict.mjs'
import {
  dateOf,
  dayOf,
  firstDay,
  lastDay,
  RECIPIENTS,
  someItems,
  writeConfiguration,
  writeRecords,
} from './world.mjs'

const say = (text) => process.stdout.write(`${text}\n`)
const number = (value) => ({ type: 'string', default: value })
const { values } = parseArgs({
  options: {
    seed: number('1'),
    records: number('20'),
    kills: number('0.9'),
    outages: number('0.1'),
    overdue: number('daily'),
    help: { type: 'boolean' },
  },
})
if (values.help) {
  say(`node test/commands/remind/kill/kill.mjs [--seed 1] [--records 20] [--kills 0.9] [--outages 0.1] [--overdue daily]
  --kills    the share of runs that are to be killed at a random step, if they come to it
  --outages  the chance that an outage of one to six days begins
  --overdue  how often what is overdue is told`)
  process.exit()
}

const random = fromSeed(Number(values.seed))
const RUN = fileURLToPath(new URL('dying-run.mjs', import.meta.url))
/** Those of a run that tells everybody something: the lock, and eight for each digest. */
const STEPS = 4 + 8 * RECIPIENTS.length

const items = someItems(Number(values.records), random)
const folder = mkdtempSync(join(tmpdir(), 'plandue-kill-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
writeConfiguration(folder, values.overdue)
const [ledger, outbox, death] = ['told.ndjson', 'outbox', 'death'].map((name) => join(folder, name))
const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Runs once, perhaps killed, and takes in what has gone out. */
function runOnce(day) {
  for (const file of [outbox, death]) rmSync(file, { force: true })
  writeRecords(folder, items, day)
  const step = random() < Number(values.kills) ? Math.floor(random() * STEPS) : 1e9
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    [RUN, step, outbox, death, 'remind', '-f', 'json', '--today', dateOf(day), '--wait', '0'],
    { cwd: folder, encoding: 'utf8' },
  )
  const isKilled = signal === 'SIGKILL'
  if (stderr && !/truncated by a crash/.test(stderr)) throw new Error(stderr)
  if (!isKilled && status !== 0) throw new Error(`exit code ${status}`)
  return { day, isKilled, diedAt: textOf(death), digests: digestsIn(textOf(outbox)) }
}

function digestsIn(text) {
  const digests = text.split(/\n(?=\n*\{\n)/).filter((part) => part.trim())
  return digests.map((digest) => {
    const { recipient, entries } = JSON.parse(digest)
    const shape = ({ item, due, rung }) => ({ item, due: dayOf(due), rung: rungOf(rung) })
    return { recipient, entries: entries.map(shape) }
  })
}

function rungOf(words) {
  if (words === 'on the due day') return 0
  return Number.parseInt(words, 10) * (words.endsWith('late') ? -1 : 1)
}

const started = performance.now()
const runs = []
let outageUntil = 0
let daysWithout = 0
for (let day = firstDay; day <= lastDay; day++) {
  if (day > outageUntil && random() < Number(values.outages))
    outageUntil = day + Math.floor(random() * 6)
  if (day <= outageUntil) {
    daysWithout++
    continue
  }
  runs.push(runOnce(day))
  // On some days the machine comes back, and the job runs again, perhaps to be killed again.
  while (runs.at(-1).isKilled && random() < 0.5) runs.push(runOnce(day))
}
const seconds = (performance.now() - started) / 1000

const digests = runs.flatMap((run) => run.digests)
const kills = runs.filter(({ isKilled }) => isKilled)
const faults = faultsOf(runs, items, values.overdue)
const lines = textOf(ledger).split('\n').slice(0, -1)
const steps = [...new Set(kills.map(({ diedAt }) => diedAt))].sort()
const killsAt = (step) => kills.filter(({ diedAt }) => diedAt === step).length
const results = {
  'days without a run': daysWithout,
  runs: runs.length,
  kills: kills.length,
  ...Object.fromEntries(steps.map((step) => [`  ${step}`, killsAt(step)])),
  digests: digests.length,
  reminders: digests.flatMap(({ entries }) => entries).length,
  'digests repeated after a kill': repeatsIn(runs),
  ...Object.fromEntries(Object.entries(faults).map(([name, all]) => [name, all.length])),
  'lines in the ledger': lines.length,
  'lines cut off and kept': lines.filter((line) => line.includes('"kind":"repair"')).length,
  'size of the ledger in kB': Math.round(textOf(ledger).length / 1000),
  'seconds in all': Math.round(seconds),
  'milliseconds a run': Math.round((1000 * seconds) / runs.length),
}
for (const [name, value] of Object.entries(results)) say(`${name.padEnd(40)} ${value}`)

const all = Object.values(faults).flat()
say(
  all.length === 0
    ? 'All is as it should be.'
    : `Not as it should be: ${all.slice(0, 5).join('; ')}`,
)
process.exitCode = all.length === 0 ? 0 : 1
