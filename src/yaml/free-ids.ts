import { isMap, type YAMLSeq } from 'yaml'
import { keyText } from './scalar.ts'

/** Gives one id after the other that no entry of a list has, going on from the last that ends in a number. */
export type FreeIds = (example: string) => string

export function freeIds(list: YAMLSeq): FreeIds {
  let series: { taken: Set<string>; start: string; number: number } | undefined
  return (example) => {
    series ??= seriesOf(list, example)
    if (!series) return example
    const { taken, start } = series
    while (taken.has(`${start}${series.number}`)) series.number++
    return `${start}${series.number++}`
  }
}

const NUMBERED = /^(.*?)([1-9]\d{0,8})$/

/** Undefined where neither the ids of a list nor the example are numbered. */
function seriesOf(list: YAMLSeq, example: string) {
  const ids = list.items.flatMap(idOf)
  const last = ids.findLast((id) => NUMBERED.test(id)) ?? example
  const [, start, number] = NUMBERED.exec(last) ?? []
  if (start === undefined) return undefined
  return { taken: new Set(ids), start, number: Number(number) }
}

function idOf(entry: unknown): string[] {
  const pair = isMap(entry) ? entry.items.find(({ key }) => keyText(key) === 'id') : undefined
  const id = keyText(pair?.value)
  return id === undefined ? [] : [id]
}
