import type { InspectionRecord } from '../../records/record.ts'

/** The ids of the areas of a record, those for priority action first. */
export function areaIdsIn({
  areasForPriorityAction = [],
  areasForImprovement = [],
}: InspectionRecord): readonly string[] {
  return [...areasForPriorityAction, ...areasForImprovement].map(({ id }) => id)
}

/** The id that is meant, as the record writes it; undefined where there is none. */
export function areaIdFor(text: string, known: readonly string[]): string | undefined {
  const lower = text.toLowerCase()
  return known.find((id) => id === text) ?? known.find((id) => id.toLowerCase() === lower)
}
