import type { Item } from '../../assessment/item.ts'
import { formatsOf } from '../../page/formats.ts'
import { canMove } from './busy-weeks.ts'
import type { ForecastAnswer } from './forecast.ts'
import { forecastPage } from './page.ts'

/** The formats of `forecast`. */
export const forecastReports = formatsOf<ForecastAnswer>(forecastPage, shape)

/** What programs read. */
function shape({ assessment, forecast, busy, busyWeeks, closedDays }: ForecastAnswer) {
  const { today, filters, complete, nextChange } = assessment
  const { until, days, changes, steps, exitCode } = forecast
  return {
    today,
    until,
    complete,
    filters,
    exitCode,
    nextChange,
    days,
    changes: changes.map(({ on, item, from, to, why }) => ({
      on,
      item: item.id,
      authority: item.authority,
      title: item.title,
      from,
      to,
      why,
      due: item.due,
      earliestDue: item.earliestDue,
      provisional: item.provisional,
    })),
    steps: steps.map(({ step: { id, ...step }, item }) => ({
      on: step.on,
      item: item.id,
      authority: item.authority,
      step: id,
      title: step.title,
      done: step.done,
      closure: step.closure,
      provisional: item.provisional,
    })),
    busy,
    busyWeeks: busyWeeks.map(({ items, ...week }) => ({ ...week, items: items.map(dueShape) })),
    dueWhenClosed: closedDays.map(({ item, reasons, openDayBefore }) => ({
      ...dueShape(item),
      authority: item.authority,
      owner: item.owner,
      reasons: reasons.map(({ kind }) => kind),
      why: reasons.map(({ why }) => why),
      openDayBefore,
    })),
  }
}

function dueShape(item: Item) {
  const { id, title, due } = item
  return { item: id, title, due, canMove: canMove(item) }
}
