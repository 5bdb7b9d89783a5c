import { DATE, type ObjectSchema, OWN_KEYS, type Schema } from './schema.ts'

/**
 * What people and editors read of a value: what it is called (of a map, and of text of some form, the
 * words by which a message asks for it), what it means, and examples of it.
 */
export type Words = readonly [title: string, description?: string, ...examples: readonly unknown[]]

type WordsOf = {
  readonly title: string
  readonly description?: string
  readonly examples?: readonly unknown[]
}

/** A map without what is the same for all of them. */
type MapParts = Omit<ObjectSchema, 'type' | 'additionalProperties' | 'patternProperties'>

/** A schema with its words. */
function withWords<const S extends object>(
  schema: S,
  ...[title, description, ...examples]: Words
): S & WordsOf {
  return {
    ...schema,
    title,
    ...(description === undefined ? {} : { description }),
    ...(examples.length === 0 ? {} : { examples }),
  }
}

/** Text that is not empty. */
export const text = (...words: Words) => withWords({ type: 'string', minLength: 1 }, ...words)

/** Text that may be empty. */
export const anyText = (...words: Words) => withWords({ type: 'string' }, ...words)

/** Text of the form that a regular expression describes. */
export const matching = (pattern: string, ...words: Words) =>
  withWords({ type: 'string', pattern }, ...words)

/** An id such as `ilacs-focused-visit`. */
export const slug = (description: string, ...examples: readonly string[]) =>
  matching(
    '^[a-z0-9]+(-[a-z0-9]+)*$',
    'lower-case letters, digits and hyphens',
    description,
    ...examples,
  )

/** One of these words. */
export const keyword = <const V extends readonly string[]>(values: V, ...words: Words) =>
  withWords({ type: 'string', enum: values }, ...words)

export const date = (...words: Words) => withWords(DATE, ...words)

export const integer = (minimum: number, maximum: number, ...words: Words) =>
  withWords({ type: 'integer', minimum, maximum }, ...words)

export const flag = (...words: Words) => withWords({ type: 'boolean' }, ...words)

export const list = <const I extends Schema>(items: I, ...words: Words) =>
  withWords({ type: 'array', items }, ...words)

/** A list with at least one entry. */
export const filledList = <const I extends Schema>(items: I, ...words: Words) =>
  withWords({ type: 'array', items, minItems: 1 }, ...words)

/** One of several kinds of value, of which each has its own kind of node or its own form. */
export const either = <const O extends readonly [Schema, Schema, ...Schema[]]>(
  oneOf: O,
  ...words: Words
) => withWords({ oneOf }, ...words)

/** A map with these keys and no others. */
export const map = <const P extends MapParts>(parts: P) =>
  ({ type: 'object', ...parts, additionalProperties: false }) as const

/** A map with these keys, and keys of the user's own, which begin with `x-`. */
export const openMap = <const P extends MapParts>(parts: P) =>
  ({
    type: 'object',
    ...parts,
    patternProperties: OWN_KEYS,
    additionalProperties: false,
  }) as const

/** A map from names of the user's choosing to values of one kind. */
export const mapOf = <const V extends Schema>(values: V, ...words: Words) =>
  withWords({ type: 'object', properties: {}, additionalProperties: values }, ...words)
