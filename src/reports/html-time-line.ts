import type { Assessment } from '../assessment/assessment.ts'
import { isOpen } from '../assessment/item.ts'
import { dayOf } from '../calendar/day.ts'
import { type HtmlContent, html } from '../page/markup.ts'
import { spanOf } from '../page/time-line.ts'
import { pictureMarkup } from '../page/time-line-markup.ts'
import { dateList, holidaysWithin } from './html-dates.ts'
import { lanesOf } from './html-lanes.ts'
import type { RecordGroup } from './record-groups.ts'

/** The open items of the records over time, as a picture and as a list. */
export function timeLineMarkup(
  groups: readonly RecordGroup[],
  assessment: Assessment,
): HtmlContent {
  const items = groups.flatMap((group) => group.items).filter(isOpen)
  if (items.length === 0) return undefined
  const rows = groups
    .filter(({ first }) => isOpen(first))
    .map((group) => ({ name: group.first.authority, lanes: lanesOf(group.items) }))
  const today = dayOf(assessment.today)
  const holidays = holidaysWithin(spanOf({ today, rows }), assessment.calendars)
  return html`<section class="time-line" aria-labelledby="time-line">
    <h2 class="govuk-heading-m" id="time-line">Time line</h2>
    ${pictureMarkup({ today, rows, holidays: holidays.map(({ day }) => day) })}
    ${dateList(items, assessment)}
    </section>`
}
