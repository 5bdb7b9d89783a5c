import type { Kind } from './kind.ts'
import { actionSheets } from './kinds/action-sheets.ts'
import { commandLines } from './kinds/command-lines.ts'
import { configurations } from './kinds/configurations.ts'
import { editing } from './kinds/edits.ts'
import { formatting } from './kinds/formatting.ts'
import { damagedLedgers } from './kinds/ledgers.ts'
import { processes } from './kinds/processes.ts'
import { reader } from './kinds/reader.ts'
import { records } from './kinds/records.ts'
import { tables } from './kinds/tables.ts'

/** By the names that `--only` takes. */
export const kinds: Readonly<Record<string, Kind>> = {
  reader,
  records,
  edits: editing,
  fmt: formatting,
  configurations,
  csv: tables,
  actions: actionSheets,
  ledgers: damagedLedgers,
  arguments: commandLines,
  processes,
}
