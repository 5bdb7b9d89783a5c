import { dirname, join } from 'node:path/posix'
import type { Files } from './host.ts'

/**
 * A path as the file system spells it: a letter with an accent is one character or two there,
 * whichever was typed (NFC, NFD). What is not there in any spelling stays as it is.
 */
export function spelledPath(path: string, files: Pick<Files, 'look' | 'list'>): string {
  if (path === path.normalize('NFD') && path === path.normalize('NFC')) return path
  const isThere = (one: string) => !('problem' in files.look(one))
  if (isThere(path)) return path
  const folder = spelledPath(dirname(path), files)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const own = namesIn(folder, files).find((one) => composed(one) === composed(name))
  return own === undefined ? path : join(folder, own)
}

/** A path or an id in the spelling in which it is compared. */
export function composed(text: string): string {
  return text.normalize('NFC')
}

/** The names in a folder; none where it cannot be looked into. */
export function namesIn(folder: string, files: Pick<Files, 'list'>): readonly string[] {
  const entries = files.list(folder)
  return 'problem' in entries ? [] : entries.map(({ name }) => name)
}
