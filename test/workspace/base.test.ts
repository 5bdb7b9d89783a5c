import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { dayOf, isoOf } from '../../src/calendar/day.ts'
import type { readRecord } from '../../src/records/read-record.ts'
import { openBase, readBase, settingsIn } from '../../src/workspace/base.ts'
import { recordParts } from '../../src/workspace/records-state.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import {
  hostIn,
  plandueIn,
  type Repository,
  repository,
  type Writes,
} from '../helpers/repository.ts'

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

/** Reasons and places for which a change since HEAD fails a run. */
async function failsOf(paths: readonly string[] = []) {
  const args = ['check', ...paths, '--base', 'HEAD', '--today', '2024-05-08', '-f', 'json']
  const { out, err, exitCode } = await plandueIn(repo.folder, args)
  if (out === '') return { exitCode, err }
  const { change } = JSON.parse(out)
  return { exitCode, fails: change.fails, removed: change.removed }
}

describe('an error that was there before', () => {
  const FAULTY = letter('plam: {}\n')
  beforeEach(() => {
    repo.write({ 'one/c.yaml': FAULTY, 'two/c.yaml': FAULTY, 'two/d.yaml': FAULTY })
    symlinkSync('../one', join(repo.folder, 'plans/linked'))
    symlinkSync('../two/d.yaml', join(repo.folder, 'plans/d.yaml'))
    repo.commit('2024-01-16')
  })

  it.each([
    [[0xff, 0xfe, 0xfa], 'UTF-16'],
    [[0x61, 0xfa], 'a byte that is no UTF-8'],
  ])('is not that of a change that leaves it alone: %j, %s', async (bytes, _what) => {
    writeFileSync(join(repo.folder, 'plans/b.yaml'), Buffer.from(bytes))
    repo.commit('2024-01-17')
    repo.write({ 'README.md': 'Plans' })
    expect((await failsOf()).fails).toEqual([])
  })

  it('is that of a change to the file to which a link leads', async () => {
    repo.write({ 'two/d.yaml': `${FAULTY}notes: more\n` })
    expect((await failsOf()).fails).toMatchObject([{ file: 'plans/d.yaml', reason: 'error' }])
  })

  it('is that of a change to a link on the way to it', async () => {
    unlinkSync(join(repo.folder, 'plans/linked'))
    symlinkSync('../two', join(repo.folder, 'plans/linked'))
    const { fails } = await failsOf()
    const files = fails.map(({ file }: { file: string }) => file)
    expect(files).toContain('plans/linked/c.yaml')
    expect(files).not.toContain('plans/d.yaml')
  })
})

it('a submodule is known that the change brings in, and one that it takes away', async () => {
  const commit = repo.git(['rev-parse', 'HEAD'])
  const link = ['update-index', '--add', '--cacheinfo', `160000,${commit},plans/sub`]
  const words = '`plans` has records in the submodule `plans/sub`'
  repo.git(link)
  expect((await failsOf()).err).toContain(words)
  repo.git(['commit', '-q', '-m', 'x'])
  repo.git(['update-index', '--force-remove', 'plans/sub'])
  expect((await failsOf()).err).toContain(words)
})

describe('records that no path asks for', () => {
  const GARBLED = Buffer.from([0xff, 0xfe, 0xfa])
  beforeEach(() => {
    repo.write({ 'plans/south/c.yaml': letter().replace(': A', ': C') })
    repo.write({ 'plans/north/d.yaml': letter().replace(': A', ': D') })
    writeFileSync(join(repo.folder, 'plans/south/garbled.yaml'), GARBLED)
    writeFileSync(join(repo.folder, 'plans/north/garbled.yaml'), GARBLED)
    repo.commit('2024-01-16')
  })

  it('are not gone from the report where they are gone', async () => {
    repo.write({ 'plans/south/c.yaml': null, 'plans/south/garbled.yaml': null })
    expect(await failsOf(['plans/north'])).toMatchObject({ exitCode: 0, fails: [], removed: [] })
    expect((await failsOf(['plans'])).fails).toMatchObject([{ item: 'south/c#final' }])
  })

  it('are counted by another list of bank holidays too, where one cannot be read', async () => {
    repo.write({
      'plandue.yaml': 'calendars: [list.json]\n',
      'list.json': '{"england-and-wales":{"events":[{"title":"N","date":"2024-02-01"}]}}',
      'plans/south/garbled.yaml': null,
    })
    expect(await failsOf(['plans/north'])).toMatchObject({ fails: [] })
  })
})

describe('settings that could not be used before', () => {
  const OWN = (count: number) =>
    [
      'id: ours',
      'title: Ours',
      'calendar: england-and-wales',
      'stages:',
      '  - id: final',
      '    title: Plan',
      `    period: { count: ${count}, unit: workingDays }`,
      '    clock: received',
      '    firstDay: dayAfter',
      '    required: always',
      "    citation: { name: N, url: 'https://example.org', checked: 2024-01-01, kind: primary }",
      '',
    ].join('\n')
  const warned = async () => {
    const args = ['check', '--base', 'HEAD', '--today', '2024-02-05', '-f', 'json']
    const { out, err } = await plandueIn(repo.folder, args)
    if (out === '') throw new Error(err)
    const { diagnostics } = JSON.parse(out)
    return diagnostics
      .filter(({ code }: { code: string }) => code === 'unread-before')
      .map(({ file }: { file: string }) => file)
  }

  it('are warned of where the change mends them, for a date may move along', async () => {
    repo.write({
      'plandue.yaml': 'frameworks: [ours.yaml]\nmargin: x\n',
      'ours.yaml': OWN(20),
      'plans/a.yaml': letter().replace('sif', 'ours'),
    })
    repo.commit('2024-01-16')
    repo.write({ 'plandue.yaml': 'frameworks: [ours.yaml]\n', 'ours.yaml': OWN(90) })
    expect(await warned()).toEqual(['ours.yaml', 'plandue.yaml'])
    repo.commit('2024-01-17')
    expect(await warned()).toEqual([])
  })

  it('are not, where only a record is mended: that is', async () => {
    repo.commit('2024-01-16', { 'plans/b.yaml': letter('plam: {}\n') })
    repo.write({ 'plans/b.yaml': letter() })
    expect(await warned()).toEqual(['plans/b.yaml'])
  })
})

describe('a fault that no user can mend', () => {
  it.each<[string, 'look' | 'list']>([
    ['in the settings', 'look'],
    ['on the way to the records', 'list'],
  ])('%s of the base is not passed over', async (_where, name) => {
    const { host, leave } = hostIn(repo.folder)
    try {
      const now = openWorkspace([], { today: isoOf(dayOf('2024-02-05')) }, host)
      const base = await openBase('HEAD', now, host)
      const broken = {
        ...base.files,
        [name]: () => {
          throw new Error('unforeseen')
        },
      }
      const read = readBase(
        { ...base, files: broken },
        { workspace: now, read: [] },
        recordParts,
        host,
      )
      if (name === 'look') expect(() => settingsIn(broken, now)).toThrow('unforeseen')
      await expect(read).rejects.toThrow('unforeseen')
    } finally {
      leave()
    }
  })
})
