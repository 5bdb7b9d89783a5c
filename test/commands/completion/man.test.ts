import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { manPage } from '../../../src/commands/completion/man.ts'
import { plandue } from '../../helpers/plandue.ts'
import { isThere } from '../../helpers/typing.ts'

const noted = (program: string) =>
  isThere(program) ? '' : ` (skipped: ${program} is not installed)`

describe('the manual page', () => {
  it('tells of each command and option that help tells of', async () => {
    const { out } = await plandue(['man'])
    const text = out.replaceAll('\\-', '-')
    for (const word of [
      'plandue check',
      'plandue calendar update',
      '--at-risk-within',
      '--dry-run',
    ]) {
      expect(text).toContain(word)
    }
    expect(text).not.toContain('plandue complete ')
  })

  it('lets no text act as a command of roff', () => {
    const command = {
      name: 'x',
      description: '.so /etc/passwd',
      options: [],
      arguments: [],
      commands: [],
      more: ".nf\n'x",
    }
    const page = manPage({ ...command, name: 'plandue', commands: [command] }, '1.0.0')
    expect(page).not.toMatch(/^(\.so|'x|\.nf\n\.nf)/m)
  })

  it.skipIf(!isThere('mandoc'))(`has no fault for mandoc${noted('mandoc')}`, async () => {
    const { out } = await plandue(['man'])
    const { stdout, stderr } = spawnSync('mandoc', ['-T', 'lint'], { input: out, encoding: 'utf8' })
    expect(stdout + stderr).toBe('')
  })

  it.skipIf(!isThere('groff'))(`has no fault for groff${noted('groff')}`, async () => {
    const { out } = await plandue(['man'])
    const args = ['-man', '-ww', '-Tutf8']
    expect(spawnSync('groff', args, { input: out, encoding: 'utf8' }).stderr).toBe('')
  })
})
