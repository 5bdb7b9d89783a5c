import type { Mapping } from './mapping.ts'

export const OWN_MAPPING = 'plandue-export'

/** How a spreadsheet in Britain shows a day. */
export const SHEET_DATES = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'DD/MM/YY',
  'DD MMMM YYYY',
  'DD-MMMM-YY',
  'DD-MMMM-YYYY',
]

export function isExport(columns: readonly string[]): boolean {
  return ['record', 'authority', 'framework'].every((name) => columns.includes(name))
}

/**
 * The mapping of an export, whose columns are named after the keys of a record. Several date forms, as
 * spreadsheets rewrite dates in the local one.
 */
export function ownMapping(columns: readonly string[]): Mapping {
  const named = (pattern: RegExp) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const name = pattern.exec(column)?.[1]
        return name === undefined ? [] : [[name, column] as const]
      }),
    )
  return {
    id: OWN_MAPPING,
    title: 'A file from `plandue export`, edited in a spreadsheet',
    columns: {
      record: 'record',
      authority: 'authority',
      framework: 'framework',
      title: 'title',
      visitedFrom: 'visitedFrom',
      visitedTo: 'visitedTo',
      published: 'published',
      received: 'received',
      sent: 'sent',
      source: 'source',
      notes: 'notes',
    },
    judgements: named(/^judgements\.(.+)$/),
    submitted: named(/^([A-Za-z][\w-]*)\.submitted$/),
    dates: SHEET_DATES,
    ids: ['{authority}-{year}', '{authority}-{year}-{month}', '{authority}-{date}'],
  }
}
