import type { FromSchema, JSONSchema } from 'json-schema-to-ts'
import type { IsoDate } from '../calendar/day.ts'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { parseYaml } from './parse.ts'
import { type Path, placeIn } from './place.ts'
import { FAULTY } from './read-state.ts'
import { readTree } from './read-tree.ts'
import type { Schema } from './schema.ts'

/** What a file says, as far as it fits its schema, with the faults that were found on the way. */
export type Reading<T> = {
  /** The value. Faulty values, and list entries with a fault, are left out; undefined if all is. */
  readonly value: T | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Where the errors lie, by the paths of the file. */
  readonly faults: readonly Path[]
  /** Where a part of the value stands; the nearest thing above it where it is not in the file. */
  placeOf(path: Path, part?: 'key' | 'value'): Place
}

/** The TypeScript type that a schema describes. A text with the format `date` is an `IsoDate`. */
export type ValueOf<S extends JSONSchema> = FromSchema<
  S,
  { deserialize: [{ pattern: { type: 'string'; format: 'date' }; output: IsoDate }] }
>

/**
 * Reads a YAML text by a schema: every fault becomes a diagnostic with its place, and what is sound
 * is read all the same. Never throws for bad input. `T` is the type that belongs to the schema.
 */
export function readYaml<T>(text: string, file: string, schema: Schema): Reading<T> {
  const { tree, diagnostics } = parseYaml(text, file)
  if (!tree) {
    const place = diagnostics[0] ?? { file, line: 1, column: 1, width: 0 }
    return { value: undefined, diagnostics, faults: [[]], placeOf: () => place }
  }
  const result = readTree(tree, schema)
  return {
    // Reading has held every part of the value against the schema that the type is derived from.
    value: result.value === FAULTY ? undefined : (result.value as T),
    diagnostics: [...diagnostics, ...result.diagnostics],
    faults: result.faults,
    placeOf: (path, part) => placeIn(tree, result.positions, path, part),
  }
}
