import type { Item, Waiver } from '../assessment/item.ts'
import type { Severity } from '../diagnostics/messages.ts'

/**
 * An item that needs attention, a diagnostic of a file, or what a change fails for, in words that are the same from day to
 * day: a server that keeps alerts would take it for another one tomorrow otherwise.
 */
export type Alert = {
  readonly kind: 'file' | 'item' | 'change'
  /** The code of a diagnostic, the status of an item, or the reason for which a change fails. */
  readonly rule: string
  readonly level: Severity
  /** From the root of the repository. */
  readonly file: string
  readonly line: number
  /** The columns that are meant; the last one is not among them. Null for an item, which is known by its line alone. */
  readonly columns: { readonly from: number; readonly to: number } | null
  readonly message: string
  /** Made of what it is about, and of nothing that a day changes. No two alerts share one. */
  readonly fingerprint: string
  readonly item: Item | null
  /** Not empty where all that is wrong with the item is waived. */
  readonly waivers: readonly Waiver[]
}
