import { basename, join } from 'node:path/posix'
import type { Files } from './host.ts'
import { absolutePath, isOfWindows, isWhole, normalPath, pathFrom, rootOf } from './paths.ts'

/**
 * The one gate for paths that come from elsewhere: a path as somebody typed it, or as another tool or
 * a configuration has it, becomes the path that plandue works with. That has forward slashes and no
 * `.` or `..` in between; it begins at the working directory where it lies in it, else at the root. On
 * Windows, where names are found in any case, it is spelled as on the disk.
 */
export function insidePath(path: string, files: Pick<Files, 'cwd' | 'list' | 'look'>): string {
  const { cwd } = files
  const isWindows = isOfWindows(cwd)
  const slashed = isWindows ? windowsPath(path, cwd) : path.replace(/^\/+/, '/')
  if (isWindows && OF_A_DRIVE.test(slashed)) return slashed
  const whole = absolutePath(slashed, cwd)
  const fromHere = pathFrom('.', whole, cwd)
  const isElsewhere = /^\.\.(\/|$)/.test(fromHere) || fromHere === whole
  const shortest = !isElsewhere ? fromHere : isWhole(slashed) ? whole : normalPath(slashed)
  return (isWindows ? spelledAsOnDisk(shortest, files) : shortest) || '.'
}

/** With forward slashes where backslashes part the names of folders: on Windows, but nowhere else. */
export function withSlashes(path: string, cwd: string): string {
  if (!isOfWindows(cwd)) return path
  // Programs begin long paths with `\\?\`, and those of devices with `\\.\`.
  return path
    .replaceAll('\\', '/')
    .replace(/^\/\/[?.]\/(?:(UNC\/)|(?=[a-z]:))/i, (_, server?: string) => (server ? '//' : ''))
}

/** `C:plans` begins in the folder in which that drive is, which only Windows knows. */
const OF_A_DRIVE = /^[a-z]:(?!\/)/i

function windowsPath(path: string, cwd: string): string {
  // In `"our plans\"` the last quote counts as a character: PowerShell and cmd bring it about.
  const slashed = withSlashes(path.replace(/"$/, ''), cwd)
  // Windows finds a file with points and blanks at the end of its name as well.
  const bare = slashed.replace(/(?<=[^/. ])[. ]+(?=\/|$)/g, '')
  const [drive = ''] = OF_A_DRIVE.exec(bare) ?? []
  return cwd.toLowerCase().startsWith(drive.toLowerCase()) ? bare.slice(drive.length) : bare
}

/**
 * A path with each of its names as the folder has it that holds it. A name that is not there, such as
 * one of a file to be made, or a pattern, stays as it is.
 */
export function spelledAsOnDisk(path: string, files: Pick<Files, 'list' | 'look'>): string {
  const normal = normalPath(path)
  const root = rootOf(normal)
  const [first = '', ...rest] = normal.slice(root.length).split('/')
  return rest.reduce(
    (folder, part) => `${folder}/${nameIn(`${folder}/`, part, files)}`,
    first === '' ? root : nameIn('.', first, files),
  )
}

function nameIn(folder: string, part: string, files: Pick<Files, 'list' | 'look'>): string {
  if (part === '' || part === '.' || part === '..') return part
  const entries = files.list(folder)
  if ('problem' in entries) return part
  const lower = part.toLowerCase()
  const found =
    entries.find(({ name }) => name === part) ??
    entries.find(({ name }) => name.toLowerCase() === lower)
  return found?.name ?? (SHORT.test(part) ? longName(join(folder, part), part, files) : part)
}

/** Windows keeps a second name like `OURPLA~1` for one that DOS could not have. */
const SHORT = /~\d/

function longName(path: string, part: string, files: Pick<Files, 'look'>): string {
  const looked = files.look(path)
  return 'realPath' in looked ? basename(looked.realPath) : part
}
