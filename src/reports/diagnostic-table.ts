import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Block, heading, rows, type Text } from '../page/page.ts'
import type { ReportOptions } from './report.ts'

const DIAGNOSTIC_COLUMNS = ['place', 'severity', 'code', 'message'].map((name) => ({ name }))

/** Errors always, warnings unless quiet, notes if verbose, as everywhere. */
export function diagnosticTable(
  diagnostics: readonly Diagnostic[],
  { quiet, verbose, pathInRepository }: ReportOptions,
): Block[] {
  const isShown = { error: true, warning: !quiet, note: verbose }
  const remarks = diagnostics.filter(({ severity }) => isShown[severity])
  if (remarks.length === 0) return []
  return [
    heading(`Diagnostics (${remarks.length})`),
    rows(
      DIAGNOSTIC_COLUMNS,
      remarks.map(({ file, line, column, severity, code, message, hint }): Text[] => [
        `${pathInRepository(file)}:${line}:${column}`,
        { text: severity, tone: severity === 'error' ? 'bad' : 'risky' },
        code,
        hint ? `${message}; ${hint}` : message,
      ]),
    ),
  ]
}
