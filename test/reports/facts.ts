import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import type { FormatName } from '../../src/reports/index.ts'
import { STATUS_WORDS } from '../../src/reports/wording.ts'
import { commandsIn } from '../helpers/github.ts'
import { elementsNamed, elementsOfClass, elementsWhere, parseHtml } from '../helpers/html.ts'
import { parseMarkdown, tablesIn } from '../helpers/markdown.ts'
import { elementsIn, parseXml } from '../helpers/xml.ts'

/** What a report tells of an item, or of a fault in a file: `leeds#A1 overdue 2024-01-30 waived`. */
export type Facts = { items: string[]; diagnostics: string[] }

/** What a run of `check --all --verbose` on a wide terminal has written. */
type Written = { out: string; err: string }

const fact = (id: string, status: string, due: string | null, waived: boolean) =>
  [id, status, due || 'no date', waived ? 'waived' : 'not waived'].join(' ')
const fault = (file: string, line: string | number, code: string) => `${file}:${line} ${code}`

/** The facts of the JSON report, by which the others are measured. */
export type JsonItem = {
  id: string
  status: string
  due: string | null
  waived: boolean
  submitted: string | null
  why: string[]
  reasons: string[]
  waivers: { rule: string }[]
}
type JsonDiagnostic = { file: string; line: number; code: string }
export type JsonReport = { today: string; items: JsonItem[]; diagnostics: JsonDiagnostic[] }

const factOf = ({ id, status, due, waived }: JsonItem) => fact(id, status, due, waived)
const faultOf = ({ file, line, code }: JsonDiagnostic) => fault(file, line, code)

/** The facts that a format should carry of what the JSON report tells. */
export function expectedFacts(
  { today, items, diagnostics }: JsonReport,
  format: FormatName,
): Facts {
  const needing = items.filter(({ status }) => status === 'overdue' || status === 'atRisk')
  // A calendar has what is open, and for 60 days what was to be taken out of it.
  const dated = items.filter((item) => item.due !== null && !isLongOver(item, today))
  const told =
    format === 'ics' ? dated : ['github', 'gitlab', 'sarif'].includes(format) ? needing : items
  // To people each waiver that silences something is told, even where it does not silence all.
  const forPeople = ['table', 'plain'].includes(format)
  const rulesOf = (item: JsonItem) => [item.status, ...item.reasons]
  const isPartlyWaived = (item: JsonItem) =>
    item.waivers.some(({ rule }) => rulesOf(item).includes(rule))
  return {
    items: told.map((item) => factOf(forPeople ? { ...item, waived: isPartlyWaived(item) } : item)),
    diagnostics: ['csv', 'tsv', 'xlsx', 'ics'].includes(format) ? [] : diagnostics.map(faultOf),
  }
}

function isLongOver({ status, submitted, why }: JsonItem, today: string): boolean {
  if (['overdue', 'atRisk', 'onTrack'].includes(status)) return false
  const over = submitted ?? isoDateIn(why[0] ?? '') ?? ''
  return (Date.parse(today) - Date.parse(over)) / 86_400_000 > 60
}

