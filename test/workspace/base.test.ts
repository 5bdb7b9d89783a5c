import { symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { readRecord } from '../../src/records/read-record.ts'
import { plandueIn, type Repository, repository, type Writes } from '../helpers/repository.ts'

const letter = (lines = '') => `authority: A\nframework: sif\nreceived: 2024-01-12\n${lines}`
const MAIN: Writes = { 'plans/a.yaml': letter(), 'plans/b.yaml': letter(), 'plandue.yaml': '' }
const LATER = letter('plan: { final: { stated: 2024-05-07 } }\n')

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-01-15', MAIN)
})
afterEach(() => repo.remove())

/** How often each record is read, wherever its text comes from. */
const reads: Record<string, number> = {}
const READER = '../../src/records/read-record.ts'
let counted: typeof plandueIn

beforeAll(async () => {
  const original = await import(READER)
  vi.doMock(READER, () => ({
    ...original,
    readRecord: (...args: Parameters<typeof readRecord>) => {
      const [, { file }] = args
      reads[file] = (reads[file] ?? 0) + 1
      return original.readRecord(...args)
    },
  }))
  // Another test of the same process may have loaded the program already, with the reader itself.
  vi.resetModules()
  counted = (await import('../helpers/repository.ts')).plandueIn
})
afterAll(() => {
  vi.doUnmock(READER)
  vi.resetModules()
})

async function readsOf(args: string[]) {
  for (const file of Object.keys(reads)) delete reads[file]
  await counted(repo.folder, [...args, '--today', '2024-02-05', '-f', 'json'])
  return reads
}

describe.each([['check', '--base', 'HEAD'], ['diff']])('%s', (...command) => {
  it.each<[string, Writes, Record<string, number>, string]>([
    ['nothing', {}, { 'plans/a.yaml': 1, 'plans/b.yaml': 1 }, 'both are as they were'],
    [
      'one record',
      { 'plans/a.yaml': LATER },
      { 'plans/a.yaml': 2, 'plans/b.yaml': 1 },
      'it is read as it was and as it is, and the other is as it was',
    ],
    [
      'a margin',
      { 'plandue.yaml': 'margins: { final: 20 }\n' },
      { 'plans/a.yaml': 2, 'plans/b.yaml': 2 },
      'every record is to be assessed by both',
    ],
    [
      'nothing that records rest on',
      { 'plandue.yaml': 'heartbeat: heartbeat.json\n' },
      { 'plans/a.yaml': 1, 'plans/b.yaml': 1 },
      'no record is assessed by it',
    ],
  ])(
    'reads records where %s changed: %j, %j, because %s',
    async (_what, writes, reads, _because) => {
      repo.write(writes)
      expect(await readsOf(command)).toMatchObject(reads)
    },
  )
})

describe('a folder that leads elsewhere now', () => {
  it('is compared with what it led to', async () => {
    const link = join(repo.folder, 'plans/linked')
    repo.write({ 'one/c.yaml': letter(), 'two/c.yaml': LATER })
    symlinkSync('../one', link)
    repo.commit('2024-01-16')
    unlinkSync(link)
    symlinkSync('../two', link)
    const { out } = await plandueIn(repo.folder, ['diff', '--today', '2024-02-05', '-f', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ code: 'due-moved', item: 'linked/c#final' }],
      changes: [{ because: ['plan.final.stated'] }],
    })
  })
})
