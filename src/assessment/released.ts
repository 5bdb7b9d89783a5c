import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, hidesDeadlines } from '../diagnostics/diagnostic.ts'
import { releasesAhead } from './ahead.ts'
import type { ChangeFailure, ReleasedItem } from './change-result.ts'
import { type Item, isOpen } from './item.ts'
import { extensionWords, missingIn } from './justification.ts'
import type { ItemDifference } from './match-items.ts'
import { rewrittenIn } from './rewritten.ts'
import { namesHolidays } from './school-time.ts'
import * as sentence from './sentences.ts'
import { waiversOfMove, waiversToCome } from './waivers.ts'

/** A release from a due date, and the failure that it is; null where somebody can agree to it. */
export type Release = {
  readonly release: ReleasedItem
  readonly failure: ChangeFailure | null
  /** Where the item stands, or stood last. */
  readonly line: number
}

/**
 * The items that a change releases from their due dates, or of whose record it takes something out.
 * What is missing from a file with an error may be hidden by that: the error is reported instead.
 */
export function releasesIn(
  pairs: readonly ItemDifference[],
  diagnostics: readonly Diagnostic[],
): readonly Release[] {
  const staying = new Set(pairs.flatMap(({ former, now }) => (former && now ? former.file : [])))
  const faulty = new Set(diagnostics.filter(hidesDeadlines).map(({ file }) => file))
  return pairs
    .filter(({ former, now }) => now !== null || !faulty.has(former.file))
    .flatMap((pair) => {
      const { line } = pair.now === null ? pair.former : pair.now
      return releasesOf(pair, staying).map((release) => ({
        release,
        failure: failureOf(release, pair.former),
        line,
      }))
    })
}

function releasesOf(
  { former, now }: ItemDifference,
  staying: ReadonlySet<string>,
): readonly ReleasedItem[] {
  if (now === null) {
    if (isOpen(former)) return [released(former, 'removed', REMOVED)]
    return staying.has(former.file) ? settledBefore(former) : []
  }
  const ended = former && isOpen(former) ? endOf(former, now) : []
  const isStill = isOpen(now) && ended.length === 0
  const isSettled = former !== null && now.submitted !== null
  return [
    ...ended,
    ...(isStill || isSettled ? extensionOf(former, now) : []),
    ...(isStill ? [...holidaysOf(former, now), ...waiversOf(former, now)] : []),
    ...(isOpen(now) ? releasesAhead(former, now) : []),
    ...(former ? rewrittenIn(former, now) : []),
  ]
}

/** An item that was settled, and is gone from a record that is still there. */
function settledBefore({ id: item, file, kind, submitted, background }: Item): ReleasedItem[] {
  const { closedOn } = background
  const words = submitted
    ? `${kind === 'stage' ? 'submitted' : 'done'} on ${longDate(submitted)}`
    : closedOn && `closed on ${longDate(closedOn)}`
  return words
    ? [{ item, file, how: 'erased', justified: false, why: `${words}, and ${REMOVED}` }]
    : []
}

function failureOf(release: ReleasedItem, former: Item | null): ChangeFailure | null {
  const { item, file, how, justified, why } = release
  if (justified) return null
  if (how === 'erased') return null
  if (how === 'rewritten') return { item, file, reason: how, why }
  if (how === 'extended') return { item, file, reason: 'unjustified', why }
  return former?.status === 'overdue' ? { item, file, reason: 'removed', why } : null
}

const REMOVED = 'no longer among the records'

function released(item: Item, how: ReleasedItem['how'], what: string): ReleasedItem {
  const was = item.status === 'overdue' ? 'overdue' : `due on ${longDate(item.due ?? '')}`
  const why = `${was}, and ${what}; to withdraw it, keep it on record with \`closed: { on, reason }\``
  return { item: item.id, file: item.file, how, justified: false, why }
}

/** An open item that is there, and not to be completed any more. */
function endOf(former: Item, now: Item): ReleasedItem[] {
  const { id: item, file, status, why } = now
  const words = why.join('; ')
  switch (status) {
    case 'closed':
      return [{ item, file, how: 'closed', justified: true, why: words }]
    case 'notRequired':
      return [{ ...released(former, 'notRequired', `no longer required: ${words}`), item, file }]
    case 'waiting':
      return [{ ...released(former, 'notRequired', `no longer due: ${words}`), item, file }]
    default:
      return []
  }
}

/** An extension that a change brings in, or of which it takes away by whom and why. */
function extensionOf(former: Item | null, now: Item): ReleasedItem[] {
  const { id: item, file, due, originalDue, extension } = now
  if (!extension) return []
  const isLater = isDueLater(former, now)
  const missing = missingIn(extension)
  const isWorse = missing !== '' && former?.extension && missingIn(former.extension) === ''
  if (!isLater && !isWorse) return []
  const from = former?.due ?? originalDue
  const moved = `extended${from && from !== due ? ` from ${longDate(from)}` : ''} to ${longDate(due ?? '')}`
  const why = extensionWords(moved, extension)
  return [{ item, file, how: 'extended', justified: missing === '', why }]
}

/** School holidays that a record names now, where the earliest possible date stood before. */
function holidaysOf(former: Item | null, now: Item): ReleasedItem[] {
  if (!former || !namesHolidays(former, now) || !isDueLater(former, now)) return []
  const { id: item, file } = now
  const why = `${sentence.dueMovedWords(former.due, now.due)}, by the school holidays that are on record now`
  return [{ item, file, how: 'extended', justified: true, why }]
}

/** Whether an item is due later than before; one that had no due date, than it would be by itself. */
function isDueLater(former: Item | null, { due, originalDue }: Item): boolean {
  const before = former?.due ?? originalDue
  return before !== null && due !== null && due > before
}

/** The waivers by which a change moves a date, or silences what would fail now or on a later day. */
function waiversOf(former: Item | null, now: Item): ReleasedItem[] {
  const moving = former?.due && isDueLater(former, now) && !now.extension ? waiversOfMove(now) : []
  const known = (former ? waiversToCome(former) : []).map(sentence.waiverWords)
  const silencing = waiversToCome(now).filter((one) => !known.includes(sentence.waiverWords(one)))
  return [...moving, ...silencing].map((waiver) => {
    const { id: item, file } = now
    const why =
      waiver.rule === 'dueMoved'
        ? `${sentence.dueMovedWords(former?.due ?? null, now.due)}, ${sentence.waiverWords(waiver)}`
        : sentence.waiverWords(waiver)
    return { item, file, how: 'waived', justified: true, why }
  })
}
