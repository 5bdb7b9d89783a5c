import fc, { type Arbitrary } from 'fast-check'
import { ODD_VALUES } from './changes.ts'

/** What the published schemas are made of. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly examples?: readonly unknown[]
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** Values that a schema describes, now and then with one in them that it does not. */
export function bySchema(schema: Schema): Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: described(schema), weight: 30 },
    { arbitrary: fc.constantFrom(...ODD_VALUES), weight: 1 },
  )
}

function described(schema: Schema): Arbitrary<unknown> {
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map((one) => described({ ...schema, ...one, ...NEITHER })))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const [type] = [schema.type ?? 'string'].flat()
  const examples = (schema.examples ?? []).map((one) => fc.constant(one))
  return fc.oneof(...examples, (BY_TYPE[type ?? 'string'] ?? texts)(schema))
}

const NEITHER = { anyOf: undefined, oneOf: undefined } as unknown as Schema

const BY_TYPE: Readonly<Record<string, (schema: Schema) => Arbitrary<unknown>>> = {
  object: (schema) => fc.oneof(known(schema), named(schema)),
  array: ({ items = {} }) => fc.array(bySchema(items), { maxLength: 3 }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  integer: ({ minimum = -1, maximum = 2000 }) => fc.integer({ min: minimum, max: maximum }),
}

/** The required properties, and some of the others. */
function known({ properties = {}, required = [] }: Schema): Arbitrary<object> {
  const all = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, bySchema(one)]),
  )
  return fc.record(all, { requiredKeys: required.filter((name) => name in all) })
}

/** Names where any may stand, as stages and frameworks have them. */
const NAMES = [
  'draft',
  'final',
  'action',
  'board',
  'ilacs-standard',
  'desk',
  'P1',
  '__proto__',
  'a b',
]

function named({ additionalProperties, patternProperties = {} }: Schema): Arbitrary<object> {
  const [schema = additionalProperties] = Object.values(patternProperties)
  if (typeof schema !== 'object') return fc.constant({})
  return fc.dictionary(fc.constantFrom(...NAMES), bySchema(schema), { maxKeys: 3 })
}

const DAY = { min: new Date('2023-06-01'), max: new Date('2024-12-31'), noInvalidDate: true }

function texts({ format }: Schema): Arbitrary<string> {
  const day = fc.date(DAY).map((date) => date.toISOString().slice(0, 10))
  return format === 'date' ? day : fc.constantFrom('a', 'Leeds City Council', 'a: b #c', ...NAMES)
}
