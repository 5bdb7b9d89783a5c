import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shippedMappings } from '../../../src/commands/import/mappings/index.ts'
import { readMapping } from '../../../src/commands/import/rows/read-mapping.ts'
import { shippedFrameworks } from '../../../src/frameworks/index.ts'

const folder = new URL('../../../src/commands/import/mappings/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const frameworks = shippedFrameworks.map(({ id }) => id)

describe.each(files)('%s', (file) => {
  const { value, diagnostics } = readMapping(textOf(file), file, frameworks)

  it('goes through the reader of a user’s own mapping without a remark', () => {
    expect(diagnostics).toEqual([])
    expect(value?.id).toBe(file.replace('.yaml', ''))
  })

  it('is shipped as it stands', () => {
    expect(shippedMappings).toContainEqual(value)
  })
})

it('ships no more mappings than there are files', () => {
  expect(shippedMappings).toHaveLength(files.length)
})

describe('a mapping of a user’s own', () => {
  const text = `id: ours
title: Our list
columns: { authority: Council, published: Published }
dates: [DD/MM/YYYY]
frameworks:
  - { when: {}, framework: ilacs-short }
ids: ['{authority}-{year}']
`
  it('can be short', () => {
    expect(readMapping(text, 'ours.yaml', frameworks)).toMatchObject({
      value: { id: 'ours' },
      diagnostics: [],
    })
  })

  it('is sound where the guide shows one', () => {
    const guide = readFileSync(new URL('../../../src/guide/import.md', import.meta.url), 'utf8')
    const shown = /^```yaml\n(id: our-visits\n[\s\S]*?)^```$/m.exec(guide)?.[1] ?? ''
    const { value, diagnostics } = readMapping(shown, 'import.md', frameworks)
    expect({ id: value?.id, diagnostics }).toEqual({ id: 'our-visits', diagnostics: [] })
  })

  it.each([
    [text.replace('authority: Council, ', ''), 'missing-key', 'no row would be of anybody'],
    [text.replace('published:', 'publised:'), 'unknown-key', 'the key is mistyped'],
    [text.replace('ilacs-short', 'ilacs-shrt'), 'unknown-framework', 'there is no such framework'],
    [text.replace('{year}', '{yaer}'), 'id-template', 'there is nothing of that name'],
    [text.replace('{authority}-', '../{authority}-'), 'id-template', 'it leads out of the folder'],
    [text.replace('{authority}-', '/{authority}-'), 'id-template', 'likewise'],
    [text.replace('DD/MM/YYYY', 'the usual'), 'wrong-form', 'it is no form of a date'],
    [text.replace(/frameworks:\n.*\n/, ''), 'missing-key', 'no row would be of any framework'],
    [text.replace(', framework: ilacs-short', ''), 'missing-key', 'the rule decides nothing'],
    [text.replace('[DD/MM/YYYY]', '[]'), 'wrong-type', 'no date could be read'],
  ])('%#: is refused with $1, because $2', (faulty, code, _because) => {
    const { value, diagnostics } = readMapping(faulty, 'ours.yaml', frameworks)
    expect(value).toBeUndefined()
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })
})
