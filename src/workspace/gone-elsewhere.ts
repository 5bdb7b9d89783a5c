import { basename, dirname } from 'node:path/posix'
import { CONFIG_NAMES } from '../config/config.ts'
import type { Paths } from '../git/repository.ts'
import type { Files } from '../host/host.ts'
import type { RecordFile } from '../records/read-record.ts'
import { pathIn, RECORD_ENDING, recordIdOf } from '../records/record-ids.ts'
import type { Workspace } from './workspace.ts'

type Base = {
  readonly changed: ReadonlySet<string>
  readonly paths: Paths
  readonly files: Files
  readonly workspace: Workspace
}

/**
 * The records that a change takes away besides those that were `found`, for they can be there under
 * other names now: those of the folder of records that no path asked for, and those below a
 * configuration that was moved.
 */
export function goneElsewhere(
  { changed, paths, files, workspace }: Base,
  found: readonly RecordFile[],
  now: Pick<Files, 'look'>,
): readonly RecordFile[] {
  const { folder } = workspace.search
  const known = new Set(found.map(({ file }) => file))
  const gone = [...changed]
    .filter((path) => RECORD_ENDING.test(path))
    .map((path) => ({ path, file: paths.fromHere(path) }))
    .filter(({ file }) => 'problem' in now.look(file) && 'kind' in files.look(file))
  const isConfig = ({ path }: { path: string }) => CONFIG_NAMES.includes(basename(path))
  const moved = gone.filter(isConfig).map(({ file }) => dirname(file))
  return gone
    .filter((one) => !isConfig(one) && !known.has(one.file))
    .filter(({ file }) => [folder, ...moved].some((top) => pathIn(top, file) !== undefined))
    .map(({ path, file }) => ({ file, id: recordIdOf(file, `../${path}`, folder) }))
}
