import { MAX_SETTINGS_BYTES, type Settings } from '../../config/settings.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { diagnoseProblem, ofSettings, why } from '../../diagnostics/problem.ts'
import { didYouMean, didYouMeanOr, listed } from '../../diagnostics/suggest.ts'
import type { Files, Host } from '../../host/host.ts'
import { insidePath } from '../../host/path-gate.ts'
import { shippedMappings } from './mappings/index.ts'
import { missingColumns } from './rows/columns.ts'
import type { Mapping } from './rows/mapping.ts'
import { isExport, OWN_MAPPING, ownMapping } from './rows/own-mapping.ts'
import { readMapping } from './rows/read-mapping.ts'
import { MAX_ROWS, readTable, type Table } from './rows/table.ts'

/** More than any list of inspections needs, yet small enough to read at once. */
const MAX_TABLE_BYTES = 64 * 1_048_576

/** The table in a file or, for `-`, on standard input, and its name for messages. Throws a UsageError. */
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
  if ('why' in table) throw new UsageError(`${name}:${table.line}: invalid CSV: ${table.why}`)
  if (table.rows.length > MAX_ROWS) {
    const most = MAX_ROWS.toLocaleString('en-GB')
    throw new UsageError(`\`${name}\` has more than ${most} rows: import it in several files`)
  }
  return { name, table }
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
