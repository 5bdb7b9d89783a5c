import { assessRecord } from '../../src/assessment/assess-record.ts'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { dayOf } from '../../src/calendar/day.ts'
import { workingDays } from '../../src/calendar/working-days.ts'
import type { Chapter } from '../../src/commands/timeline/events.ts'
import { chapterOf, storyOf } from '../../src/commands/timeline/timeline.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import type { RecordReading } from '../../src/records/read-record.ts'
import { readCase } from '../records/case.ts'
import { isoDate } from './memory-host.ts'

const frameworks = new Map(shippedFrameworks.map((framework) => [framework.id, framework]))
const days = workingDays(bankHolidays('england-and-wales'))

/** A property over all days asks for the same records again and again. */
const readings = new Map<string, RecordReading>()

/** The chapter of a record, by its id and text, as at a day. */
export function chapter(id: string, text: string, today: string): Chapter {
  const reading = readings.get(id + text) ?? readCase(text, id)
  readings.set(id + text, reading)
  const { record } = reading
  const framework = frameworks.get(record?.framework ?? '')
  if (!record || !framework) throw new Error(`no sound record: ${text}`)
  const { items } = assessRecord(reading, {
    today: dayOf(today),
    frameworks,
    workingDaysOf: () => days,
    margins: {},
    backPlan: { governance: {}, closures: [] },
  })
  return chapterOf({ id, record, framework, items }, isoDate(today))
}

/** The events of records, by their ids, as at a day, in order. */
export function eventsOf(records: Record<string, string>, today: string) {
  const chapters = Object.entries(records).map(([id, text]) => chapter(id, text, today))
  return storyOf('A', chapters).events
}
