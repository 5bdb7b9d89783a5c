import type { Assessment } from '../assessment/assessment.ts'
import { type Item, isOpen, type Step } from '../assessment/item.ts'
import { movedWords, progressWords, waiverWords } from '../assessment/sentences.ts'
import { appliedWaivers, isWaived } from '../assessment/waivers.ts'
import { dayOf, type IsoDate, MILLISECONDS } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { capitalised } from '../language/capitalised.ts'
import { calendarFile, type DayEvent } from '../page/calendar-file.ts'
import { onlyWords } from './filter-wording.ts'
import type { Report, ReportOptions } from './report.ts'
import {
  closedDayWords,
  incompleteness,
  mayBeEarlier,
  PROVISIONAL,
  SCHOOL_HOLIDAYS_UNKNOWN,
  STATUS_WORDS,
} from './wording.ts'

/** For how many calendar days what is met or closed stays in a calendar, to be taken out of it. */
const KEPT = 60

/**
 * For Outlook and other calendars: an event on each due day and for each step on the way to it. The
 * texts do not depend on the day of the report, but for the categories.
 */
export const ics: Report = async (assessment, options) => {
  const { today, items } = assessment
  const touches = await options.touches()
  const shown = items.filter((item) => isOpen(item) || isJustOver(item, today))
  const warning = incompleteness(assessment)
  const latest = latestDates(assessment)
  const editionOf = (item: Item) => {
    const touched = touches(item.file)
    const editedAt = touched?.lastSeconds ?? secondsOf(latest.get(item.record) ?? today)
    return { sequence: touched?.commits ?? 0, editedAt }
  }
  return calendarFile({
    name: 'Action plans',
    description: warning ?? `Action plans${onlyWords(assessment)}`,
    events: [
      ...(warning === undefined ? [] : [incompleteEvent(warning, today)]),
      ...shown.flatMap((item) => eventsOf(item, editionOf(item), options)),
    ],
  })
}

function isJustOver({ due, submitted, background }: Item, today: IsoDate): boolean {
  const over = submitted ?? background.closedOn
  return due !== null && over !== null && dayOf(today) - dayOf(over) <= KEPT
}

/** The last day up to now that each record speaks of: what it says now, it may have said since then. */
function latestDates({ items, today }: Assessment): ReadonlyMap<string, IsoDate> {
  const latest = new Map<string, IsoDate>()
  for (const item of items) {
    const [last] = datesOf(item)
      .filter((date) => date <= today)
      .sort()
      .slice(-1)
    if (last && last > (latest.get(item.record) ?? '')) latest.set(item.record, last)
  }
  return latest
}

function datesOf({ submitted, extension, steps, progress, background }: Item): IsoDate[] {
  const { published, received, sent, closedOn } = background
  const done = steps.map((step) => step.done)
  const noted = progress.map(({ on }) => on)
  const all = [published, received, sent, closedOn, submitted, extension?.on, ...done, ...noted]
  return all.flatMap((date) => date ?? [])
}

function secondsOf(date: IsoDate): number {
  return (dayOf(date) * MILLISECONDS) / 1000
}

/** A calendar without a deadline looks like one in which nothing is due. */
function incompleteEvent(warning: string, today: IsoDate): DayEvent {
  return {
    id: 'incomplete@plandue',
    sequence: 0,
    editedAt: secondsOf(today),
    on: today,
    title: 'Action plans: incomplete, deadlines may be missing',
    lines: [warning],
    url: null,
    categories: [],
    isCancelled: false,
  }
}

type Edition = Pick<DayEvent, 'sequence' | 'editedAt'>

function eventsOf(item: Item, edition: Edition, options: ReportOptions): DayEvent[] {
  if (item.due === null) return []
  const common = { ...edition, url: options.linkOf(item) }
  const due: DayEvent = {
    ...common,
    id: `${item.id}@plandue`,
    on: item.due,
    title: `${item.authority}: ${item.title} due`,
    lines: [...facts(item), ...(options.people ? people(item) : []), ...place(item, options)],
    categories: [capitalised(STATUS_WORDS[item.status]), ...(isWaived(item) ? ['Waived'] : [])],
    isCancelled: !isOpen(item),
  }
  return [due, ...item.steps.map((step) => stepEvent(step, item, common))]
}

/** What else there is to know of the date, whoever reads it. */
function facts({ due, earliestDue, ...item }: Item): string[] {
  const { background, lastWorkingDay, originalDue, provisional, schoolHolidaysKnown } = item
  const sentences = [
    ...(earliestDue && earliestDue !== due ? [mayBeEarlier(earliestDue)] : []),
    ...(provisional ? [PROVISIONAL] : []),
    ...(due && lastWorkingDay ? [closedDayWords(due, lastWorkingDay)] : []),
    ...(schoolHolidaysKnown === false ? [SCHOOL_HOLIDAYS_UNKNOWN] : []),
    ...(originalDue && originalDue !== due ? [`extended from ${longDate(originalDue)}`] : []),
    ...(item.timesMoved > 1 ? [movedWords(item)] : []),
    ...background.areas.map(({ id, text }) => `area ${id}: ${text}`),
  ]
  return sentences.map(capitalised)
}

/** Who has to do it, and what was written about it. */
function people(item: Item): string[] {
  const { owner, reasons, why } = item
  return [
    ...(owner ? [`owner: ${owner}`] : []),
    ...why.filter((_, index) => reasons[index] === 'blocked'),
    ...progressWords(item),
    ...appliedWaivers(item).map(waiverWords),
  ].map(capitalised)
}

function place(item: Item, { pathInRepository, titleOf }: ReportOptions): string[] {
  return [
    `Rules: ${titleOf(item.framework)}`,
    `Record: ${pathInRepository(item.file)}, line ${item.line} (${item.id})`,
  ]
}

function stepEvent(
  { id, title, on, done }: Step,
  item: Item,
  common: Edition & Pick<DayEvent, 'url'>,
): DayEvent {
  return {
    ...common,
    id: `${item.id}-${id}@plandue`,
    on,
    title: `${item.authority}: ${title}`,
    lines: item.due === null ? [] : [`On the way to ${item.title}, due ${longDate(item.due)}`],
    categories: ['Step'],
    isCancelled: done !== null,
  }
}
