// What was missed, repeated or told out of place in a simulated year.
import { dateOf, isWorkingDay, RECIPIENTS, rungOn } from './world.mjs'

/**
 * The faults of a year, each a list of sentences. A run has its day, how it ended and the digests
 * that went out in it, in order.
 */
export function faultsOf(runs, items, overdue) {
  const told = runs.flatMap(({ day, digests }) =>
    digests.flatMap(({ recipient, entries }) =>
      entries.map((entry) => ({ day, recipient, ...entry })),
    ),
  )
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const words = ({ day, recipient, item, due, rung }) =>
    `${recipient} ${item} due ${dateOf(due)} ${rung} on ${dateOf(day)}`
  return {
    'rungs that somebody missed': missed(runs, told, items, overdue),
    'digests repeated without need': needless(runs),
    'reminders of a wrong rung or due date': told
      .filter(({ day, item, due, rung }) => {
        const { dueOn } = itemOf.get(item)
        return due !== dueOn(day) || rung !== rungOn(day, due, overdue)
      })
      .map(words),
    'reminders on a closed day': told.filter(({ day }) => !isWorkingDay(day)).map(words),
    'reminders after it was done': told
      .filter(({ day, item }) => day >= itemOf.get(item).done)
      .map(words),
  }
}

/** By the end of each run that was not killed, the lowest rung crossed must have been told. */
function missed(runs, told, items, overdue) {
  const completed = runs.filter(({ isKilled, day }) => !isKilled && isWorkingDay(day))
  return items.flatMap(({ id, dueOn, done }) =>
    RECIPIENTS.flatMap((recipient) => {
      const heard = told.filter((one) => one.item === id && one.recipient === recipient)
      return completed
        .filter(({ day }) => day < done)
        .filter(({ day }) => {
          const due = dueOn(day)
          const rung = rungOn(day, due, overdue)
          const isTold = (one) => one.day <= day && one.due === due && one.rung <= rung
          return rung !== undefined && !heard.some(isTold)
        })
        .map(({ day }) => `${recipient} ${id} by ${dateOf(day)}`)
    }),
  )
}

/**
 * Only what was on its way when a run was killed, the last that went out in it, may go once more; and
 * if that is killed too, once more again.
 */
function needless(runs) {
  const known = new Set()
  const faults = []
  for (const { day, isKilled, digests } of runs) {
    for (const [index, { recipient, entries }] of digests.entries()) {
      const keys = entries.map(({ item, due, rung }) => `${recipient} ${item} ${due} ${rung}`)
      const again = keys.find((key) => known.has(key))
      if (again) faults.push(`${again} on ${dateOf(day)}`)
      if (isKilled && index === digests.length - 1) continue
      for (const key of keys) known.add(key)
    }
  }
  return faults
}

/** How many digests had something in them that the same person had been told before. */
export function repeatsIn(runs) {
  const known = new Set()
  let repeats = 0
  for (const { recipient, entries } of runs.flatMap(({ digests }) => digests)) {
    const keys = entries.map(({ item, due, rung }) => `${recipient} ${item} ${due} ${rung}`)
    if (keys.some((key) => known.has(key))) repeats++
    for (const key of keys) known.add(key)
  }
  return repeats
}
