import type { ReleasedItem } from '../../assessment/change-result.ts'
import type { Item } from '../../assessment/item.ts'
import type { ItemDifference } from '../../assessment/match-items.ts'
import { dayOf, type IsoDate } from '../../calendar/day.ts'
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts'
import { count } from '../../language/count.ts'
import { dateText, spokenText, type Text } from '../../page/page.ts'
import { STATUS_TONES, STATUS_WORDS } from '../../reports/wording.ts'
import type { ReviewFinding } from './differences.ts'

/** What a change moves, and why. */
export type DiffAnswer = {
  readonly today: IsoDate
  readonly base: string
  readonly mergeBase: string
  /** Whether all records can be read now, and could before. */
  readonly complete: boolean
  readonly wasComplete: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** Of them, those that the change brings in. */
  readonly broughtIn: readonly Diagnostic[]
  /** The paths, from the top of the repository, that the change has to do with. */
  readonly files: readonly string[]
  readonly moves: readonly ItemChange[]
  readonly findings: readonly ReviewFinding[]
  /** The items that the change releases from their due dates, also where that is no finding. */
  readonly released: readonly ReleasedItem[]
}

/** An item that a change moves, and why. */
export type ItemChange = ItemDifference & { readonly because: readonly string[] }

/** One thing that a change moves about an item. */
export type Aspect = {
  readonly name: string
  readonly from: Text
  readonly to: Text
  readonly note: string
}

/** What a change moves about an item that is there before and after. */
export function aspectsOf({ former, now }: ItemDifference): Aspect[] {
  if (!former || !now) return []
  const sent = now.kind === 'stage' ? 'Submitted' : 'Done'
  const days = former.due && now.due ? dayOf(now.due) - dayOf(former.due) : 0
  const note = days === 0 ? '' : `${count(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`
  const all: Aspect[] = [
    { name: 'Due', from: dateOr(former.due), to: dateOr(now.due), note },
    { name: 'Status', from: statusText(former), to: statusText(now), note: '' },
    { name: sent, from: dateOr(former.submitted), to: dateOr(now.submitted), note: '' },
    {
      name: 'Evidence',
      from: former.evidence ?? 'none',
      to: now.evidence ?? 'none',
      note: '',
    },
    { name: 'Id', from: former.id, to: now.id, note: '' },
  ]
  return all.filter(({ from, to }) => spokenText(from) !== spokenText(to))
}

/** A status in words and colour. */
export function statusText({ status }: Item): Text {
  return { text: STATUS_WORDS[status], tone: STATUS_TONES[status] }
}

function dateOr(date: IsoDate | null): Text {
  return date ? dateText(date) : 'no date'
}

/** Words for what is no key of a record. */
const OTHER_CAUSES: Readonly<Record<string, string>> = {
  file: 'the file was renamed',
  frameworks: 'the rules of the framework',
  calendars: 'the list of bank holidays',
  margins: 'margins in the configuration',
  governance: 'governance in the configuration',
  closures: 'closures in the configuration',
}

/** What has moved an item: keys of its record, else what of the settings. */
export function becauseWords({ because }: ItemChange): string {
  return because.map((key) => OTHER_CAUSES[key] ?? key).join(', ')
}

/** An item as it is now, or as it was last. */
export function itemOf({ former, now }: ItemDifference): Item {
  return now ?? former
}

/** A finding in one sentence, with its place. */
export function findingWords({ code, item, file, line, message }: ReviewFinding): string {
  return `${code}: ${item} (${file}:${line}): ${message}`
}

/** How much a change moves. */
export function diffTotals({ moves, findings, broughtIn }: DiffAnswer): string {
  const added = moves.filter(({ former }) => !former).length
  const removed = moves.filter(({ now }) => !now).length
  const errors = broughtIn.filter(isError).length
  const moved =
    moves.length === 0
      ? 'No due date, status or submission changes'
      : `${count(moves.length - added - removed, 'item')} changed, ${added} added, ${removed} removed`
  const findingWords = findings.length > 0 ? count(findings.length, 'finding') : 'no findings'
  return [moved, findingWords, ...(errors > 0 ? [count(errors, 'error')] : [])].join('; ')
}
