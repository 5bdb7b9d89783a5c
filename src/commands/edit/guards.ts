import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import type { Action } from '../../records/action.ts'
import type { PlanStage } from '../../records/plan-stage.ts'
import type { InspectionRecord } from '../../records/record.ts'
import type { Path } from '../../yaml/place.ts'
import { areaIdFor, areaIdsIn } from './areas.ts'

export type Subject = {
  readonly record: InspectionRecord
  /** The item as at today; undefined for an edit of the record itself. */
  readonly item: Item | undefined
  /** The path of the item, or of the record, in the file. */
  readonly path: Path
  readonly today: IsoDate
  /** How many entries the list at a path has; 0 where there is none. */
  sizeOf(path: Path): number
  /** The ids of all actions in the file. */
  readonly actionIds: readonly string[]
}

export type EditOptions = {
  readonly on: IsoDate
  readonly to: IsoDate
  readonly until: IsoDate
  readonly planned: IsoDate | undefined
  readonly evidence: string | undefined
  readonly by: string
  readonly reason: string
  readonly rule: string
  readonly approvedBy: string
  readonly step: string
  /** What a progress note says. */
  readonly text: string
  readonly percent: number | undefined
  readonly owner: string
  /** Of a new action. */
  readonly title: string
  readonly due: IsoDate | undefined
  readonly id: string | undefined
  readonly answers: readonly string[]
}

/** Why an edit is probably a slip, and the key that contradicts it, relative to `Subject.path`. */
export type Objection = { readonly because: string; readonly key: Path }
export type Guard<K extends keyof EditOptions = never> = (
  subject: Subject,
  options: Pick<EditOptions, K>,
) => Objection | undefined

const objection = (because: string, ...key: Path): Objection => ({ because, key })

export function stageOf({ record, item }: Subject): PlanStage {
  return record.plan?.[item?.stage ?? ''] ?? {}
}

export function actionOf({ record, item }: Subject): Partial<Action> {
  return record.actions?.find(({ id }) => item?.id.endsWith(`#${id}`)) ?? {}
}

export const isNotAhead: Guard<'on'> = ({ today }, { on }) =>
  on > today
    ? objection(`${longDate(on)} is in the future: today is ${longDate(today)}`)
    : undefined

export const isAhead: Guard<'on'> = ({ today }, { on }) =>
  on < today ? objection(`${longDate(on)} is in the past: today is ${longDate(today)}`) : undefined

export const isNotBeforeVisit: Guard<'on'> = ({ record: { visited } }, { on }) => {
  const first = typeof visited === 'object' ? visited.from : visited
  if (first === undefined || on >= first) return undefined
  return objection(
    `the visit was ${first.length === 10 ? `on ${longDate(first)}` : `in ${first}`}, later than ${longDate(on)}`,
  )
}

export const isNotBeforeReport: Guard<'on'> = ({ record: { received } }, { on }) =>
  received !== undefined && on < received
    ? objection(`the report was received on ${longDate(received)}, later than ${longDate(on)}`)
    : undefined

export const isNotAfterPublication: Guard<'on'> = ({ record: { published } }, { on }) =>
  published !== undefined && on > published
    ? objection(
        `the report was published on ${longDate(published)}, so it was received by then: give the day with \`--on\``,
        'published',
      )
    : undefined

/** Another day of submission would contradict the recorded one. */
export const isNotSubmitted: Guard = (subject) => {
  const { submitted } = stageOf(subject)
  return submitted && objection(`it was submitted on ${longDate(submitted)}`, 'submitted')
}

export const isNotSubmittedElsewhen: Guard<'on'> = (subject, { on }) =>
  stageOf(subject).submitted === on ? undefined : isNotSubmitted(subject, {})

export const isNotClosed: Guard = (subject) => {
  const { closed } = { ...stageOf(subject), ...actionOf(subject) }
  return closed && objection(`it was closed on ${longDate(closed.on)}`, 'closed')
}

export const isNotDone: Guard = (subject) => {
  const { done } = actionOf(subject)
  return done && objection(`it was done on ${longDate(done)}`, 'done')
}

