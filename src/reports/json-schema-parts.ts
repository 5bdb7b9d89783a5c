/** An item and a file for examples. */
export const ITEM = 'shropshire-2023#draft'
export const FILE = 'plans/shropshire-2023.yaml'

/** The documentation of a key, for those who write programs that read a report. */
type Described<S> = S & {
  readonly title: string
  readonly description: string
  readonly examples: readonly [unknown]
}

/** A schema with what its key is called, what it means, and an example of it. */
export function note<S extends object>(
  schema: S,
  title: string,
  description: string,
  example: unknown,
): Described<S> {
  return { ...schema, title, description, examples: [example] }
}

/** A map with these keys and no others, all of which are there. */
export const objectOf = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

export const listOf = (items: object) => ({ type: 'array', items })
export const orNull = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })

export const isoDay = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' }
export const string = { type: 'string' }
export const number = { type: 'integer' }
export const amount = { type: 'integer', minimum: 0 }
export const percentage = { type: 'integer', minimum: 0, maximum: 100 }
export const position = { type: 'integer', minimum: 1 }
export const yesOrNo = { type: 'boolean' }
