import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isThere } from '../helpers/typing.ts'

// The built program on a terminal of its own, which `script` lends it.

const bin = fileURLToPath(new URL('../../bin/plandue.js', import.meta.url))
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plandue-terminal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Types each answer once its question stands there, and tells all that was shown. */
async function typed(answers: readonly (readonly [question: string, keys: string])[]) {
  const program = `'${process.execPath}' '${bin}' new --framework sif --today 2024-02-05`
  const terminal = spawn('script', ['-qefc', program, '/dev/null'], { cwd: folder })
  let shown = ''
  let toCome = answers
  terminal.stdout.on('data', (text) => {
    shown += text
    const [next] = toCome
    // The question comes first, and then the prompt.
    const [before, after] = next ? shown.split(next[0]) : []
    if (!next || before === undefined || !after?.includes('>')) return
    toCome = toCome.slice(1)
    shown = ''
    terminal.stdin.write(next[1])
  })
  const exitCode = await new Promise((resolve) => terminal.on('close', resolve))
  return { exitCode, shown }
}

const UP_TO_THE_END = [
  ['was inspected?', 'Leeds City Council\r'],
  ['look at?', '\r'],
  ['When was the visit?', '\r'],
  ['receive', '\r'],
  ['made public?', '12/01/2024\r'],
  ['Friday 12 January 2024? [yes]', '\r'],
  ['be read?', '\r'],
  ['print a due date', '\r'],
] as const

const noted = isThere('script') ? '' : ' (skipped: script is not installed)'

describe.skipIf(!isThere('script'))(`plandue new on a terminal${noted}`, () => {
  it('writes what was answered', async () => {
    const { exitCode } = await typed([...UP_TO_THE_END, ['Write plans/leeds-2024.yaml?', '\r']])
    expect(exitCode).toBe(0)
    const text = readFileSync(join(folder, 'plans/leeds-2024.yaml'), 'utf8')
    expect(text).toContain('published: 2024-01-12')
  })

  it.each([
    ['the first question', [['was inspected?', '\u0003']]],
    ['the last', [...UP_TO_THE_END, ['Write plans/leeds-2024.yaml?', '\u0003']]],
  ] as const)('leaves nothing behind after Ctrl-C at %s', async (_where, answers) => {
    const { exitCode, shown } = await typed(answers)
    expect(exitCode).toBe(3)
    expect(shown).toContain('nothing was written')
    expect(readdirSync(folder)).toEqual([])
  })
})
