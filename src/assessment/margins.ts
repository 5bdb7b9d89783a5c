import type { Period } from '../calendar/period.ts'
import { ownValue } from '../language/own-value.ts'

/** At how many working days left an open item counts as at risk, where a user has set it. */
export type Margins = {
  /** For every item, from the command line. */
  readonly all?: number
  /** By stage id, and `action`, from the configuration. */
  readonly by?: Readonly<Record<string, number>>
}

const MOST = 10
const DAYS_IN_A_MONTH = 30

/** The margin of a stage, in working days: a third of its period, rounded up, and 10 at most. */
export function stageMargin(stage: string, period: Period, { all, by = {} }: Margins): number {
  const count = period.unit === 'months' ? period.count * DAYS_IN_A_MONTH : period.count
  return all ?? ownValue(by, stage) ?? Math.min(Math.ceil(count / 3), MOST)
}

/** The margin of an action, in working days. */
export function actionMargin({ all, by = {} }: Margins): number {
  return all ?? ownValue(by, 'action') ?? MOST
}
