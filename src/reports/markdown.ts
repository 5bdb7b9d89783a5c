import type { Assessment } from '../assessment/assessment.ts'
import type { Item } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { listing } from '../language/listing.ts'
import { markdownPage } from '../page/markdown-page.ts'
import {
  type Block,
  dateText,
  heading,
  type Page,
  paragraph,
  rows,
  sentences,
  type Text,
} from '../page/page.ts'
import { printable } from '../terminal/printable.ts'
import { diagnosticTable } from './diagnostic-table.ts'
import { byStatus, partsOf } from './parts.ts'
import type { Report, ReportOptions } from './report.ts'
import { explanations, headline, STATUS_TONES, timeLeft } from './wording.ts'

/** For a job summary: what comes next before the tables, finished items last. */
export const markdown: Report = (assessment, options) =>
  withinLimit(markdownPage(page(assessment, options)))

function page(assessment: Assessment, options: ReportOptions): Page {
  const parts = partsOf(assessment, options)
  if (!parts) return []
  const { warning, title, items, closing } = parts
  return [
    heading(title),
    ...warning.map((text) => paragraph({ text, tone: 'bad' })),
    sentences(closing),
    ...byStatus(items).flatMap((group) => itemTable(group, options)),
    ...diagnosticTable(assessment.diagnostics, options),
  ]
}

const ITEM_COLUMNS = ['due', 'time', 'item', 'why', 'id', 'place'].map((name) => ({ name }))

function itemTable(
  { status, name, items }: ReturnType<typeof byStatus>[number],
  { pathInRepository }: ReportOptions,
): Block[] {
  return [
    heading(name),
    rows(
      ITEM_COLUMNS,
      items.map((item): Text[] => [
        item.due ? dateText(item.due) : '',
        { text: timeWords(item), tone: STATUS_TONES[status] },
        headline(item),
        [...explanations(item), ...areaWords(item)].join('; '),
        item.id,
        `${pathInRepository(item.file)}:${item.line}`,
      ]),
    ),
  ]
}

/** The areas that an action answers, by their ids: their texts would bury the rest of the row. */
function areaWords({ background }: Item): string[] {
  const ids = background.areas.map(({ id }) => printable(id))
  return ids.length > 0 ? [`area ${listing(ids)}`] : []
}

function timeWords(item: Item): string {
  return [timeLeft(item), isWaived(item) ? 'waived' : ''].filter(Boolean).join(', ')
}

/** GitHub drops a job summary of more than 1 MiB in UTF-8 without a word. */
const MOST_BYTES = 900 * 1024

const CUT = '\n**Truncated: the full report of this run has the rest.**\n'

/** A text that is too long, without its last lines, and with a sentence that says so. */
function withinLimit(text: string): string {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length <= MOST_BYTES) return text
  const room = bytes.subarray(0, MOST_BYTES - CUT.length)
  return `${new TextDecoder().decode(room.subarray(0, room.lastIndexOf(NEWLINE) + 1))}${CUT}`
}

const NEWLINE = 10
