// What one sum of working days costs, in plandue's calendar and in date-fns.
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { addBusinessDays } from 'date-fns/addBusinessDays'
import { buildSync } from 'esbuild'
import { byTurns, cpuOf } from './measure.mjs'

const DAYS = 4000
const SUMS = 200_000
const BATCHES = 21
const MILLISECONDS = 86_400_000

/**
 * Nanoseconds per sum, of each batch: `plandue` and `dateFns` for 70 working days, then `one` and
 * `many` for 1 and for 10,000. date-fns knows no bank holidays; it only passes over the weekends.
 */
export async function countingTimes(folder) {
  const { bankHolidays, dayFrom, workingDays } = await calendar(folder)
  const { add } = workingDays(bankHolidays('england-and-wales'))
  const first = dayFrom(2014, 1, 1)
  const days = Array.from({ length: SUMS }, (_, index) => first + (index % DAYS))
  const dates = days.map((day) => new Date(day * MILLISECONDS))
  // What the sums come to; looked at below, so that the engine cannot leave them out. Each way has a
  // loop of its own: in a shared one, the engine would make the same slow code for all of them.
  let total = 0
  const of70 = timesOf({
    plandue() {
      for (const day of days) total += add(day, 70)
    },
    dateFns() {
      for (const date of dates) total += addBusinessDays(date, 70).getTime()
    },
  })
  const ofOthers = timesOf({
    one() {
      for (const day of days) total += add(day, 1)
    },
    many() {
      for (const day of days) total += add(day, 10_000)
    },
  })
  if (Number.isNaN(total)) throw new Error('a sum of days is not a number')
  return perSum({ ...of70, ...ofOthers })
}

function timesOf(ways) {
  return byTurns(
    BATCHES,
    Object.fromEntries(Object.entries(ways).map(([name, work]) => [name, () => cpuOf(work)])),
  )
}

function perSum(times) {
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [name, all.map((time) => (time * 1e6) / SUMS)]),
  )
}

/** The calendar alone, bundled for this run: Node 20 cannot import TypeScript. */
async function calendar(folder) {
  const outfile = join(folder, 'calendar.mjs')
  const names = ['working-days', 'bank-holidays', 'day']
  buildSync({
    stdin: {
      contents: names.map((name) => `export * from './${name}.ts'`).join('\n'),
      resolveDir: fileURLToPath(new URL('../../src/calendar', import.meta.url)),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}
