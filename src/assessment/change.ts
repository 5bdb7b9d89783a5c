import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { count } from '../language/count.ts'
import { groupBy } from '../language/group-by.ts'
import type { ChangeGate } from './assessment.ts'
import type { Assessed, BaseState } from './base-state.ts'
import type { ChangeFailure, ChangeResult, RecountedItem } from './change-result.ts'
import { type FailOn, failsFrom, fails as failsNow, firstOf, type NextChange } from './failing.ts'
import { type Item, isOpen } from './item.ts'
import { type ItemDifference, matchItems, pairsOf } from './match-items.ts'
import { releasesIn } from './released.ts'
import { namesHolidays } from './school-time.ts'
import { dueMovedWords } from './sentences.ts'
import { unreadBefore } from './unread-before.ts'
import { waiversOfMove } from './waivers.ts'

/**
 * What a change since `before` brings in, and on which day it will begin to fail a run. Of its items,
 * those that are meant now or were before.
 */
export function changeSince(
  before: BaseState,
  now: Assessed,
  failOn: FailOn,
  isMeant: (item: Item) => boolean = () => true,
): ChangeGate & { readonly change: ChangeResult } {
  const items = before.recounted ?? before.items
  // What is gone is due as it was: no list of bank holidays moves it.
  const original = new Map(before.recounted && before.items.map((item) => [item.id, item]))
  const pairs = pairsOf(items, now.items, before.elsewhere)
    .map((pair) =>
      pair.now ? pair : { former: original.get(pair.former.id) ?? pair.former, now: null },
    )
    .filter(({ former, now }) => (former && isMeant(former)) || (now && isMeant(now)))
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
    diagnostics: unreadBefore(before, now.diagnostics),
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
    const since = former?.status === item.status ? 'no longer waived' : 'was not before'
    const why = former ? `${now}, and ${since}` : `new, and ${now}`
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
 * extension, no waiver. Nobody moved a provisional date that became official, or the earliest possible
 * one where the school holidays have become known.
 */
export function isDueMoved(former: Item, item: Item): boolean {
  const isOfficial = former.provisional && !item.provisional
  const isSettled =
    (isOfficial || namesHolidays(former, item)) &&
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
