import { count } from '../../assessment/sentences.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/words.ts'
import { formatsOf } from '../../page/formats.ts'
import { paragraph, points } from '../../page/page.ts'

/** What pruning has left of a ledger, in lines. */
export type PruneAnswer = {
  readonly ledger: string
  readonly before: IsoDate
  readonly lines: number
  readonly kept: number
  /** False where a record could not be read: what it names stays. */
  readonly complete: boolean
}

/** The formats of `remind prune`. */
export const pruneReports = formatsOf<PruneAnswer>(
  ({ ledger, before, lines, kept, complete }, { quiet, verbose }) => [
    ...(complete
      ? []
      : [
          paragraph({
            text: 'Incomplete: a record has errors; what is not in the others stays',
            tone: 'bad',
          }),
        ]),
    paragraph(
      quiet
        ? String(lines - kept)
        : `Took ${count(lines - kept, 'line')} of ${lines.toLocaleString('en-GB')} out of ${ledger}.`,
    ),
    ...(verbose
      ? [
          points([
            `all from ${longDate(before)} on stays`,
            'of what is older, the last that each was told of an open item stays, and so do acknowledgements that still hold',
          ]),
        ]
      : []),
  ],
  ({ ledger, before, lines, kept, complete }) => ({ complete, ledger, before, lines, kept }),
)