/** The date in a text such as `Friday 9 February 2024` or `Fri 9 Feb 2024`. */
function isoDateIn(text: string): string | null {
  const [, day = '', month = '', year = ''] =
    /\b\w+day (\d+) (\w{3})\w* (\d{4})|\b\w{3} (\d+) (\w{3}) (\d{4})/
      .exec(text)
      ?.filter((part) => part !== undefined) ?? []
  const number = MONTHS.indexOf(month) + 1
  return number === 0 ? null : `${year}-${pad(number)}-${pad(Number(day))}`
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const pad = (number: number) => String(number).padStart(2, '0')

function statusOf(words: string): string {
  const plain = words.replace(/ \(\d+\)$/, '').toLowerCase()
  return Object.entries(STATUS_WORDS).find(([, known]) => known === plain)?.[0] ?? ''
}

/** The faults on standard error, as editors and problem matchers read them. */
function faultsIn(err: string): string[] {
  return [...err.matchAll(/^(\S[^\n]*?):(\d+):\d+: (?:error|warning|note) (\S+): /gm)].map(
    ([, file = '', line = '', code = '']) => fault(file, line, code),
  )
}

const fieldsOf = (item: Record<string, string>) =>
  fact(item['id'] ?? '', item['status'] ?? '', item['due'] ?? '', item['waived'] === 'true')

/** A line with which an item of a table begins: its status, number, date and part. */
export const TABLE_ROW =
  /^ {2}(?:(overdue|at risk|waiting|met late|met|closed|not required) +(?:\d+ +)?(?:(today|\w{3} \d+ \w{3}(?: \d{4})?) +)?| +\d+ +(today|\w{3} \d+ \w{3}(?: \d{4})?) +)(\S+) {2,}\S/

function table({ out, err }: Written): Facts {
  const items: { id: string; status: string; due: string | null; waived: boolean }[] = []
  const [, year = ''] = /as at .* (\d{4})\b/.exec(out) ?? []
  let record = ''
  for (const line of out.split('\n')) {
    record = /^\S.* {2,}(\S+)$/.exec(line)?.[1] ?? record
    const [, word, dated, open, part] = TABLE_ROW.exec(line) ?? []
    const date = dated ?? open
    if (part) {
      const due = date ? isoDateIn(/\d{4}$/.test(date) ? date : `${date} ${year}`) : null
      const status = word ? statusOf(word) : 'onTrack'
      items.push({ id: `${record}#${part}`, status, due, waived: false })
    }
    const last = items.at(-1)
    if (last && /^ +- waived/.test(line)) last.waived = true
  }
  const facts = items.map(({ id, status, due, waived }) => fact(id, status, due, waived))
  return { items: facts, diagnostics: faultsIn(err) }
}

function plain({ out, err }: Written): Facts {
  const blocks = out.split('\n\n').filter((block) => block.startsWith('Item: '))
  const items = blocks.map((block) => {
    const named = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
    const waived = /^Why: waived/m.test(block)
    const [status = ''] = named('Status').split(', ')
    return fact(named('Item'), statusOf(status), isoDateIn(named('Due')), waived)
  })
  return { items, diagnostics: faultsIn(err) }
}

function json({ out }: Written): Facts {
  const { items, diagnostics }: JsonReport = JSON.parse(out)
  return { items: items.map(factOf), diagnostics: diagnostics.map(faultOf) }
}

function ndjson({ out }: Written): Facts {
  const lines: (JsonItem & JsonDiagnostic & { type: string })[] = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  return {
    items: lines.filter(({ type }) => type === 'item').map(factOf),
    diagnostics: lines.filter(({ type }) => type === 'diagnostic').map(faultOf),
  }
}

function csv({ out }: Written): Facts {
  const rows: Record<string, string>[] = parse(out, {
    bom: true,
    columns: true,
    record_delimiter: '\r\n',
  })
  return { items: withoutWarning(rows).map(fieldsOf), diagnostics: [] }
}

function tsv({ out }: Written): Facts {
  const [names = [], ...rows] = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const named = rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])),
  )
  return { items: withoutWarning(named).map(fieldsOf), diagnostics: [] }
}

/** The first sheet, as `test/helpers/workbook.ts` writes it. */
function xlsx({ out }: Written): Facts {
  const [[names = [], ...rows] = []]: string[][][] = Object.values(JSON.parse(out))
  const named = rows.map((row) =>
    Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])),
  )
  return {
    items: named
      .filter(({ item }) => item !== 'incomplete')
      .map(({ item = '', status = '', due = '', waived }) =>
        fact(item, statusOf(status), due, waived === 'yes'),
      ),
    diagnostics: [],
  }
}

function withoutWarning(rows: Record<string, string>[]) {
  return rows.filter(({ id }) => id !== 'incomplete')
}

function markdown({ out }: Written): Facts {
  const tables = tablesIn(parseMarkdown(out))
  const isOfItems = ({ heading }: { heading: string }) => statusOf(heading) !== ''
  return {
    items: tables
      .filter(isOfItems)
      .flatMap(({ heading, rows }) =>
        rows.map(([due = '', time = '', , , id = '']) =>
          fact(id, statusOf(heading), isoDateIn(due), time.endsWith('waived')),
        ),
      ),
    diagnostics: tables
      .filter((one) => !isOfItems(one))
      .flatMap(({ rows }) =>
        rows.map(([place = '', , code = '']) => {
          const [, file = '', line = ''] = /^(.*):(\d+):\d+$/.exec(place) ?? []
          return fault(file, line, code)
        }),
      ),
  }
}

/** The rows of items, by their names, and the table of diagnostics. */
function html({ out }: Written): Facts {
  const rows = elementsNamed(parseHtml(out), 'tr')
  const idOf = (id = '') => decodeURIComponent(id.replace(/^item-/, ''))
  const items = rows.filter(({ attributes }) => attributes['id'])
  const places = rows.flatMap(({ children: [place, severity, code] }) => {
    const [, file = '', line = ''] = /^(.*):(\d+):\d+$/.exec(place?.text ?? '') ?? []
    const isFault = /(?:error|warning|note)$/.test(severity?.text ?? '')
    return isFault && file !== ''
      ? [fault(file, line, /\S+$/.exec(code?.text ?? '')?.[0] ?? '')]
      : []
  })
  return {
    items: items.map((row) => {
      const [tag] = elementsOfClass(row, 'govuk-tag')
      const [due] = elementsWhere(row, ({ attributes }) => attributes['datetime'] !== undefined)
      const waived = elementsOfClass(row, 'waived').length > 0
      const date = due?.attributes['datetime'] ?? null
      return fact(idOf(row.attributes['id']), statusOf(tag?.text ?? ''), date, waived)
    }),
    diagnostics: places,
  }
}

