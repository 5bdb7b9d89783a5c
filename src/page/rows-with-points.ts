import type { Text } from './page.ts'

/**
 * The rows of something described in the last column, with points under it, and its id. Who
 * listens gets all of it at once, so that each line makes sense by itself. What is about several items
 * has no id.
 */
export function rowsWithPoints(
  cells: readonly Text[],
  text: string,
  points: readonly string[],
  id?: string,
): readonly Text[][] {
  const before = cells.map(() => '')
  const ids = id === undefined ? [] : [id]
  const spoken = `${text} (${[...points, ...ids].join('; ')})`
  return [
    [...cells, { text, spoken }],
    ...points.map((point): Text[] => [
      ...before,
      { text: point, tone: 'faint', spoken: '', isPoint: true },
    ]),
    ...ids.map((text): Text[] => [...before, { text, tone: 'faint', spoken: '' }]),
  ]
}
