import { addDays, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { InspectionRecord } from '../records/record.ts'
import { type Item, isOpen, partOf, REASONS, type Reason, type Waiver } from './item.ts'

/**
 * What can be waived: that an item is overdue, one of the reasons for which it is at risk, or that a
 * change has moved its due date without an extension.
 */
export const WAIVABLE: readonly string[] = ['overdue', ...REASONS, 'dueMoved']

/** Reasons that hold now or never; the others come with time, and a waiver may wait for them. */
const TIMELESS: readonly string[] = [
  'forecastLate',
  'blocked',
  'actionAfterDeadline',
  'stepOnClosure',
  'stepAfterDue',
] satisfies Reason[]

/** The waivers on a stage or an action that are in force on a day. The last day counts whole. */
export function waiversOn(
  part: string,
  { waivers = [] }: InspectionRecord,
  today: IsoDate,
): readonly Waiver[] {
  return waivers
    .filter(({ item, until }) => item === part && until >= today)
    .map(({ rule, reason, approvedBy, until }) => ({ rule, reason, approvedBy, until }))
}

/** The waivers that silence something about an item as it stands. */
export function appliedWaivers({ status, reasons, waivers }: Item): readonly Waiver[] {
  const rules: readonly string[] = status === 'overdue' ? ['overdue'] : reasons
  return waivers.filter(({ rule }) => rules.includes(rule))
}

/** The waivers that silence something about an item as it stands, or will while they are in force. */
export function waiversToCome(item: Item): readonly Waiver[] {
  const { due, risksAhead, waivers } = item
  const applied = appliedWaivers(item)
  return waivers.filter(
    (waiver) =>
      applied.includes(waiver) ||
      (waiver.rule === 'overdue' && due !== null && waiver.until > due) ||
      risksAhead.some(({ reason, on }) => reason === waiver.rule && on <= waiver.until),
  )
}

/** Whether all that is wrong with an item is waived: it is reported, but fails no run. */
export function isWaived(item: Item): boolean {
  const rules = appliedWaivers(item).map(({ rule }) => rule)
  if (item.status === 'overdue') return rules.length > 0
  return item.status === 'atRisk' && item.reasons.every((reason) => rules.includes(reason))
}

/** The waivers that approve of a later due date without an extension. */
export function waiversOfMove({ waivers }: Item): readonly Waiver[] {
  return waivers.filter(({ rule }) => rule === 'dueMoved')
}

/** The first day on which a rule is no longer waived; undefined where no waiver is on it. */
export function waivedUntil(rule: string, waivers: readonly Waiver[]): IsoDate | undefined {
  const last = waivers.flatMap((waiver) => (waiver.rule === rule ? waiver.until : [])).sort()
  const until = last.at(-1)
  return until && isoOf(addDays(dayOf(until), 1))
}

/** What is to be said of the waivers of a record: rules that are none, the expired, the unused. */
export function waiverRemarks(
  { waivers = [] }: InspectionRecord,
  items: readonly Item[],
  today: IsoDate,
  placeOf: RecordReading['placeOf'],
): Diagnostic[] {
  return waivers.flatMap(({ item: part, rule, until }, index) => {
    const place = (key: string) => placeOf(['waivers', index, key])
    const item = items.find((one) => partOf(one) === part)
    if (!WAIVABLE.includes(rule)) {
      const args = { id: rule, what: 'rule', known: WAIVABLE }
      return [diagnose(place('rule'), 'unknown-reference', args)]
    }
    if (until < today && !(item && !isOpen(item))) {
      return [diagnose(place('until'), 'waiver-expired', { on: longDate(until) })]
    }
    return item && isUnused(rule, item)
      ? [diagnose(place('rule'), 'waiver-unused', { item: part, rule })]
      : []
  })
}

function isUnused(rule: string, item: Item): boolean {
  if (!isOpen(item)) return true
  const holds: readonly string[] = item.reasons
  return TIMELESS.includes(rule) && !holds.includes(rule)
}
