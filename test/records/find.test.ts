import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from '../../src/diagnostics/failures.ts'
import type { Host } from '../../src/host/host.ts'
import { run } from '../../src/main.ts'
import { nodeHost } from '../../src/node/host.ts'
import { findRecords } from '../../src/records/find.ts'
import { type MemoryFile, memoryHost } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

const text = record()

describe('the records that paths name', () => {
  const files = {
    'plans/shropshire.yaml': text,
    'plans/2022/shropshire.yml': text,
    'plans/2022/leeds.yaml': text,
    'plans/README.md': 'about these plans',
    'plans/.draft.yaml': text,
    'plans/.git/config.yaml': text,
    'plans/node_modules/a/b.yaml': text,
    'plans/plandue.yaml': 'records: .',
    'elsewhere/shropshire.yaml': text,
  }

  it.each([
    [
      ['plans'],
      '2022/leeds 2022/shropshire shropshire',
      'a folder stands for all that is below it',
    ],
    [['plans/'], '2022/leeds 2022/shropshire shropshire', 'a slash at the end changes nothing'],
    [
      ['./plans/../plans'],
      '2022/leeds 2022/shropshire shropshire',
      'there are many ways to a folder',
    ],
    [
      ['plans/2022'],
      '2022/leeds 2022/shropshire',
      'ids are paths in the folder of records all the same',
    ],
    [['plans/shropshire.yaml'], 'shropshire', 'a file stands for itself'],
    [['plans/README.md', 'plans/shropshire.yaml'], 'shropshire', 'a shell makes this of `plans/*`'],
    [['plans/.draft.yaml'], '.draft', 'who names a hidden file means it'],
    [['plans/**/*.yaml'], '2022/leeds shropshire', 'of two endings, the pattern wants one'],
    [['plans/2022/{leeds,york}.yaml'], '2022/leeds', 'one of two is there'],
    [
      ['plans', 'plans/shropshire.yaml', 'plans'],
      '2022/leeds 2022/shropshire shropshire',
      'nothing is read twice',
    ],
    [
      ['plans/shropshire.yaml', '/repository/plans/shropshire.yaml'],
      'shropshire',
      'one file can be named in two ways',
    ],
    [
      ['/repository/plans/2022', 'plans/2022/leeds.yaml'],
      '2022/leeds 2022/shropshire',
      'so can its folder',
    ],
    [['/repository/plans'], '2022/leeds 2022/shropshire shropshire', 'the configuration is none'],
    [['elsewhere'], 'shropshire', 'elsewhere, ids begin at the path that was named'],
    [
      ['plans/shropshire.yaml', 'elsewhere'],
      'elsewhere/shropshire shropshire',
      'each id is there once',
    ],
  ])('%j are %s, because %s', async (paths, ids, _because) => {
    const { records, diagnostics } = await found(files, paths)
    expect(
      records
        .map(({ id }) => id)
        .sort()
        .join(' '),
    ).toBe(ids)
    expect(diagnostics).toEqual([])
  })

  it.each([
    [['plan'], 'there is no such folder'],
    [['plans/leeds.yaml'], 'there is no such file'],
    [['plans/*.json'], 'the pattern matches nothing'],
    [['nowhere/*.yaml'], 'the pattern begins in a folder that is not there'],
    [['plans', 'plan'], 'one of two paths is wrong'],
    [['papers'], 'there is no record in it'],
    [['plans/README.md'], 'it is no record, and nothing else was named'],
    [['plans', 'nowhere.md'], 'there is no such file'],
  ])('%j are refused, because %s', async (paths) => {
    await expect(found({ ...files, 'papers/draft-plan.pdf': '' }, paths)).rejects.toThrow(
      UsageError,
    )
  })
})

describe('a record that by its name is a copy', () => {
  it.each([
    ['a (conflicted copy 2024-02-05).yaml', 'Nextcloud and Dropbox name it so'],
    ["a (Ann Hall's conflicted copy 2024-02-05).yaml", 'with whose it is'],
    ['a.sync-conflict-20240205-060500-ABC2DEF.yaml', 'Syncthing does'],
    ['a - Copy.yaml', 'Windows does'],
    ['a - Copy (2).yaml', 'or a second time'],
    ['a copy.yaml', 'macOS does'],
    ['a (1).yml', 'browsers do'],
  ])('%s gets a remark that names the other, because %s', async (name, _because) => {
    const { records, diagnostics } = await found(
      { 'plans/a.yaml': text, [`plans/${name}`]: text },
      ['plans'],
    )
    expect(records).toHaveLength(2)
    expect(diagnostics).toMatchObject([
      { file: `plans/${name}`, code: 'copy-of-record', severity: 'warning' },
    ])
    expect(diagnostics[0]?.message).toContain('`plans/a.yaml`')
  })

  it.each([
    [['b.yaml', 'a (1).yaml'], 'the other is not there'],
    [['a.yaml', 'a1.yaml'], 'a number is a part of the name'],
    [['a.yaml', 'a (second visit).yaml'], 'people write so'],
    [['a.yaml', 'b/a - Copy.yaml'], 'the other lies elsewhere'],
  ])('of %j there is none, because %s', async (names, _because) => {
    const files = Object.fromEntries(names.map((name) => [`plans/${name}`, text]))
    expect((await found(files, ['plans'])).diagnostics).toEqual([])
  })
})

