import { dirname, join, relative } from 'node:path/posix'
import type { Files } from '../host/host.ts'
import { MAX_BYTES } from './read-records.ts'

const MODELINE = /^# yaml-language-server: \$schema=(\S+)\s*$/

/** So many records are looked at for one whose first line names the schema. */
const LOOKED_AT = 20

/** Where the schema for editors lies in a repository of plans, and where else it can be. */
export const SCHEMA_FILE = '.plandue/record.schema.json'
const OTHERS = ['record.schema.json', 'dist/schemas/record.json']

/** The schema of which the first lines of new records tell an editor. */
export type Modeline = {
  /** The first line of a new record in a file. */
  of(file: string): string
  /** Where the schema is to be written; null where there is one already. */
  readonly missing: string | null
}

/**
 * The schema that new records name in their first lines: the one that other records name, or the one
 * that lies in the repository, else one that is still to be written.
 */
export function modelineFor(
  records: readonly string[],
  root: string,
  files: Pick<Files, 'read' | 'look'>,
): Modeline {
  const usual = join(root, SCHEMA_FILE)
  const isThere = (path: string) => !('problem' in files.look(path))
  const named = records.slice(0, LOOKED_AT).flatMap((file) => schemaNamedIn(file, files))[0]
  const found = named ?? [usual, ...OTHERS.map((path) => join(root, path))].find(isThere)
  const schema = found ?? usual
  return {
    of: (file) =>
      `# yaml-language-server: $schema=${isUrl(schema) ? schema : relative(dirname(file), schema)}`,
    missing: found === undefined ? usual : null,
  }
}

function schemaNamedIn(file: string, files: Pick<Files, 'read'>): string[] {
  const content = files.read(file, MAX_BYTES)
  const [line = ''] = 'text' in content ? content.text.replace(/^\uFEFF/, '').split('\n', 1) : []
  const schema = MODELINE.exec(line)?.[1]
  if (schema === undefined) return []
  return [isUrl(schema) ? schema : join(dirname(file), schema)]
}

function isUrl(schema: string): boolean {
  return /^[a-z]+:\/\//i.test(schema)
}
