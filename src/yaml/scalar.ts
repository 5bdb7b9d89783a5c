import { isScalar, type Scalar } from 'yaml'

/**
 * What a scalar stands for by the core schema of YAML 1.2.2 (section 10.3): a plain one can be a
 * number, a truth value or nothing; any other is text. Most values of a record are text whatever
 * they look like, so the parser leaves the question open, and it is asked only where it matters.
 */
export function coreValue(node: Scalar): unknown {
  const text = node.source ?? ''
  if (node.type !== 'PLAIN' || node.tag || !CAN_BE_OTHER.test(text)) return node.value
  if (isNothing(node)) return null
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  return NUMBER.test(text) ? Number(text) : text
}

/** Whether a scalar stands for nothing: left empty, or written so. */
function isNothing({ type, tag, source = '' }: Scalar): boolean {
  return type === 'PLAIN' && !tag && NOTHING.has(source)
}

/** The text of a key as it is written; undefined for a key that is no plain text. */
export function keyText(key: unknown): string | undefined {
  return isScalar(key) ? (key.source ?? String(key.value)) : undefined
}

/** Left empty, or written `null` or `~`. */
export function isEmptyValue(node: unknown): boolean {
  return node === null || (isScalar(node) && isNothing(node))
}

const NOTHING = new Set(['', '~', 'null', 'Null', 'NULL'])

/** How a plain scalar that is no text begins. */
const CAN_BE_OTHER = /^(?:$|[-+.~0-9nNtTfF])/

const NUMBER =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\dA-Fa-f]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
