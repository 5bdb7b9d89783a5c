import type { IsoDate } from '../calendar/day.ts'

/** What a change has to answer for. */
export const CHANGE_REASONS = [
  'error',
  'overdue',
  'atRisk',
  'dueMoved',
  'removed',
  'unjustified',
  'rewritten',
] as const

/** Something for which a change fails a run. */
export type ChangeFailure = {
  /** Null for the errors of a file. */
  readonly item: string | null
  readonly file: string
  readonly reason: (typeof CHANGE_REASONS)[number]
  /** The same as a sentence. */
  readonly why: string
}

/**
 * How a change can release an item from its due date, or take out of its record what was granted
 * (`rewritten`) or else noted (`erased`).
 */
export const RELEASES = [
  'removed',
  'notRequired',
  'closed',
  'extended',
  'waived',
  'rewritten',
  'erased',
] as const

/** An item of which a change does so: what a reviewer has to agree to. */
export type ReleasedItem = {
  /** As it is now, or as it was last. */
  readonly item: string
  readonly file: string
  readonly how: (typeof RELEASES)[number]
  /** Whether the record says why, and by whom or from when. */
  readonly justified: boolean
  /** The words that justify it, or what is missing. */
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
  /** What a reviewer has to agree to, also that for which it does not fail. */
  readonly released: readonly ReleasedItem[]
  /** The open items that other bank holidays move, and nothing else; they fail nothing. */
  readonly recounted: readonly RecountedItem[]
}

/** What a change releases, besides that for which it fails. */
export function releasedBeside(change: ChangeResult | null): readonly ReleasedItem[] {
  const { released = [], fails = [] } = change ?? {}
  return released.filter(
    ({ item, why }) => !fails.some((failure) => failure.item === item && failure.why === why),
  )
}
