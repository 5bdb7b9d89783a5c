import type { Scalar } from 'yaml'
import { EARLIEST_YEAR, LATEST_YEAR, readIsoDate } from '../calendar/day.ts'
import { likelyDate } from '../calendar/likely-date.ts'
import type { Arguments, Code } from '../diagnostics/messages.ts'
import { describe, describeNode, shortened } from './describe.ts'
import type { Schema, TextSchema } from './schema.ts'

type Fault = { [C in Code]: { code: C; args: Arguments<C> } }[Code]
type Result = { value: unknown } | Fault

/** Reads one scalar by its schema; `key` and `expected` are what a message calls it and asks for. */
export function readText(node: Scalar, schema: Schema, key: string, expected: string): Result {
  const { value } = node
  if (schema.type === 'string') {
    if (schema.format === 'date') return readDate(node, expected, key)
    if (typeof value === 'string') return checkText(value, schema, key)
  }
  if (schema.type === 'boolean' && typeof value === 'boolean') return { value }
  if (schema.type === 'integer' && typeof value === 'number' && isWithin(value, schema)) {
    return { value }
  }
  const next =
    schema.type === 'string' && node.source ? `put it into quotes: '${node.source}'` : undefined
  const args = { key, expected, found: describeNode(node), next }
  return { code: 'wrong-type', args }
}

function isWithin(value: number, { minimum, maximum }: { minimum: number; maximum: number }) {
  return Number.isInteger(value) && value >= minimum && value <= maximum
}

function checkText(text: string, schema: TextSchema, key: string): Result {
  const found = shortened(text)
  if (schema.enum && !schema.enum.includes(text)) {
    return { code: 'not-allowed', args: { key, found, allowed: schema.enum } }
  }
  if (schema.minLength && text.trim() === '') {
    return { code: 'wrong-type', args: { key, expected: describe(schema), found: 'nothing' } }
  }
  if (schema.pattern && !pattern(schema.pattern).test(text)) {
    const expected = schema.title ?? `like \`${schema.examples?.[0]}\``
    return { code: 'wrong-form', args: { key, expected, found } }
  }
  return { value: text }
}

const patterns = new Map<string, RegExp>()

/** A pattern, compiled once in a run. */
export function pattern(source: string): RegExp {
  const known = patterns.get(source)
  if (known) return known
  const compiled = new RegExp(source, 'u')
  patterns.set(source, compiled)
  return compiled
}

const WHY = {
  noSuchDay: 'the calendar has no such day',
  outOfRange: `the year must lie between ${EARLIEST_YEAR} and ${LATEST_YEAR}`,
}

function readDate(node: Scalar, expected: string, key: string): Result {
  const text = node.source ?? String(node.value)
  const date = readIsoDate(text)
  if (typeof date === 'string') return { value: date }
  return dateFault(text, date.fault, expected, key)
}

function dateFault(
  text: string,
  fault: 'notADate' | keyof typeof WHY,
  expected: string,
  key: string,
): Fault {
  const found = shortened(text)
  if (fault === 'notADate') {
    return { code: 'not-a-date', args: { key, expected, found, likely: likelyDate(text) } }
  }
  return { code: 'impossible-date', args: { key, found, why: WHY[fault] } }
}
