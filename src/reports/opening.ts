import type { Assessment } from '../assessment/assessment.ts'
import { longDate } from '../calendar/format-date.ts'
import { count } from '../language/count.ts'
import { printable, withoutPlace } from '../terminal/printable.ts'
import { unreadableFiles } from './closing-lines.ts'
import type { ReportOptions } from './report.ts'

const USUAL_TIME_ZONE = 'Europe/London'

/** What a report speaks of. The time zone is named only if it is not the usual one, or with `verbose`. */
export function reportTitle(
  { today, timeZone }: Pick<Assessment, 'today' | 'timeZone'>,
  { verbose }: Pick<ReportOptions, 'verbose'>,
): string {
  const isNamed = verbose || timeZone !== USUAL_TIME_ZONE
  return `Action plans as at ${longDate(today)}${isNamed ? `, ${printable(timeZone)}` : ''}`
}

/** More names than this nobody reads. */
const MOST = 5

/** That a report does not speak of all records, as its first words; undefined where it does. */
export function incompleteWords({
  complete,
  diagnostics,
  summary,
}: Pick<Assessment, 'complete' | 'diagnostics' | 'summary'>): string | undefined {
  if (complete) return undefined
  const files = unreadableFiles(diagnostics).map((file) => withoutPlace(printable(file)))
  const named = files.slice(0, MOST).join(', ')
  const more = files.length > MOST ? ` and ${files.length - MOST} more` : ''
  const what =
    files.length <= summary.records
      ? `${files.length} of ${count(summary.records, 'record')}`
      : count(files.length, 'file')
  return `INCOMPLETE: ${what} cannot be read, so dates may be missing here: ${named}${more}`
}
