import { dirname, join, relative } from 'node:path/posix'
import type { Files } from '../host.ts'
import { MAX_BYTES } from './batch.ts'

const MODELINE = /^# yaml-language-server: \$schema=(\S+)\s*$/

/** So many records are looked at for one whose first line names the schema. */
const LOOKED_AT = 20

/** Where a schema may lie in a repository, if no record names one. */
const USUAL = ['record.schema.json', 'dist/schemas/record.json']

/**
 * The first line of a new record in a file, which tells an editor of the schema: as the other records
 * name it, or as it lies in the repository. Empty where there is none.
 */
export function modelineFinder(
  records: readonly string[],
  root: string,
  files: Pick<Files, 'read' | 'look'>,
): (file: string) => string {
  const schema =
    records.slice(0, LOOKED_AT).flatMap((file) => schemaNamedIn(file, files))[0] ??
    USUAL.map((path) => join(root, path)).find((path) => !('problem' in files.look(path)))
  return (file) => {
    if (schema === undefined) return ''
    const isUrl = /^[a-z]+:\/\//i.test(schema)
    return `# yaml-language-server: $schema=${isUrl ? schema : relative(dirname(file), schema)}`
  }
}

function schemaNamedIn(file: string, files: Pick<Files, 'read'>): string[] {
  const content = files.read(file, MAX_BYTES)
  const [line = ''] = 'text' in content ? content.text.replace(/^\uFEFF/, '').split('\n', 1) : []
  const schema = MODELINE.exec(line)?.[1]
  if (schema === undefined) return []
  return [/^[a-z]+:\/\//i.test(schema) ? schema : join(dirname(file), schema)]
}
