import { expect, it } from 'vitest'
import { whyNotStarted } from '../../src/node/program.ts'

it.each([
  ['ENOENT', 'there is no such program', 'nothing has the name'],
  ['EINVAL', 'write [cmd, /d, /c, FILE]', 'Node refuses files that end in .cmd and .bat'],
  [
    'UNKNOWN',
    'write [powershell, -NoProfile, -File, FILE]',
    'Node 20 and a file that ends in .ps1',
  ],
  ['EFTYPE', 'write [powershell, -NoProfile, -File, FILE]', 'the same with later ones'],
  ['EACCES', 'it may not be run', 'a file without the right'],
  ['EMFILE', 'it cannot be started (EMFILE)', 'anything else'],
])('a program that brings %s: %s, for %s', (code, words) => {
  expect(whyNotStarted(code)).toContain(words)
})
