import { describe, expect, it } from 'vitest'
import about from '../package.json' with { type: 'json' }
import { schemas } from '../src/commands/schema/schemas.ts'
import { run } from '../src/main.ts'
import { memoryHost } from './helpers/memory-host.ts'
import { plandue } from './helpers/plandue.ts'

describe('plandue', () => {
  it.each(['--version', '-V'])(
    '%s tells the version, and loads nothing else for it',
    async (option) => {
      const { host, seen } = memoryHost({})
      const load = () => Promise.reject(new Error('not needed'))
      expect(await run([option], host, load)).toBe(0)
      expect(seen.out).toBe(`${about.version}\n`)
    },
  )

  it('tells in its help what it can do, in few lines', async () => {
    const { exitCode, out } = await plandue(['--help'])
    expect(exitCode).toBe(0)
    expect(out).toMatch(/check[\s\S]*due[\s\S]*schema/)
    expect(out.split('\n').length).toBeLessThan(80)
  })

  it.each(Object.keys(schemas))('schema %s prints a JSON Schema', async (kind) => {
    const { exitCode, out } = await plandue(['schema', kind])
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    })
  })

  it('ends with 3 and no stack trace if something breaks; with --verbose, with one', async () => {
    const { host, seen } = memoryHost({})
    const broken = {
      ...host,
      look: () => {
        throw new Error('the disk is on fire')
      },
    }
    expect(await run(['check'], broken)).toBe(3)
    expect(seen.err).toContain('the disk is on fire')
    expect(seen.err).not.toContain('    at ')
    expect(await run(['check', '-v'], broken)).toBe(3)
    expect(seen.err).toContain('    at ')
  })
})
