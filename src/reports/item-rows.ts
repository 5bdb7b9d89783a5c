import type { Assessment } from '../assessment/assessment.ts'
import type { Item, Progress, Step, Waiver } from '../assessment/item.ts'
import { type CsvCell, csv, tsv } from '../page/csv.ts'
import { filterWords } from './filter-wording.ts'
import { itemShape } from './json.ts'
import { ITEM_KEYS } from './json-schema-item.ts'
import type { Report } from './report.ts'
import { incompleteness } from './wording.ts'

/** For spreadsheets: a row for each item, its columns named as the keys of the JSON report. */
export const csvOfItems: Report = (assessment) => csv(ITEM_KEYS, rowsOf(assessment))

/** For `cut` and `awk`: the same with tabs. */
export const tsvOfItems: Report = (assessment) => tsv(ITEM_KEYS, rowsOf(assessment))

/** The first rows say so if the records are not complete, and by what they were filtered. */
function rowsOf(assessment: Assessment): CsvCell[][] {
  return [
    ...remarkCells('incomplete', incompleteness(assessment)),
    ...remarkCells('filtered', filterWords(assessment.filters)),
    ...assessment.items.map(cellsOf),
  ]
}

function remarkCells(id: string, why: string | undefined): CsvCell[][] {
  if (why === undefined) return []
  return [ITEM_KEYS.map((name) => (name === 'id' ? id : name === 'why' ? why : null))]
}

function cellsOf(item: Item): CsvCell[] {
  const flat = {
    ...itemShape(item),
    reasons: listed(item.reasons),
    why: listed(item.why),
    steps: listed(item.steps.map(stepCell)),
    progress: listed(item.progress.map(progressCell)),
    answers: listed(item.background.areas.map(({ id }) => id)),
    waivers: listed(item.waivers.map(waiverCell)),
    snooze: item.snooze && `${item.snooze.until}: ${item.snooze.reason}`,
  }
  return ITEM_KEYS.map((name) => flat[name])
}

function stepCell({ id, on, done }: Step): string {
  return `${id} on ${on}${done ? `, done ${done}` : ''}`
}

function progressCell({ on, note, percent, by }: Progress): string {
  const said = [percent === null ? '' : `${percent}%`, note ?? '', by === null ? '' : `(${by})`]
  return `${on}: ${said.filter((part) => part !== '').join(' ')}`
}

function waiverCell({ rule, until, approvedBy, reason }: Waiver): string {
  return `${rule} until ${until}, approved by ${approvedBy}: ${reason}`
}

function listed(texts: readonly string[]): string {
  return texts.join('; ')
}
