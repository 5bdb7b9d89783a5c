import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { tried } from './problems.ts'

/** The nearest folder from one upward that has a `.git`, as a folder or as a file that names one. */
export function topAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : topAbove(parent)
}

/** The real path of what `.git` in a folder is or names; undefined where it leads nowhere. */
export function gitFolderOf(top: string): string | undefined {
  const path = join(top, '.git')
  const real = tried(() => realpathSync(statSync(path).isFile() ? namedIn(path, top) : path))
  return typeof real === 'string' ? real : undefined
}

/** In a worktree and in a submodule the folder lies elsewhere. */
function namedIn(file: string, top: string): string {
  const [, named = ''] = /^gitdir: (.*?)\n*$/s.exec(readFileSync(file, 'utf8')) ?? []
  return resolve(top, named)
}
