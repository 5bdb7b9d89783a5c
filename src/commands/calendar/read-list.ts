import type { BankHolidayList } from '../../calendar/bank-holidays.ts'
import { DIVISION_NAMES } from '../../calendar/division.ts'
import { longDate } from '../../calendar/format-date.ts'
import { readBankHolidayList } from '../../config/bank-holiday-list.ts'
import { MAX_SETTINGS_BYTES } from '../../config/settings.ts'
import { type Diagnostic, diagnose, isError, type Place } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { diagnoseProblem } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { shortYears } from './changes.ts'

/** A list of bank holidays that the command line names, and its diagnostics. */
export type GivenList = {
  /** The file as a message calls it. */
  readonly name: string
  readonly list: BankHolidayList
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads the list of bank holidays in a file; `-` stands for standard input. Throws a UsageError with
 * the diagnostics if it is not sound.
 */
export async function readList(from: string, host: Host): Promise<GivenList> {
  const name = from === '-' ? '<stdin>' : from
  const text = await textOf(from, name, host)
  const { value, diagnostics, placeOf } = readBankHolidayList(text, name)
  if (value === undefined || diagnostics.some(isError)) throw unsound(name, diagnostics)
  const remarks = shortYearRemarks(value, placeOf)
  return { name, list: value, diagnostics: [...diagnostics, ...remarks] }
}

async function textOf(from: string, name: string, host: Host): Promise<string> {
  const content =
    from === '-' ? await host.readInput(MAX_SETTINGS_BYTES) : host.read(from, MAX_SETTINGS_BYTES)
  if ('text' in content) {
    if (content.text.trim() !== '') return content.text
    throw new UsageError(`\`${name}\` is empty: expected a list of bank holidays`)
  }
  const { problem } = content
  if (problem.kind === 'missing') throw new UsageError(`there is no file \`${name}\``)
  throw unsound(name, [diagnoseProblem(name, problem, 'settings')])
}

function unsound(name: string, diagnostics: readonly Diagnostic[]): UsageError {
  return new UsageError(`\`${name}\` cannot be used as a list of bank holidays`, diagnostics)
}

function shortYearRemarks(
  list: BankHolidayList,
  placeOf: (path: (string | number)[]) => Place,
): Diagnostic[] {
  return shortYears(list).map(({ division, index, missing, ...year }) =>
    diagnose(placeOf([division, 'events', index, 'date']), 'calendar-year-short', {
      ...year,
      division: DIVISION_NAMES[division],
      missing: missing.map(({ date, title }) => `${title} (${longDate(date)})`).join(', '),
    }),
  )
}
