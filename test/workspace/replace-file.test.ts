import { describe, expect, it } from 'vitest'
import { run } from '../../src/main.ts'
import { memoryHost } from '../helpers/memory-host.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

describe('a record that is to be changed', () => {
  const args = ['submit', 'a#final', '--on', '2024-02-02']

  it('is left as it is if somebody else has changed it meanwhile', async () => {
    const { host, seen, content } = memoryHost({ files: { 'plans/a.yaml': record() } })
    const other = `${record()}notes: Somebody else was here\n`
    let readings = 0
    const busy: typeof host = {
      ...host,
      read: (path, limit) => {
        if (path === 'plans/a.yaml' && ++readings === 2) content.set(path, other)
        return host.read(path, limit)
      },
    }
    expect(await run(args, busy)).toBe(3)
    expect(seen).toMatchObject({
      out: '',
      err: expect.stringContaining('has changed since it was read'),
    })
    expect(content.get('plans/a.yaml')).toBe(other)
  })

  it('is left as it is if it cannot be written', async () => {
    const world = {
      files: { '/denied/plandue.yaml': '', '/denied/plans/a.yaml': record() },
    }
    const result = await plandue([...args, '-c', '/denied/plandue.yaml'], world)
    expect(result).toMatchObject({
      exitCode: 3,
      out: '',
      err: 'plandue: `/denied/plans/a.yaml` cannot be written: permission denied\n',
    })
  })
})
