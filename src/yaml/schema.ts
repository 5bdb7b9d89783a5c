/**
 * The part of JSON Schema that plandue speaks: what `read.ts` checks, and nothing that it would pass
 * over. A schema is written once; the TypeScript type is derived from it, the reader follows it, and
 * it is published as it stands.
 */
export type Schema =
  | TextSchema
  | IntegerSchema
  | BooleanSchema
  | ListSchema
  | ObjectSchema
  | ChoiceSchema
  | AnythingSchema

type Annotations = {
  readonly oneOf?: never
  /** Of a map, or of a text of some form, the words by which a message asks for it. */
  readonly title?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly default?: unknown
}

export type TextSchema = Annotations & {
  readonly type: 'string'
  readonly format?: 'date'
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly minLength?: 1
}

export type IntegerSchema = Annotations & {
  readonly type: 'integer'
  readonly minimum: number
  readonly maximum: number
}

export type BooleanSchema = Annotations & { readonly type: 'boolean' }

export type ListSchema = Annotations & {
  readonly type: 'array'
  readonly items: Schema
  readonly minItems?: 1
}

export type ObjectSchema = Annotations & {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  /** Of these keys at least one. */
  readonly anyOf?: readonly { readonly required: readonly [string] }[]
  /** Keys of the user's own. */
  readonly patternProperties?: { readonly '^x-': AnythingSchema }
  readonly additionalProperties: false | Schema
}

/** One of several kinds of node, distinguished by what it is: text, a list, a map. */
export type ChoiceSchema = Omit<Annotations, 'oneOf'> & {
  readonly type?: never
  readonly oneOf: readonly (TextSchema | ListSchema | ObjectSchema)[]
}

export type AnythingSchema = Annotations & { readonly type?: never }

/** A date in full. The pattern is for editors; the reader looks at the calendar as well. */
export const DATE = {
  type: 'string',
  format: 'date',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
} as const satisfies TextSchema

/** Keys that begin with `x-` are the user's own: allowed, and kept as they are. */
export const OWN_KEYS = {
  '^x-': {
    title: 'A key of your own',
    description: 'Whatever you want to keep here; plandue passes it over.',
    examples: ['our reference: 1234'],
  },
} as const satisfies ObjectSchema['patternProperties']
