import { expect, it } from 'vitest'
import { printable, withoutRunnerCommands } from '../../src/terminal/printable.ts'
import { plandue } from '../helpers/plandue.ts'

it.each([
  ['##vso[task.setvariable variable=PATH]x', '## vso[task.setvariable variable=PATH]x'],
  ["##teamcity[setParameter name='x']", "## teamcity[setParameter name='x']"],
  ['###[section]y', '### [section]y'],
  ['a::error::b', 'a: :error: :b'],
  ['## Heading, [a link]', '## Heading, [a link]'],
])('%s is printed as %s', (text, expected) => expect(printable(text)).toBe(expected))

it.each([
  ['  ::error::x\n::set-output::y', '  : :error::x\n: :set-output::y'],
  ['##vso[x]', '## vso[x]'],
  ['a::b', 'a::b'],
])('the finished line %j is %j', (lines, expected) => {
  expect(withoutRunnerCommands(lines)).toBe(expected)
})

it('a character is printed the same whether or not the text beside it needs a closer look', () => {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = `a${String.fromCharCode(unit)}b`
    expect(`${printable(text)}## [`).toBe(printable(`${text}##[`))
  }
})

it('a line that two harmless parts make is no command, on either stream', async () => {
  const text = 'authority: "##vso[task.x]y"\nframework: sif\nreceived: 2024-01-12\n'
  const files = { 'plans/##teamcity[x].yaml': text, 'plans/##vso[y].yaml': `${text}foo: 1\n` }
  for (const args of [['check'], ['stats', '--by', 'authority'], ['check', '##vso[z]']]) {
    const { out, err } = await plandue(args, { files })
    expect(out + err).toContain('## ')
    expect(out + err).not.toMatch(/##[\w-]*\[|^\s*::/m)
  }
})

it('JSON keeps the value', async () => {
  const files = { 'plans/a.yaml': 'authority: "##vso[x]y"\nframework: sif\nreceived: 2024-01-12\n' }
  const { out } = await plandue(['check', '-f', 'json'], { files })
  expect(out).toContain('#\\u0023vso[x]y')
  expect(JSON.parse(out).items[0].authority).toBe('##vso[x]y')
})
