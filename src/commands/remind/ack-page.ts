import { longDate } from '../../calendar/format-date.ts'
import { formatsOf } from '../../page/formats.ts'
import { paragraph, points, warning } from '../../page/page.ts'
import { headline } from '../../reports/wording.ts'
import type { Ack } from './planning/ledger.ts'
import type { OpenItem } from './planning/plan.ts'

export type AckAnswer = {
  /** False where a record could not be read. */
  readonly complete: boolean
  readonly item: OpenItem
  readonly ack: Ack
}

/** The formats of `remind ack`. */
export const ackReports = formatsOf<AckAnswer>(
  ({ complete, item, ack }, { quiet, verbose }) => [
    ...warning(complete ? undefined : 'Incomplete: a record has errors, see above'),
    paragraph(
      quiet
        ? ack.until
        : `${ack.by} gets no reminders of ${item.id} up to and including ${longDate(ack.until)}.`,
    ),
    ...(quiet ? [] : [points(remarks(item, ack, verbose))]),
  ],
  ({ complete, ack: { kind, ...ack } }) => ({ complete, ...ack }),
)

function remarks(item: OpenItem, { asAt, until }: Ack, verbose: boolean): string[] {
  return [
    // For an item that is late already this is obvious.
    ...(asAt < item.due && until >= item.due
      ? [`it falls due in that time, on ${longDate(item.due)}`]
      : []),
    ...(verbose
      ? [
          headline(item),
          `the acknowledgement lapses if the due date moves from ${longDate(item.due)}`,
        ]
      : []),
  ]
}
