import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { commandWord } from '../../src/terminal/command-word.ts'

const WORDS: [text: string, word: string, because: string][] = [
  ['north/kent#final', 'north/kent#final', 'no shell finds anything in it'],
  ['ada@example.gov.uk', 'ada@example.gov.uk', 'an address neither'],
  ['plans-größe', 'plans-größe', 'letters are letters'],
  ['standard output', '"standard output"', 'cmd knows no other quotes'],
  ['#1', '"#1"', 'a comment would begin'],
  ["it's", '"it\'s"', 'a quote within the others'],
  ['a&b', '"a&b"', 'another command would begin'],
  ['', '""', 'an empty word is one too'],
  ['$(touch x)', "'$(touch x)'", 'sh and PowerShell would run it in double quotes'],
  ['%PATH%', "'%PATH%'", 'cmd would fill it in within double quotes'],
  ['say "hi" it\'s', "'say \"hi\" it'\\''s'", 'both kinds of quotes'],
]

it.each(WORDS)('%j is written %s: %s', (text, word) => {
  expect(commandWord(text)).toBe(word)
})

it.each(WORDS)('sh takes %j back', (text) => {
  const { stdout } = spawnSync('sh', ['-c', `printf '%s.' ${commandWord(text)}`], {
    encoding: 'utf8',
  })
  expect(stdout).toBe(`${text}.`)
})
