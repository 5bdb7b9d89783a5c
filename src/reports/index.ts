import { json } from './json.ts'
import { plainReport } from './plain.ts'
import type { Format } from './report.ts'
import { table } from './table.ts'

/**
 * The formats of `check`. To add one, write its file and add it here; choices, help, the guide and
 * golden tests follow. Only those for people are loaded before they are asked for.
 */
export const formats = {
  table: {
    for: 'a terminal, where it is the default: most urgent first',
    ending: 'table.txt',
    load: async () => table,
  },
  plain: {
    for: 'screen readers and pipes, where it is the default: one fact per line',
    ending: 'plain.txt',
    load: async () => plainReport,
  },
  json: {
    for: 'programs; its schema is `plandue schema check-json`',
    ending: 'json',
    load: async () => json,
  },
  ndjson: {
    for: 'line readers: a header, then records, items and diagnostics',
    ending: 'ndjson',
    load: async () => (await import('./ndjson.ts')).ndjson,
  },
  csv: {
    for: 'spreadsheets: one row per item',
    ending: 'csv',
    load: async () => (await import('./item-rows.ts')).csvOfItems,
  },
  tsv: {
    for: '`cut`, `awk` and the like: the same, tab-separated and unquoted',
    ending: 'tsv',
    load: async () => (await import('./item-rows.ts')).tsvOfItems,
  },
  xlsx: {
    for: 'Excel: one row per item with real dates and a filter; needs a file',
    ending: 'xlsx',
    load: async () => (await import('./xlsx.ts')).xlsx,
  },
  markdown: {
    for: 'a job summary, a comment, a wiki',
    ending: 'md',
    load: async () => (await import('./markdown.ts')).markdown,
  },
  html: {
    for: 'a browser, a mail or a PDF: one file without script or request',
    ending: 'html',
    load: async () => (await import('./html.ts')).htmlReport,
  },
  ics: {
    for: 'Outlook and other calendars: an event for each open item and step',
    ending: 'ics',
    load: async () => (await import('./ics.ts')).ics,
  },
  github: {
    for: 'annotations on GitHub, on the lines that need attention',
    ending: 'github.txt',
    load: async () => (await import('./github.ts')).github,
  },
  gitlab: {
    for: 'Code Quality in a merge request on GitLab',
    ending: 'gitlab.json',
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  junit: {
    for: 'test reports of a CI server: one test case per item',
    ending: 'xml',
    load: async () => (await import('./junit.ts')).junit,
  },
  sarif: {
    for: 'code scanning: alerts that stay the same from day to day',
    ending: 'sarif',
    load: async () => (await import('./sarif.ts')).sarif,
  },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
