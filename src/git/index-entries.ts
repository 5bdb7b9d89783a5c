import { entriesOf, mustAnswer, type Repository } from './repository.ts'

/** A path of the index, or one that git does not know yet. */
export type IndexEntry = {
  readonly path: string
  /** Null where git does not know the path. */
  readonly oid: string | null
  readonly isSubmodule: boolean
  /** Whether a sparse checkout leaves it out. */
  readonly isLeftOut: boolean
}

/**
 * What the index lists, and what lies beside it that no `.gitignore` names, by paths from the top. No
 * working file is opened for it, so that no filter runs.
 */
export function indexEntries({ git, prefix }: Repository): readonly IndexEntry[] {
  // Without the way up, git lists only what lies below the working directory.
  const top = '../'.repeat(prefix.split('/').length - 1) || '.'
  return entriesOf(mustAnswer(git, [...LIST, top])).map((line) => {
    const [, tag = '', mode = '', oid = null, path = ''] = ENTRY.exec(line) ?? []
    if (oid === null) return { path: line.slice(2), oid, isSubmodule: false, isLeftOut: false }
    return { path, oid, isSubmodule: mode === SUBMODULE, isLeftOut: tag === 'S' }
  })
}

/** The submodules that the index has. */
export function submodulesNow(repository: Repository): readonly string[] {
  return indexEntries(repository).flatMap(({ path, isSubmodule }) => (isSubmodule ? [path] : []))
}

const LIST = [
  'ls-files',
  '--cached',
  '--stage',
  '--others',
  '--exclude-standard',
  '--full-name',
  '-t',
  '-z',
  '--',
]
const ENTRY = /^(\S) (\d{6}) ([0-9a-f]{40,}) \d\t([\s\S]+)$/
const SUBMODULE = '160000'
