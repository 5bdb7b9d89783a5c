// `npm start`: what plandue says of the shipped records today, and on a day when some were open.
import { spawnSync } from 'node:child_process'
import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** On this day one item was at risk and two were on track; `plandue` names it where nothing is open. */
const DAY = '2024-01-18'

const plandue = fileURLToPath(new URL('plandue.js', import.meta.url))
const plans = ['check', 'plans', '--format', 'table']

/** Runs plandue for whoever reads this terminal; returns its exit code. */
function run(args) {
  return spawnSync(process.execPath, [plandue, ...args], { stdio: 'inherit' }).status ?? 3
}

const STDOUT = 1
const now = run(plans)
if (now <= 1) showWhatWas()
else process.exitCode = now

function showWhatWas() {
  writeSync(STDOUT, '\nThese records are history. On 18 January 2024 some were open:\n\n')
  process.exitCode = Math.max(now, run([...plans, '--today', DAY]))
  writeSync(
    STDOUT,
    `
Try  plandue explain shropshire-2023#final   why 23 April, day by day
     plandue due today                       dates of a letter of today
     plandue init our-plans                  a repository of your own
`,
  )
}
