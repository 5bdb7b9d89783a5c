import { diagnose } from '../diagnostics/diagnostic.ts'
import { shortened } from '../yaml/describe.ts'
import type { Path } from '../yaml/place.ts'
import { disorder, type Fault, type PlaceOf } from './date-order.ts'
import type { InspectionRecord } from './record.ts'

/** The ids of the stages of a framework; undefined if there is no such framework. */
export type StagesOf = {
  (framework: string): readonly string[] | undefined
  readonly known: readonly string[]
}

/** What in a record contradicts the rest of it: names that lead nowhere, dates in the wrong order. */
export function faultsOf(record: InspectionRecord, placeOf: PlaceOf, stagesOf: StagesOf): Fault[] {
  return [
    ...unknownNames(record, placeOf, stagesOf),
    ...takenIds(record, placeOf, stagesOf(record.framework) ?? []),
    ...brokenReferences(record, placeOf, stagesOf(record.framework) ?? []),
    ...disorder(record, placeOf),
    ...contradictions(record, placeOf),
  ]
}

function unknownNames(record: InspectionRecord, placeOf: PlaceOf, stagesOf: StagesOf): Fault[] {
  const { framework, plan = {} } = record
  const stages = stagesOf(framework)
  if (!stages) {
    const args = { found: shortened(framework), known: stagesOf.known }
    const place = placeOf(['framework'])
    return [{ path: ['framework'], diagnostic: diagnose(place, 'unknown-framework', args) }]
  }
  return Object.keys(plan)
    .filter((stage) => !stages.includes(stage))
    .map((stage) => {
      const place = placeOf(['plan', stage], 'key')
      // What was meant for another stage is missing there: no stage of the plan can be trusted.
      return {
        path: ['plan'],
        diagnostic: diagnose(place, 'unknown-stage', {
          stage: shortened(stage),
          framework,
          known: stages,
        }),
      }
    })
}

function takenIds(record: InspectionRecord, placeOf: PlaceOf, stages: readonly string[]): Fault[] {
  const taken = new Map(stages.map((stage) => [stage, () => 'a stage has it']))
  const actions = clashes('actions', record.actions ?? [], taken, placeOf)
  const areas = new Map<string, () => string>()
  return [
    ...actions,
    ...clashes('areasForPriorityAction', record.areasForPriorityAction ?? [], areas, placeOf),
    ...clashes('areasForImprovement', record.areasForImprovement ?? [], areas, placeOf),
  ]
}

function clashes(
  key: string,
  entries: readonly { readonly id: string }[],
  taken: Map<string, () => string>,
  placeOf: PlaceOf,
): Fault[] {
  return entries.flatMap(({ id }, index) => {
    const where = taken.get(id)
    if (where === undefined) {
      taken.set(id, () => `it is first used on line ${placeOf([key, index, 'id']).line}`)
      return []
    }
    const place = placeOf([key, index, 'id'])
    const args = { id: shortened(id), where: where() }
    return [{ path: [key, index], diagnostic: diagnose(place, 'duplicate-id', args) }]
  })
}

function brokenReferences(
  record: InspectionRecord,
  placeOf: PlaceOf,
  stages: readonly string[],
): Fault[] {
  const {
    areasForPriorityAction = [],
    areasForImprovement = [],
    actions = [],
    waivers = [],
  } = record
  const areas = () => [...areasForPriorityAction, ...areasForImprovement].map(({ id }) => id)
  const items = () => [...stages, ...actions.map(({ id }) => id)]
  const answers = actions.flatMap(({ answers = [] }, action) =>
    answers.map((id, index) => ({ id, path: ['actions', action, 'answers', index] })),
  )
  const waived = waivers.map(({ item }, index) => ({ id: item, path: ['waivers', index, 'item'] }))
  return [
    ...unknownOnes(answers, areas, 'area', placeOf),
    ...unknownOnes(waived, items, 'stage or action', placeOf),
  ]
}

function unknownOnes(
  references: readonly { id: string; path: Path }[],
  knownOnes: () => readonly string[],
  what: string,
  placeOf: PlaceOf,
): Fault[] {
  // Most records have no references.
  if (references.length === 0) return []
  const known = knownOnes()
  const all = new Set(known)
  return references
    .filter(({ id }) => !all.has(id))
    .map(({ id, path }) => ({
      path,
      diagnostic: diagnose(placeOf(path), 'unknown-reference', { id: shortened(id), what, known }),
    }))
}

function contradictions(record: InspectionRecord, placeOf: PlaceOf): Fault[] {
  return [...closedStages(record, placeOf), ...closedActions(record, placeOf)]
}

function closedStages({ plan = {} }: InspectionRecord, placeOf: PlaceOf): Fault[] {
  return Object.entries(plan)
    .filter(([, { submitted, closed }]) => submitted && closed)
    .map(([stage]) => {
      const path = ['plan', stage, 'closed']
      const place = placeOf(path, 'key')
      return { path, diagnostic: diagnose(place, 'submitted-and-closed', { stage }) }
    })
}

function closedActions({ actions = [] }: InspectionRecord, placeOf: PlaceOf): Fault[] {
  return actions.flatMap(({ id, done, closed }, index) => {
    if (!done || !closed) return []
    const diagnostic = diagnose(placeOf(['actions', index, 'closed'], 'key'), 'done-and-closed', {
      action: shortened(id),
    })
    return [{ path: ['actions', index], diagnostic }]
  })
}
