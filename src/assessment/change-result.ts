import type { IsoDate } from '../calendar/day.ts'

/** What a change has to answer for. */
export const CHANGE_REASONS = ['error', 'overdue', 'atRisk', 'dueMoved'] as const

/** Something for which a change fails a run. */
export type ChangeFailure = {
  /** Null for the errors of a file. */
  readonly item: string | null
  readonly file: string
  readonly reason: (typeof CHANGE_REASONS)[number]
  /** The same as a sentence. */
  readonly why: string
}

/** An item that is due on another day because other bank holidays came in. */
export type RecountedItem = {
  readonly item: string
  readonly from: IsoDate
  readonly to: IsoDate
}

/** What a change brings in, apart from what time has brought. */
export type ChangeResult = {
  /** The commit with which it is compared, as the user named it. */
  readonly base: string
  /** The id of the last commit that both have in common. */
  readonly mergeBase: string
  readonly fails: readonly ChangeFailure[]
  /** The items, and the files with errors, that would fail a run by themselves, but not by the change. */
  readonly aside: { readonly items: readonly string[]; readonly files: readonly string[] }
  /** The ids of open items that were there before. */
  readonly removed: readonly string[]
  /** The open items that other bank holidays move, and nothing else; they fail nothing. */
  readonly recounted: readonly RecountedItem[]
}
