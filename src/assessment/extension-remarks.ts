import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { GrantedExtension } from '../records/item-parts.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { Standing } from './standing.ts'

/** A stage or an action with its extensions: as at the day of the report, and as they stand in the file. */
export type Extended = {
  readonly standing: Pick<Standing, 'due' | 'originalDue'>
  readonly extensions: readonly GrantedExtension[]
  readonly inFile: readonly GrantedExtension[]
  readonly path: Parameters<RecordReading['placeOf']>[0]
}

/** What is to be said of extensions that grant nothing, or of which not the newest one counts. */
export function extensionRemarks(
  extended: Extended,
  { placeOf }: Pick<RecordReading, 'placeOf'>,
): Diagnostic[] {
  return [...shortened(extended, placeOf), ...newestIsNotLatest(extended, placeOf)]
}

function shortened(
  { standing: { due, originalDue }, inFile, path }: Extended,
  placeOf: RecordReading['placeOf'],
): Diagnostic[] {
  if (due === null || originalDue === null || due >= originalDue) return []
  const index = inFile.findIndex(({ to }) => to === due)
  return [
    diagnose(placeOf([...path, index, 'to']), 'extension-shortens', {
      to: longDate(due),
      due: longDate(originalDue),
    }),
  ]
}

/** The latest date of the extensions counts, although a later decision names an earlier one. */
function newestIsNotLatest(
  { standing: { due }, extensions, inFile, path }: Extended,
  placeOf: RecordReading['placeOf'],
): Diagnostic[] {
  const newest = extensions.reduce<GrantedExtension | undefined>(
    (best, one) => (!best || isNewer(one, best) ? one : best),
    undefined,
  )
  if (due === null || newest?.on === undefined || newest.to >= due) return []
  return [
    diagnose(placeOf([...path, inFile.indexOf(newest), 'to']), 'extension-not-latest', {
      on: longDate(newest.on),
      to: longDate(newest.to),
      due: longDate(due),
    }),
  ]
}

/** Of two decisions of one day the later date is taken for the newer one. */
function isNewer(a: GrantedExtension, b: GrantedExtension): boolean {
  const [onA = '', onB = ''] = [a.on, b.on]
  return onA > onB || (onA === onB && a.to > b.to)
}
