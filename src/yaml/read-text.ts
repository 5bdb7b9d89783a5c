import type { Scalar } from 'yaml'
import { EARLIEST_YEAR, LATEST_YEAR, readIsoDate } from '../calendar/day.ts'
import { likelyDate } from '../calendar/likely-date.ts'
import type { Arguments, Code } from '../diagnostics/messages.ts'
import { ownText } from '../language/own-text.ts'
import { describeNode, shortened } from './describe.ts'
import { remedyFor } from './remedy.ts'
import { coreValue } from './scalar.ts'
import type { Schema, TextSchema } from './schema.ts'

type Fault = { [C in Code]: { code: C; args: Arguments<C> } }[Code]
type Result = { value: unknown } | Fault

/** What a message calls a value, and what it asks for; put into words only for a message. */
export type About = () => { readonly key: string; readonly expected: string }

/** Reads one scalar by its schema. */
export function readText(node: Scalar, schema: Schema, about: About): Result {
  if (schema.type === 'string' && schema.format === 'date') return readDate(node, about)
  const value = coreValue(node)
  if (schema.type === 'string') {
    if (typeof value === 'string') return checkText(value, schema, about)
  }
  if (schema.type === 'boolean' && typeof value === 'boolean') return { value }
  if (schema.type === 'integer' && typeof value === 'number' && isWithin(value, schema)) {
    return { value }
  }
  const isBare = typeof value === 'number' || typeof value === 'boolean'
  const next =
    schema.type === 'string' && isBare
      ? `put it into quotes: '${node.source}'`
      : remedyFor(node, schema)
  return { code: 'wrong-type', args: { ...about(), found: describeNode(node), next } }
}

function isWithin(value: number, { minimum, maximum }: { minimum: number; maximum: number }) {
  return Number.isInteger(value) && value >= minimum && value <= maximum
}

function checkText(text: string, schema: TextSchema, about: About): Result {
  if (schema.enum && !schema.enum.includes(text)) {
    const args = { key: about().key, found: shortened(text), allowed: schema.enum }
    return { code: 'not-allowed', args }
  }
  if (schema.minLength && text.trim() === '') {
    return { code: 'wrong-type', args: { ...about(), found: 'nothing' } }
  }
  if (schema.pattern && !pattern(schema.pattern).test(text)) {
    return { code: 'wrong-form', args: { ...about(), found: shortened(text) } }
  }
  return { value: ownText(text) }
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

function readDate(node: Scalar, about: About): Result {
  const text = node.source ?? String(node.value)
  const date = readIsoDate(text)
  if (typeof date === 'string') return { value: date }
  const { key, expected } = about()
  const found = shortened(text)
  if (date.fault === 'notADate') {
    return { code: 'not-a-date', args: { key, expected, found, likely: likelyDate(text.trim()) } }
  }
  return { code: 'impossible-date', args: { key, found, why: WHY[date.fault] } }
}
