import { isMap, isScalar, isSeq } from 'yaml'
import { recordSchema } from '../../../src/records/record.ts'
import { parseYaml, type YamlTree } from '../../../src/yaml/parse.ts'
import { type Path, placeIn } from '../../../src/yaml/place.ts'
import { quickTree } from '../../../src/yaml/quick-tree.ts'
import { readTree } from '../../../src/yaml/read-tree.ts'

/** Whether a text is read the quick way, and if so, what is read otherwise than the library has it. */
export type Verdict = { readonly isQuick: boolean; readonly differences: readonly string[] }

export function verdictOn(text: string): Verdict {
  const body = text.replace(/^\uFEFF/, '')
  const quick = quickTree(body)
  if (!quick) return { isQuick: false, differences: [] }
  const { tree, diagnostics } = parseYaml(text, 'r.yaml', { keepTokens: true })
  if (!tree) return { isQuick: true, differences: diagnostics.map(({ message }) => message) }
  const [found, expected] = [factsOf({ ...tree, contents: quick }), factsOf(tree)]
  const differences = found.filter((fact, index) => fact !== expected[index])
  return {
    isQuick: true,
    differences: found.length === expected.length ? differences : ['size', ...differences],
  }
}

/** All that can be read from a tree, a line each: nodes, the value, diagnostics, and each place. */
function factsOf(tree: YamlTree): string[] {
  const { value, diagnostics, faults, positions } = readTree(tree, recordSchema)
  const nodes = [...nodesIn(tree.contents, [])]
  const places = nodes.flatMap(([path]) =>
    (['key', 'value'] as const).map((part) => [path, part, placeIn(tree, positions, path, part)]),
  )
  return [...nodes, value, ...diagnostics, faults, ...places].map((fact) =>
    String(JSON.stringify(fact)),
  )
}

function* nodesIn(node: unknown, path: Path): Generator<readonly [Path, ...unknown[]]> {
  if (isMap(node)) {
    yield [path, 'map', node.range?.[0], node.tag, node.anchor]
    for (const { key, value } of node.items) {
      yield* nodesIn(key, [...path, 'a key'])
      yield* nodesIn(value, [...path, isScalar(key) ? String(key.source) : '?'])
    }
  } else if (isSeq(node)) {
    yield [path, 'list', node.range?.[0], node.tag, node.anchor]
    for (const [index, item] of node.items.entries()) yield* nodesIn(item, [...path, index])
  } else if (isScalar(node)) {
    const { value, source, type, range, tag, anchor } = node
    yield [path, value, source, type, range?.[0], tag, anchor]
  } else yield [path, String(node)]
}
