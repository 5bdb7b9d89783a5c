import { isMap, isScalar, isSeq } from 'yaml'
import { pattern } from './read-text.ts'
import type { ChoiceSchema, ObjectSchema, Schema } from './schema.ts'

/** The schema among several that a node was meant for, by its kind and its form. */
export function choose(node: unknown, choices: ChoiceSchema['oneOf']): Schema {
  const kind = isMap(node) ? 'object' : isSeq(node) ? 'array' : 'string'
  const ofKind = choices.filter(({ type }) => type === kind)
  const text = isScalar(node) ? String(node.source) : ''
  const fits = (schema: Schema) =>
    schema.type === 'string' && schema.pattern && pattern(schema.pattern).test(text)
  return ofKind.find(fits) ?? ofKind[0] ?? choices[0] ?? {}
}

/** The schema of the value of a key; undefined where a map has no such key. */
export function schemaOfKey(key: string, schema: ObjectSchema): Schema | undefined {
  if (key === '__proto__') return undefined
  if (Object.hasOwn(schema.properties, key)) return schema.properties[key]
  if (schema.patternProperties && key.startsWith('x-')) return schema.patternProperties['^x-']
  return schema.additionalProperties || undefined
}
