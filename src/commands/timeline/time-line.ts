import { dayOf, type IsoDate } from '../../calendar/day.ts'
import type { TimeLine, TimeLineMark } from '../../page/time-line.ts'
import { dueMarks } from '../../reports/html-lanes.ts'
import type { ItemEvent, Story, TimelineEvent } from './events.ts'

/** A story as a picture: what was reported, and what became of the plan and of the actions. */
export function timeLineOf({ authority, events }: Story, today: IsoDate): TimeLine {
  const items = events.flatMap((event) => ('item' in event ? [event] : []))
  const lanes = [
    { name: 'Reports', marks: events.flatMap(reportMarks) },
    { name: 'Plan', marks: itemMarks(items.filter(({ item }) => item.kind === 'stage')) },
    { name: 'Actions', marks: itemMarks(items.filter(({ item }) => item.kind === 'action')) },
  ]
  const filled = lanes.filter(({ marks }) => marks.length > 0)
  return { today: dayOf(today), rows: [{ name: authority, lanes: filled }], holidays: [] }
}

function reportMarks(event: TimelineEvent): TimeLineMark[] {
  if ('item' in event || event.date === null) return []
  return [{ day: dayOf(event.date), shape: 'report', label: '' }]
}

/** What is settled has no name there, since a story can be long; an extension shows in what is due. */
function itemMarks(events: readonly ItemEvent[]): TimeLineMark[] {
  const settled = events.filter(({ kind, state }) => state === 'happened' && kind !== 'extended')
  const due = events.filter(({ kind }) => kind === 'due').map(({ item }) => item)
  return [
    ...settled.flatMap(({ date }): TimeLineMark[] =>
      date === null ? [] : [{ day: dayOf(date), shape: 'settled', label: '' }],
    ),
    ...dueMarks(due),
  ]
}
