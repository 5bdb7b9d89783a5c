import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The texts of a folder by their paths in it, with forward slashes. */
export function textsIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [file.slice(folder.length).replace(/^\//, ''), readFileSync(file, 'utf8')]
    }),
  )
}
