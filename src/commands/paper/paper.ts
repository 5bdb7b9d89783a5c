import { dueNext } from '../../assessment/assessment.ts'
import type { ActiveFilter } from '../../assessment/filters.ts'
import { type Item, isOpen } from '../../assessment/item.ts'
import { type ItemDifference, pairsOf } from '../../assessment/match-items.ts'
import { latestExtension } from '../../assessment/moves.ts'
import { dayOf, type IsoDate } from '../../calendar/day.ts'
import { withoutDays } from '../../calendar/without-days.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { compareText } from '../../language/text-order.ts'
import { ALL_AREAS, NO_AREA, NO_OWNER, namesFor, type PaperNames } from './names.ts'
import { type Course, courseOf, lastOf, type NamedSum, type Sum, sumOf, talliesBy } from './sum.ts'

/** What a board reads: where everything stands, and what has become of it since its last meeting. */
export type Paper = {
  readonly today: IsoDate
  readonly since: IsoDate
  /** The day of the next meeting. */
  readonly until: IsoDate
  readonly filters: readonly ActiveFilter[]
  readonly sum: Sum
  readonly plans: readonly NamedSum[]
  readonly areas: readonly NamedSum[]
  readonly owners: readonly NamedSum[]
  readonly late: readonly Item[]
  readonly atRisk: readonly Item[]
  /** On track, and due by the next meeting. */
  readonly dueSoon: readonly Item[]
  /** What falls due next, all on one day, stages first. */
  readonly nextDue: readonly Item[]
  readonly moved: readonly MovedDue[]
  readonly finished: readonly Item[]
  /** What was reopened, or ended otherwise. */
  readonly others: readonly Course[]
  readonly decisions: readonly BoardDecision[]
  readonly names: PaperNames
}

/** The paper, and whether all records could be read, now and then. */
export type PaperAnswer = {
  readonly paper: Paper
  readonly complete: boolean
  readonly wasComplete: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** A due date that is another than it was; `workingDays` is negative where it is earlier. */
export type MovedDue = {
  readonly item: Item
  readonly from: IsoDate
  readonly to: IsoDate
  readonly workingDays: number
}

/** What a board is asked, about one item or, of owners, about all that it is asked nothing else about. */
export type BoardDecision = {
  readonly kind: 'agreeDate' | 'acceptDate' | 'unblock' | 'nameOwner'
  readonly items: readonly Item[]
}

/** What stood on a day. */
export type Position = { readonly on: IsoDate; readonly items: readonly Item[] }

export type PaperQuestion = {
  readonly until: IsoDate
  readonly filters: readonly ActiveFilter[]
  isMeant(item: Item): boolean
  titleOf(framework: string): string
  /** The working days of the framework of an item. */
  daysOf(item: Item): WorkingDays
}

/** The paper about what became of a position. */
export function paperOf(then: Position, now: Position, question: PaperQuestion): Paper {
  const { until, filters } = question
  const pairs = pairsOf(then.items, now.items).filter((pair) => question.isMeant(lastOf(pair)))
  const courses = pairs.map((pair) => courseOf(pair, then.on))
  const names = namesFor(courses.map(lastOf), question.titleOf)
  const open = courses.flatMap(({ now: item }) => (item && isOpen(item) ? [item] : [])).sort(byDue)
  const having = (status: Item['status']) => open.filter((item) => item.status === status)
  const isDue = ({ due }: Item) => due !== null && due <= until
  const isFinished = ({ flows }: Course) => flows.includes('finished')
  return {
    today: now.on,
    since: then.on,
    until,
    filters,
    sum: sumOf(courses),
    plans: talliesBy(courses, names.plan),
    areas: areasOf(courses, names),
    owners: talliesBy(courses, names.owner, NO_OWNER),
    late: having('overdue'),
    atRisk: having('atRisk'),
    dueSoon: having('onTrack').filter(isDue),
    nextDue: dueNext(open),
    moved: pairs
      .flatMap((pair) => moved(pair, then.on, question))
      .sort((a, b) => byDue(a.item, b.item)),
    finished: courses.filter(isFinished).map(lastOf).sort(byEnd),
    others: courses.filter(({ flows }) => flows.some((flow) => !EXPECTED.has(flow))),
    decisions: decisionsOf(open, now.on),
    names,
  }
}

/** What happens to items as a rule, and needs no words of its own. */
const EXPECTED: ReadonlySet<string> = new Set(['added', 'finished'])

function areasOf(courses: readonly Course[], names: PaperNames): readonly NamedSum[] {
  const tallies = talliesBy(courses, names.area, ALL_AREAS)
  const isNone = ({ name }: NamedSum) => name === NO_AREA
  return [...tallies.filter((tally) => !isNone(tally)), ...tallies.filter(isNone)]
}

function moved(
  { former, now }: ItemDifference,
  since: IsoDate,
  { daysOf }: PaperQuestion,
): MovedDue[] {
  const from = former?.due ?? (now && unextendedSince(now, since))
  if (!from || !now?.due || from === now.due) return []
  const days = withoutDays(daysOf(now), now.schoolHolidays)
  const workingDays = days.between(dayOf(from), dayOf(now.due))
  return [{ item: now, from, to: now.due, workingDays }]
}

/** The due date of an item that is new without what was granted after a day, as its record dates that. */
function unextendedSince({ basis, background, originalDue }: Item, since: IsoDate): IsoDate | null {
  if (basis !== 'extended') return null
  const granted = background.extensions.filter(({ on = '' }) => on <= since)
  return latestExtension(granted)?.to ?? originalDue
}

/** Each open item is asked about once, under the first decision that fits. */
function decisionsOf(open: readonly Item[], today: IsoDate): readonly BoardDecision[] {
  const kinds = new Map(open.map((item) => [item, decisionOn(item, today)]))
  const asked = (kind: BoardDecision['kind']) => open.filter((item) => kinds.get(item) === kind)
  const each = (['agreeDate', 'acceptDate', 'unblock'] as const).flatMap((kind) =>
    asked(kind).map((item) => ({ kind, items: [item] })),
  )
  const ownerless = asked('nameOwner')
  return ownerless.length > 0 ? [...each, { kind: 'nameOwner', items: ownerless }] : each
}

function decisionOn(
  { status, expected, due, blocked, owner }: Item,
  today: IsoDate,
): BoardDecision['kind'] | undefined {
  // A day that has passed without anything done says no more than none.
  const isExpected = expected !== null && expected >= today
  if (status === 'overdue') return isExpected ? 'acceptDate' : 'agreeDate'
  if (isExpected && due !== null && expected > due) return 'acceptDate'
  if (blocked !== null) return 'unblock'
  return owner === null ? 'nameOwner' : undefined
}

const NEVER = '9999'

function byDue(a: Item, b: Item): number {
  return compareText(a.due ?? NEVER, b.due ?? NEVER) || compareText(a.id, b.id)
}

function byEnd(a: Item, b: Item): number {
  return compareText(a.submitted ?? NEVER, b.submitted ?? NEVER) || compareText(a.id, b.id)
}
