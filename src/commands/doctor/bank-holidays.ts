import { HORIZON } from '../../assessment/horizon.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { DIVISION_NAMES, type Division } from '../../calendar/division.ts'
import { longDate } from '../../calendar/words.ts'
import { type CheckResult, finding } from './finding.ts'

/** How far the official bank holidays of a division reach, and until when they are needed. */
export type Reach = {
  readonly division: Division
  readonly lastOfficial: Day
  /** The latest due date of an open item that is counted by them. */
  readonly lastDue: IsoDate | null
}

/** Calendar days beyond today: the deadlines of reports that are still to come. */
const BEYOND_TODAY = 365

/** Whether the official bank holidays reach far enough. */
export function bankHolidaysFinding(reaches: readonly Reach[], today: Day): CheckResult {
  const short = reaches.flatMap((reach) => shortcomings(reach, today))
  const known = reaches.map(
    ({ division, lastOfficial }) =>
      `${DIVISION_NAMES[division]}: official up to ${longDate(isoOf(lastOfficial))}.`,
  )
  if (short.length === 0) return finding('bankHolidays', 'ok', known.join(' '))
  return finding('bankHolidays', 'warning', short.join(' '), {
    next: 'Bring in the newer list of GOV.UK: see `plandue calendar update --help`.',
    details: known,
  })
}

function shortcomings({ division, lastOfficial, lastDue }: Reach, today: Day): string[] {
  const start = `${DIVISION_NAMES[division]}: the official days end on ${longDate(isoOf(lastOfficial))}`
  if (lastDue && lastOfficial < addDays(dayOf(lastDue), HORIZON)) {
    return [`${start}, less than ${HORIZON} days after an item is due (${longDate(lastDue)}).`]
  }
  return lastOfficial < addDays(today, BEYOND_TODAY) ? [`${start}, within a year.`] : []
}