it('folders in folders are not asked where they really are: that would cost the square of their depth', async () => {
  const asked = async (depth: number) => {
    const { host } = memoryHost({ files: { [`plans/${'d/'.repeat(depth)}a.yaml`]: text } })
    let looks = 0
    const look: Host['look'] = (path) => {
      looks++
      return host.look(path)
    }
    const search = { paths: ['plans'], folder: 'plans', root: '.', others: [] }
    expect((await findRecords(search, { ...host, look })).records).toHaveLength(1)
    return looks
  }
  expect(await asked(40)).toBe(await asked(2))
})

describe('what stands in the way', () => {
  const sound = { 'plans/sound.yaml': text }
  const problem = (kind: 'denied' | 'notAFile' | 'loop') => ({ problem: { kind } })

  it.each<[string, Record<string, MemoryFile>, string, string]>([
    ['unreadable', { 'plans/closed': problem('denied') }, 'plans/closed', 'nobody lets plandue in'],
    [
      'not-a-file',
      { 'plans/pipe.yaml': problem('notAFile') },
      'plans/pipe.yaml',
      'a pipe could keep it waiting for ever',
    ],
    [
      'broken-link',
      { 'plans/gone.yaml': { link: 'moved.yaml' } },
      'plans/gone.yaml',
      'what it leads to is not there',
    ],
    [
      'link-loop',
      { 'plans/a.yaml': { link: 'b.yaml' }, 'plans/b.yaml': { link: 'a.yaml' } },
      'plans/a.yaml plans/b.yaml',
      'each leads to the other',
    ],
    [
      'link-loop',
      { 'plans/2022/all': { link: '..' } },
      'plans/2022/all',
      'it leads to where it lies',
    ],
    [
      'link-outside',
      { 'plans/passwd.yaml': { link: '../../etc/passwd' }, '../etc/passwd': 'root' },
      'plans/passwd.yaml',
      'it leads out of the repository',
    ],
    [
      'link-outside',
      { 'plans/all': { link: '../..' }, '../other/a.yaml': text },
      'plans/all',
      'a folder can lead out too',
    ],
    [
      'duplicate-id',
      { 'plans/sound.yml': text },
      'plans/sound.yml',
      'its name but for the ending is taken',
    ],
  ])('is said as %s, and stops no other record', async (code, faulty, at, _because) => {
    const { records, diagnostics } = await found({ ...sound, ...faulty }, ['plans'])
    expect(records.map(({ id }) => id)).toEqual(['sound'])
    expect(diagnostics.map(({ file }) => file).join(' ')).toBe(at)
    expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]))
  })

  it('is an id that only another name can change', async () => {
    const { diagnostics } = await found({ ...sound, 'plans/sound.yml': text }, ['plans'])
    expect(diagnostics).toMatchObject([{ hint: expect.stringMatching(/^rename the file/) }])
  })

  it('is said of a file that is named, too', async () => {
    const { diagnostics } = await found({ 'plans/pipe': problem('notAFile') }, ['plans/pipe'])
    expect(diagnostics).toMatchObject([{ file: 'plans/pipe', code: 'not-a-file' }])
  })

  it('is no link in the repository: a record is known by its own path', async () => {
    const linked = {
      ...sound,
      'plans/again.yaml': { link: 'sound.yaml' },
      'plans/old': { link: '../archive' },
      'archive/2018.yaml': text,
    }
    const { records, diagnostics } = await found(linked, ['plans'])
    expect(records.map(({ id }) => id)).toEqual(['again', 'old/2018', 'sound'])
    expect(diagnostics).toEqual([])
  })
})

