import { join } from 'node:path/posix'
import type { Files } from './host.ts'
import { absolutePath, isOfWindows, isWhole, normalPath, pathFrom } from './paths.ts'

/**
 * The one gate for paths that come from elsewhere: a path as somebody typed it, or as another tool or
 * a configuration has it, becomes the path that plandue works with. That has forward slashes and no
 * `.` or `..` in between; it begins at the working directory where it lies in it, else at the root. On
 * Windows, where names are found in any case, it is spelled as on the disk.
 */
export function insidePath(path: string, files: Pick<Files, 'cwd' | 'list'>): string {
  const { cwd } = files
  const slashed = withoutOwnDrive(withSlashes(path, cwd), cwd)
  const whole = absolutePath(slashed, cwd)
  const fromHere = pathFrom('.', whole, cwd)
  if (/^\.\.(\/|$)/.test(fromHere) || fromHere === whole) {
    return isWhole(slashed) ? whole : normalPath(slashed)
  }
  return (isOfWindows(cwd) ? spelledAsOnDisk(fromHere, files) : fromHere) || '.'
}

/** With forward slashes where backslashes part the names of folders: on Windows, but nowhere else. */
export function withSlashes(path: string, cwd: string): string {
  const slashed = isOfWindows(cwd) ? path.replaceAll('\\', '/') : path
  return slashed.replace(/^\/\/\?\/(?:UNC\/)?/i, (start) => (/unc/i.test(start) ? '//' : ''))
}

/** `C:plans` on the drive of the working directory is `plans`; each drive has a folder of its own. */
function withoutOwnDrive(path: string, cwd: string): string {
  const [drive = ''] = /^[a-z]:(?!\/|$)/i.exec(path) ?? []
  return drive !== '' && cwd.toLowerCase().startsWith(drive.toLowerCase())
    ? path.slice(drive.length)
    : path
}

/**
 * A path with each of its names as the folder has it that holds it. A name that is not there, such as
 * one of a file to be made, or a pattern, stays as it is.
 */
export function spelledAsOnDisk(path: string, files: Pick<Files, 'list'>): string {
  const parts = normalPath(path).split('/')
  let folder = path.startsWith('/') ? '/' : '.'
  return parts
    .map((part) => {
      const name = nameIn(folder, part, files)
      folder = join(folder, name)
      return name
    })
    .join('/')
}

function nameIn(folder: string, part: string, files: Pick<Files, 'list'>): string {
  if (part === '' || part === '.' || part === '..') return part
  const entries = files.list(folder)
  if ('problem' in entries) return part
  const lower = part.toLowerCase()
  const found =
    entries.find(({ name }) => name === part) ??
    entries.find(({ name }) => name.toLowerCase() === lower)
  return found?.name ?? part
}
