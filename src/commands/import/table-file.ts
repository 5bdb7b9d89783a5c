import { MAX_SETTINGS_BYTES, type Settings } from '../../config/settings.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { diagnoseProblem, ofSettings, why } from '../../diagnostics/problem.ts'
import { didYouMean, didYouMeanOr, listed } from '../../diagnostics/suggest.ts'
import type { Files, Host } from '../../host/host.ts'
import { insidePath } from '../../host/path-gate.ts'
import { readYaml } from '../../yaml/read.ts'
import {
  type ActionMapping,
  actionMappingSchema,
  ownActionMapping,
} from './actions/action-mapping.ts'
import { shippedMappings } from './mappings/index.ts'
import { missingColumns, plainText } from './rows/columns.ts'
import type { Mapping } from './rows/mapping.ts'
import { isExport, OWN_MAPPING, ownMapping } from './rows/own-mapping.ts'
import { readMapping } from './rows/read-mapping.ts'
import { type BrokenTable, MAX_ROWS, readTable, type Table, tableOfSheet } from './rows/table.ts'

/** More than any list of inspections needs, yet small enough to read at once. */
const MAX_TABLE_BYTES = 64 * 1_048_576

/** A table, and what its file is called in messages. */
export type TableFile = { readonly name: string; readonly table: Table }

/**
 * The table in a file or, for `-`, on standard input: CSV, or a sheet of an .xlsx file, by default its
 * first. What a file is, its first bytes say. Throws a UsageError.
 */
export async function readTableFile(
  file: string,
  sheet: string | undefined,
  host: Host,
): Promise<TableFile> {
  const name = file === '-' ? '<stdin>' : file
  const bytes = file === '-' ? undefined : binaryIn(file, host)
  const isText = bytes === undefined
  if (isText && sheet !== undefined) throw new UsageError(`\`${name}\` is a text: it has no sheets`)
  const table = isText ? await readText(file, name, host) : await readWorkbook(name, bytes, sheet)
  if ('why' in table) throw new UsageError(`${name}:${table.line}: invalid CSV: ${table.why}`)
  if (table.rows.length > MAX_ROWS) {
    const most = MAX_ROWS.toLocaleString('en-GB')
    throw new UsageError(`\`${name}\` has more than ${most} rows: import it in several files`)
  }
  return { name, table }
}

async function readText(file: string, name: string, host: Host): Promise<Table | BrokenTable> {
  const content =
    file === '-' ? await host.readInput(MAX_TABLE_BYTES) : host.read(file, MAX_TABLE_BYTES)
  if ('text' in content) return readTable(content.text)
  const { problem } = content
  if (problem.kind === 'missing') throw new UsageError(`there is no file \`${name}\``)
  const next =
    problem.kind !== 'notUtf8'
      ? ''
      : file === '-'
        ? '; an .xlsx file is read by its name, not from standard input'
        : '; save it as “CSV UTF-8” in the spreadsheet'
  throw new UsageError(`\`${name}\` cannot be read: ${why(problem)}${next}`)
}

/** The bytes of a file that is no text, by how it begins; undefined for any other. */
function binaryIn(file: string, host: Host): Uint8Array | undefined {
  const content = host.readBytes(file, MAX_TABLE_BYTES)
  if (!('bytes' in content)) return undefined
  const { bytes } = content
  return [ZIP, OLD].some((magic) => beginsWith(bytes, magic)) ? bytes : undefined
}

/** How an .xlsx file begins, and how one of Excel before 2007 does, or one under a password. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD = [0xd0, 0xcf, 0x11, 0xe0]

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

async function readWorkbook(
  name: string,
  bytes: Uint8Array,
  wanted: string | undefined,
): Promise<Table | BrokenTable> {
  if (beginsWith(bytes, OLD)) throw new UsageError(`\`${name}\` cannot be read: ${oldKind(bytes)}`)
  const { readXlsx } = await import('./read-xlsx.ts')
  const read = await readXlsx(bytes, wanted)
  if ('sheets' in read) {
    const next = didYouMeanOr(wanted ?? '', read.sheets ?? [])
    throw new UsageError(`\`${name}\` has no sheet \`${wanted ?? ''}\`: ${next}`)
  }
  if ('why' in read) throw new UsageError(`\`${name}\` cannot be read: ${read.why}`)
  const table = tableOfSheet(read.name, read.rows)
  if (!('why' in table)) return table
  const place = `\`${name}\`, sheet \`${read.name}\`, row ${table.line}`
  throw new UsageError(`${place}: ${table.why}`)
}

function oldKind(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
    ? 'it is protected by a password; take that off in Excel, under File, Info, Protect Workbook'
    : 'it is of Excel before 2007 (.xls); open it in Excel, and save it as an Excel Workbook (.xlsx)'
}

/**
 * The mapping of a sheet of actions: the one in the file that the user names, else that of an export
 * where there is a column `item`. Undefined for other files. Throws a UsageError.
 */
