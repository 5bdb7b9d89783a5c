import { keyName, scalarText, type Writing } from './scalar-text.ts'
import { isList, isScalarValue, type ScalarValue, type Value, type ValueMap } from './value.ts'

/** How far a file moves in what lies below a key: a map, and the dashes of a list. */
export type Indents = { readonly map: number; readonly list: number }

/** An entry of a list that is longer than this is written over several lines. */
const LONGEST_LINE = 100

/** A value on one line, with braces and brackets around what it holds. */
export function flowText(value: Value, json: boolean, inFlow = true): string {
  if (isScalarValue(value)) return scalarOf(value, { inFlow, json })
  if (isList(value)) return `[${value.map((one) => flowText(one, json)).join(', ')}]`
  const pairs = Object.entries(value).map(([key, one]) => pairText(key, one, json))
  return `{ ${pairs.join(', ')} }`
}

/** A key and its value, for a map in braces. */
export function pairText(key: string, value: Value, json: boolean): string {
  return `${keyName(key, { inFlow: true, json })}: ${flowText(value, json)}`
}

/** A key and its value as lines, so many blanks in. */
export function pairLines(key: string, value: Value, indent: number, indents: Indents): string[] {
  const name = `${' '.repeat(indent)}${keyName(key, BLOCK)}:`
  return isScalarValue(value)
    ? [`${name} ${scalarOf(value, BLOCK)}`]
    : [name, ...linesBelow(value, indent, indents)]
}

/** A map or a list as the lines below its key, which stands so many blanks in. */
export function linesBelow(
  value: ValueMap | readonly Value[],
  indent: number,
  indents: Indents,
): string[] {
  return isList(value)
    ? value.flatMap((entry) => listEntryLines(entry, indent + indents.list, indents))
    : Object.entries(value).flatMap(([key, one]) =>
        pairLines(key, one, indent + indents.map, indents),
      )
}

/** How the other entries of a list are written. */
export type EntryStyle = { readonly isBlock?: boolean; readonly gap?: string }

/** An entry of a list as lines: on one where it fits, unless the other entries say how. */
export function listEntryLines(
  entry: Value,
  indent: number,
  indents: Indents,
  { isBlock, gap = ' ' }: EntryStyle = {},
): string[] {
  const dash = `${' '.repeat(indent)}-${gap}`
  const line = dash + flowText(entry, false, !isScalarValue(entry))
  const isOneLine = isBlock === undefined ? line.length <= LONGEST_LINE : !isBlock
  if (isOneLine || isScalarValue(entry) || isList(entry)) return [line]
  const lines = Object.entries(entry).flatMap(([key, value]) =>
    pairLines(key, value, dash.length, indents),
  )
  return lines.map((one, index) => (index === 0 ? dash + one.slice(dash.length) : one))
}

/** A number stands without quotes, or it would be a text. */
function scalarOf(value: ScalarValue, writing: Writing): string {
  return typeof value === 'number' ? String(value) : scalarText(value, writing)
}

const BLOCK = { inFlow: false, json: false }
