import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { parseYaml, type YamlTree } from '../parse.ts'
import type { Schema } from '../schema.ts'
import { type Change, type Obstacle, splicesFor } from './change.ts'
import { commentsIn } from './comments.ts'
import { type Data, dataOf, saysTheSame, withoutKey, withValue } from './data.ts'
import { inRounds } from './rounds.ts'
import { type Splice, spliced } from './splice.ts'

/** A text that has been changed, or why it was not: what is in the way, or what is wrong with it. */
export type Edited =
  | { readonly text: string }
  | { readonly obstacle: Obstacle }
  | { readonly diagnostics: readonly Diagnostic[] }

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A YAML text with some changes, one after the other. It is spliced, not printed anew, so that all
 * else stays byte for byte; and it is proven: read again, it says what it said but for the changes,
 * has all its comments, and only lines that had to be touched differ.
 */
export function withChanges(
  text: string,
  file: string,
  schema: Schema,
  changes: readonly Change[],
): Edited {
  const [mark, body] = withoutMark(text)
  let current = body
  for (const round of inRounds(changes)) {
    const next = withRound(current, file, schema, round)
    if (!('text' in next)) return next
    current = next.text
  }
  return { text: mark + current }
}

/** The changes of a round at once or, where that cannot be proven, one after the other. */
function withRound(text: string, file: string, schema: Schema, round: readonly Change[]): Edited {
  const [first, ...others] = round
  if (!first) return { text }
  const all = withChange(text, file, schema, round)
  if ('text' in all || others.length === 0) return all
  const one = withChange(text, file, schema, [first])
  return 'text' in one ? withRound(one.text, file, schema, others) : one
}

/** A byte order mark, if a text begins with one, and the text after it. */
export function withoutMark(text: string): readonly [mark: string, body: string] {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  return [mark, text.slice(mark.length)]
}

function withChange(
  text: string,
  file: string,
  schema: Schema,
  changes: readonly Change[],
): Edited {
  const { tree, diagnostics } = parseYaml(text, file, { keepTokens: true })
  if (!tree) return { diagnostics }
  const splices: Splice[] = []
  for (const change of changes) {
    const found = splicesFor(tree, schema, change)
    if ('because' in found) return { obstacle: found }
    splices.push(...found)
  }
  const changed = spliced(text, splices)
  const doubt = doubtAbout(tree, splices, changed, changes)
  if (doubt === undefined) return { text: changed }
  return { obstacle: { because: doubt, place: tree.source.place(splices[0]?.start ?? 0) } }
}

/** Why a changed text does not say what the old one said with the changes; undefined where it does. */
function doubtAbout(
  { source, ...before }: YamlTree,
  splices: readonly Splice[],
  changed: string,
  changes: readonly Change[],
): string | undefined {
  const { tree: after } = parseYaml(changed, source.file)
  const old = dataOf({ source, ...before })
  const now = after && dataOf(after)
  if (old === undefined || now === undefined) return 'it could not be read afterwards'
  const wanted = changes.reduce(
    (data, { path, value }) =>
      value === undefined ? withoutKey(data, path) : withValue(data, path, value),
    old,
  )
  if (!saysTheSame(wanted, now)) return 'more than that would change'
  if (!isSameList(commentsIn(source.text), commentsIn(changed))) return 'a comment would be lost'
  return keepsLines(source.text, changed, splices) ? undefined : 'other lines would change'
}

/** The data of a text; undefined where it is no YAML, or more than the reader takes. */
export function dataIn(text: string, file: string): Data | undefined {
  const { tree } = parseYaml(text, file)
  return tree && dataOf(tree)
}

/** Whether all lines are as they were but those that a splice lies on. */
function keepsLines(before: string, after: string, splices: readonly Splice[]): boolean {
  const touched = new Set(splices.flatMap(({ start, end }) => linesOf(before, start, end)))
  const kept = before.split('\n').filter((_line, index) => !touched.has(index))
  const lines = after.split('\n')
  let from = 0
  return kept.every((line) => {
    from = lines.indexOf(line, from) + 1
    return from > 0
  })
}

/** The numbers of the lines from one offset to another, from 0. */
function linesOf(text: string, start: number, end: number): number[] {
  const first = text.slice(0, start).split('\n').length - 1
  const count = text.slice(start, end).split('\n').length
  return Array.from({ length: count }, (_, index) => first + index)
}

/** Whether two lists of texts are the same. */
export function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}
