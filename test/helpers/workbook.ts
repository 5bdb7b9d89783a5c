import { readXlsx } from '../../src/commands/import/read-xlsx.ts'
import type { MemoryFile } from './memory-host.ts'
import { plandue } from './plandue.ts'

/** The bytes of a file that a run has written. */
export function bytesOf(file: MemoryFile | undefined): Uint8Array {
  if (typeof file === 'object' && 'bytes' in file) return file.bytes
  throw new Error('that is no file of bytes')
}

/** The sheets of a workbook by their names, a line for each row; so that a test can look at them. */
export async function workbookText(bytes: Uint8Array): Promise<string> {
  const none = await readXlsx(bytes, '')
  const names = 'sheets' in none ? (none.sheets ?? []) : []
  const sheets = await Promise.all(
    names.map(async (name) => {
      const sheet = await readXlsx(bytes, name)
      const rows = 'rows' in sheet ? sheet.rows : []
      return `${JSON.stringify(name)}: [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`
    }),
  )
  return `{\n${sheets.join(',\n')}\n}\n`
}

/** A run of `check` in a format; of one that is no text, what stands in its file. */
export async function checkAs(format: string, args: readonly string[], world: object) {
  if (format !== 'xlsx') return plandue(['check', '--format', format, ...args], world)
  const run = await plandue(['check', '--format', 'xlsx=out.xlsx', ...args], world)
  const file = run.files.get('out.xlsx')
  return { ...run, out: file ? await workbookText(bytesOf(file)) : run.out }
}
