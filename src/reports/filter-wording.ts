import type { Assessment } from '../assessment/assessment.ts'
import type { ActiveFilter } from '../assessment/filters.ts'
import { cut, printable } from '../terminal/printable.ts'

/** What a report is about, as the end of its heading; nothing where it is about all records. */
export function onlyWords({ filters }: Pick<Assessment, 'filters'>): string {
  const only = filterWords(filters)
  return only ? `, ${only}` : ''
}

/** More values than this of one filter would bury a heading, and so would longer ones. */
const MOST_VALUES = 5
const LONGEST_VALUE = 100

/** What a report is about where that is not all: `only authority Leeds or York, status overdue`. */
export function filterWords(filters: readonly ActiveFilter[]): string | undefined {
  if (filters.length === 0) return undefined
  const words = filters.map(({ name, values }) => {
    const named = values.slice(0, MOST_VALUES).map((value) => cut(printable(value), LONGEST_VALUE))
    const more = values.length > MOST_VALUES ? [`${values.length - MOST_VALUES} more`] : []
    const any = [...named, ...more].join(' or ')
    return name === 'path' ? any : `${name} ${any}`
  })
  return `only ${words.join(', ')}`
}
