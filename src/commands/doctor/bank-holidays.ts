import { HORIZON } from '../../assessment/horizon.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { DIVISION_NAMES, type Division } from '../../calendar/division.ts'
import { longDate } from '../../calendar/format-date.ts'
import { type CheckResult, finding } from './finding.ts'

export type Reach = {
  readonly division: Division
  readonly lastOfficial: Day
  /** The latest due date of an open item of this division. */
  readonly lastDue: IsoDate | null
}

/** Calendar days from today that the list should cover, for reports still to come. */
const BEYOND_TODAY = 365

export function bankHolidaysFinding(reaches: readonly Reach[], today: Day): CheckResult {
  const short = reaches.flatMap((reach) => shortcomings(reach, today))
  const known = reaches.map(
    ({ division, lastOfficial }) =>
      `${DIVISION_NAMES[division]}: official list up to ${longDate(isoOf(lastOfficial))}.`,
  )
  if (short.length === 0) return finding('bankHolidays', 'ok', known.join(' '))
  return finding('bankHolidays', 'warning', short.join(' '), {
    next: 'Import the newer GOV.UK list: see `plandue calendar update --help`.',
    details: known,
  })
}

function shortcomings({ division, lastOfficial, lastDue }: Reach, today: Day): string[] {
  const start = `${DIVISION_NAMES[division]}: the official list ends on ${longDate(isoOf(lastOfficial))}`
  if (lastDue && lastOfficial < addDays(dayOf(lastDue), HORIZON)) {
    return [`${start}, less than ${HORIZON} days after an item is due (${longDate(lastDue)}).`]
  }
  return lastOfficial < addDays(today, BEYOND_TODAY) ? [`${start}, less than a year ahead.`] : []
}
