import type { InspectionRecord } from './record.ts'

/** The days of an inspection and its report. */
export type Dated = Pick<InspectionRecord, 'visited' | 'published' | 'received' | 'sent'>

/** Whether both have one of their days alike: inspections of one authority and framework that do are the same. */
export function haveSameDay(one: Dated, other: Dated): boolean {
  const isAlike = (dayOf: (dated: Dated) => string | undefined) =>
    dayOf(one) !== undefined && dayOf(one) === dayOf(other)
  return (
    isAlike(visitOf) ||
    (['published', 'received', 'sent'] as const).some((key) => isAlike((dated) => dated[key]))
  )
}

function visitOf({ visited }: Dated): string | undefined {
  return typeof visited === 'object' ? `${visited.from} ${visited.to}` : visited
}
