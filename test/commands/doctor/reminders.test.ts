import { describe, expect, it } from 'vitest'
import type { World } from '../../helpers/memory-host.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const PLANS = { 'plans/a.yaml': record('', { published: 'received: 2024-01-12' }) }
const ACK =
  '{"kind":"ack","at":"2024-02-01T06:05:00Z","asAt":"2024-02-01","item":"a#final","due":"2024-04-23","by":"ada","until":"2024-02-06"}\n'

const config = (ledger: string, program?: string) =>
  program === undefined
    ? `reminders: { ledger: ${ledger} }\n`
    : `reminders: { ledger: ${ledger}, commands: { desk: ['${program}'] }, recipients: [{ to: desk, channel: command }] }\n`

async function reminders(text: string, world: World = {}, args: string[] = []) {
  const files = { ...PLANS, ...world.files, 'plandue.yaml': text }
  const run = await plandue(['doctor', '-f', 'json', ...args], { ...world, files })
  const checks: { check: string; what: string }[] = JSON.parse(run.out).checks
  expect([...run.files.keys()].sort()).toEqual(Object.keys(files).sort())
  expect(run.err).toBe('')
  return { check: checks.find(({ check }) => check === 'reminders'), exitCode: run.exitCode }
}

describe('the ledger of the reminders', () => {
  it.each<[string, Record<string, string | { link: string }>, string, string]>([
    [
      'none/r.ndjson',
      {},
      'The ledger `none/r.ndjson` cannot be written: there is no folder `none`.',
      'none is made for it',
    ],
    [
      'a/r.ndjson',
      { a: 'text' },
      'The ledger `a/r.ndjson` cannot be written: there is no folder `a`.',
      'a file stands where its folder would be',
    ],
    [
      'r.ndjson',
      { 'r.ndjson/x.txt': '' },
      'The ledger `r.ndjson` cannot be read: ',
      'it is a folder',
    ],
    [
      'r.ndjson',
      { 'r.ndjson': 'a text\nof two lines\n' },
      '`r.ndjson` is not a ledger: none of its lines is a ledger entry.',
      'remind would not add to it',
    ],
    [
      'r.ndjson',
      { 'r.ndjson': { link: 'gone.ndjson' } },
      'The ledger `r.ndjson` is a dangling symbolic link.',
      'remind would not make its target',
    ],
  ])('%s with %j fails: %s, because %s', async (ledger, files, what, _because) => {
    const { check, exitCode } = await reminders(config(ledger), { files })
    expect(exitCode).toBe(1)
    expect(check).toMatchObject({ state: 'failure', what: expect.stringContaining(what) })
    expect(check).toMatchObject({
      next: expect.stringMatching(/`plandue remind` sends nothing\.$/),
    })
  })

  it.each([
    [`${ACK}{"kind":"nothing"}\n${ACK}`, 'line 2:', 'it is none of the entries'],
    [`${ACK}one\n${ACK}two\n${ACK}`, 'line 2 and 1 more:', 'each counts'],
  ])('is warned of where a line cannot be read: %j, %s %s', async (text, place, _because) => {
    const { check, exitCode } = await reminders(config('r.ndjson'), { files: { 'r.ndjson': text } })
    expect(exitCode).toBe(0)
    const what = expect.stringContaining(`cannot be read in ${place} a reminder may be sent twice`)
    expect(check).toMatchObject({ state: 'warning', what })
  })

  it.each([
    [undefined, 'the first run makes it'],
    [ACK, 'it is sound'],
    [`${ACK}{"kind":"ack","at`, 'the next run sees to what a crash cut off'],
  ])('is in order as %j, because %s', async (text, _because) => {
    const files = text === undefined ? {} : { 'r.ndjson': text }
    expect((await reminders(config('r.ndjson'), { files })).check).toMatchObject({ state: 'ok' })
  })
})

describe('a program of the channel `command`', () => {
  const files = { 'bin/desk': '', 'tools/desk.exe': '' }
  const windows = 'C:/repository'

  it.each<[string, World, string, string]>([
    ['/nowhere/y', {}, 'failure', 'there is none'],
    ['bin', {}, 'failure', 'no folder of PATH has it'],
    ['./bin', {}, 'failure', 'it is a folder'],
    ['bin/desk', {}, 'ok', 'it is there, from the working folder'],
    ['desk', {}, 'ok', 'a folder of PATH has it'],
    ['desk', { env: { PATH: '/usr/bin' } }, 'failure', 'no folder of PATH has it'],
    ['desk', { env: {} }, 'ok', 'nobody says where programs are'],
    ['tools\\desk', { cwd: windows, env: { PATH: 'C:/none' } }, 'ok', 'Windows adds the ending'],
    ['tools\\other', { cwd: windows, env: { PATH: 'C:/none' } }, 'failure', 'there is none'],
  ])('%s with %j: %s, because %s', async (program, world, state, _because) => {
    const around = { env: { PATH: '/usr/bin:/repository/bin' }, ...world, files }
    const { check } = await reminders(config('r.ndjson', program), around)
    expect(check).toMatchObject({ state })
    if (state === 'failure') {
      const what = `The program \`${program}\` does not exist, for command to desk.`
      expect(check).toMatchObject({ what, next: expect.stringContaining('`commands`') })
    }
  })

  it('that no recipient uses is nobody’s concern', async () => {
    const text = 'reminders: { ledger: r.ndjson, commands: { desk: [/nowhere/y] } }\n'
    expect((await reminders(text)).check).toMatchObject({ state: 'ok' })
  })

  it('stands after the ledger, and before the rules that match nothing', async () => {
    const text =
      'reminders: { ledger: none/r.ndjson, commands: { desk: [/nowhere/y] }, recipients: [{ to: desk, channel: command, owner: Nobody }] }\n'
    const { check } = await reminders(text)
    expect(check?.what).toMatch(/^The ledger .* no folder `none`, and 1 more\.$/)
    expect(check).toMatchObject({
      details: [
        expect.stringContaining('The ledger'),
        expect.stringContaining('The program'),
        expect.stringContaining('Nobody'),
      ],
    })
  })
})
