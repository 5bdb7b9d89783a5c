import { join } from 'node:path/posix'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Files } from '../host/host.ts'
import { spelledPath } from '../host/spelled-path.ts'
import { type Link, linkFaults } from '../records/links.ts'

/**
 * What is wrong between the records of a run, by their links; `ids` are those of all its files, also
 * of those that cannot be trusted. A record may follow one that this run did not read, as long as the
 * file is there.
 */
export function linkDiagnostics(
  links: readonly Link[],
  ids: readonly string[],
  folder: string,
  files: Pick<Files, 'look' | 'list'>,
): Diagnostic[] {
  const known = new Set(ids)
  const isThere = (id: string) =>
    !id.split('/').includes('..') &&
    ['.yaml', '.yml'].some(
      (ending) => !('problem' in files.look(spelledPath(join(folder, `${id}${ending}`), files))),
    )
  const missing = links.flatMap(({ follows }) =>
    follows && !known.has(follows.id) && !isThere(follows.id) ? [follows] : [],
  )
  return [
    ...missing.map(({ id, place }) =>
      diagnose(place, 'unknown-reference', { id, what: 'record', known: ids }),
    ),
    ...linkFaults(links),
  ]
}
