import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import { shortened } from '../yaml/describe.ts'
import type { Path } from '../yaml/place.ts'
import type { InspectionRecord } from './record.ts'

/** The ids of the stages of a framework; undefined if there is no such framework. */
export type StagesOf = {
  (framework: string): readonly string[] | undefined
  readonly known: readonly string[]
}

type Fault = { readonly path: Path; readonly diagnostic: Diagnostic }
type PlaceOf = (path: Path, part?: 'key' | 'value') => Place

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
  const areas = [...areasForPriorityAction, ...areasForImprovement].map(({ id }) => id)
  const items = [...stages, ...actions.map(({ id }) => id)]
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
  known: readonly string[],
  what: string,
  placeOf: PlaceOf,
): Fault[] {
  const all = new Set(known)
  return references
    .filter(({ id }) => !all.has(id))
    .map(({ id, path }) => ({
      path,
      diagnostic: diagnose(placeOf(path), 'unknown-reference', { id: shortened(id), what, known }),
    }))
}

/**
 * Of each action, that it is promised for a day before there was anything to promise; of each date that
 * a letter states, that there was no letter yet.
 */
function earlyDues(record: InspectionRecord): DatePair[] {
  const { visited, received, sent, published, plan = {}, actions = [] } = record
  const visit = typeof visited === 'object' ? visited.from : visited
  const report = received ?? sent ?? published
  const [earlier, first] = visit ? ['`visited`', visit] : ['the report', report]
  const dues: Due[] = [
    ...actions.map(({ due }, index): Due => ['`due`', due, ['actions', index, 'due']]),
    ...Object.entries(plan).map(
      ([stage, { stated }]): Due => ['`stated`', stated, ['plan', stage, 'stated']],
    ),
  ]
  return dues.map(([later, due, path]) => [earlier ?? '', first, later, due, path])
}

type Due = [string, string | undefined, Path]

/** Of each school holiday, that it ends before it begins. */
function brokenHolidays({ schoolHolidays = [] }: InspectionRecord) {
  return schoolHolidays.map(
    ({ from, to }, index): DatePair => [
      'its first day',
      from,
      'the last day of a school holiday',
      to,
      ['schoolHolidays', index, 'to'],
    ],
  )
}

/** The name and the date that cannot be the later one, those of the other, and where that stands. */
type DatePair = [string, string | undefined, string, string | undefined, Path]

/** Pairs of dates of which the first cannot be after the second. */
function disorder(record: InspectionRecord, placeOf: PlaceOf): Fault[] {
  const { visited, received, published, sent, plan = {} } = record
  const range = typeof visited === 'object' ? visited : undefined
  const visit = range?.from ?? (typeof visited === 'string' ? visited : undefined)
  const reported = received ?? sent ?? published
  const pairs: DatePair[] = [
    ['its first day', range?.from, 'the last day of `visited`', range?.to, ['visited', 'to']],
    ['`visited`', visit, '`received`', received, ['received']],
    ['`visited`', visit, '`published`', published, ['published']],
    ['`received`', received, '`published`', published, ['published']],
    ['`visited`', visit, '`sent`', sent, ['sent']],
    ['`sent`', sent, '`received`', received, ['received']],
    ['`sent`', sent, '`published`', published, ['published']],
    ...earlyDues(record),
    ...brokenHolidays(record),
    ...Object.entries(plan).flatMap(([stage, { submitted, closed }]): DatePair[] => [
      [
        received ? '`received`' : '`visited`',
        received ?? visit,
        '`submitted`',
        submitted,
        ['plan', stage, 'submitted'],
      ],
      ['the report', reported, '`closed`', closed?.on, ['plan', stage, 'closed', 'on']],
    ]),
  ]
  return pairs
    .filter(([, first, , second]) => first && second && second < first)
    .map(([earlier, , later, , path]) => ({
      path,
      diagnostic: diagnose(placeOf(path), 'out-of-order', { earlier, later }),
    }))
}

function contradictions({ plan = {} }: InspectionRecord, placeOf: PlaceOf): Fault[] {
  return Object.entries(plan)
    .filter(([, { submitted, closed }]) => submitted && closed)
    .map(([stage]) => {
      const path = ['plan', stage, 'closed']
      const place = placeOf(path, 'key')
      return { path, diagnostic: diagnose(place, 'submitted-and-closed', { stage }) }
    })
}
