import { type Day, dayOf, type IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import { type CheckResult, finding } from './finding.ts'

/**
 * `faultyFiles` are the files with errors, each once; `complete` is false where one of these hides a
 * deadline; `trouble` says why no record could be read at all.
 */
export function recordsFinding(
  records: number,
  items: number,
  faultyFiles: readonly string[],
  complete: boolean,
  trouble?: string,
): CheckResult {
  if (trouble !== undefined) return finding('records', 'failure', sentence(trouble))
  if (faultyFiles.length > 0) {
    const hidden = complete ? 'no deadline is missing' : 'deadlines may be missing'
    const what = `${count(faultyFiles.length, 'file')} with errors: ${hidden}.`
    const next = 'Fix the errors that `plandue check` shows.'
    return finding('records', 'failure', what, { next, details: faultyFiles })
  }
  const what = `${count(records, 'record')} with ${count(items, 'item')}, no errors.`
  return finding('records', 'ok', what)
}

/** The day of the last commit that changed a file; undefined where the history has none. */
export type LastTouched = (path: string) => IsoDate | undefined

/** Calendar days without a change after which an open record is quiet. */
const QUIET_AFTER = 60

/** Files named in the sentence; the details list all. */
const NAMED = 5

/**
 * The records with open items that have not changed for a while. `lastTouched` is a sentence where there
 * is no history. A file without a day is new, so not quiet.
 */
export function quietRecordsFinding(
  openFiles: readonly string[],
  lastTouched: LastTouched | string,
  today: Day,
): CheckResult {
  if (typeof lastTouched === 'string') return finding('quietRecords', 'unknown', lastTouched)
  const quiet = openFiles.flatMap((file) => {
    const touched = lastTouched(file)
    return touched && today - dayOf(touched) >= QUIET_AFTER ? [{ file, touched }] : []
  })
  const open = `${count(openFiles.length, 'record')} with an open item`
  if (quiet.length === 0) {
    return finding('quietRecords', 'ok', `${open}; none unchanged for ${QUIET_AFTER} days.`)
  }
  const names = quiet.slice(0, NAMED).map(({ file }) => file)
  const more = quiet.length > NAMED ? ` and ${quiet.length - NAMED} more` : ''
  const what = `${open}; ${quiet.length} unchanged for ${QUIET_AFTER} days: ${names.join(', ')}${more}.`
  return finding('quietRecords', 'warning', what, {
    next: 'Ask how these plans are progressing, and record it.',
    details: quiet.map(({ file, touched }) => `${file}: last changed on ${longDate(touched)}`),
  })
}

function sentence(text: string): string {
  return `${capitalised(text)}.`
}
