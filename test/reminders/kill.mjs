// A year of daily runs of `plandue remind`, of which many are killed at a step and some days have none:
// does everybody hear of everything, and of nothing too often? `npm run kill -- --help` tells more.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fromSeed } from '../bench/random.mjs'
import { closedDays } from './closed-days.mjs'

const say = (text) => process.stdout.write(`${text}\n`)
const number = (value) => ({ type: 'string', default: value })
const { values } = parseArgs({
  options: {
    seed: number('1'),
    records: number('4'),
    kills: number('0.7'),
    outages: number('0.1'),
    overdue: number('daily'),
    help: { type: 'boolean' },
  },
})
if (values.help) {
  say(`node test/reminders/kill.mjs [--seed 1] [--records 4] [--kills 0.7] [--outages 0.1] [--overdue daily]
  --kills    the share of runs that are killed at a random step
  --outages  the chance that an outage of one to six days begins
  --overdue  how often what is overdue is told`)
  process.exit()
}

const random = fromSeed(Number(values.seed))
const RUN = fileURLToPath(new URL('dying-run.mjs', import.meta.url))
const YEAR = 2024
const BEFORE = [10, 5, 2, 1, 0]
const RECIPIENTS = ['desk', 'director']

const dayOf = (date) => Date.parse(date) / 86_400_000
const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)
const first = dayOf(`${YEAR}-01-01`)
const last = dayOf(`${YEAR}-12-31`)
const closed = closedDays(YEAR - 1, YEAR + 1)
const isWorkingDay = (day) => !closed.has(dateOf(day))
const daysIn = (from, to) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index + 1)
const between = (from, to) => daysIn(from, to).filter(isWorkingDay).length

/** Records with an action each: due on some day of the year, done some days before or after, or never. */
const items = Array.from({ length: Number(values.records) }, (_, index) => {
  const due = first + 10 + Math.floor(random() * 340)
  const done = random() < 0.85 ? due - 20 + Math.floor(random() * 40) : undefined
  return { record: `r${index}`, id: `r${index}#A1`, due, done }
})

const folder = mkdtempSync(join(tmpdir(), 'plandue-kill-'))
mkdirSync(join(folder, 'plans'))
writeFileSync(
  join(folder, 'plandue.yaml'),
  `reminders:
  ledger: told.ndjson
  overdue: ${values.overdue}
  recipients: [${RECIPIENTS.map((to) => `{ to: ${to} }`).join(', ')}]
`,
)
for (const { record, due, done } of items) {
  const date = done === undefined ? '' : `, done: ${dateOf(done)}`
  writeFileSync(
    join(folder, 'plans', `${record}.yaml`),
    `authority: Council of ${record}
framework: sif
visited: 2022-01-01
actions: [{ id: A1, title: Audit, due: ${dateOf(due)}${date} }]
`,
  )
}

const outbox = join(folder, 'outbox')
const figures = { days: 0, 'days without a run': 0, runs: 0, kills: 0, digests: 0, reminders: 0 }
const told = []
const completed = []
const exits = new Set()
let read = 0

/** Runs once, perhaps killed, and takes in what has gone out. */
function runOnce(day) {
  const isToDie = random() < Number(values.kills)
  const step = isToDie ? Math.floor(random() * (4 + 10 * RECIPIENTS.length)) : 1e9
  const args = [
    RUN,
    String(step),
    outbox,
    'remind',
    '-f',
    'json',
    '--today',
    dateOf(day),
    '--wait',
    '0',
  ]
  const { status, signal, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
  })
  figures.runs++
  if (signal === 'SIGKILL') figures.kills++
  else {
    exits.add(status)
    completed.push(day)
  }
  if (stderr && !/cut off by a crash/.test(stderr)) throw new Error(stderr)
  const text = existsSync(outbox) ? readFileSync(outbox, 'utf8') : ''
  for (const digest of text
    .slice(read)
    .split(/\n(?=\n*\{\n)/)
    .filter((part) => part.trim())) {
    const { recipient, entries } = JSON.parse(digest)
    figures.digests++
    figures.reminders += entries.length
    told.push({
      day,
      recipient,
      entries: entries.map(({ item, due, rung }) => ({ item, due, rung: rungOf(rung) })),
    })
  }
  read = text.length
  return signal === 'SIGKILL'
}

