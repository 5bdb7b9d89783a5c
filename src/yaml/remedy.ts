import { isScalar } from 'yaml'
import { oddBlankHint } from './odd-text.ts'
import type { ListSchema, Schema } from './schema.ts'

/** What to write in place of a scalar that a schema does not take, where it is plain what was meant. */
export function remedyFor(node: unknown, schema: Schema): string | undefined {
  if (!isScalar(node)) return undefined
  const text = String(node.source)
  if (schema.type === 'boolean') return truthFor(text)
  if (schema.type !== 'array') return oddBlankHint(text)
  if (NONE.test(text)) return 'write `[]` if there are none'
  return listFor(text, schema) ?? oddBlankHint(text)
}

const NONE = /^(none|no|nil|n\/a|0|-)$/i

/** The words for true and false of YAML 1.1, which is what many people and programs know. */
function truthFor(text: string): string | undefined {
  if (/^(yes|y|on)$/i.test(text)) return 'write `true`'
  return /^(no|n|off)$/i.test(text) ? 'write `false`' : undefined
}

const ENTRY = { integer: /^\d+$/, string: /^(?!(?:true|false|null)$)\p{L}[\p{L}\p{N} ._/-]*$/iu }

/** One entry, or several with commas between them, as the list that they were meant to be. */
function listFor(text: string, { items }: ListSchema): string | undefined {
  if (items.type !== 'integer' && items.type !== 'string') return undefined
  const isEntry = ENTRY[items.type]
  const entries = text.split(/[,;]/).map((entry) => entry.trim())
  return entries.every((entry) => isEntry.test(entry))
    ? `write \`[${entries.join(', ')}]\``
    : undefined
}
