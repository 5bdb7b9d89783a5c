import { dirname, isAbsolute, normalize } from 'node:path/posix'

/** Whether a path begins at a drive or a server, as each whole one does on Windows. */
export function isOfWindows(path: string): boolean {
  return /^([a-z]:|\/\/[^/])/i.test(path)
}

/** Whether a path begins at a root, a drive or a server. */
export function isWhole(path: string): boolean {
  return isAbsolute(path) || isOfWindows(path)
}

/** Whether a path is a folder, or lies in it; both as they really are, without links. */
export function isWithin(path: string, folder: string): boolean {
  const [one, other] = [comparable(path), comparable(folder)]
  return one === other || one.startsWith(other.endsWith('/') ? other : `${other}/`)
}

/** A whole path as its system compares it: Windows finds a file by its name in any case. */
export function comparable(path: string): string {
  return isOfWindows(path) ? path.toLowerCase() : path
}

/** A path from its root, without `.` and `..`; it is given whole, or from the folder `cwd`. */
export function absolutePath(path: string, cwd: string): string {
  const own = rootOf(path)
  const root = own || (isOfWindows(cwd) ? rootOf(cwd) : '')
  const way = isWhole(path) ? path.slice(own.length) : `${cwd.slice(root.length)}/${path}`
  return withoutSlashAtEnd(root + normalize(`/${way}`))
}

/** The drive, or the server with what it shares: nothing where there is none. */
export function rootOf(path: string): string {
  return /^([a-z]:|\/\/[^/]+\/[^/]+)(?=\/|$)/i.exec(path)?.[0] ?? ''
}

/**
 * The path from a folder to a file; each is whole, or given from the working directory `cwd`. It is
 * empty where both are one, and whole where no way leads from one to the other, as between drives.
 */
export function pathFrom(folder: string, file: string, cwd: string): string {
  const [from, to] = [absolutePath(folder, cwd), absolutePath(file, cwd)]
  const root = rootOf(to)
  if (comparable(rootOf(from)) !== comparable(root)) return to
  const [start, end] = [partsOf(from, root), partsOf(to, root)]
  const isSame = (part: string, other: string) =>
    root === '' ? part === other : part.toLowerCase() === other.toLowerCase()
  const first = start.findIndex((part, index) => !isSame(part, end[index] ?? ''))
  const shared = first < 0 ? start.length : first
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/')
}

function partsOf(path: string, root: string): string[] {
  return path.slice(root.length).split('/').filter(Boolean)
}

/** The folder or file at which a path begins that may be a pattern such as `plans/n*`, here `plans`. */
export function startOfPattern(path: string): string {
  const [start = ''] = path.split(/[*?[{]/, 1)
  return start === path ? path : dirname(`${start}*`)
}

/** Whether Windows takes a path for that of a stream, such as `a.yaml::$DATA`, which is `a.yaml` itself. */
export function namesStream(path: string, cwd: string): boolean {
  return isOfWindows(cwd) && path.replace(/^[a-z]:/i, '').includes(':')
}

/** A path without `.` and `..` in between, and without a slash at its end. */
export function normalPath(path: string): string {
  const root = rootOf(path)
  return withoutSlashAtEnd(root + normalize(path.slice(root.length)))
}

/** `/` and a drive keep theirs. */
function withoutSlashAtEnd(path: string): string {
  return path.replace(/(?<=[^:/])\/$/, '')
}
