import { spawnSync } from 'node:child_process'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plandue } from '../helpers/plandue.ts'
import { plandueIn, type Repository, repository } from '../helpers/repository.ts'
import { scenarios } from './scenarios.ts'

/** What two readers make of an event. */
type Read = {
  uid: string
  from: string
  to: string
  title: string
  sequence: number
  status: string
}

function readByIcalJs(text: string): Read[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => {
    const value = (name: string) => event.getFirstPropertyValue(name)
    return {
      uid: String(value('uid')),
      from: String(value('dtstart')),
      to: String(value('dtend')),
      title: String(value('summary')),
      sequence: Number(value('sequence')),
      status: String(value('status')),
    }
  })
}

/** Debian's interpreter, for which Debian's package is. */
const PYTHON = '/usr/bin/python3'

const READER = `
import json, sys
from icalendar import Calendar
events = Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT')
print(json.dumps([{
  'uid': str(e['UID']), 'from': e['DTSTART'].dt.isoformat(), 'to': e['DTEND'].dt.isoformat(),
  'title': str(e['SUMMARY']), 'sequence': int(e['SEQUENCE']), 'status': str(e['STATUS']),
} for e in events]))`

function readByPython(text: string, timeZone: string): Read[] {
  const env = { ...process.env, TZ: timeZone, PYTHONIOENCODING: 'utf-8' }
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', READER], {
    input: text,
    env,
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

const isThere = spawnSync(PYTHON, ['-c', 'import icalendar']).status === 0
const isNoted = isThere ? '' : ' (skipped: python3-icalendar is not installed)'
const mayBeSkipped = process.env['CI'] === undefined && !isThere

const calendarOf = async (scenario: string, more: string[] = []) => {
  const world = scenarios[scenario]
  const args = ['check', '-f', 'ics', '--today', world?.today ?? '', ...more]
  return (await plandue(args, world ?? {})).out
}

describe.each(Object.keys(scenarios))('the calendar of the scenario %s', (scenario) => {
  const inZones = describe.skipIf(mayBeSkipped)
  inZones.each(['Europe/London', 'America/New_York', 'Pacific/Apia'])(`in %s${isNoted}`, (zone) => {
    it('has the same days for two readers that know nothing of each other', async () => {
      const text = await calendarOf(scenario)
      expect(readByPython(text, zone)).toEqual(readByIcalJs(text))
    })
  })

  it('has lines of at most 75 octets, each with CRLF', async () => {
    const text = await calendarOf(scenario, ['--people'])
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([])
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  })

  it('begins each event on its due day and ends it before the next', async () => {
    for (const { from, to } of readByIcalJs(await calendarOf(scenario))) {
      expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000)
    }
  })
})

