import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { type Block, heading, rows, type Text } from '../page/page.ts'
import type { ReportOptions } from './report.ts'

const DIAGNOSTIC_COLUMNS = ['place', 'severity', 'code', 'message'].map((name) => ({ name }))

/** Errors always, warnings unless quiet, notes if verbose, as everywhere. */
export function diagnosticTable(
  diagnostics: readonly Diagnostic[],
  { quiet, verbose, pathInRepository }: ReportOptions,
  wordsOf = fullWords,
): Block[] {
  const isShown = { error: true, warning: !quiet, note: verbose }
  const remarks = diagnostics.filter(({ severity }) => isShown[severity])
  if (remarks.length === 0) return []
  return [
    heading(`Diagnostics (${remarks.length})`),
    rows(
      DIAGNOSTIC_COLUMNS,
      remarks.map((remark): Text[] => [
        `${pathInRepository(remark.file)}:${remark.line}:${remark.column}`,
        { text: remark.severity, tone: isError(remark) ? 'bad' : 'risky' },
        remark.code,
        wordsOf(remark),
      ]),
    ),
  ]
}

function fullWords({ message, hint }: Diagnostic): string {
  return hint ? `${message}; ${hint}` : message
}

/** Warnings that quote the texts of a record. */
const QUOTING: readonly string[] = ['misread-text', 'unknown-reference']

/** An error may quote what somebody wrote in the place of something else, be it a name or a note. */
export function publicWords(diagnostic: Diagnostic): string {
  const { code } = diagnostic
  return isError(diagnostic) || QUOTING.includes(code)
    ? `plandue explain ${code} has what it means`
    : fullWords(diagnostic)
}
