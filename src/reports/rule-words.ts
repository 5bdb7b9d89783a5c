import { count } from '../assessment/sentences.ts'
import type { Period } from '../calendar/period.ts'
import { longDate } from '../calendar/words.ts'
import { type Clock, clocksOf, type Stage } from '../frameworks/framework.ts'
import type { Fact } from '../page/page.ts'

/** The rules of a framework in words. */

const UNITS: Record<Period['unit'], string> = {
  workingDays: 'working day',
  calendarDays: 'calendar day',
  months: 'month',
}

const CLOCKS: Record<Clock, string> = {
  received: 'receipt',
  sent: 'the day of sending',
  published: 'publication',
  visited: 'the last day of the visit',
}

/** How long the authority has: `20 working days`. */
export function periodWords({ count: number, unit }: Period): string {
  return count(number, UNITS[unit])
}

/** From when it is counted: `from receipt, else from publication`. */
export function clockWords(stage: Stage): string {
  return clocksOf(stage)
    .map((clock) => `from ${CLOCKS[clock]}`)
    .join(', else ')
}

/** Which day is day 1. */
export function firstDayWords({ firstDay, period }: Stage): string {
  if (firstDay === 'sameDay') return 'that day is day 1'
  return `the next ${period.unit === 'workingDays' ? 'working day' : 'day'} is day 1`
}

/** Whether the stage is always demanded, and whether it is to be published. */
export function requiredWords({ required, demand }: Stage): string {
  const when = required === 'always' ? 'always' : 'with an area for priority action'
  return demand === 'publish' ? `${when}, to be published` : when
}

/** For which dates of the clock a rule holds; nothing where it always has. */
export function validityWords({ from, until }: Stage): string {
  const since = from && `since ${longDate(from)}`
  const end = until && `until ${longDate(until)}`
  return [since, end].filter(Boolean).join(', ')
}

/** Where a rule is written, and how sure each part of it is. */
export function sourceFacts(citation: Stage['citation']): Fact[] {
  const { url, certain = '', inferred = '', notFound = '', note = '' } = citation
  return [
    ['Source', [citationWords(citation), url]],
    ['Certain', certain],
    ['Inferred', inferred],
    ['Not found', notFound],
    ['In doubt', note],
  ]
}

/** Where a rule is written, by whom, and when somebody last looked. */
export function citationWords({ name, kind, checked }: Stage['citation']): string {
  return `${name} (${kind} source, checked on ${longDate(checked)})`
}
