import { relative } from 'node:path/posix'
import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import { composed } from '../host/spelled-path.ts'
import type { RecordFile } from './read-record.ts'

export const RECORD_ENDING = /\.ya?ml$/i

/** The path in the folder of records, without the ending; elsewhere, the path as it was found. */
export function recordIdOf(file: string, otherwise: string, folder: string): string {
  return composed(pathIn(folder, file) ?? otherwise).replace(RECORD_ENDING, '')
}

/** The way from a folder to a file below it; undefined for one that lies elsewhere. */
export function pathIn(folder: string, file: string): string | undefined {
  if (file.startsWith(`${folder}/`)) return file.slice(folder.length + 1)
  const path = relative(folder, file)
  return path.startsWith('..') ? undefined : path
}

/** Each id once. Where two folders outside of that of the records share a name, the path decides. */
export function withoutTakenIds(records: readonly RecordFile[], folder: string) {
  const byId = new Map<string, RecordFile>()
  const taken: Diagnostic[] = []
  const isOutside = new Map(records.map(({ file }) => [file, pathIn(folder, file) === undefined]))
  const outside = records.filter(({ file }) => isOutside.get(file))
  const inside = records.filter(({ file }) => !isOutside.get(file))
  for (const { file, id: short } of [...inside, ...outside]) {
    const isTaken = isOutside.get(file) && byId.has(short)
    const id = isTaken ? file.replace(RECORD_ENDING, '') : short
    const other = byId.get(id)
    if (other) {
      const next = 'rename the file, or delete it if it is a copy: its id comes from its name'
      const args = { id, where: `\`${other.file}\` has it`, next }
      taken.push(diagnose(wholeFile(file), 'duplicate-id', args))
    } else byId.set(id, { file, id })
  }
  return { unique: [...byId.values()].sort((a, b) => (a.file < b.file ? -1 : 1)), taken }
}
