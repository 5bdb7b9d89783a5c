import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Item } from './item.ts'

/** What can be compared with what was there before. */
export type Assessed = {
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
}

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
  /** The files of the settings, where the change touches them and they could not be used before. */
  readonly unreadSettings: readonly string[]
  /** Whether the change has to do with a file. */
  isTouched(file: string): boolean
}
