import { dirname, join, relative } from 'node:path/posix'
import type { Files } from '../host/host.ts'
import { MAX_BYTES } from './read-records.ts'

const MODELINE = /^# yaml-language-server: \$schema=(\S+)\s*$/

/** How many records to search for one whose first line names the schema. */
const LOOKED_AT = 20

/** Where a repository of plans keeps the schema for editors, and where else it may be. */
export const SCHEMA_FILE = '.plandue/record.schema.json'
const OTHERS = ['record.schema.json', 'dist/schemas/record.json']

/** The schema that the first lines of new records name for editors. */
export type Modeline = {
  /** The first line of a new record in a file. */
  of(file: string): string
  /** Where to write the schema; null where there is one. */
  readonly missing: string | null
}

/**
 * The schema that new records name: the one that other records name, else the one in the repository,
 * else one still to be written.
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
