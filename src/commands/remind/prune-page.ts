import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { count } from '../../language/count.ts'
import { formatsOf } from '../../page/formats.ts'
import { paragraph, points, warning } from '../../page/page.ts'

/** `lines` counts those before pruning, `kept` those after it. */
export type PruneAnswer = {
  readonly ledger: string
  readonly before: IsoDate
  readonly lines: number
  readonly kept: number
  /** False where a record could not be read: entries of its items stay. */
  readonly complete: boolean
}

const INCOMPLETE = 'Incomplete: a record has errors; entries of unknown items are kept'

/** The formats of `remind prune`. */
export const pruneReports = formatsOf<PruneAnswer>(
  ({ ledger, before, lines, kept, complete }, { quiet, verbose }) => [
    ...warning(complete ? undefined : INCOMPLETE),
    paragraph(
      quiet
        ? String(lines - kept)
        : `Removed ${count(lines - kept, 'line')} of ${lines.toLocaleString('en-GB')} from ${ledger}.`,
    ),
    ...(verbose
      ? [
          points([
            `all entries from ${longDate(before)} on are kept`,
            'of older entries, the last reminder of each open item to each recipient and acknowledgements still in force are kept',
          ]),
        ]
      : []),
  ],
  ({ ledger, before, lines, kept, complete }) => ({ complete, ledger, before, lines, kept }),
)
