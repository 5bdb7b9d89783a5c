import { HORIZON } from '../../assessment/horizon.ts'
import { type BankHolidays, originsOf, SHIPPED_LIST } from '../../calendar/bank-holidays.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { DIVISION_NAMES } from '../../calendar/division.ts'
import { longDate } from '../../calendar/format-date.ts'
import { listsOfYears } from '../../reports/wording.ts'
import { type CheckResult, finding } from './finding.ts'

export type Reach = {
  readonly holidays: BankHolidays
  /** The latest due date of an open item that is counted by them. */
  readonly lastDue: IsoDate | null
}

/** Calendar days from today that the list should cover, for reports still to come. */
const BEYOND_TODAY = 365

function isNotShipped({ origin }: ReturnType<typeof originsOf>[number]): boolean {
  const { source, retrieved } = SHIPPED_LIST
  return origin.source !== source || origin.retrieved !== retrieved
}

export function bankHolidaysFinding(reaches: readonly Reach[], today: Day): CheckResult {
  const short = reaches.flatMap((reach) => shortcomings(reach, today))
  const known = reaches.map(
    ({ holidays }) =>
      `${DIVISION_NAMES[holidays.division]}: official list up to ${longDate(isoOf(holidays.lastOfficial))}.`,
  )
  const lists = reaches.map(
    ({ holidays }) =>
      `${DIVISION_NAMES[holidays.division]}: by ${listsOfYears(holidays).join('; ')}.`,
  )
  const isBroughtIn = reaches.some(({ holidays }) => originsOf(holidays).some(isNotShipped))
  if (short.length === 0) {
    const what = isBroughtIn ? [...known, ...lists] : known
    return finding('bankHolidays', 'ok', what.join(' '), { details: lists })
  }
  return finding('bankHolidays', 'warning', short.join(' '), {
    next: 'Import the newer GOV.UK list: see `plandue calendar update --help`.',
    details: [...known, ...lists],
  })
}

function shortcomings({ holidays, lastDue }: Reach, today: Day): string[] {
  return [...outdated(holidays), ...tooShort(holidays, lastDue, today)]
}

/** A list that was brought in and that the shipped one contradicts, being newer. */
function outdated({ division, outdated: years }: BankHolidays): string[] {
  if (years.length === 0) return []
  return [
    `${DIVISION_NAMES[division]}: your list of bank holidays is older than the one that plandue ships, and gives way to it for ${years.join(', ')}, where they differ.`,
  ]
}

function tooShort(
  { division, lastOfficial }: BankHolidays,
  lastDue: IsoDate | null,
  today: Day,
): string[] {
  const start = `${DIVISION_NAMES[division]}: the official list ends on ${longDate(isoOf(lastOfficial))}`
  if (lastDue && lastOfficial < addDays(dayOf(lastDue), HORIZON)) {
    return [`${start}, less than ${HORIZON} days after an item is due (${longDate(lastDue)}).`]
  }
  return lastOfficial < addDays(today, BEYOND_TODAY) ? [`${start}, less than a year ahead.`] : []
}
