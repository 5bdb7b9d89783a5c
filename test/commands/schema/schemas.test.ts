import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { answerSchemas } from '../../../src/commands/schema/answers/index.ts'
import { schemas } from '../../../src/commands/schema/schemas.ts'

type Node = {
  readonly title?: string
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Node>>
  readonly patternProperties?: Readonly<Record<string, Node>>
  readonly additionalProperties?: boolean | Node
  readonly items?: Node
  readonly oneOf?: readonly Node[]
}

/** Every key and every entry of a list that a schema allows, however deep, by its path. */
function keysOf(schema: Node, path: string): [string, Node][] {
  const {
    properties = {},
    patternProperties = {},
    additionalProperties,
    items,
    oneOf = [],
  } = schema
  const children: [string, Node][] = [
    ...Object.entries(properties),
    ...Object.entries(patternProperties),
    ...(typeof additionalProperties === 'object'
      ? [['*', additionalProperties] satisfies [string, Node]]
      : []),
    ...(items ? [['[]', items] satisfies [string, Node]] : []),
  ]
  return [
    ...children.flatMap(([key, child]): [string, Node][] => [
      [`${path}.${key}`, child],
      ...keysOf(child, `${path}.${key}`),
    ]),
    ...oneOf.flatMap((choice) => keysOf(choice, path)),
  ]
}

const all: [string, Node][] = Object.entries({ ...schemas, ...answerSchemas }).flatMap(
  ([kind, schema]) => keysOf(JSON.parse(JSON.stringify(schema)), kind),
)

describe('the published schemas explain each key to whoever edits by them', () => {
  it.each(Object.keys(schemas))('%s reaches into lists and maps', (kind) => {
    const depths = all
      .filter(([path]) => path.startsWith(`${kind}.`))
      .map(([path]) => path.split('.'))
    expect(Math.max(...depths.map(({ length }) => length))).toBeGreaterThan(3)
  })

  it.each(all)(
    '%s has a title, a description and an example',
    (_path, { title, description, examples }) => {
      expect(title).toMatch(/\S/)
      expect(description).toMatch(/\.$/)
      expect(examples?.length).toBeGreaterThan(0)
    },
  )
})

describe('an example is what its key accepts', () => {
  // Of an answer, which nobody writes by hand, an example may show a part.
  const checked = all.filter(([path]) => !/^[a-z-]+-json\./.test(path))
  it.each(checked)('%s', (_path, node) => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    const isValid = ajv.compile({ ...node })
    for (const example of node.examples ?? []) {
      expect(isValid(example), JSON.stringify(isValid.errors)).toBe(true)
    }
  })
})
