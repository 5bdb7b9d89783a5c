import type { Pair, YAMLMap } from 'yaml'
import { commentsIn } from '../edit/comments.ts'
import type { Splice } from '../edit/splice.ts'
import { endOfPair, startOfNode, startOfPair } from '../edit/tokens.ts'

/**
 * Puts the pairs of a map in braces into an order: each takes the place of another, and what stands
 * between them stays. Undefined where a comment stands there, since it may belong to either side.
 */
export function flowOrder(
  text: string,
  map: YAMLMap,
  order: readonly Pair[],
): readonly Splice[] | undefined {
  const places = map.items.map((pair) => ({ start: startOfPair(pair), end: endOfPair(pair) }))
  const edges = [startOfNode(map), ...places.flatMap(({ start, end }) => [start, end])]
  const close = map.range?.[1] ?? 0
  const between = [...edges, close].flatMap((edge, index, all) =>
    index % 2 === 0 ? [text.slice(edge, all[index + 1])] : [],
  )
  if (between.some((gap) => commentsIn(gap).length > 0)) return undefined
  return places.map(({ start, end }, index) => {
    const pair = order[index]
    const moved = pair ? text.slice(startOfPair(pair), endOfPair(pair)) : ''
    return { start, end, text: moved }
  })
}
