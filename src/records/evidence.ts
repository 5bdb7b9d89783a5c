import type { IsoDate } from '../calendar/day.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { RecordReading } from './read-record.ts'

/** A file that is to show that something was sent or done. */
export type Evidence = {
  readonly path: string
  readonly what: 'submitted' | 'done'
  /** The day on which it was; null while it is not. */
  readonly on: IsoDate | null
  readonly place: Place
}

/** The files that a record names as evidence; what was sent or done after a day is left out. */
export function evidenceOf({ record, placeOf }: RecordReading, today: IsoDate): Evidence[] {
  const { plan = {}, actions = [] } = record ?? {}
  const stages = Object.entries(plan).flatMap(([stage, { evidence, submitted }]) =>
    isPath(evidence)
      ? [{ path: evidence, what: 'submitted' as const, on: submitted, at: ['plan', stage] }]
      : [],
  )
  const done = actions.flatMap(({ evidence, done }, index) =>
    isPath(evidence)
      ? [{ path: evidence, what: 'done' as const, on: done, at: ['actions', index] }]
      : [],
  )
  return [...stages, ...done]
    .filter(({ on }) => on === undefined || on <= today)
    .map(({ on = null, at, ...rest }) => ({ ...rest, on, place: placeOf([...at, 'evidence']) }))
}

/** Whether evidence is named by a path; what has a scheme is an address. */
function isPath(evidence: string | undefined): evidence is string {
  return evidence !== undefined && !/^[a-z][a-z\d+.-]*:\/\//i.test(evidence)
}
