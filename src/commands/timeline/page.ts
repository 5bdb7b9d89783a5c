import type { Assessment } from '../../assessment/assessment.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { formatsOf } from '../../page/formats.ts'
import { heading, type Page, paragraph, picture, type View, warning } from '../../page/page.ts'
import { incompleteness } from '../../reports/wording.ts'
import { drawnStory } from './drawing.ts'
import { isToCome, type Story, type TimelineEvent } from './events.ts'
import { timeLineOf } from './time-line.ts'
import { dateWords, eventWords, idOf } from './wording.ts'

/** The stories of some authorities as at a day. */
export type TimelineAnswer = Pick<Assessment, 'today' | 'complete' | 'diagnostics'> & {
  readonly stories: readonly Story[]
}

/** The formats of `timeline`. */
export const timelineReports = formatsOf<TimelineAnswer>(
  (answer, view) => [
    ...warning(incompleteness(answer)),
    ...answer.stories.flatMap((story) => storyPage(story, answer.today, view)),
  ],
  ({ today, complete, stories }) => ({
    today,
    complete,
    authorities: stories.map(({ authority, events }) => ({
      authority,
      events: events.map(shape),
    })),
  }),
)

function storyPage(story: Story, today: IsoDate, view: View): Page {
  const events = story.events.filter((event) => !view.quiet || !isOfAction(event))
  const shownStory = { ...story, events }
  const title = heading(`${story.authority} as at ${longDate(today)}`)
  if (events.length === 0) return [title, paragraph('Nothing has happened yet.')]
  return [
    title,
    picture(
      (screen) => drawnStory(shownStory, today, screen),
      spoken(shownStory, today, view),
      timeLineOf(shownStory, today),
    ),
  ]
}

function isOfAction(event: TimelineEvent): boolean {
  return 'item' in event && event.item.kind === 'action'
}

function spoken({ events }: Story, today: IsoDate, view: View): string[] {
  const words = (event: TimelineEvent) =>
    `${dateWords(event)}, ${eventWords(event, { ...view, isSpoken: true })}; ${'item' in event ? 'item' : 'record'} ${idOf(event)}`
  const ahead = events.filter(isToCome)
  return [
    ...events.filter((event) => !isToCome(event)).map(words),
    `As at ${longDate(today)}, ${ahead.length > 0 ? 'still to come:' : 'nothing else falls due.'}`,
    ...ahead.map(words),
  ]
}

/** An event with the keys that all have, then those of its kind. */
function shape(event: TimelineEvent) {
  const { date, until, precision, kind, state, record } = event
  const text = eventWords(event, { quiet: false, verbose: false, isSpoken: true })
  const base = { date, until, precision, kind, state, record }
  if (!('item' in event)) {
    const { framework, title, follows, findings } = event
    return { ...base, item: null, framework: framework.id, title, text, follows, findings }
  }
  const { item, extensions, reason } = event
  const { framework, title, owner, status, due, workingDaysLeft } = item
  const own = { owner, status, due, workingDaysLeft, extensions, reason }
  return { ...base, item: item.id, framework, title, text, ...own }
}