describe('what the real file system puts in the way', () => {
  const host = nodeHost()
  let folder = ''
  beforeEach(() => {
    folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'plandue-'))), 'repository')
    mkdirSync(join(folder, 'plans'), { recursive: true })
    writeFileSync(join(folder, 'plans/sound.yaml'), text)
  })
  afterEach(() => rmSync(dirname(folder), { recursive: true }))

  it.each<[string, string, (plans: string) => void]>([
    [
      'not-utf8',
      'a byte that UTF-8 does not have',
      (plans) =>
        writeFileSync(join(plans, 'x.yaml'), Buffer.from('authority: Ynys M\u00f4n', 'latin1')),
    ],
    [
      'not-utf8',
      'UTF-16, as some editors save it',
      (plans) => writeFileSync(join(plans, 'x.yaml'), Buffer.from(`\ufeff${text}`, 'utf16le')),
    ],
    ['too-large', 'a hundred megabytes', (plans) => sparse(join(plans, 'x.yaml'), 100 * 1_048_576)],
    [
      'broken-link',
      'a link to what is not there',
      (plans) => symlinkSync('gone.yaml', join(plans, 'x.yaml')),
    ],
    ['link-loop', 'a link to itself', (plans) => symlinkSync('x.yaml', join(plans, 'x.yaml'))],
    [
      'link-loop',
      'a link to the folder that it lies in',
      (plans) => symlinkSync('.', join(plans, 'x')),
    ],
    [
      'link-outside',
      'a link out of the repository',
      (plans) => symlinkSync(outside(plans), join(plans, 'x.yaml')),
    ],
    [
      'link-outside',
      'a linked folder out of the repository',
      (plans) => symlinkSync(dirname(outside(plans)), join(plans, 'x')),
    ],
    ['not-a-file', 'a pipe', (plans) => execFileSync('mkfifo', [join(plans, 'x.yaml')])],
  ])('is said, as %s, of %s', async (code, _what, make) => {
    make(join(folder, 'plans'))
    const { records, diagnostics } = await checked(folder, host)
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code])
    expect(diagnostics[0]?.file).toMatch(/plans\/x(\.yaml)?$/)
    expect(records).toBe(['not-utf8', 'too-large'].includes(code) ? 2 : 1)
  })

  it('is said with the byte where UTF-8 ends', () => {
    const file = join(folder, 'x.yaml')
    writeFileSync(file, Buffer.from([0x61, 0xc3, 0xb4, 0xff, 0x62]))
    expect(host.read(file, 100)).toEqual({ problem: { kind: 'notUtf8', offset: 3 } })
  })

  it('is no character of two bytes, and no byte order mark', () => {
    const file = join(folder, 'x.yaml')
    writeFileSync(file, '\ufeffauthority: Ynys M\u00f4n')
    expect(host.read(file, 100)).toEqual({ text: '\ufeffauthority: Ynys M\u00f4n' })
  })

  it('is a byte more than the limit', () => {
    const file = join(folder, 'x.yaml')
    writeFileSync(file, '123456')
    expect(host.read(file, 6)).toEqual({ text: '123456' })
    expect(host.read(file, 5)).toEqual({ problem: { kind: 'tooLarge', bytes: 6, limit: 5 } })
  })

  it('is a folder without permission', async () => {
    chmodSync(folder, 0o755)
    mkdirSync(join(folder, 'plans/closed'), { mode: 0o000 })
    const { diagnostics } = await asNobody(() => checked(folder, host))
    expect(diagnostics).toMatchObject([{ code: 'unreadable' }])
  })
})

/** Root may read anything, so root becomes nobody for this. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

/** What is found in a world in memory whose folder of records is `plans`. */
function found(files: Record<string, MemoryFile>, paths: string[]) {
  const { host } = memoryHost({ files })
  const search = { paths, folder: 'plans', root: '.', others: ['plans/plandue.yaml'] }
  return findRecords(search, host)
}

/** What a whole run over a folder of the real file system says. */
async function checked(folder: string, real: Host) {
  const texts: string[] = []
  const host: Host = { ...real, out: (text) => void texts.push(text), err: () => undefined }
  await run(['check', join(folder, 'plans'), '--format', 'json', '--today', '2024-02-05'], host)
  const { summary, diagnostics } = JSON.parse(texts.join(''))
  return { records: summary.records, diagnostics: diagnostics as { code: string; file: string }[] }
}

/** A file of that length which takes no room. */
function sparse(path: string, length: number): void {
  const file = openSync(path, 'w')
  ftruncateSync(file, length)
  closeSync(file)
}

/** A record beside the repository, in a folder whose name begins as the repository's does. */
function outside(plans: string): string {
  const folder = `${dirname(plans)}-of-somebody-else`
  mkdirSync(folder)
  writeFileSync(join(folder, 'other.yaml'), text)
  return join(folder, 'other.yaml')
}
