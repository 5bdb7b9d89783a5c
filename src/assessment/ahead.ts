import type { IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import type { PlanStage } from '../records/plan-stage.ts'
import type { Background, LaterReleases } from './background.ts'
import type { ReleasedItem } from './change-result.ts'
import { type Item, isOpen } from './item.ts'
import { extensionWords, missingIn } from './justification.ts'
import * as sentence from './sentences.ts'
import { waiversOfMove } from './waivers.ts'

/**
 * A background with what the record of a stage or an action dates after the day of the report; `settled`
 * is the day on which it says that it was submitted or done.
 */
export function withAhead(
  background: Background,
  { closed, extensions = [] }: Pick<PlanStage, 'closed' | 'extensions'> = {},
  settled: IsoDate | undefined,
  today: IsoDate,
): Background {
  const later = extensions.filter(({ on = '' }) => on > today)
  const ending = {
    ...(closed && closed.on > today ? { closed } : {}),
    ...(settled && settled > today ? { settled } : {}),
  }
  const isNone = later.length === 0 && Object.keys(ending).length === 0
  return isNone ? background : { ahead: { extensions: later, ...ending }, ...background }
}

/** The last day after today on which a clock starts, and when each item, by its id, will be due by it. */
export type LaterStart = {
  readonly on: IsoDate
  readonly dues: ReadonlyMap<string, IsoDate | null>
}

/** A stage with the due date that a later start of its clock will give it, where that is later. */
export function withLaterStart(item: Item, start: LaterStart | undefined): Item {
  const due = start?.dues.get(item.id)
  if (!start || !due || item.originalDue === null || due <= item.originalDue) return item
  const { background } = item
  const ahead = { extensions: [], ...background.ahead, start: { on: start.on, due } }
  return { ...item, background: { ...background, ahead } }
}

/**
 * The releases that a change dates after the day of the report: no later run of it would show them,
 * since by then they are at the base as well.
 */
export function releasesAhead(former: Item | null, now: Item): ReleasedItem[] {
  const { ahead } = now.background
  if (!ahead) return []
  // What was said of an item that was not due yet bites only now.
  const known = former && isOpen(former) ? former.background.ahead : undefined
  return [
    ...extensionsAhead(known, now, ahead),
    ...closureAhead(known, now, ahead),
    ...settledAhead(known, now, ahead),
    ...startAhead(former, now, ahead),
  ]
}

function extensionsAhead(
  former: LaterReleases | undefined,
  now: Item,
  { extensions }: LaterReleases,
): ReleasedItem[] {
  const { id: item, file, due } = now
  const known = (former?.extensions ?? []).map((one) => JSON.stringify(one))
  return extensions
    .filter((one) => due !== null && one.to > due && !known.includes(JSON.stringify(one)))
    .map((one) => {
      const moved = `to be extended on ${longDate(one.on ?? '')} to ${longDate(one.to)}`
      const justified = missingIn(one) === ''
      return { item, file, how: 'extended', justified, why: extensionWords(moved, one) }
    })
}

function closureAhead(
  former: LaterReleases | undefined,
  { id: item, file }: Item,
  { closed }: LaterReleases,
): ReleasedItem[] {
  if (!closed || JSON.stringify(former?.closed) === JSON.stringify(closed)) return []
  const why = `to be ${sentence.closed(closed)}`
  return [{ item, file, how: 'closed', justified: true, why }]
}

/** Nothing can be done before its day, and from then on nobody would look for it. */
function settledAhead(
  former: LaterReleases | undefined,
  { id: item, file, kind }: Item,
  { settled }: LaterReleases,
): ReleasedItem[] {
  if (!settled || former?.settled === settled) return []
  const why = `to count as ${kind === 'stage' ? 'submitted' : 'done'} from ${longDate(settled)} on`
  return [{ item, file, how: 'closed', justified: true, why }]
}

/** Of a record that was there already: a new one says what it says. */
function startAhead(former: Item | null, now: Item, { start }: LaterReleases): ReleasedItem[] {
  if (!start || !former || former.background.ahead?.start?.due === start.due) return []
  const { id: item, file, originalDue } = now
  const why = `from ${longDate(start.on)} due on ${longDate(start.due)} instead of ${longDate(originalDue ?? '')}, because the record starts the clock on that day`
  return [{ item, file, how: 'rewritten', justified: waiversOfMove(now).length > 0, why }]
}
