import { execFileSync, spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockFolder } from '../../src/node/lock.ts'
import { record } from '../helpers/record.ts'

// What several of the built program do to the same files; the build comes before the tests.

const bin = fileURLToPath(new URL('../../bin/plandue.js', import.meta.url))
const stress = fileURLToPath(new URL('../bench/writers.mjs', import.meta.url))

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plandue-writers-'))
  mkdirSync(join(folder, 'plans'))
  writeFileSync(join(folder, 'plans/a.yaml'), record())
})
afterEach(() => rmSync(folder, { recursive: true }))

it('of ten that change one record at once, none loses what another has written', () => {
  const { stdout, status } = spawnSync(process.execPath, [stress, '2'], { encoding: 'utf8' })
  expect(stdout).toContain(' 0 lost, 0 refused without a word, 0 refused but written, 0 locks left')
  expect(status).toBe(0)
}, 60_000)

it('a link in the place of the lock is refused, and nothing is written where it leads', async () => {
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  symlinkSync(elsewhere, join(folder, 'plans/.plandue-lock'))
  const held = await lockFolder(join(folder, 'plans'), 0)
  expect(held).toEqual({ problem: { kind: 'other', why: expect.stringContaining('no folder') } })
  expect(readdirSync(elsewhere)).toEqual([])
})

it('the lock is nothing to git, and nothing to a later run', async () => {
  execFileSync('git', ['init', '-q', folder])
  execFileSync('git', ['add', '-A'], { cwd: folder })
  const held = await lockFolder(join(folder, 'plans'), 0)
  const status = execFileSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' })
  expect(status).toBe('A  plans/a.yaml\n')
  if (!('release' in held)) throw new Error('nobody else holds it')
  expect(await lockFolder(join(folder, 'plans'), 0)).toEqual({
    heldBy: expect.stringContaining(`process ${process.pid} on ${hostname().slice(0, 3)}`),
  })
  held.release()
  const { status: code } = spawnSync(
    process.execPath,
    [bin, 'submit', 'a#final', '--on', '2024-02-02', '--today', '2024-02-05'],
    { cwd: folder },
  )
  expect(code).toBe(0)
  expect(readFileSync(join(folder, 'plans/a.yaml'), 'utf8')).toContain('submitted: 2024-02-02')
})
