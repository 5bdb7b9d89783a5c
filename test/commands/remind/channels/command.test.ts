import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { command } from '../../../../src/commands/remind/channels/command.ts'
import { nodeNet } from '../../../../src/node/net.ts'
import { channelHost, digestOf, KEY, outcomeOf } from '../../../helpers/digest.ts'

const folder = mkdtempSync(join(tmpdir(), 'plandue-command-'))
const into = join(folder, 'told')
afterAll(() => rmSync(folder, { recursive: true }))

const node = (script: string) => [process.execPath, '-e', script, into]

async function tell(program: readonly string[], text = digestOf().text) {
  const { host } = channelHost()
  const commands = { team: program }
  const sender = await command.prepare(host, { commands })
  return outcomeOf(sender.send(digestOf({ text }), KEY))
}

const KEEP = `const fs = require('fs'); const [file] = process.argv.slice(1)
fs.writeFileSync(file, JSON.stringify({ text: fs.readFileSync(0, 'utf8'), env: process.env }))`

describe('a program', () => {
  it('gets the digest on its standard input, and what else it needs in its environment', async () => {
    process.env['PLANDUE_SMTP_PASSWORD'] = 'hidden'
    expect(await tell(node(KEEP))).toBeNull()
    delete process.env['PLANDUE_SMTP_PASSWORD']
    const { text, env } = JSON.parse(readFileSync(into, 'utf8'))
    expect(text).toBe(digestOf().text)
    expect(env).toMatchObject({
      PLANDUE_KEY: KEY,
      PLANDUE_RECIPIENT: 'team',
      PLANDUE_SUBJECT: digestOf().subject,
      PATH: process.env['PATH'],
    })
    expect(env).not.toHaveProperty('PLANDUE_SMTP_PASSWORD')
  })

  it.each([
    ['takes nothing of a megabyte', node(''), null],
    [
      'fails',
      node("console.error('first'); console.error('no\\u001b[31m desk'); process.exit(7)"),
      { message: `\`${process.execPath}\` exited with 7: no\uFFFD[31m desk`, isLasting: false },
    ],
    [
      'fails without a word',
      node('process.exit(1)'),
      { message: `\`${process.execPath}\` exited with 1`, isLasting: false },
    ],
    [
      'is killed',
      node("process.kill(process.pid, 'SIGTERM')"),
      { message: `\`${process.execPath}\`: SIGTERM ended it`, isLasting: false },
    ],
    [
      'is not there',
      [join(folder, 'none')],
      { message: `\`${join(folder, 'none')}\`: there is no such program`, isLasting: true },
    ],
    [
      'has a name that no program can have',
      ['a\0b'],
      { message: expect.stringContaining('it cannot be started'), isLasting: true },
    ],
  ])('that %s', async (_, program, outcome) => {
    expect(await tell(program, 'x'.repeat(1_048_576))).toEqual(outcome)
  })

  it('that may not be run', async () => {
    const file = join(folder, 'plain')
    writeFileSync(file, 'no program')
    chmodSync(file, 0o644)
    expect(await tell([file])).toMatchObject({
      message: `\`${file}\`: it may not be run`,
      isLasting: true,
    })
  })

  it('is run without a shell', async () => {
    const file = join(folder, 'by-a-shell')
    const words = [`; touch ${file}`, `$(touch ${file})`]
    expect(await tell([process.execPath, '-e', '', ...words])).toBeNull()
    expect(existsSync(file)).toBe(false)
  })

  it('that does not end is ended, with what it has started', async () => {
    const late = join(folder, 'late')
    const child = `setTimeout(() => require('fs').writeFileSync(${JSON.stringify(late)}, ''), 2500)`
    const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}])
      setInterval(() => {}, 1000)`
    const program = { command: node(script), input: '', env: {}, seconds: 1 }
    expect(await nodeNet().runProgram(program)).toEqual({
      failure: 'it did not end within 1 seconds',
      mayHaveArrived: true,
      isLasting: false,
      isAway: false,
    })
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(existsSync(late)).toBe(false)
  })

  it('that leaves something running has ended all the same', async () => {
    const child = 'setTimeout(() => {}, 8000)'
    const stdio = "['ignore', 'ignore', 'inherit']"
    const script = `require('child_process').spawn(process.execPath, ['-e', '${child}'], { stdio: ${stdio}, detached: true }).unref()`
    const program = { command: node(script), input: '', env: {}, seconds: 6 }
    expect(await nodeNet().runProgram(program)).toEqual({ exitCode: 0, lastLine: '' })
  })
})

describe('a recipient without a program', () => {
  it.each(['team', 'constructor'])('is not reached: %s', async (recipient) => {
    const { host } = channelHost()
    const sender = await command.prepare(host, { commands: {} })
    expect(await outcomeOf(sender.send(digestOf({ recipient }), KEY))).toEqual({
      message: `\`commands\` in the configuration has no \`${recipient}\``,
      isLasting: true,
    })
  })
})