function github({ out }: Written): Facts {
  const commands = commandsIn(out)
  const ofFiles = commands.filter(({ properties }) => properties['col'])
  const ofItems = commands.filter(({ properties }) => properties['file'] && !properties['col'])
  return {
    items: ofItems.map(({ properties, message }) => {
      const [words = '', waived] = properties['title']?.split(', ') ?? []
      const [first = ''] = message.split('\n')
      const [, id = ''] = /\((\S+)\)$/.exec(first) ?? []
      return fact(id, statusOf(words), isoDateIn(first), waived === 'waived')
    }),
    diagnostics: ofFiles.map(({ properties: { file = '', line = '', title = '' } }) =>
      fault(file, line, title),
    ),
  }
}

type Issue = {
  description: string
  check_name: string
  location: { path: string; lines: { begin: number } }
}

function gitlab({ out }: Written): Facts {
  const issues: Issue[] = JSON.parse(out)
  const isOfItem = ({ check_name }: Issue) => check_name in STATUS_WORDS
  return {
    items: issues.filter(isOfItem).map(({ description, check_name }) => {
      const [, id = '', waived] = /\((\S+)\)(, waived)?$/.exec(description) ?? []
      return fact(id, check_name, isoDateIn(description), waived !== undefined)
    }),
    diagnostics: issues
      .filter((issue) => !isOfItem(issue))
      .map(({ check_name, location }) => fault(location.path, location.lines.begin, check_name)),
  }
}

function junit({ out }: Written): Facts {
  const root = parseXml(out)
  const cases = elementsIn(root, 'testcase')
  const remarks = elementsIn(root, 'testsuite').flatMap(({ children }) =>
    children.filter(({ name }) => name === 'system-out'),
  )
  return {
    items: cases.flatMap((element) => {
      const pairs = elementsIn(element, 'property').map(({ attributes }) => attributes)
      const named = Object.fromEntries(pairs.map(({ name = '', value = '' }) => [name, value]))
      return pairs.length > 0 ? [fieldsOf({ ...named, id: named['item'] ?? '' })] : []
    }),
    diagnostics: [
      ...cases.flatMap(({ attributes, children }) =>
        children
          .filter(({ name }) => name === 'error')
          .map((error) =>
            fault(
              attributes['file'] ?? '',
              attributes['line'] ?? '',
              error.attributes['type'] ?? '',
            ),
          ),
      ),
      ...remarks.flatMap(({ text }) => faultsIn(text)),
    ],
  }
}

export type SarifResult = {
  ruleId: string
  message: { text: string }
  locations: {
    physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } }
  }[]
  partialFingerprints: { primaryLocationLineHash: string }
  suppressions?: unknown[]
  properties?: { item: string; status: string; due: string }
}

function sarif({ out }: Written): Facts {
  const results: SarifResult[] = JSON.parse(out).runs[0].results
  return {
    items: results.flatMap(({ properties, suppressions = [] }) =>
      properties
        ? [fact(properties.item, properties.status, properties.due, suppressions.length > 0)]
        : [],
    ),
    diagnostics: results.flatMap(({ properties, ruleId, locations }) => {
      const [{ physicalLocation } = {}] = locations
      const { artifactLocation, region } = physicalLocation ?? {}
      const file = decodeURIComponent(artifactLocation?.uri ?? '')
      return properties ? [] : [fault(file, region?.startLine ?? 0, ruleId)]
    }),
  }
}

/** The events of a calendar, but for the steps and the one that says that it is incomplete. */
function ics({ out }: Written): Facts {
  const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent')
  const items = events.flatMap((event) => {
    const categories = event.getAllProperties('categories').flatMap((one) => one.getValues())
    const [status = ''] = categories.map(String)
    if (status === '' || status === 'Step') return []
    const id = decodeURI(String(event.getFirstPropertyValue('uid'))).replace(/@plandue$/, '')
    const due = String(event.getFirstPropertyValue('dtstart'))
    return [fact(id, statusOf(status), due, categories.includes('Waived'))]
  })
  return { items, diagnostics: [] }
}

/** The facts that each format carries, as a parser of that format finds them. */
export const factsIn: Record<FormatName, (written: Written) => Facts> = {
  table,
  plain,
  json,
  ndjson,
  csv,
  tsv,
  xlsx,
  markdown,
  html,
  ics,
  github,
  gitlab,
  junit,
  sarif,
}
