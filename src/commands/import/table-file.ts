import { MAX_SETTINGS_BYTES, type Settings } from '../../config/settings.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { diagnoseProblem, why } from '../../diagnostics/problem.ts'
import { didYouMean, didYouMeanOr, listed } from '../../diagnostics/suggest.ts'
import type { Files, Host } from '../../host/host.ts'
import { shippedMappings } from './mappings/index.ts'
import { missingColumns } from './rows/columns.ts'
import type { Mapping } from './rows/mapping.ts'
import { isExport, OWN_MAPPING, ownMapping } from './rows/own-mapping.ts'
import { readMapping } from './rows/read-mapping.ts'
import { readTable, type Table } from './rows/table.ts'

/** More than any list of inspections needs, and little enough to be read at once. */
const MAX_TABLE_BYTES = 64 * 1_048_576

/** The table in a file, or on standard input, and what a message calls it. Throws a UsageError where it is none. */
export async function readTableFile(
  file: string,
  host: Host,
): Promise<{ readonly name: string; readonly table: Table }> {
  const name = file === '-' ? '<stdin>' : file
  const content =
    file === '-' ? await host.readInput(MAX_TABLE_BYTES) : host.read(file, MAX_TABLE_BYTES)
  if ('problem' in content) {
    const { problem } = content
    if (problem.kind === 'missing') throw new UsageError(`there is no file \`${name}\``)
    const next = problem.kind === 'notUtf8' ? '; save it as “CSV UTF-8” in the spreadsheet' : ''
    throw new UsageError(`\`${name}\` cannot be read: ${why(problem)}${next}`)
  }
  const table = await readTable(content.text)
  if ('why' in table)
    throw new UsageError(`${name}:${table.line}: no CSV that can be used: ${table.why}`)
  return { name, table }
}

/** A mapping that fits a file, and the columns without which it does. */
type Fitting = { readonly mapping: Mapping; readonly missing: readonly string[] }

/**
 * The mapping that the user names, by its id or its file, else the one that fits the columns. Throws
 * a UsageError where there is none, or where a column is missing without which no row can be read.
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

/** With more columns missing, a file is hardly one for which a mapping was made. */
const MOST_LACKING = 2

/** The mapping of an export, else the shipped one that finds most of what it needs. */
function fitting(columns: readonly string[]): Mapping {
  if (isExport(columns)) return ownMapping(columns)
  const ranked = shippedMappings
    .map((mapping) => ({ mapping, lacks: missingColumns(mapping, columns).needed.length }))
    .sort((a, b) => a.lacks - b.lacks)
  const [best] = ranked
  if (best && best.lacks <= MOST_LACKING) return best.mapping
  throw new UsageError(
    `no shipped mapping knows these columns: name one of yours with \`--mapping\`; the file has ${listed(columns)}`,
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
  if (/\.ya?ml$/i.test(named)) return mappingIn(named, settings, files)
  const known = [...shippedMappings.map(({ id }) => id), OWN_MAPPING]
  throw new UsageError(
    `there is no mapping \`${named}\`: ${didYouMeanOr(named, known)} A mapping of yours is a file that ends in .yaml.`,
  )
}

function mappingIn(file: string, { frameworks }: Settings, files: Files): Mapping {
  const content = files.read(file, MAX_SETTINGS_BYTES)
  if ('problem' in content) {
    if (content.problem.kind === 'missing') throw new UsageError(`there is no file \`${file}\``)
    const diagnostics = [diagnoseProblem(file, content.problem)]
    throw new UsageError(`\`${file}\` cannot be used as a mapping`, diagnostics)
  }
  const { value, diagnostics } = readMapping(content.text, file, [...frameworks.keys()])
  if (value && !diagnostics.some(isError)) return value
  throw new UsageError(`\`${file}\` cannot be used as a mapping`, diagnostics)
}
