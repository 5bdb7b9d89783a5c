import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/yaml/read.ts'
import type { ObjectSchema } from '../../src/yaml/schema.ts'

const schema = {
  type: 'object',
  properties: { a: { type: 'string' } },
  additionalProperties: false,
} as const satisfies ObjectSchema

/** The only fault of a text. */
function faultOf(text: string) {
  const { diagnostics } = readYaml(text, 'r.yaml', schema)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors).toHaveLength(1)
  return errors[0]
}

describe('the place of a fault', () => {
  it.each([
    ['b: 1\n', '1:1+1', 'b: 1', 'lines and columns count from 1'],
    ['a: x\nb: 1\n', '2:1+1', 'b: 1', 'on the second line'],
    ['a: x\r\nb: 1\r\n', '2:1+1', 'b: 1', 'a line ends before its carriage return'],
    ['\ufeffb: 1\n', '1:1+1', 'b: 1', 'a byte order mark takes no column'],
    ['\ufeffa: x\r\nb: 1', '2:1+1', 'b: 1', 'nor does it move what follows'],
    ['a: [1]', '1:4+3', 'a: [1]', 'a value from its first to its last character'],
    ['{ a: "ôô", b: 1 }', '1:12+1', '{ a: "ôô", b: 1 }', 'a character of two bytes is one column'],
    ['{ a: "善善", b: 1 }', '1:12+1', '{ a: "善善", b: 1 }', 'so is one of three bytes'],
    [
      '{ a: "📚", b: 1 }',
      '1:12+1',
      '{ a: "📚", b: 1 }',
      'one of four counts as two, as editors count',
    ],
    ['a:\n  - 1\n  - 2\n', '2:3+3', '  - 1', 'of several lines, the first is shown'],
    ['? b\n: 1\n', '1:3+1', '? b', 'a key after a question mark'],
    ['a: x # b\n\n\nb: 1', '4:1+1', 'b: 1', 'empty lines are lines'],
  ])('in %j is %s, because of $3', (text, expected, excerpt, _because) => {
    const fault = faultOf(text)
    expect(`${fault?.line}:${fault?.column}+${fault?.width}`).toBe(expected)
    expect(fault?.excerpt).toBe(excerpt)
  })

  it('carries no more of a line than is of use', () => {
    expect(faultOf(`b: ${'x'.repeat(1_000_000)}`)?.excerpt?.length).toBeLessThan(5_000)
  })
})
