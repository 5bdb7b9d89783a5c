import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { Language, Parser } from 'web-tree-sitter'
import { plandue } from '../../helpers/plandue.ts'

// There is no PowerShell for these tests to run, so a grammar of it reads what plandue has for it.

const GRAMMAR = import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')
const parser = { hasFault: (_text: string): boolean | undefined => undefined }

beforeAll(async () => {
  await Parser.init()
  const reader = new Parser()
  reader.setLanguage(await Language.load(fileURLToPath(GRAMMAR)))
  parser.hasFault = (text) => reader.parse(text)?.rootNode.hasError
})

describe('what is for PowerShell can be read by it', () => {
  it('the completion', async () => {
    const { out } = await plandue(['completion', 'powershell'])
    expect(parser.hasFault(out)).toBe(false)
    expect(parser.hasFault(out.replace('finally {', 'finally'))).toBe(true)
  })

  const guide = readFileSync(new URL('../../../src/guide/windows.md', import.meta.url), 'utf8')
  const blocks = [...guide.matchAll(/^```powershell\n([\s\S]*?)^```$/gm)].map(
    ([, block = '']) => block,
  )

  it.each(blocks)('in the guide: %s', (block) => {
    expect(parser.hasFault(block)).toBe(false)
    // Windows PowerShell knows no `&&`.
    expect(block).not.toContain('&&')
  })

  it('the guide has such lines', () => expect(blocks.length).toBeGreaterThan(3))
})
