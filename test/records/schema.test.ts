import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import { schemas } from '../../src/commands/schema/schemas.ts'
import { messages } from '../../src/diagnostics/messages.ts'
import { codesOf } from './case.ts'

/** In strict mode, a schema with an unknown keyword or a property that nothing defines is refused. */
function compiled(schema: object) {
  const ajv = new Ajv2020({ strict: true, strictRequired: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

/** What a schema cannot see, and why. */
const BEYOND: Record<string, string> = {
  'misread-text': 'a schema knows the bytes of no text',
  'empty-file': 'nothing is there to be held against it',
  'byte-order-mark': 'it is gone before there is a value',
  'yaml-syntax': 'there is no value',
  'several-documents': 'there are two values',
  'too-deep': 'it says what is allowed, not how much',
  'too-complex': 'it says what is allowed, not how much',
  'duplicate-key': 'a value has each key once',
  'empty-value': 'the reader is milder: it takes an empty value for one that is left out',
  'unknown-framework': 'the names of frameworks come from elsewhere',
  'unknown-stage': 'the names of stages come from the framework',
  'duplicate-id': 'it compares no value with another',
  'unknown-reference': 'it compares no value with another',
  'out-of-order': 'it compares no value with another',
  'submitted-and-closed': 'it is a warning: the record can be read',
  'waiver-expired': 'it depends on the day',
  'waiver-unused': 'it depends on where the item stands',
  'ignore-malformed': 'it sees no comments',
  'ignore-error': 'it sees no comments',
  'ignore-unused': 'it sees no comments',
  'areas-unknown': 'it depends on the day and on the framework',
  'date-unknown': 'it depends on the framework',
  'extension-shortens': 'it compares no value with another',
  'extension-not-latest': 'it compares no value with another',
  'stage-contradicted': 'it depends on the framework',
  'stated-differs': 'it depends on the framework',
  'action-after-deadline': 'it depends on the framework',
}

/** Faults of shape, which the schema and the reader see alike. */
const OF_SHAPE = [
  'unknown-key',
  'missing-key',
  'wrong-type',
  'wrong-form',
  'not-a-date',
  'impossible-date',
]

/** Faults of shape that only the reader sees. */
const FINER: Record<string, string> = {
  'proto-key-in-judgements': 'any name will do for a judgement; the reader bars this one',
  'proto-key-in-plan': 'any name will do for a stage; the reader bars this one',
  'far-year': 'the format `date` allows any year',
  'empty-text': 'a blank is a character, so the text has the least length',
}

describe('the published schema of records', () => {
  const isValid = compiled(schemas.record)

  // A parser that heeds `%YAML 1.1` makes a date of a date; the reader keeps the text.
  it.each(casesIn('ok'))('accepts what the reader accepts: %s', (_name, text) => {
    expect(isValid(parse(text.replace('%YAML 1.1', ''))), JSON.stringify(isValid.errors)).toBe(true)
  })

  const shapeFaults = casesIn('err').filter(([, text]) =>
    codesOf(text).some((code) => OF_SHAPE.includes(code)),
  )
  it.each(shapeFaults)('refuses a fault of shape, or there is a reason: %s', (name, text) => {
    expect(isValid(parseDocument(text, { uniqueKeys: false }).toJS())).toBe(name in FINER)
  })

  it('has a reason for each code that it cannot see', () => {
    const ofTexts = new Set(casesIn('err').flatMap(([, text]) => codesOf(text)))
    expect([...OF_SHAPE, ...Object.keys(BEYOND)].filter((code) => !(code in messages))).toEqual([])
    expect([...ofTexts].filter((code) => !OF_SHAPE.includes(code) && !(code in BEYOND))).toEqual([])
  })

  it('offers in each key what that key accepts', () => {
    const { properties, required } = schemas.record
    const least = { authority: 'A', framework: 'sif', published: '2024-01-12' }
    for (const [key, schema] of Object.entries(properties)) {
      for (const example of 'examples' in schema ? schema.examples : []) {
        expect(isValid({ ...least, [key]: example }), key).toBe(true)
      }
    }
    expect(required).toEqual(['authority', 'framework'])
  })
})

describe('every published schema', () => {
  it.each(Object.entries(schemas))(
    'is one that a strict validator compiles: %s',
    (_name, schema) => {
      expect(() => compiled(schema)).not.toThrow()
    },
  )
})

function casesIn(folder: string): [string, string][] {
  const url = new URL(`cases/${folder}/`, import.meta.url)
  const files = readdirSync(url).filter((file) => file.endsWith('.yaml'))
  return files.map((file) => [file.slice(0, -5), readFileSync(new URL(file, url), 'utf8')])
}
