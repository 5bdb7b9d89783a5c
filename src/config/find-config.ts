import { join } from 'node:path/posix'
import { UsageError } from '../diagnostics/failures.ts'
import type { Files } from '../host/host.ts'
import { CONFIG_NAMES } from './config.ts'

/**
 * The nearest file or folder of one of some names, from the working directory upward. A link that leads
 * nowhere is found as well: to pass it over would drop what it stands for without a word.
 */
export function findUpward(names: readonly string[], files: Files): string | undefined {
  const depth = files.cwd.split('/').filter(Boolean).length
  for (let level = 0; level <= depth; level++) {
    const paths = names.map((name) => join('../'.repeat(level), name))
    const found = paths.find((path) => {
      const looked = files.look(path)
      return !('problem' in looked) || ['dangling', 'loop'].includes(looked.problem.kind)
    })
    if (found !== undefined) return found
  }
  return undefined
}

/** Throws a UsageError that names the configuration in a folder that was named in its place. */
export function refuseFolder(wanted: string, files: Files): void {
  const looked = files.look(wanted)
  if ('problem' in looked || looked.kind !== 'folder') return
  const inside = CONFIG_NAMES.map((name) => join(wanted, name)).find(
    (path) => !('problem' in files.look(path)),
  )
  const next = inside ? `name \`${inside}\`` : `name a file, like \`${CONFIG_NAMES[0]}\``
  throw new UsageError(`\`${wanted}\` is a folder, and no configuration: ${next}`)
}
