import { eventDates } from '../assessment/as-at.ts'
import { assessRecord } from '../assessment/assess-record.ts'
import { type Item, isOpen, needsSomebody } from '../assessment/item.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import type { Host } from '../host/host.ts'
import type { RecordReading } from '../records/read-record.ts'
import { readRecords, recordsIn } from './read-records.ts'
import type { Workspace } from './workspace.ts'

/** Of a long time in which as much was open, no more than its last days are looked at. */
const MOST_DAYS = 31

/**
 * A day up to today on which most items were open, and how many those were. Of several it is the
 * latest of those on which something needed attention, but as little as possible: it shows both.
 */
export async function busiestDay(
  workspace: Workspace,
  host: Host,
): Promise<{ readonly day: IsoDate; readonly open: number }> {
  const found = await recordsIn(workspace, host)
  const changes = readRecords(found, workspace, ({ reading }) => changesIn(reading, workspace))
  const { from, to, open } = latestHighest(
    changes.flatMap(({ kept = [] }) => kept),
    workspace.today,
  )
  const first = Math.max(from, addDays(to, -MOST_DAYS)) as Day
  const days = Array.from({ length: to - first + 1 }, (_, index) => addDays(to, -index))
  const attention = readRecords(found, workspace, ({ reading }) =>
    itemsAt(reading, to, workspace).some(isOpen)
      ? days.map((day) => itemsAt(reading, day, workspace).filter(needsSomebody).length)
      : [],
  )
  const counts = days.map((day, index) => ({
    day,
    count: attention.reduce((sum, { kept }) => sum + (kept?.[index] ?? 0), 0),
  }))
  const least = Math.min(...counts.flatMap(({ count }) => (count > 0 ? count : [])))
  return { day: isoOf(counts.find(({ count }) => count === least)?.day ?? to), open }
}

/** On a day, so many more items are open than on the day before. */
type Change = { readonly on: Day; readonly by: number }

/** What is open in a record changes only on the day of something in it. */
function changesIn(reading: RecordReading, workspace: Workspace): readonly Change[] {
  const dates = reading.record ? eventDates(reading.record).map(dayOf) : []
  const known = [...new Set(dates)].filter((day) => day <= workspace.today).sort((a, b) => a - b)
  const open = known.map((day) => itemsAt(reading, day, workspace).filter(isOpen).length)
  return known.map((on, index) => ({ on, by: (open[index] ?? 0) - (open[index - 1] ?? 0) }))
}

function itemsAt(reading: RecordReading, today: Day, { context }: Workspace): readonly Item[] {
  return assessRecord(reading, { ...context, today }).items
}

/** The latest of the times in which most was open. */
function latestHighest(changes: readonly Change[], today: Day) {
  const inOrder = [...changes].sort((a, b) => a.on - b.on)
  let open = 0
  let best = { from: today, to: today, open: 0 }
  for (const [index, { on, by }] of inOrder.entries()) {
    open += by
    const next = inOrder[index + 1]?.on
    if (next !== on && open > 0 && open >= best.open) {
      best = { from: on, to: next === undefined ? today : addDays(next, -1), open }
    }
  }
  return best
}
