import type { Entry } from '../host/host.ts'
import { entriesOf, mustAnswer, type Repository } from './repository.ts'

/** What a commit holds, by paths from the top. */
export type Tree = {
  readonly blobs: ReadonlyMap<string, Blob>
  /** The entries of each folder, by name; the top is `.`. */
  readonly folders: ReadonlyMap<string, ReadonlyMap<string, Entry['kind']>>
  /** Their contents are in another repository. */
  readonly submodules: ReadonlySet<string>
}

export type Blob = {
  readonly path: string
  readonly oid: string
  readonly bytes: number
  readonly kind: 'file' | 'link'
}

/**
 * Reads the list of what a commit holds, or of what it has at one path from the top. A submodule is an
 * empty folder.
 */
export function treeOf({ git }: Pick<Repository, 'git'>, commit: string, path?: string): Tree {
  const blobs = new Map<string, Blob>()
  const submodules = new Set<string>()
  const folders = new Map<string, Map<string, Entry['kind']>>([['.', new Map()]])
  const only = path === undefined ? [] : ['--', path]
  const list = mustAnswer(git, ['ls-tree', '-r', '-z', '-l', '--full-tree', commit, ...only])
  for (const line of entriesOf(list)) {
    const [, mode = '', type = '', oid = '', size = '', path = ''] = ENTRY.exec(line) ?? []
    const kind = mode === LINK ? 'link' : 'file'
    if (type === 'blob') blobs.set(path, { path, oid, bytes: Number(size), kind })
    else submodules.add(path)
    addTo(folders, path, type === 'blob' ? kind : 'folder')
  }
  return { blobs, folders, submodules }
}

const LINK = '120000'
const ENTRY = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/

/** Puts an entry into its folder, and that into its own, as far as they are not there yet. */
function addTo(
  folders: Map<string, Map<string, Entry['kind']>>,
  path: string,
  kind: Entry['kind'],
): void {
  const slash = path.lastIndexOf('/')
  const parent = slash < 0 ? '.' : path.slice(0, slash)
  const entries = folders.get(parent)
  if (entries) entries.set(path.slice(slash + 1), kind)
  else {
    folders.set(parent, new Map([[path.slice(slash + 1), kind]]))
    addTo(folders, parent, 'folder')
  }
  if (kind === 'folder' && !folders.has(path)) folders.set(path, new Map())
}

/** The contents of some blobs, by their ids. */
export function contentsOf(
  { git }: Pick<Repository, 'git'>,
  blobs: readonly Blob[],
): ReadonlyMap<string, Uint8Array> {
  const ids = [...new Set(blobs.map(({ oid }) => oid))]
  const out = mustAnswer(git, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''))
  const contents = new Map<string, Uint8Array>()
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(NEWLINE, at)
    const [oid = '', , size] = new TextDecoder().decode(out.subarray(at, end)).split(' ')
    const start = end + 1
    const length = Number(size ?? 0)
    if (size !== undefined) contents.set(oid, out.slice(start, start + length))
    at = start + length + 1
  }
  return contents
}

const NEWLINE = 10
