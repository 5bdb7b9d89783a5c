// The records of a simulated year, and what is to be told of them, worked out without plandue.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closedDays } from './closed-days.mjs'

const YEAR = 2024
const BEFORE = [10, 5, 2, 1, 0]
export const RECIPIENTS = ['desk', 'director']

export const dayOf = (date) => Date.parse(date) / 86_400_000
export const dateOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)
export const firstDay = dayOf(`${YEAR}-01-01`)
export const lastDay = dayOf(`${YEAR}-12-31`)

const closed = closedDays(YEAR - 1, YEAR + 1)
export const isWorkingDay = (day) => !closed.has(dateOf(day))

/** The working days after one day, up to and with another. */
function between(from, to) {
  let count = 0
  for (let day = from + 1; day <= to; day++) if (isWorkingDay(day)) count++
  return count
}

/**
 * Actions that fall due on some day of the year. Most are done some days before or after it, and the
 * due day of some moves on some day.
 */
export function someItems(number, random) {
  return Array.from({ length: number }, (_, index) => {
    const due = firstDay + 10 + Math.floor(random() * 340)
    const done = random() < 0.85 ? due - 20 + Math.floor(random() * 40) : Number.POSITIVE_INFINITY
    const movesOn = due - 12 + Math.floor(random() * 18)
    const move = random() < 0.3 ? 1 + Math.floor(random() * 20) : 0
    const dueOn = (day) => (day >= movesOn ? due + move : due)
    return { record: `r${index}`, id: `r${index}#A1`, done, dueOn }
  })
}

export function writeConfiguration(folder, overdue) {
  mkdirSync(join(folder, 'plans'))
  const recipients = RECIPIENTS.map((to) => `{ to: ${to} }`).join(', ')
  const lines = ['ledger: told.ndjson', `overdue: ${overdue}`, `recipients: [${recipients}]`]
  writeFileSync(join(folder, 'plandue.yaml'), `reminders: { ${lines.join(', ')} }\n`)
}

/** Writes the records as they stand on a day. */
export function writeRecords(folder, items, day) {
  for (const { record, dueOn, done } of items) {
    const date = done <= day ? `, done: ${dateOf(done)}` : ''
    writeFileSync(
      join(folder, 'plans', `${record}.yaml`),
      `authority: Council of ${record}
framework: sif
visited: 2022-01-01
actions: [{ id: A1, title: Audit, due: ${dateOf(dueOn(day))}${date} }]
`,
    )
  }
}

/** The lowest rung that is crossed on a day; undefined before the first. */
export function rungOn(day, due, overdue) {
  if (day > due) {
    const late = Math.max(1, between(due, day))
    if (overdue === 'never') return Math.min(...BEFORE)
    return -(overdue === 'daily' ? late : late - ((late - 1) % 5))
  }
  const left = between(day, due)
  const crossed = BEFORE.filter((rung) => left <= rung)
  return crossed.length > 0 ? Math.min(...crossed) : undefined
}
