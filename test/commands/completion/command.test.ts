import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../../helpers/record.ts'
import { isThere, typed } from '../../helpers/typing.ts'

// In the shells themselves, with the built program; the build comes before the tests.

const bin = fileURLToPath(new URL('../../../bin/plandue.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plandue-shells-'))
const env = { ...process.env, PATH: `${folder}/bin:${process.env['PATH']}`, HOME: folder }
const where = { cwd: folder, env }

beforeAll(() => {
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'plans'))
  symlinkSync(bin, join(folder, 'bin/plandue'))
  const text = record('', { published: 'published: 2024-01-12' })
  writeFileSync(join(folder, 'plans/leeds-2024.yaml'), text)
  writeFileSync(join(folder, "plans/odd $(touch hacked) it's;.yaml"), text)
  writeFileSync(join(folder, 'plans/broken.yaml'), 'x: [')
  writeFileSync(join(folder, 'report.yaml'), text)
})
afterAll(() => rmSync(folder, { recursive: true }))

const CASES: [typed: string, completed: string, because: string][] = [
  ['expl', 'explain', 'a command'],
  ['calendar upd', 'update', 'a command of a command'],
  ['check --fail', '--fail-on', 'an option'],
  ['check --fail-on at', 'at-risk', 'a choice of an option'],
  ['check -f sar', 'sarif', 'a format'],
  ['due 2024-01-12 --framework ilacs-f', 'ilacs-focused-visit', 'the id of a framework'],
  ['frameworks est', 'estyn', 'the same as an argument'],
  ['explain lee', 'leeds-2024', 'the id of a record'],
  ['explain leeds-2024#f', 'leeds-2024#final', 'the id of an item'],
  ['say odd', "odd $(touch hacked) it's;", 'an id in which nothing may act'],
  ['check -c rep', 'report.yaml', 'a file'],
  ['schema fr', 'framework', 'a choice of an argument'],
]

const noted = (shell: string) => (isThere(shell) ? '' : ` (skipped: ${shell} is not installed)`)

const PREPARED = {
  bash: { start: 'bash --norc --noprofile -i', set: ['source <(plandue completion bash)'] },
  zsh: {
    start: 'zsh -f -i',
    set: ['bindkey -e; autoload -Uz compinit; compinit -u -D', 'source <(plandue completion zsh)'],
  },
}

describe.each(['bash', 'zsh'] as const)('completion in %s', (shell) => {
  describe.skipIf(!isThere(shell))(`on a terminal${noted(shell)}`, () => {
    const { start, set } = PREPARED[shell]
    it.each(CASES)('plandue %s: %s, %s', async (line, expected) => {
      const words = await typed(start, set, `plandue ${line}`, where)
      expect(words.at(-1)).toBe(expected)
      expect(words[0]).toBe('plandue')
    })
  })
})

describe.skipIf(!isThere('fish'))(`completion in fish${noted('fish')}`, () => {
  it.each(CASES)('plandue %s: %s, %s', (line, expected) => {
    const script = 'plandue completion fish | source; complete -C $argv[1]'
    const { stdout } = spawnSync('fish', ['--no-config', '-c', script, `plandue ${line}`], {
      ...where,
      encoding: 'utf8',
    })
    expect(stdout.split('\n').map((one) => one.split('\t')[0])).toContain(expected)
  })
})
