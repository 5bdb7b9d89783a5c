import { dirname, isAbsolute, join } from 'node:path/posix'
import { decoded } from '../host/decoded.ts'
import type { Files, Problem } from '../host/host.ts'
import { type Paths, pathsOf, type Repository, textOf } from './repository.ts'
import { type Blob, contentsOf, type Tree } from './tree.ts'

/**
 * The files of the working tree as they were in a commit; `changed` are the paths that differ since.
 * What lies outside of the repository is as it is, and nothing can be written.
 */
export function treeFiles(
  repository: Repository,
  tree: Tree,
  changed: ReadonlySet<string>,
  disk: Files,
): Files {
  const paths = pathsOf(repository, disk)
  const contents = contentReader(repository, tree, changed)
  const targetOf = (blob: Blob) => textOf(contents(blob) ?? new Uint8Array())
  const find = (path: string) => {
    const at = paths.fromTop(path)
    const isOutside = at === undefined || at === '.git' || at.startsWith('.git/')
    return isOutside ? undefined : resolved(at, tree, targetOf, paths)
  }
  return {
    cwd: disk.cwd,
    look: (path) => {
      const found = find(path)
      return found ? looked(found, tree, paths) : disk.look(path)
    },
    list: (path) => {
      const found = find(path)
      if (!found) return disk.list(path)
      if (typeof found !== 'string') return { problem: found }
      const entries = tree.folders.get(found)
      if (!entries) return { problem: { kind: 'missing' } }
      return [...entries].map(([name, kind]) => ({ name, kind })).sort(byName)
    },
    read: (path, limit) => {
      const found = find(path)
      if (!found) return disk.read(path, limit)
      const blob = typeof found === 'string' ? tree.blobs.get(found) : undefined
      if (!blob) return { problem: typeof found === 'string' ? { kind: 'missing' } : found }
      // What has not changed since need not be asked of git; it may be left out of a checkout.
      const now = changed.has(blob.path) ? undefined : disk.read(paths.fromHere(blob.path), limit)
      return now && 'text' in now ? now : readBlob(blob, limit, contents)
    },
    write: async () => ({ problem: { kind: 'denied' } }),
    append: async () => ({ problem: { kind: 'denied' } }),
    add: async () => ({ problem: { kind: 'denied' } }),
  }
}

function looked(found: string | Problem, tree: Tree, paths: Paths): ReturnType<Files['look']> {
  if (typeof found !== 'string') return { problem: found }
  const realPath = paths.real(found)
  if (tree.folders.has(found)) return { kind: 'folder', realPath }
  if (tree.blobs.has(found)) return { kind: 'file', realPath }
  return isUp(found) ? { kind: 'other', realPath } : { problem: { kind: 'missing' } }
}

const MOST_LINKS = 20

/** A path with its links followed; it may lead out of the repository. */
function resolved(
  path: string,
  tree: Tree,
  targetOf: (blob: Blob) => string,
  paths: Paths,
  depth = 0,
): string | Problem {
  if (depth > MOST_LINKS) return { kind: 'loop' }
  const parts = path.split('/')
  for (let length = 1; length <= parts.length; length++) {
    const link = tree.blobs.get(parts.slice(0, length).join('/'))
    if (link?.kind !== 'link') continue
    const target = join(targetOf(link), ...parts.slice(length))
    const way = isAbsolute(target) ? `../${target}` : join(dirname(link.path), target)
    // It may leave the repository, and come back by the name of its folder.
    const next = paths.fromTop(isAbsolute(target) ? target : paths.real(way)) ?? way
    const end = isUp(next) ? next : resolved(next, tree, targetOf, paths, depth + 1)
    const isThere = typeof end !== 'string' || isUp(end) || isIn(end, tree)
    return isThere ? end : { kind: length === parts.length ? 'dangling' : 'missing' }
  }
  return path
}

function isIn(path: string, { blobs, folders }: Tree): boolean {
  return blobs.has(path) || folders.has(path)
}

function isUp(path: string): boolean {
  return path === '..' || path.startsWith('../')
}

/** So many changed files are asked of git at once: records are read in the order of their paths. */
const AT_ONCE = 256

function contentReader(
  repository: Repository,
  tree: Tree,
  changed: ReadonlySet<string>,
): (blob: Blob) => Uint8Array | undefined {
  const isYaml = ({ path }: Blob) => /\.ya?ml$/i.test(path)
  const likely = [...tree.blobs.values()].filter((one) => changed.has(one.path) && isYaml(one))
  let held: ReadonlyMap<string, Uint8Array> = new Map()
  return (blob) => {
    if (!held.has(blob.oid)) {
      const from = likely.indexOf(blob)
      const next = from < 0 ? [] : likely.slice(from, from + AT_ONCE)
      held = contentsOf(repository, [blob, ...next.filter(({ bytes }) => bytes <= MOST_BYTES)])
    }
    return held.get(blob.oid)
  }
}

/** Longer ones are asked for one at a time. */
const MOST_BYTES = 1_048_576

function readBlob(
  blob: Blob,
  limit: number,
  contents: (blob: Blob) => Uint8Array | undefined,
): ReturnType<Files['read']> {
  if (blob.bytes > limit) return { problem: { kind: 'tooLarge', bytes: blob.bytes, limit } }
  const content = contents(blob)
  if (!content) return { problem: { kind: 'other', why: 'git does not have it' } }
  return decoded(content)
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1
}
