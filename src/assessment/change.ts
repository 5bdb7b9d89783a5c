import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { count } from '../language/count.ts'
import { groupBy } from '../language/group-by.ts'
import type { ChangeFailure, ChangeResult, RecountedItem } from './change-result.ts'
import { type FailOn, failsFrom, fails as failsNow, firstOf, type NextChange } from './failing.ts'
import { type Item, isOpen } from './item.ts'
import { type ItemDifference, matchItems, pairsOf } from './match-items.ts'
import { releasesIn } from './released.ts'
import { dueMovedWords } from './sentences.ts'
import { waiversOfMove } from './waivers.ts'

/** What can be compared with what was there before. */
type Assessed = { readonly items: readonly Item[]; readonly diagnostics: readonly Diagnostic[] }

/** What was there before a change, as at the same day. */
export type BaseState = Assessed & {
  /** The commit with which to compare, as the user named it. */
  readonly base: string
  /** The id of the last commit that it has in common with what is there now. */
  readonly mergeBase: string
  /** The files where nobody looked for records: what was in them is gone from no report. */
  readonly elsewhere?: ReadonlySet<string>
  /**
   * The same items as the bank holidays of today count them, where the change brings in other ones:
   * what these move is no fault of anybody.
   */
  readonly recounted?: readonly Item[]
  /** Whether the change has to do with a file. */
  isTouched(file: string): boolean
}

/**
 * What a change since `before` brings in, and on which day it will begin to fail a run. Of its items,
 * those that are meant now or were before.
 */
export function changeSince(
  before: BaseState,
  now: Assessed,
  failOn: FailOn,
  isMeant: (item: Item) => boolean = () => true,
): { readonly change: ChangeResult; readonly nextChange: NextChange | null } {
  const items = before.recounted ?? before.items
  const pairs = pairsOf(items, now.items, before.elsewhere).filter(
    ({ former, now }) => (former && isMeant(former)) || (now && isMeant(now)),
  )
  const files = filesWithErrors(before, now.diagnostics)
  const releases = releasesIn(pairs, now.diagnostics)
  const failures = [
    ...pairs.flatMap((pair) => failureOf(pair, failOn)),
    ...(failOn === 'never' ? [] : releases.flatMap(({ failure }) => failure ?? [])),
  ]
  const fails = [...files.byChange.map(fileFailure), ...failures]
  const still = pairs.flatMap((pair) => pair.now ?? [])
  const failing = still.filter((item) => failsNow(item, failOn)).map(({ id }) => id)
  return {
    change: {
      base: before.base,
      mergeBase: before.mergeBase,
      fails,
      aside: {
        items: failing.filter((id) => !failures.some(({ item }) => item === id)),
        files: files.aside,
      },
      removed: releases.flatMap(({ release: { how, item } }) => (how === 'removed' ? item : [])),
      released: releases.map(({ release }) => release),
      recounted: recountedBy(before, still),
    },
    nextChange: fails.length > 0 ? null : nextChange(pairs, failOn),
  }
}

/** The items that are due now as they would have been before, had its bank holidays been known. */
function recountedBy(
  { items, recounted }: Pick<BaseState, 'items' | 'recounted'>,
  now: readonly Item[],
): RecountedItem[] {
  if (!recounted) return []
  const known = matchItems(items, now)
  const counted = matchItems(recounted, now)
  return now.filter(isOpen).flatMap(({ id, due: to }) => {
    const from = known.get(id)?.due
    return from && to && from !== to && counted.get(id)?.due === to ? [{ item: id, from, to }] : []
  })
}

/** Of what is to be said now, what a change brings in: in files that it touches, or new elsewhere. */
export function broughtIn(
  { diagnostics, isTouched }: Pick<BaseState, 'diagnostics' | 'isTouched'>,
  now: readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = new Set(diagnostics.map(keyOf))
  return now.filter((one) => isTouched(one.file) || !known.has(keyOf(one)))
}

function filesWithErrors(before: BaseState, now: readonly Diagnostic[]) {
  const errors = now.filter(isError)
  const byChange = groupBy(broughtIn(before, errors), ({ file }) => file)
  const others = new Set(errors.map(({ file }) => file).filter((file) => !byChange.has(file)))
  return { byChange: [...byChange], aside: [...others] }
}

/** What makes a diagnostic the same as before. */
function keyOf({ file, line, column, code, message }: Diagnostic): string {
  return JSON.stringify([file, line, column, code, message])
}

function fileFailure([file, errors]: [string, readonly Diagnostic[]]): ChangeFailure {
  return { item: null, file, reason: 'error', why: count(errors.length, 'error') }
}

function failureOf({ former, now: item }: ItemDifference, failOn: FailOn): ChangeFailure[] {
  if (!item) return []
  const { id, file, due } = item
  if (failsNow(item, failOn) && !(former && isNoBetter(former, item, failOn))) {
    const reason = item.status === 'overdue' ? 'overdue' : 'atRisk'
    const now = reason === 'overdue' ? 'overdue' : 'at risk'
    const why = former ? `${now}, and was not before` : `new, and ${now}`
    return [{ item: id, file, reason, why }]
  }
  if (failOn === 'never' || !former || !isDueMoved(former, item)) return []
  return [{ item: id, file, reason: 'dueMoved', why: unextendedWords(former.due, due) }]
}

/** Whether an item was as bad before: what was overdue cannot be put at risk. */
function isNoBetter(former: Item, item: Item, failOn: FailOn): boolean {
  return failsNow(former, failOn) && (former.status === 'overdue' || item.status === 'atRisk')
}

/**
 * Whether an item is due later than before, and nothing says that somebody granted that: no
 * extension, no waiver. A provisional date that became official was not moved by anybody.
 */
export function isDueMoved(former: Item, item: Item): boolean {
  const isSettled =
    former.provisional &&
    !item.provisional &&
    former.basis === item.basis &&
    former.framework === item.framework
  return (
    former.due !== null &&
    item.due !== null &&
    item.due > former.due &&
    item.basis !== 'extended' &&
    !isSettled &&
    waiversOfMove(item).length === 0
  )
}

/** A sentence on a due date that moved. */
export function unextendedWords(from: Item['due'], to: Item['due']): string {
  return `${dueMovedWords(from, to)}, with no extension recorded`
}

/** The first day on which an item fails that would not have failed by then before. */
function nextChange(pairs: readonly ItemDifference[], failOn: FailOn): NextChange | null {
  if (failOn === 'never') return null
  return firstOf(
    pairs.flatMap(({ former, now: item }) => {
      if (!item || !isOpen(item)) return []
      const on = failsNow(item, failOn) ? null : failsFrom(item, failOn)
      const beforeOn = former && isOpen(former) ? failsFrom(former, failOn) : null
      const isSooner = on !== null && (beforeOn === null || on < beforeOn)
      return isSooner ? [{ item, on }] : []
    }),
  )
}
