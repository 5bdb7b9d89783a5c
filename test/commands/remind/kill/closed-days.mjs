// The closed days of England and Wales as plain dates, worked out without plandue.
import { readFileSync } from 'node:fs'

const list = JSON.parse(
  readFileSync(new URL('../../../../src/calendar/bank-holidays.json', import.meta.url), 'utf8'),
)

/** All weekend days and bank holidays of some years. */
export function closedDays(fromYear, toYear) {
  const days = new Set(list['england-and-wales'].events.map(({ date }) => date))
  const end = Date.UTC(toYear + 1, 0, 1)
  for (let time = Date.UTC(fromYear, 0, 1); time < end; time += 86_400_000) {
    const date = new Date(time)
    if (date.getUTCDay() % 6 === 0) days.add(date.toISOString().slice(0, 10))
  }
  return days
}
