import type { IsoDate } from '../calendar/day.ts'
import type { Framework, Stage } from '../frameworks/framework.ts'
import { ownValue } from '../language/own-value.ts'
import type { PlanStage } from '../records/plan-stage.ts'
import type { InspectionRecord } from '../records/record.ts'
import { clockOf } from './deadline.ts'

/** The rule for a stage of a record, and whether it is in force on the date of the clock. */
export type RuleOfStage = { readonly rule: Stage; readonly isInForce: boolean }

/**
 * The rules of a framework that hold for a record, one for each stage: those in force on the date of
 * the clock, else the nearest one. An optional stage is among them if `plan` has a key for it; `plan`
 * is that of the whole record, whatever the day.
 */
export function rulesFor(
  { stages }: Framework,
  record: InspectionRecord,
  plan: InspectionRecord['plan'],
): Map<string, RuleOfStage> {
  const rules = new Map<string, RuleOfStage>()
  for (const rule of stages.filter((stage) => isAskedFor(stage, ownValue(plan, stage.id)))) {
    const date = clockOf(rule, record)?.date
    const known = rules.get(rule.id)
    const found = { rule, isInForce: !date || isInForce(rule, date) }
    if (!known || isBetter(found, known, date)) rules.set(rule.id, found)
  }
  return rules
}

/** Whether a rule holds for a clock that starts on a date. */
export function isInForce({ from, until }: Stage, date: IsoDate): boolean {
  return (from ?? date) <= date && date <= (until ?? date)
}

/** Whether a rule holds for every report of a date: it is in force, asked for, and waits for no other stage. */
export function isOfAnyReport(rule: Stage, date: IsoDate): boolean {
  return !rule.optional && rule.clock !== 'submitted' && isInForce(rule, date)
}

/** What in a record shows that somebody asked for the stage. */
export const DEMANDING_KEYS = [
  'stated',
  'extensions',
  'submitted',
  'expected',
  'steps',
  'closed',
] as const

/** The first key of a stage that shows that it was asked for; undefined where none does. */
export function demandingKey(
  plan: PlanStage | undefined,
): (typeof DEMANDING_KEYS)[number] | undefined {
  return DEMANDING_KEYS.find((key) => plan?.[key] !== undefined)
}

/** Whether a stage needs no other date to stand somewhere: it has its own due date, or is settled. */
export function isDecided({ stated, extensions, submitted, closed }: PlanStage): boolean {
  return Boolean(stated || extensions?.length || submitted || closed)
}

function isAskedFor({ optional }: Stage, plan: PlanStage | undefined): boolean {
  return !optional || Object.keys(plan ?? {}).length > 0
}

/** One in force goes first, then the one whose time is nearer to the date. */
function isBetter(found: RuleOfStage, known: RuleOfStage, date: IsoDate | undefined): boolean {
  if (found.isInForce || known.isInForce || !date) return found.isInForce && !known.isInForce
  const isPast = ({ until }: Stage) => until !== undefined && until < date
  if (isPast(found.rule) !== isPast(known.rule)) return isPast(found.rule)
  return isPast(found.rule)
    ? (found.rule.until ?? '') > (known.rule.until ?? '')
    : (found.rule.from ?? '') < (known.rule.from ?? '')
}
