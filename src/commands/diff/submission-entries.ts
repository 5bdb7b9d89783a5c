import { type Item, partOf } from '../../assessment/item.ts'
import type { ItemDifference } from '../../assessment/match-items.ts'
import { groupBy } from '../../language/group-by.ts'
import type { RecordReading } from '../../records/read-record.ts'
import type { SubmissionEntry } from './differences.ts'

/** The records that a change may touch, by their ids. */
export type Readings = ReadonlyMap<string, RecordReading>

/** When a line came into its file; undefined where nobody knows. */
type DayOfLine = (line: number) => SubmissionEntry['on'] | undefined

/** When the submissions that a change sets came into their files. */
export function submissionEntries(
  moves: readonly ItemDifference[],
  readings: Readings,
  daysIn: (file: string, lines: readonly number[]) => DayOfLine,
): ReadonlyMap<Item, SubmissionEntry> {
  const set = moves.flatMap(({ former, now: item }) => {
    if (!item?.submitted || item.submitted === former?.submitted) return []
    const line = lineOfSubmission(item, readings)
    return line === undefined ? [] : [{ item, line }]
  })
  const byFile = groupBy(set, ({ item }) => item.file)
  const entries = [...byFile].flatMap(([file, those]) => {
    const dayOf = daysIn(
      file,
      those.map(({ line }) => line),
    )
    return those.flatMap(({ item, line }) => {
      const on = dayOf(line)
      return on === undefined ? [] : [[item, { on, line }] as const]
    })
  })
  return new Map(entries)
}

function lineOfSubmission(item: Item, readings: Readings): number | undefined {
  const reading = readings.get(item.record)
  if (!reading) return undefined
  const part = partOf(item)
  if (item.kind === 'stage') return reading.placeOf(['plan', part, 'submitted']).line
  const index = (reading.record?.actions ?? []).findIndex(({ id }) => id === part)
  return index < 0 ? undefined : reading.placeOf(['actions', index, 'done']).line
}
