import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findProgram } from '../../src/node/find-program.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-'))
  const files = ['bin/git', 'bin/git.exe', 'clone/git', 'clone/git.exe', 'clone/bin/git', 'b/git/x']
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), '', { mode: 0o755 })
  }
  mkdirSync(join(folder, 'plain'))
  writeFileSync(join(folder, 'plain/git'), '', { mode: 0o644 })
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each<[string[], NodeJS.Platform, string | undefined, string]>([
  [['/bin'], 'linux', 'bin/git', 'it lies there'],
  [['/bin'], 'win32', 'bin/git.exe', 'Windows runs no other name'],
  [['/clone', '/bin'], 'linux', 'bin/git', 'the checkout is passed over'],
  [['/clone', '/bin'], 'win32', 'bin/git.exe', 'the checkout is passed over on Windows too'],
  [['/clone/bin'], 'linux', undefined, 'a folder in the checkout is the checkout'],
  [['/clone/../bin'], 'linux', 'bin/git', 'it does not lie in the checkout'],
  [['', '.', 'bin'], 'linux', undefined, 'these begin at the working folder'],
  [['/none', '/bin'], 'linux', 'bin/git', 'a folder need not be there'],
  [['/b', '/bin'], 'linux', 'bin/git', 'a folder does not run'],
  [['/plain', '/bin'], 'linux', 'bin/git', 'a file that nobody may run does not either'],
])('on the PATH %j of %s git is %s, because %s', (entries, platform, expected, _because) => {
  const path = entries.map((one) => (one.startsWith('/') ? folder + one : one)).join(delimiter)
  const found = findProgram('git', join(folder, 'clone'), path, platform)
  expect(found).toBe(expected && join(folder, expected))
})