export const isNotDoneElsewhen: Guard<'on'> = (subject, { on }) =>
  actionOf(subject).done === on ? undefined : isNotDone(subject, {})

export const keepsEvidence: Guard<'evidence'> = (subject, { evidence }) => {
  const { evidence: known } = { ...stageOf(subject), ...actionOf(subject) }
  if (evidence === undefined || known === undefined || known === evidence) return undefined
  return objection('it already has other evidence', 'evidence')
}

export const isDemanded: Guard = ({ item }) => {
  if (item?.status === 'notRequired') {
    return objection(`it is not required: ${item.why.join('; ')}`)
  }
  return item?.status === 'waiting'
    ? objection(
        `it is waiting: ${item.why.join('; ')}; record first when the report came: \`plandue receive\``,
      )
    : undefined
}

export const isOpenItem: Guard = ({ item }) =>
  item && ['met', 'metLate', 'closed', 'notRequired'].includes(item.status)
    ? objection('there is nothing to waive: it is not open')
    : undefined

/** Later than the due date and every recorded extension, including future ones. */
export const isLater: Guard<'to'> = (subject, { to }) => {
  const { extensions = [] } = { ...stageOf(subject), ...actionOf(subject) }
  const extended = extensions.map((one) => one.to)
  const latest = extended.sort().at(-1)
  if (latest !== undefined && to <= latest) {
    return objection(
      `that would change nothing: it is extended to ${longDate(latest)} already, and the latest date counts`,
    )
  }
  const due = subject.item?.due ?? ''
  return to > due ? undefined : objection(`it is already due as late as ${longDate(due)}`)
}

export const isNotReceivedElsewhen: Guard<'on'> = ({ record: { received } }, { on }) =>
  received !== undefined && received !== on
    ? objection(`the report was received on ${longDate(received)}`, 'received')
    : undefined

export const endsLater: Guard<'rule' | 'until'> = ({ item, today }, { rule, until }) => {
  if (until < today)
    return objection(`${longDate(until)} is in the past: today is ${longDate(today)}`)
  const longer = item?.waivers.find((one) => one.rule === rule && one.until >= until)
  return longer && objection(`\`${rule}\` is waived until ${longDate(longer.until)}`)
}

/** What blocks it stays on record until it is unblocked. */
export const isNotBlockedElse: Guard<'reason'> = (subject, { reason }) => {
  const { blocked } = actionOf(subject)
  if (blocked === undefined || blocked === reason) return undefined
  return objection(`it is blocked already: ${blocked.trim()}; unblock it first`, 'blocked')
}

export const isNewAction: Guard<'title' | 'due'> = (
  { record: { actions = [] } },
  { title, due },
) => {
  const known = actions.find((one) => one.title === title && one.due === due)
  return known && objection(`\`${known.id}\` is the same action`)
}

export const areKnownAreas: Guard<'answers'> = ({ record }, { answers }) => {
  const known = areaIdsIn(record)
  const unknown = answers.find((id) => areaIdFor(id, known) === undefined)
  if (unknown === undefined) return undefined
  return objection(
    known.length === 0
      ? `there is no area \`${unknown}\`: the record has no areas`
      : `there is no area \`${unknown}\` in the record: ${didYouMeanOr(unknown, known)}`,
  )
}

export const isDueAfterVisit: Guard<'due'> = (subject, { due }) =>
  due === undefined ? undefined : isNotBeforeVisit(subject, { on: due })

/** A step is taken today or earlier, and planned for today or later. */
export const isStepDay: Guard<'on' | 'planned'> = (subject, { on, planned }) =>
  planned === undefined ? isNotAhead(subject, { on }) : isAhead(subject, { on: planned })

export const isStepNotDone: Guard<'step' | 'on' | 'planned'> = (subject, { step, on, planned }) => {
  const done = stageOf(subject).steps?.[step]?.done
  if (done === undefined || (planned === undefined && done === on)) return undefined
  return objection(`the step was taken on ${longDate(done)}`, 'steps', step, 'done')
}
