import Ajv from 'ajv'
import addFormats from 'ajv-formats'
// SARIF's schema as SchemaStore publishes it (Apache-2.0; its `id` is the address), taken from the
// package @microsoft/jest-sarif 1.0.0-beta.0 (MIT).
import schema from './sarif-2.1.0.schema.json' with { type: 'json' }

// It is a schema of draft 4, of which it uses nothing that draft 7 reads in another way but its name.
const { $schema: _, id: __, ...draft7 } = schema
const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false })
addFormats.default(ajv)
const isValid = ajv.compile(draft7)

/** What SARIF's schema has against a text; null if nothing. */
export function sarifErrors(text: string) {
  isValid(JSON.parse(text))
  return isValid.errors ?? null
}
