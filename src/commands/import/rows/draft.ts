import { messages } from '../../../diagnostics/messages.ts'
import { misreadIn } from '../../../language/misread-text.ts'
import type { InspectionRecord } from '../../../records/record.ts'
import { type Cells, plainText } from './columns.ts'
import type { NoDate } from './dates.ts'
import type { Mapping } from './mapping.ts'
import { type AuthorityName, tidyName } from './names.ts'
import { type DayTerms, dateOf, type RowDays, readDays } from './row-days.ts'
import { kindOf, type RowKind } from './row-kind.ts'
import { type RowTexts, readTexts } from './row-texts.ts'
import { holds, type RowFacts } from './rules.ts'
import type { Row } from './table.ts'

export type RowDraft = Pick<RowKind, 'framework' | 'unclear' | 'title'> & {
  readonly line: number
  /** The id in the row; empty where it has none. */
  readonly id: string
  readonly name: AuthorityName
  /** The values of the columns, by the keys of a record. */
  readonly said: Said
  /** Comments in a new record, by dotted path. */
  readonly comments: ReadonlyMap<string, string>
  /** What was left out of the row, and why, and what looks wrong in it. */
  readonly remarks: readonly string[]
  /** What is wrong with each cell that could not be read, and so is not in `said`. */
  readonly unread: readonly NoDate[]
}

export type Said = RowDays &
  Pick<InspectionRecord, 'title' | 'source' | 'notes'> & {
    readonly judgements: Readonly<Record<string, string>>
  }

/** A row that was refused or skipped, and why; `likely` is what it may have meant. */
export type RejectedRow = {
  readonly line: number
  readonly authority: string
  /** The day of the report or the visit, where it could be read; else empty. */
  readonly date: string
  readonly source: string
  readonly kind: 'refused' | 'passedOver'
  readonly why: string
  readonly likely: string | undefined
}

export type RowTerms = DayTerms & {
  readonly columns: readonly string[]
  readonly cellsOf: (row: Row) => Cells
  /** Titles of all frameworks, by id. */
  readonly frameworks: ReadonlyMap<string, string>
}

export function draftOf(row: Row, terms: RowTerms): RowDraft | RejectedRow {
  const { mapping, columns } = terms
  const { line, cells } = row
  const { raw, cell, label } = terms.cellsOf(row)
  const no = (kind: RejectedRow['kind'], why: string, likely?: string): RejectedRow => {
    const authority = tidyName(cell(mapping.columns.authority), mapping.names).full
    const source = cell(mapping.columns.source)
    return { line, authority, date: '', source, kind, why, likely }
  }
  if (cells.length !== columns.length) {
    return no('refused', `it has ${cells.length} fields, but the header has ${columns.length}`)
  }
  const texts = readTexts({ cell, label }, mapping)
  if ('why' in texts) return no('refused', texts.why)
  const { days, unread } = readDays({ cell, label }, terms)
  const facts = { raw, cell, published: days.published, visited: firstDay(days) }
  const kind = kindOf(facts, mapping, terms.frameworks)
  const [fault] = unread
  // The rules of a mapping may hang on the day that is missing.
  if (fault && !('framework' in kind)) return no('refused', fault.why, fault.likely)
  if ('why' in kind) return no('refused', kind.why)
  if ('passOver' in kind) {
    return { ...no('passedOver', kind.passOver), date: dateOf(days) ?? '' }
  }
  const id = cell(mapping.columns.record)
  return { ...draft(line, id, texts, days, kind, facts, mapping), unread }
}

function draft(
  line: number,
  id: string,
  { authority, ...texts }: RowTexts,
  days: RowDays,
  { framework, unclear, title, comment }: RowKind,
  facts: RowFacts,
  mapping: Mapping,
): Omit<RowDraft, 'unread'> {
  const { judgements, remarks } = readJudgements(facts, mapping)
  const held = (mapping.comments ?? []).filter(({ when }) => holds(when, facts))
  return {
    line,
    id,
    framework,
    unclear,
    title,
    name: tidyName(authority, mapping.names),
    said: { ...days, ...filledIn(texts), judgements },
    comments: new Map([
      ...(comment ? [['framework', comment] as const] : []),
      ...held.map(({ on, text }) => [on, text] as const),
    ]),
    remarks: [...remarks, ...Object.values({ authority, ...texts }).flatMap(misreadRemark)],
  }
}

/** As the record would get it, too. */
function misreadRemark(text: string): string[] {
  const misread = misreadIn(text)
  return misread ? [messages['misread-text'].message(misread)] : []
}

function filledIn({ title, source, notes }: Omit<RowTexts, 'authority'>) {
  return { ...(title && { title }), ...(source && { source }), ...(notes && { notes }) }
}

/** The first day of a visit, or its month. */
export function firstDay({ visited }: Pick<InspectionRecord, 'visited'>): string | undefined {
  return typeof visited === 'object' ? visited.from : visited
}

function readJudgements({ cell }: RowFacts, { judgements = {}, values }: Mapping) {
  const read = Object.entries(judgements)
    .map(([name, column]) => ({ name, column: [column].flat()[0] ?? '', text: cell(column) }))
    .filter(({ text }) => text !== '')
    .map((one) => ({ ...one, value: values ? knownValue(one.text, values) : one.text }))
  return {
    judgements: Object.fromEntries(
      read.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
    remarks: read
      .filter(({ value }) => value === undefined)
      .map(({ column, text }) => `${column} is \`${text}\`, which the mapping does not know`),
  }
}

function knownValue(text: string, values: NonNullable<Mapping['values']>): string | undefined {
  return Object.entries(values).find(([value, others]) =>
    [value, ...others].some((spelling) => plainText(spelling) === plainText(text)),
  )?.[0]
}
