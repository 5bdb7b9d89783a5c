import type { Path } from '../yaml/place.ts'
import type { Reminders } from './reminders.ts'

export type ConfiguredRecipient = NonNullable<Reminders['default']>

/** Everybody who is named, with the path below `reminders`. */
export function recipientsIn(
  reminders: Reminders,
): readonly (readonly [Path, ConfiguredRecipient])[] {
  const { recipients = [], escalation, default: fallback } = reminders
  return [
    ...recipients.map((one, index) => [['recipients', index], one] as const),
    ...(fallback ? [[['default'], fallback] as const] : []),
    ...(escalation?.to ?? []).map((one, index) => [['escalation', 'to', index], one] as const),
  ]
}
