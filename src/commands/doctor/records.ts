import { type Day, dayOf, type IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/words.ts'
import { type CheckResult, finding } from './finding.ts'

/**
 * Whether all records are sound. `faultyFiles` are those with an error, each once; `trouble` says why
 * no record could be read at all.
 */
export function recordsFinding(
  records: number,
  items: number,
  faultyFiles: readonly string[],
  trouble?: string,
): CheckResult {
  if (trouble !== undefined) return finding('records', 'failure', sentence(trouble))
  if (faultyFiles.length > 0) {
    const what = `${many(faultyFiles.length, 'file')} with errors: deadlines may be missing.`
    const next = 'Mend what `plandue check` shows.'
    return finding('records', 'failure', what, { next, details: faultyFiles })
  }
  const what = `${many(records, 'record')} with ${many(items, 'item')}, and no error.`
  return finding('records', 'ok', what)
}

/** The day on which a file was last changed, as far as the history of the repository tells. */
export type LastTouched = (path: string) => IsoDate | undefined

/** After so many calendar days an open record is quiet. */
const QUIET_AFTER = 60

/** So many files are named in a sentence; the details have them all. */
const NAMED = 5

/**
 * The records with an open item that nobody has touched for a while. `lastTouched` is a sentence
 * where no history can be asked. A file without a day in it is new, so it is not quiet.
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
  const open = `${many(openFiles.length, 'record')} with an open item`
  if (quiet.length === 0) {
    return finding('quietRecords', 'ok', `${open}; none is untouched for ${QUIET_AFTER} days.`)
  }
  const names = quiet.slice(0, NAMED).map(({ file }) => file)
  const more = quiet.length > NAMED ? ` and ${quiet.length - NAMED} more` : ''
  const what = `${open}; ${quiet.length} untouched for ${QUIET_AFTER} days: ${names.join(', ')}${more}.`
  return finding('quietRecords', 'warning', what, {
    next: 'Ask how these plans stand, and write it down.',
    details: quiet.map(({ file, touched }) => `${file}: last touched on ${longDate(touched)}`),
  })
}

function many(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
