/** What doctor checks, in the order of its output. */
const CHECKS = [
  'schedule',
  'configuration',
  'records',
  'bankHolidays',
  'quietRecords',
  'reminders',
  'channels',
  'repository',
] as const

export type Check = (typeof CHECKS)[number]

/** `unknown` is neither a fault nor an `ok`. */
export type State = 'ok' | 'warning' | 'failure' | 'unknown'

/** What one check came to. */
export type CheckResult = {
  readonly check: Check
  readonly state: State
  /** What was found, as a sentence. */
  readonly what: string
  /** What to do about it, as a sentence. */
  readonly next: string | null
  /** What there is to know besides, one text each. */
  readonly details: readonly string[]
}

/** A finding with nothing to do and no more to know, unless `rest` says otherwise. */
export function finding(
  check: Check,
  state: State,
  what: string,
  rest: Partial<Pick<CheckResult, 'next' | 'details'>> = {},
): CheckResult {
  return { check, state, what, next: null, details: [], ...rest }
}

/** 1 for a failure, and for a warning where the user is strict; else 0. */
export function exitCodeFor(findings: readonly CheckResult[], isStrict: boolean): 0 | 1 {
  const fails = ({ state }: CheckResult) => state === 'failure' || (isStrict && state === 'warning')
  return findings.some(fails) ? 1 : 0
}