describe('what is in it', () => {
  const record = `authority: Exampleshire, County of
framework: sif
received: 2024-01-12
actions:
  - { id: A1, title: "Recruit; then train", owner: Ada Lovelace, due: 2024-03-29, blocked: no money, }
`
  const world = { files: { 'plans/a.yaml': record }, today: '2024-02-05' }
  const calendar = async (args: string[], more: Record<string, string> = {}) => {
    const { out } = await plandue(['check', '-f', 'ics', ...args], {
      ...world,
      files: { ...world.files, ...more },
    })
    return out.replaceAll('\r\n ', '')
  }

  it.each([
    [[], /Ada Lovelace|no money/, false, 'a calendar is often published'],
    [['--people'], /Owner: Ada Lovelace\\nBlocked: no money/, true, 'it was asked for'],
    [[], /SUMMARY:Exampleshire\\, County of: Recruit\\; then train due/, true, 'texts are escaped'],
    [[], /Friday 29 March 2024 is not a working day: the last one/, true, 'Good Friday'],
    [['--owner', 'Nobody else'], /BEGIN:VEVENT/, false, 'a calendar of somebody else'],
    [
      ['--authority', 'Exampleshire, County of'],
      /UID:a#final@plandue/,
      true,
      'one of the authority',
    ],
    [[], /URL/, false, 'nobody said where records are to be seen'],
  ])('with %j matches %s: %s, because %s', async (args, pattern, expected) => {
    // A filter that matches nothing is refused, and nothing is written.
    expect(pattern.test(await calendar(args))).toBe(expected)
  })

  it('links to the record by the template of the configuration', async () => {
    const link = 'https://example.org/a;b,c/{file}#L{line}'
    const config = { 'plandue.yaml': `reminders: { ledger: sent.ndjson, link: "${link}" }\n` }
    expect(await calendar([], config)).toContain(
      'URL;VALUE=URI:https://example.org/a%3Bb%2Cc/plans/a.yaml#L5',
    )
  })

  it('has the steps on the way as events of their own, cancelled when they are done', async () => {
    const steps = `governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 10 }
    - { id: council, title: Full council, workingDaysBefore: 5 }
`
    const files = {
      'plandue.yaml': steps,
      'plans/a.yaml': `${record}plan: { final: { steps: { board: { done: 2024-02-01 } } } }\n`,
    }
    const text = await calendar([], files)
    const events = readByIcalJs(text).filter(({ uid }) => uid.startsWith('a#final-'))
    expect(events).toMatchObject([
      { uid: 'a#final-board@plandue', status: 'CANCELLED' },
      { uid: 'a#final-council@plandue', from: '2024-04-16', status: 'CONFIRMED' },
    ])
  })
})

describe('a calendar that is made again and again', () => {
  const letter = (lines = '') => `authority: A\nframework: sif\nreceived: 2024-01-12\n${lines}`
  let repo: Repository
  beforeEach(() => {
    repo = repository()
    repo.init()
    repo.commit('2024-01-15', { 'plans/a.yaml': letter() })
  })
  afterEach(() => repo.remove())

  const calendar = async (today: string) => {
    const args = ['check', '-f', 'ics', '--today', today]
    return (await plandueIn(repo.folder, args)).out
  }
  const final = async (today: string) => readByIcalJs(await calendar(today))[0]

  it('is the same to the byte while nothing has changed', async () => {
    expect(await calendar('2024-02-05')).toBe(await calendar('2024-02-05'))
    expect(await calendar('2024-02-05')).toContain('DTSTAMP:20240115T120000Z')
  })

  it('moves the event when the date moves, and counts its editions', async () => {
    const before = await final('2024-02-05')
    const extension = 'plan: { final: { extensions: [{ to: 2024-05-10 }] } }\n'
    repo.commit('2024-02-06', { 'plans/a.yaml': letter(extension), 'README.md': 'Plans\n' })
    repo.commit('2024-02-07', { 'README.md': 'Our plans\n' })
    expect(before).toMatchObject({ uid: 'a#final@plandue', from: '2024-04-23', sequence: 1 })
    expect(await final('2024-02-08')).toMatchObject({
      uid: 'a#final@plandue',
      from: '2024-05-10',
      sequence: 2,
    })
  })

  it.each([
    ['2024-04-02', ['CANCELLED'], 'it was sent'],
    ['2024-05-31', ['CANCELLED'], '60 days ago, and calendars are slow to look'],
    ['2024-06-01', [], '61 days ago'],
  ])('on %s is %j, because %s', async (today, expected) => {
    repo.commit('2024-04-01', {
      'plans/a.yaml': letter('plan: { final: { submitted: 2024-04-01 } }\n'),
    })
    expect(readByIcalJs(await calendar(today)).map(({ status }) => status)).toEqual(expected)
  })

  it('has the number 0 and the last past day of the record where there is no history', async () => {
    const files = { 'plans/a.yaml': letter() }
    const { out } = await plandue(['check', '-f', 'ics', '--today', '2024-02-05'], { files })
    expect(out).toContain('SEQUENCE:0\r\nDTSTAMP:20240112T000000Z\r\n')
  })
})
