import { longDate } from '../calendar/format-date.ts'
import { listing } from '../language/listing.ts'
import type { GrantedExtension } from '../records/item-parts.ts'
import type { ReleasedItem } from './change-result.ts'
import type { Item } from './item.ts'
import { waiverWords } from './sentences.ts'
import { waiversOfMove } from './waivers.ts'

/**
 * What a change takes out of the record of an item or writes over. Where that hides how far its due
 * date has moved, it is `rewritten`, unless a waiver approves of it; of all else (`erased`) somebody
 * should know. Nothing that people wrote is quoted.
 */
export function rewrittenIn(former: Item, now: Item): ReleasedItem[] {
  const { id: item, file } = now
  const gone = goneExtensions(former, now)
  const to = move(former, now)
  // A later date that nothing grants is another finding.
  const isGranted = to !== 'later' || now.extension !== null
  const isHidden = isGranted && to !== 'earlier'
  const dates = [
    ...(isGranted ? laterPromise(former, now) : []),
    ...(isHidden ? noLonger(gone) : []),
  ]
  const erased = noLonger([...(isHidden ? [] : gone), ...erasedFacts(former, now)])
  return [
    ...(dates.length > 0 ? [{ item, file, ...judged(dates.join('; '), now) }] : []),
    ...erased.map((why) => ({ item, file, how: 'erased' as const, justified: false, why })),
  ]
}

function move({ due: from }: Item, { due: to }: Item): 'earlier' | 'later' | 'none' {
  if (from === to) return 'none'
  return from !== null && to !== null && to > from ? 'later' : 'earlier'
}

function judged(what: string, now: Item): Pick<ReleasedItem, 'how' | 'justified' | 'why'> {
  const [waiver] = waiversOfMove(now)
  if (waiver) return { how: 'waived', justified: true, why: `${what}; ${waiverWords(waiver)}` }
  const why = `${what}; leave what is on record, and move a date by one more extension`
  return { how: 'rewritten', justified: false, why }
}

function noLonger(facts: readonly string[]): string[] {
  return facts.length > 0 ? [`no longer on record as it was: ${listing(facts)}`] : []
}

/** An original due date that is later, of an item whose due date extensions move. */
function laterPromise(former: Item, now: Item): string[] {
  const [from, to] = [former.originalDue, now.originalDue]
  if (from === null || to === null || to <= from || (!former.extension && !now.extension)) return []
  return [`originally due on ${longDate(to)} instead of ${longDate(from)}`]
}

function goneExtensions(former: Item, now: Item): string[] {
  const granted = new Set(now.background.extensions.map(({ to }) => to))
  return former.background.extensions
    .filter(({ to }) => !granted.has(to))
    .map(({ to }) => `the extension to ${longDate(to)}`)
}

/** What is noted of an item beside its dates, and not on record any more. */
function erasedFacts(former: Item, now: Item): string[] {
  const { submitted, kind, background } = former
  const isOtherDay = submitted !== null && now.submitted !== submitted
  const kept = new Set(now.progress.map((entry) => JSON.stringify(entry)))
  return [
    ...(kind === 'action' && now.title !== former.title ? ['its title'] : []),
    ...background.extensions
      .filter((one) => isReworded(one, now))
      .map(({ to }) => `who granted the extension to ${longDate(to)}, when or why`),
    ...former.progress
      .filter((entry) => !kept.has(JSON.stringify(entry)))
      .map(({ on }) => `progress of ${longDate(on)}`),
    ...(isOtherDay
      ? [`that it was ${kind === 'stage' ? 'submitted' : 'done'} on ${longDate(submitted)}`]
      : []),
    ...(former.evidence && now.submitted && !now.evidence ? ['its evidence'] : []),
    ...closure(former, now),
  ]
}

function closure(former: Item, now: Item): string[] {
  const { closedOn } = former.background
  if (!closedOn) return []
  if (closedOn !== now.background.closedOn) return [`that it was closed on ${longDate(closedOn)}`]
  const isReasoned = former.status === 'closed' && now.status === 'closed'
  return isReasoned && String(now.why) !== String(former.why) ? ['why it was closed'] : []
}

/** Whether an extension up to the same day says something else or less; it may say more. */
function isReworded(former: GrantedExtension, { background }: Item): boolean {
  const same = background.extensions.filter(({ to }) => to === former.to)
  const keys = ['on', 'by', 'reason'] as const
  const says = (one: GrantedExtension) =>
    keys.every((key) => !former[key] || one[key] === former[key])
  return same.length > 0 && !same.some(says)
}
