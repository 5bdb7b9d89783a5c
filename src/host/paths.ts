import { isAbsolute, join, relative } from 'node:path/posix'

/** Whether a path is a folder, or lies in it; both as they really are, without links. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
}

/** The path from a folder to a file; each is absolute, or given from the working directory `cwd`. */
export function pathFrom(folder: string, file: string, cwd: string): string {
  const absolute = (path: string) => (isAbsolute(path) ? path : join(cwd, path))
  return relative(absolute(folder), absolute(file))
}
