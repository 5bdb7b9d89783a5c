import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'

const files = { 'plans/a.yaml': 'authority: A\nframework: sif\nreceived: 2024-01-12\n' }

describe('a wrong command line', () => {
  it.each([
    [['due'], 'plandue: <date> is missing\nSee plandue due --help\n'],
    [
      ['extend', 'a#final'],
      'plandue: --to is required: give --to <date>\nSee plandue extend --help\n',
    ],
    [['check', '-o'], 'plandue: --output needs a value: <file>\nSee plandue check --help\n'],
    [
      ['check', '--quite'],
      'plandue: there is no option --quite; did you mean --quiet?\nSee plandue check --help\n',
    ],
    [['check', '--xyzzy'], 'plandue: there is no option --xyzzy\nSee plandue check --help\n'],
    [
      ['due', 'today', 'tomorrow'],
      'plandue: too many words: due takes 1 of them, but got 2\nSee plandue due --help\n',
    ],
    [
      ['due', 'today', '-f', 'sarif'],
      'plandue: --format cannot be `sarif`: use one of table, plain, json, html\nSee plandue due --help\n',
    ],
    [
      ['schema', 'recrod'],
      'plandue: <kind> cannot be `recrod`: did you mean `record`?\nSee plandue schema --help\n',
    ],
    [
      ['check', '--today', '12/01/2024'],
      'plandue: --today cannot be `12/01/2024`. Did you mean 2024-01-12?\nSee plandue check --help\n',
    ],
    [
      ['calendar', '24'],
      'plandue: <year> cannot be `24`. Expected one like 2027.\nSee plandue calendar --help\n',
    ],
    [
      ['due', 'today', '-f', '\u001b[2J\ud800\r\n::error::x'],
      'plandue: --format cannot be `\ufffd[2J\ufffd : :error: :x`: use one of table, plain, json, html\nSee plandue due --help\n',
    ],
    [
      ['check', '--xy\u001bzzy'],
      'plandue: there is no option --xy\ufffdzzy\nSee plandue check --help\n',
    ],
  ])('%j is answered by %j', async (args, message) => {
    expect(await plandue(args, { files })).toMatchObject({ exitCode: 2, out: '', err: message })
  })
})

describe('today and yesterday', () => {
  const world = { files, today: '2024-03-04' }

  it.each([
    [['check', '--today', 'yesterday', '-f', 'json'], '"today": "2024-03-03"', 'a report'],
    [['explain', 'today', '-f', 'json'], '"date": "2024-03-04"', 'a day to explain'],
    [
      ['explain', 'yesterday', '--today', '2024-02-02', '-f', 'json'],
      '"date": "2024-02-01"',
      'as at',
    ],
    [['submit', 'a#final', '--on', 'yesterday', '--dry-run'], 'submitted: 2024-03-03', 'an edit'],
    [
      ['submit', 'a#final', '--on', 'today', '--today', 'yesterday', '--dry-run'],
      'submitted: 2024-03-03',
      'today is the day of the report',
    ],
    [['receive', 'a', '--on', 'Yesterday', '--force', '--dry-run'], 'received: 2024-03-03', 'case'],
    [['forecast', '--until', 'today', '-f', 'json'], '"until": "2024-03-04"', 'an end'],
    [['due', 'yesterday', '-f', 'json'], '"date": "2024-03-03"', 'an argument'],
  ])('%j says %s: it is %s', async (args, said, _what) => {
    expect((await plandue(args, world)).out).toContain(said)
  })

  it('are those of the configured time zone', async () => {
    const zones: string[] = []
    const { memoryHost } = await import('../../helpers/memory-host.ts')
    const { run } = await import('../../../src/main.ts')
    const { host } = memoryHost({
      ...world,
      files: { ...files, 'plandue.yaml': 'timeZone: Pacific/Apia\n' },
    })
    const watched = {
      ...host,
      today: (zone: string) => {
        zones.push(zone)
        return host.today(zone)
      },
    }
    expect(await run(['check', '--today', 'yesterday'], watched)).toBe(0)
    expect(zones).toContain('Pacific/Apia')
  })

  it('reach the commands of a command', async () => {
    const reminders = 'reminders: { ledger: told.ndjson }\n'
    const told = { ...world, files: { ...files, 'plandue.yaml': reminders } }
    expect((await plandue(['remind', 'log', '--since', 'today'], told)).exitCode).toBe(0)
    expect((await plandue(['remind', '--today', 'yesterday', 'log'], told)).exitCode).toBe(0)
  })

  it('of a text are the text', async () => {
    const { out } = await plandue(
      ['close', 'a#final', '--reason', 'today', '--on', 'today', '--dry-run'],
      world,
    )
    expect(out).toContain('reason: today')
  })
})

describe('messages on a terminal', () => {
  it('break between words, and go on under what they say', async () => {
    const text = 'authority: A\nframework: sif\nreceived: 2024-01-12\nactoins: []\n'
    const { err } = await plandue(['check'], { files: { 'plans/a.yaml': text }, columns: 60 })
    expect(err).toContain('plans/a.yaml:4:1: error unknown-key: `actoins` is not a key\nof ')
    expect(err).toContain('    4 | actoins: []\n      | ^^^^^^^\n')
    for (const line of err.split('\n')) expect(line.length).toBeLessThanOrEqual(60)
  })

  it('stay whole lines elsewhere, for programs', async () => {
    const { err } = await plandue(['due', 'x'.repeat(100)], { files })
    expect(err.split('\n')).toHaveLength(2)
  })
})
