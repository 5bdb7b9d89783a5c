import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Path } from './place.ts'
import { coreValue } from './scalar.ts'
import type { Schema } from './schema.ts'

/** What a schema asks for, as words in a sentence. */
export function describe(schema: Schema): string {
  if (schema.oneOf) return schema.oneOf.map(describe).join(', or ')
  switch (schema.type) {
    case 'object':
      return schema.title ?? 'a map of keys and values'
    case 'array':
      return 'a list'
    case 'integer':
      return `a whole number from ${schema.minimum} to ${schema.maximum}`
    case 'boolean':
      return 'true or false'
    case 'string':
      if (schema.format === 'date') return 'a date like 2024-01-12'
      if (schema.enum) return `one of ${schema.enum.join(', ')}`
      // Any text will do where no form is asked for; its title is the name of the key.
      if (!schema.pattern) return 'text'
      return schema.title ?? `like \`${schema.examples?.[0]}\``
    default:
      return 'a value'
  }
}

/** What was found instead, as words in a sentence. */
export function describeNode(node: unknown): string {
  if (isMap(node)) return 'a map of keys and values'
  if (isSeq(node)) return node.items.length === 0 ? 'an empty list' : 'a list'
  if (isAlias(node)) return `the alias \`*${node.source}\``
  const value = isScalar(node) ? coreValue(node) : null
  if (!isScalar(node) || value === null) return 'nothing'
  const text = shortened(node.source ?? String(value))
  if (typeof value === 'number') return `the number ${text}`
  if (typeof value === 'boolean') return `the word ${text}`
  return `\`${text}\``
}

/** A text that is not too long for a message. */
export function shortened(text: string, length = 60): string {
  const line = text.replace(/[ \t\r\n]+/g, ' ')
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}

/** What a message calls the thing at a path: its key, or its place in its list. */
export function named(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'the file'
  return typeof last === 'string'
    ? `\`${shortened(last)}\``
    : `entry ${last + 1} of ${named(path.slice(0, -1))}`
}

/** What a schema asks for; the title of the whole is the name of the schema, not of a value. */
export function wanted(schema: Schema, path: Path): string {
  return path.length === 0 ? 'a map of keys and values' : describe(schema)
}

/** What a message calls the map at a path. */
export function called(path: Path): string {
  return path.length === 0 ? 'the file' : named(path)
}
