import { type AssessmentContext, assessRecord } from '../../src/assessment/assess-record.ts'
import type { BackPlan } from '../../src/assessment/back-plan.ts'
import type { Margins } from '../../src/assessment/margins.ts'
import { dayOf } from '../../src/calendar/day.ts'
import { workingDaysBy } from '../../src/calendar/working-days.ts'
import { type Framework, stageIds } from '../../src/frameworks/framework.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { readRecord } from '../../src/records/read-record.ts'

type Options = { margins?: Margins; frameworks?: readonly Framework[]; backPlan?: BackPlan }

const workingDaysOf = workingDaysBy([])
const NO_BACK_PLAN: BackPlan = { governance: {}, closures: [] }

/** What a record amounts to as at a day: its items by their ids after the `#`, and its diagnostics. */
export function assess(text: string, today: string, options: Options = {}) {
  const { reading, items, diagnostics } = assessed(text, today, options)
  const named = Object.fromEntries(items.map((item) => [item.id.replace('r#', ''), item]))
  return {
    items: named,
    diagnostics: [...reading.diagnostics, ...diagnostics],
  }
}

/** A record as it was read, its items as at a day, and by what they were assessed. */
export function assessed(text: string, today: string, options: Options = {}) {
  const { margins = {}, frameworks = shippedFrameworks, backPlan = NO_BACK_PLAN } = options
  const byId = new Map(frameworks.map((framework) => [framework.id, framework]))
  const stagesOf = (id: string) => {
    const framework = byId.get(id)
    return framework && stageIds(framework)
  }
  const known = { known: [...byId.keys()] }
  const reading = readRecord(text, { file: 'r.yaml', id: 'r' }, Object.assign(stagesOf, known))
  const terms: AssessmentContext = {
    today: dayOf(today),
    frameworks: byId,
    workingDaysOf,
    margins,
    backPlan,
  }
  return { reading, terms, ...assessRecord(reading, terms) }
}

/** One item of a record, which must be there. */
export function itemOf(text: string, id: string, today: string, options: Options = {}) {
  const { items, diagnostics } = assess(text, today, options)
  const item = items[id]
  if (!item)
    throw new Error(`no item ${id}: ${diagnostics.map(({ message }) => message).join('; ')}`)
  return item
}
