import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemas } from '../../src/commands/schema/schemas.ts'
import { languageServer } from '../helpers/language-server.ts'

/** The script of the YAML language server that VS Code and others run; undefined if it is not installed. */
function installed(): string | undefined {
  try {
    const about = createRequire(import.meta.url).resolve('yaml-language-server/package.json')
    return join(dirname(about), 'bin/yaml-language-server')
  } catch {
    return undefined
  }
}

const script = process.env['YAML_LANGUAGE_SERVER'] ?? installed()
const isMissing = script === undefined && !process.env['CI']
const skipped = isMissing ? ' (skipped: yaml-language-server is not installed)' : ''

const RECORD = `# yaml-language-server: $schema=../.plandue/record.schema.json
authority: Leeds City Council
framework: sif
publishd: 2024-01-12
received: 12/01/2024
plan:
  final:
    submitted: 2024-01-22
    
`

describe.skipIf(isMissing)(`an editor with the modeline of a record${skipped}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'plandue-editor-'))
  const uri = pathToFileURL(join(folder, 'plans/leeds.yaml')).href
  const server = languageServer(script ?? 'yaml-language-server', folder)
  let diagnostics: unknown

  beforeAll(async () => {
    mkdirSync(join(folder, '.plandue'))
    writeFileSync(join(folder, '.plandue/record.schema.json'), JSON.stringify(schemas.record))
    await server.start()
    diagnostics = await server.open(uri, RECORD)
  })
  afterAll(() => {
    server.stop()
    rmSync(folder, { recursive: true })
  })

  const at = (line: number, character: number) => ({
    textDocument: { uri },
    position: { line, character },
  })

  it('shows what is wrong, where it is', () => {
    const faults = [
      { message: expect.stringContaining('publishd'), range: { start: { line: 3, character: 0 } } },
      { range: { start: { line: 4, character: 10 } } },
    ]
    for (const fault of faults) {
      expect(diagnostics).toMatchObject({
        diagnostics: expect.arrayContaining([expect.objectContaining(matching(fault))]),
      })
    }
  })

  it.each([
    ['authority', 1, 'The council, force or body'],
    ['received', 4, 'Starts the statutory clock'],
    ['submitted', 7, 'The day on which it was sent'],
  ])('explains %s with an example', async (key, line, words) => {
    const character = RECORD.split('\n')[line]?.indexOf(key) ?? 0
    const hover = await server.request('textDocument/hover', at(line, character + 2))
    expect(JSON.stringify(hover)).toContain(words)
    expect(JSON.stringify(hover)).toContain('Example')
  })

  it('offers the keys of a stage that it has not yet', async () => {
    const answer = await server.request('textDocument/completion', at(8, 4))
    expect(answer).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          label: 'stated',
          documentation: expect.stringContaining('due date'),
        }),
        expect.objectContaining({ label: 'extensions' }),
      ]),
    })
    expect(JSON.stringify(answer)).not.toContain('"label":"submitted"')
  })
})

/** The same with its maps as parts of maps. */
function matching(fault: { message?: unknown; range: { start: object } }) {
  const range = expect.objectContaining({ start: fault.range.start })
  return fault.message ? { message: fault.message, range } : { range }
}
