import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
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