function rungOf(words) {
  if (words === 'on the due day') return 0
  return Number.parseInt(words, 10) * (words.endsWith('late') ? -1 : 1)
}

const started = performance.now()
let outageUntil = 0
for (let day = first; day <= last; day++) {
  figures.days++
  if (day > outageUntil && random() < Number(values.outages))
    outageUntil = day + Math.floor(random() * 6)
  if (day <= outageUntil) figures['days without a run']++
  // On some days the machine comes back, and the job runs again.
  else if (runOnce(day) && random() < 0.3) runOnce(day)
}
const seconds = (performance.now() - started) / 1000

/** The lowest rung that is crossed on a day, worked out here anew. */
function rungOn(day, due) {
  if (day > due) {
    const late = Math.max(1, between(due, day))
    if (values.overdue === 'never') return Math.min(...BEFORE)
    return -(values.overdue === 'daily' ? late : late - ((late - 1) % 5))
  }
  const left = between(day, due)
  const crossed = BEFORE.filter((rung) => left <= rung)
  return crossed.length > 0 ? Math.min(...crossed) : undefined
}

/** Of each item and recipient: when which rung was told. */
const heard = new Map()
let repeats = 0
for (const { day, recipient, entries } of told) {
  let isRepeat = false
  for (const { item, rung } of entries) {
    const key = `${recipient} ${item}`
    const before = heard.get(key) ?? []
    if (before.some((one) => one.rung === rung)) isRepeat = true
    heard.set(key, [...before, { day, rung }])
  }
  if (isRepeat) repeats++
}

const missed = []
for (const { id, due, done = Number.POSITIVE_INFINITY } of items) {
  for (const recipient of RECIPIENTS) {
    const all = heard.get(`${recipient} ${id}`) ?? []
    for (const day of completed) {
      const rung = day < done && isWorkingDay(day) ? rungOn(day, due) : undefined
      const isHeard = all.some((one) => one.day <= day && one.rung <= rung)
      if (rung !== undefined && !isHeard)
        missed.push(`${recipient} ${id} ${rung} by ${dateOf(day)}`)
    }
  }
}
const doneOn = new Map(items.map(({ id, done }) => [id, done]))
const onClosedDays = told.filter(({ day }) => !isWorkingDay(day)).length
const settled = told.filter(({ day, entries }) =>
  entries.some(({ item }) => day >= (doneOn.get(item) ?? Number.POSITIVE_INFINITY)),
).length

const ledger = join(folder, 'told.ndjson')
const lines = existsSync(ledger) ? readFileSync(ledger, 'utf8').split('\n').slice(0, -1) : []
const results = {
  ...figures,
  'rungs that somebody missed': missed.length,
  'digests repeated': repeats,
  'digests on a closed day': onClosedDays,
  'digests after it was done': settled,
  'exit codes of runs that were not killed': [...exits].join(', '),
  'lines in the ledger': lines.length,
  'lines cut off and kept': lines.filter((line) => line.includes('"kind":"repair"')).length,
  'size of the ledger in kB': existsSync(ledger) ? Math.round(statSync(ledger).size / 1000) : 0,
  'seconds in all': Math.round(seconds),
  'milliseconds a run': Math.round((1000 * seconds) / figures.runs),
}
for (const [name, value] of Object.entries(results)) say(`${name.padEnd(40)} ${value}`)
rmSync(folder, { recursive: true })

const isWell =
  missed.length === 0 &&
  repeats <= figures.kills &&
  onClosedDays === 0 &&
  settled === 0 &&
  [...exits].every((code) => code === 0)
say(isWell ? 'All is as it should be.' : `Not as it should be: ${missed.slice(0, 5).join('; ')}`)
process.exitCode = isWell ? 0 : 1
