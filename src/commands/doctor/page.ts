import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { count } from '../../language/count.ts'
import { formatsOf } from '../../page/formats.ts'
import { heading, type Page, points, rows, type View, warning } from '../../page/page.ts'
import type { Tone } from '../../terminal/tones.ts'
import type { Check, CheckResult, State } from './finding.ts'

export type DoctorAnswer = {
  readonly today: IsoDate
  readonly complete: boolean
  readonly findings: readonly CheckResult[]
}

/** The formats of `doctor`. */
export const doctorReports = formatsOf<DoctorAnswer>(
  doctorPage,
  ({ today, complete, findings }) => ({ today, complete, checks: findings }),
)

const NAMES: Record<Check, string> = {
  schedule: 'Schedule',
  configuration: 'Configuration',
  records: 'Records',
  bankHolidays: 'Bank holidays',
  quietRecords: 'Quiet records',
  reminders: 'Reminders',
  channels: 'Channels',
  repository: 'Repository',
}

const STATE_WORDS: Record<State, string> = {
  ok: 'ok',
  warning: 'warning',
  failure: 'failure',
  unknown: 'unknown',
}

const STATE_TONES: Record<State, Tone> = {
  ok: 'good',
  warning: 'risky',
  failure: 'bad',
  unknown: 'open',
}

function doctorPage(answer: DoctorAnswer, { quiet, verbose }: View): Page {
  const { today, complete, findings } = answer
  const shown = quiet ? findings.filter(needsAttention) : findings
  if (quiet && shown.length === 0) return []
  return [
    ...warning(complete ? undefined : INCOMPLETE),
    heading(`Upkeep as at ${longDate(today)}: ${totals(findings)}`),
    rows([{ name: '' }, { name: '' }, { name: '', wraps: true }], shown.map(row)),
    ...(verbose ? shown.flatMap(details) : []),
  ]
}

const INCOMPLETE = 'Incomplete: something could not be read, so there may be further problems'

function totals(findings: readonly CheckResult[]): string {
  const of = (state: State) => findings.filter((finding) => finding.state === state).length
  const numbers = [
    ...(of('failure') > 0 ? [count(of('failure'), 'failure')] : []),
    ...(of('warning') > 0 ? [count(of('warning'), 'warning')] : []),
    ...(of('unknown') > 0 ? [`${of('unknown')} unknown`] : []),
  ]
  return numbers.join(', ') || 'all in order'
}

function row({ check, state, what, next }: CheckResult) {
  return [
    NAMES[check],
    { text: STATE_WORDS[state], tone: STATE_TONES[state] },
    next === null ? what : `${what} ${next}`,
  ]
}

function details({ check, details: all }: CheckResult): Page {
  return all.length > 0 ? [heading(NAMES[check]), points(all)] : []
}

function needsAttention({ state }: CheckResult): boolean {
  return state === 'failure' || state === 'warning'
}
