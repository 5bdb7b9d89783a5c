import { expect, it } from 'vitest'
import { isScalar, parse, parseDocument } from 'yaml'
import { coreValue } from '../../src/yaml/scalar.ts'

const PLAIN = [
  '~',
  'null',
  'Null',
  'NULL',
  'nul',
  'none',
  '',
  'true',
  'True',
  'TRUE',
  'tRUE',
  'false',
  'False',
  'FALSE',
  'yes',
  'no',
  'on',
  'off',
  'n',
  'y',
  '0',
  '12',
  '012',
  '+12',
  '-12',
  '1_000',
  '0o17',
  '0x1F',
  '0b11',
  '1.5',
  '.5',
  '5.',
  '1e3',
  '-1.5E-3',
  '+.5',
  '1.2.3',
  '12a',
  '2024-01-12',
  '12/01/2024',
  '+',
  '.',
  '..',
  'nan',
  'text',
  'é',
]
const OTHER = ['"12"', "'true'", '"null"', '|\n  12\n', '>\n  true\n', '!!str 12', '! 12']

it.each([...PLAIN, ...OTHER])(
  'takes %j for what the library takes it for by the core schema',
  (text) => {
    const node = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' }).contents
    expect(isScalar(node) ? coreValue(node) : null).toEqual(parse(text, { logLevel: 'silent' }))
  },
)
