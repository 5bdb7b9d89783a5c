import { dirname, join } from 'node:path/posix'
import type { Files } from '../host/host.ts'
import { type IndexEntry, indexEntries } from './index-entries.ts'
import { pathsOf, type Repository, textOf } from './repository.ts'
import { type Blob, contentsOf, type Tree } from './tree.ts'

/**
 * The paths, from the top, that differ between a commit and the working tree: staged or not, deleted,
 * and those that git does not know yet unless they are ignored. Files are compared as they
 * are, but for the ends of their lines: `git diff` would run the filters that a checkout names.
 */
export function changedPaths(repository: Repository, tree: Tree, files: Disk): ReadonlySet<string> {
  const entries = indexEntries(repository)
  const { fromHere } = pathsOf(repository, files)
  const isThere = (path: string) => !isMissing(files.look(fromHere(path)))
  const added = entries.filter(
    ({ path, isLeftOut, isSubmodule }) =>
      !tree.blobs.has(path) && !isSubmodule && (isLeftOut || isThere(path)),
  )
  return new Set([
    ...added.map(({ path }) => path),
    ...changedBlobs(repository, tree, entries, files).map(({ path }) => path),
  ])
}

type Disk = Pick<Files, 'cwd' | 'look' | 'read'>

/** Longer files are no records: whether they changed, the index says. */
const MOST_BYTES = 1_048_576

function changedBlobs(
  repository: Repository,
  { blobs }: Tree,
  entries: readonly IndexEntry[],
  files: Disk,
): Blob[] {
  const { fromHere } = pathsOf(repository, files)
  const index = new Map(entries.map((entry) => [entry.path, entry]))
  const changed: Blob[] = []
  const toCompare: Blob[] = []
  const links: Blob[] = []
  for (const blob of blobs.values()) {
    const looked = files.look(fromHere(blob.path))
    const entry = index.get(blob.path)
    const isByIndex = isMissing(looked) ? entry?.isLeftOut === true : blob.bytes > MOST_BYTES
    if (isByIndex) {
      if (entry?.oid !== blob.oid) changed.push(blob)
    } else if (blob.kind === 'link') links.push(blob)
    else if ('kind' in looked && looked.kind === 'file') toCompare.push(blob)
    else changed.push(blob)
  }
  return [
    ...changed,
    ...changedLinks(repository, links, files),
    ...changedFiles(repository, toCompare, files),
  ]
}

function isMissing(looked: ReturnType<Files['look']>): boolean {
  return 'problem' in looked && looked.problem.kind === 'missing'
}

/** A link is the same as long as it leads to the same place. */
function changedLinks(repository: Repository, links: readonly Blob[], files: Disk): Blob[] {
  if (links.length === 0) return []
  const { fromHere } = pathsOf(repository, files)
  const contents = contentsOf(repository, links)
  const end = (path: string) => {
    const looked = files.look(path)
    return 'realPath' in looked ? looked.realPath : looked.problem.kind === 'missing'
  }
  return links.filter(({ path, oid }) => {
    const target = textOf(contents.get(oid) ?? new Uint8Array())
    const there = target.startsWith('/') ? target : join(dirname(fromHere(path)), target)
    const [now, then] = [end(fromHere(path)), end(there)]
    return now === true || (now !== then && typeof now === 'string')
  })
}

function changedFiles(repository: Repository, blobs: readonly Blob[], files: Disk): Blob[] {
  if (blobs.length === 0) return []
  const { real } = pathsOf(repository, files)
  const list = blobs.map(({ path }) => `${quoted(real(path))}\n`).join('')
  const answer = repository.git(['hash-object', '--no-filters', '--stdin-paths'], list)
  // One file that cannot be read ends the list; each is compared by its text then.
  const oids = 'out' in answer ? textOf(answer.out).split('\n') : []
  return changedTexts(
    repository,
    blobs.filter(({ oid }, index) => oid !== oids[index]),
    files,
  )
}

/** A path as git takes it in a list of lines, whatever it holds. */
function quoted(path: string): string {
  const escaped = path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `"${escaped}"`
}

/** So many files are asked of git at once. */
const AT_ONCE = 256

/** A checkout may write its lines with CR LF (`core.autocrlf`) where the commit has LF. */
function changedTexts(repository: Repository, blobs: readonly Blob[], files: Disk): Blob[] {
  const { fromHere } = pathsOf(repository, files)
  const changed: Blob[] = []
  for (let from = 0; from < blobs.length; from += AT_ONCE) {
    const some = blobs.slice(from, from + AT_ONCE)
    const contents = contentsOf(repository, some)
    for (const blob of some) {
      const now = files.read(fromHere(blob.path), 2 * MOST_BYTES)
      const then = contents.get(blob.oid)
      const isSame = 'text' in now && then && withLf(now.text) === withLf(textOf(then))
      if (!isSame) changed.push(blob)
    }
  }
  return changed
}

/** A text with the ends of its lines as a commit has them. */
export function withLf(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
