import { count } from '../../language/count.ts'
import { listing } from '../../language/listing.ts'
import type { InspectionRecord } from '../../records/record.ts'
import type { SheetAction } from '../../reports/action-sheet.ts'

/** What rows of records cannot hold, for a message; undefined where they have all of it. */
export function leftOutOfRecords(records: readonly InspectionRecord[]): string | undefined {
  const stages = records.flatMap(({ plan = {} }) => Object.values(plan))
  const actions = records.flatMap((record) => record.actions ?? [])
  const waivers = records.flatMap((record) => record.waivers ?? [])
  const left = [
    [actions.length, 'action'],
    [stages.flatMap(({ extensions = [] }) => extensions).length, 'extension'],
    [stages.flatMap(({ progress = [] }) => progress).length, 'progress note'],
    [waivers.length, 'waiver'],
  ] as const
  const next = actions.length > 0 ? '; plandue export --actions has the actions' : ''
  const words = wordsOf(left)
  return words && `not in the rows, which have what a record says once: ${words}${next}`
}

/** The same of rows of actions, which have the newest of what an action has several times. */
export function leftOutOfActions(actions: readonly SheetAction[]): string | undefined {
  const notes = actions.map(({ item }) => item.progress.filter(({ note }) => note !== null).length)
  const older = notes.reduce((sum, length) => sum + Math.max(0, length - 1), 0)
  const words = wordsOf([[older, 'older note']])
  return words && `not in the rows, which have the newest note of each action: ${words}`
}

function wordsOf(counts: readonly (readonly [number, string])[]): string | undefined {
  const some = counts.filter(([number]) => number > 0)
  return some.length === 0 ? undefined : listing(some.map(([number, noun]) => count(number, noun)))
}
