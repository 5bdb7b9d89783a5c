import { isMeant } from '../assessment/filters.ts'
import type { Item } from '../assessment/item.ts'
import type { Reminders } from '../config/reminders.ts'
import { didYouMeanPart } from '../diagnostics/suggest.ts'

/** Something that a reminder rule asks for, and no item has: whoever it names hears of nothing by it. */
export type UnmatchedRule = {
  /** The number of the rule among the recipients, from 1. */
  readonly rule: number
  readonly to: string | null
  readonly key: 'owner' | 'authority' | 'framework'
  readonly value: string
  /** The same as a sentence, with what was probably meant. */
  readonly why: string
}

const KEYS = ['owner', 'authority', 'framework'] as const

/** What in the reminder rules of a configuration matches none of the items. */
export function unmatchedRules(
  { recipients = [] }: Reminders,
  items: readonly Item[],
): UnmatchedRule[] {
  return recipients.flatMap((recipient, index) =>
    KEYS.flatMap((key): UnmatchedRule[] => {
      const value = recipient[key]
      if (value === undefined || items.some((item) => isMeant(item, { [key]: [value] }))) return []
      const known = [...new Set(items.flatMap((item) => item[key] ?? []))]
      const { to = null } = recipient
      const rule = index + 1
      const whose = to === null ? `rule ${rule}` : `rule ${rule}, to ${to}`
      const why = `no item has the ${key} \`${value}\` (${whose})${didYouMeanPart(value, known)}`
      return [{ rule, to, key, value, why }]
    }),
  )
}
