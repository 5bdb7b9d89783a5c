import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, parse, relative, sep } from 'node:path'
import { tried } from './problems.ts'

/**
 * The absolute path of a program, by the absolute entries of PATH. What lies in `checkout` (absolute)
 * is passed over, since whoever can commit a file must not choose what runs; so is the working
 * folder, which Windows would search first.
 */
export function findProgram(
  name: string,
  checkout: string,
  path = process.env['PATH'] ?? '',
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const file = platform === 'win32' ? `${name}.exe` : name
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !liesIn(folder, checkout))
    .map((folder) => join(folder, file))
    .find(isProgram)
}

/** A repository at the root of the file system would leave no folder to look in. */
function liesIn(folder: string, checkout: string): boolean {
  if (checkout === parse(checkout).root) return folder === checkout
  const way = relative(checkout, folder)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

function isProgram(file: string): boolean {
  return (
    tried(() => {
      accessSync(file, constants.X_OK)
      return statSync(file).isFile()
    }) === true
  )
}
