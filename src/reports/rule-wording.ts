import { longDate } from '../calendar/format-date.ts'
import type { Period } from '../calendar/period.ts'
import { type Clock, clocksOf, type Stage } from '../frameworks/framework.ts'
import { count } from '../language/count.ts'
import type { Fact } from '../page/page.ts'

/** The rules of a framework in words. */

const UNITS: Record<Period['unit'], string> = {
  workingDays: 'working day',
  calendarDays: 'calendar day',
  months: 'month',
}

/** What a period runs from, after the word `from`. */
export const CLOCK_WORDS: Record<Clock, string> = {
  received: 'receipt',
  sent: 'the day of sending',
  published: 'publication',
  visited: 'the last day of the visit',
  submitted: 'the submission',
}

/** How long the authority has: `20 working days`. */
export function periodWords({ count: number, unit }: Period): string {
  return count(number, UNITS[unit])
}

/** From when it is counted: `from receipt, else from publication`. */
export function clockWords(stage: Stage): string {
  return clocksOf(stage)
    .map(
      (clock) => `from ${CLOCK_WORDS[clock]}${clock === 'submitted' ? ` of ${stage.after}` : ''}`,
    )
    .join(', else ')
}

/** Which day is day 1. */
export function firstDayWords({ firstDay, period }: Stage): string {
  if (firstDay === 'sameDay') return 'that day is day 1'
  return `the next ${period.unit === 'workingDays' ? 'working day' : 'day'} is day 1`
}

/** When the stage is demanded, and what is to be done with it. */
export function requiredWords({ required, demand, optional }: Stage): string {
  const when = required === 'always' ? 'always' : 'with an area for priority action'
  const what = demand && DEMANDS[demand]
  const choice = optional
    ? 'only where `stages` in the configuration, or a key under `plan` in the record, asks for it'
    : undefined
  return [when, what, choice].filter(Boolean).join(', ')
}

const DEMANDS: Record<NonNullable<Stage['demand']>, string> = {
  send: 'to be sent',
  publish: 'to be published',
  prepare: 'to be prepared',
  make: 'to be made',
}

/** A time in which the period was not the only limit. */
export function relaxationWords({ from, until, text, citation }: Relaxation): string {
  return `from ${longDate(from)} to ${longDate(until)}: “${text}” (${citation.name})`
}

type Relaxation = NonNullable<Stage['relaxed']>[number]

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
    ['Note', note],
  ]
}

/** Where a rule is written, by whom, and when somebody last looked. */
export function citationWords({ name, kind, checked }: Stage['citation']): string {
  return `${name} (${kind} source, checked on ${longDate(checked)})`
}
