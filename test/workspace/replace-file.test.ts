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

  it.each([
    ['an edit', args],
    ['fmt', ['fmt']],
    ['import', ['import', 'rows.csv']],
  ])('is left as it is while another run writes: by %s', async (_what, command) => {
    const other = { files: { 'plans/b.yaml': record() } }
    const files = {
      'plans/a.yaml': 'framework: sif\nauthority: A\nreceived: 2024-01-12\n',
      'rows.csv': (await plandue(['export', '-f', 'csv'], other)).out,
    }
    const world = { files, lockedBy: 'process 7 on here' }
    const { exitCode, err, files: after } = await plandue(command, world)
    expect(err).toContain(
      'another run is writing to `plans`: process 7 on here; nothing was written: run this again',
    )
    expect(exitCode).toBe(3)
    expect(after).toEqual(new Map(Object.entries(files)))
  })
})
