import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../src/node/files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plandue-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('adds a file with its folders, and leaves nothing else behind', async () => {
  const file = join(folder, 'a/b/c.yaml')
  expect(await nodeFiles().add(file, 'text\n')).toEqual({})
  expect(readFileSync(file, 'utf8')).toBe('text\n')
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.yaml'])
})

it('adds no file where there is one', async () => {
  const file = join(folder, 'a.yaml')
  writeFileSync(file, 'before\n')
  expect(await nodeFiles().add(file, 'after\n')).toEqual({ problem: { kind: 'exists' } })
  expect(readFileSync(file, 'utf8')).toBe('before\n')
  expect(readdirSync(folder)).toEqual(['a.yaml'])
})

describe('a file that is not UTF-8', () => {
  const little = Buffer.from('authority: A\n', 'utf16le')
  const big = Buffer.from(little).swap16()
  it.each<[string, Buffer, true | undefined]>([
    ['PowerShell writes so', Buffer.concat([Buffer.of(0xff, 0xfe), little]), true],
    ['its bytes are turned', Buffer.concat([Buffer.of(0xfe, 0xff), big]), true],
    ['it has no mark', little, true],
    ['its bytes are turned, and it has none', big, true],
    ['an old editor wrote it', Buffer.from('authority: \xe9\n', 'latin1'), undefined],
  ])('is told from UTF-16 where %s', (_because, bytes, isUtf16) => {
    const file = join(folder, 'a.yaml')
    writeFileSync(file, bytes)
    const offset = isUtf16 ? 0 : 11
    expect(nodeFiles().read(file, 100)).toEqual({ problem: { kind: 'notUtf8', offset, isUtf16 } })
  })
})

it('writes bytes as they are, and reads them', async () => {
  const file = join(folder, 'a.xlsx')
  const bytes = Uint8Array.of(0x50, 0x4b, 0x00, 0xff, 0xfe)
  expect(await nodeFiles().write(file, bytes)).toEqual({})
  expect([...readFileSync(file)]).toEqual([...bytes])
  const read = nodeFiles().readBytes(file, 5)
  expect('bytes' in read && [...read.bytes]).toEqual([...bytes])
  expect(nodeFiles().readBytes(file, 4)).toEqual({
    problem: { kind: 'tooLarge', bytes: 5, limit: 4 },
  })
  expect(nodeFiles().readBytes(folder, 9)).toEqual({ problem: { kind: 'notAFile' } })
})

it('finds nothing below a file, and says so', () => {
  writeFileSync(join(folder, 'a.yaml'), 'text\n')
  const below = join(folder, 'a.yaml', 'b.csv')
  expect(nodeFiles().look(below)).toEqual({ problem: { kind: 'missing' } })
})