export function actionMappingFor(
  named: string | undefined,
  columns: readonly string[],
  files: Files,
): ActionMapping | undefined {
  const isSheet = columns.some((name) => plainText(name) === 'item')
  if (named === ownActionMapping.id || (named === undefined && isSheet)) {
    return withColumns(ownActionMapping, columns)
  }
  if (named === undefined || !/\.ya?ml$/i.test(named)) return undefined
  const file = insidePath(named, files)
  const content = files.read(file, MAX_SETTINGS_BYTES)
  if (!('text' in content) || !/^actions[ \t]*:/m.test(content.text)) return undefined
  const { value, diagnostics } = readYaml<ActionMapping>(content.text, file, actionMappingSchema)
  if (value && !diagnostics.some(isError)) return withColumns(value, columns)
  throw new UsageError(`\`${file}\` cannot be used as a mapping`, ofSettings(diagnostics))
}

/** Throws a UsageError where the column is missing that says what each row is about. */
function withColumns(mapping: ActionMapping, columns: readonly string[]): ActionMapping {
  const names = [mapping.actions.item].flat()
  const known = columns.map(plainText)
  if (names.some((name) => known.includes(plainText(name)))) return mapping
  const [name = ''] = names
  throw new UsageError(
    `the file has no column \`${name}\`${near(name, columns)}, and ${mapping.id} needs it; it has ${listed(columns)}`,
  )
}

/** A mapping that fits a file, and the optional columns that the file lacks. */
type Fitting = { readonly mapping: Mapping; readonly missing: readonly string[] }

/**
 * The mapping that the user names, by id or file, else the one that fits the columns. Throws a
 * UsageError where there is none, or where a required column is missing.
 */
export function mappingFor(
  named: string | undefined,
  columns: readonly string[],
  settings: Settings,
  files: Files,
): Fitting {
  const mapping =
    named === undefined ? fitting(columns) : mappingNamed(named, columns, settings, files)
  const { needed, others } = missingColumns(mapping, columns)
  if (needed.length === 0) return { mapping, missing: others }
  throw new UsageError(
    `the file has no column ${needed.map((name) => `\`${name}\`${near(name, columns)}`).join(', ')}, and ${mapping.id} needs ${needed.length === 1 ? 'it' : 'them'}; it has ${listed(columns)}`,
  )
}

function near(name: string, columns: readonly string[]): string {
  const likely = didYouMean(name, columns)
  return likely === undefined ? '' : ` (\`${likely}\`?)`
}

/** Required columns missing, at most, for a mapping to be chosen by the columns. */
const MOST_LACKING = 2

/** The mapping of an export, else the built-in one with the fewest missing columns. */
function fitting(columns: readonly string[]): Mapping {
  if (isExport(columns)) return ownMapping(columns)
  const ranked = shippedMappings
    .map((mapping) => ({ mapping, lacks: missingColumns(mapping, columns).needed.length }))
    .sort((a, b) => a.lacks - b.lacks)
  const [best] = ranked
  if (best && best.lacks <= MOST_LACKING) return best.mapping
  throw new UsageError(
    `no built-in mapping fits these columns: pass your own with \`--mapping\`; the file has ${listed(columns)}`,
  )
}

function mappingNamed(
  named: string,
  columns: readonly string[],
  settings: Settings,
  files: Files,
): Mapping {
  if (named === OWN_MAPPING) return ownMapping(columns)
  const shipped = shippedMappings.find(({ id }) => id === named)
  if (shipped) return shipped
  if (/\.ya?ml$/i.test(named)) return mappingIn(insidePath(named, files), settings, files)
  const known = [...shippedMappings.map(({ id }) => id), OWN_MAPPING]
  throw new UsageError(
    `there is no mapping \`${named}\`: ${didYouMeanOr(named, known)} Your own mapping is a file ending in .yaml.`,
  )
}

function mappingIn(file: string, { frameworks }: Settings, files: Files): Mapping {
  const content = files.read(file, MAX_SETTINGS_BYTES)
  if ('problem' in content) {
    if (content.problem.kind === 'missing') throw new UsageError(`there is no file \`${file}\``)
    const diagnostics = [diagnoseProblem(file, content.problem, 'settings')]
    throw new UsageError(`\`${file}\` cannot be used as a mapping`, diagnostics)
  }
  const { value, diagnostics } = readMapping(content.text, file, [...frameworks.keys()])
  if (value && !diagnostics.some(isError)) return value
  throw new UsageError(`\`${file}\` cannot be used as a mapping`, ofSettings(diagnostics))
}
