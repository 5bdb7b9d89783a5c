import { describe, expect, it } from 'vitest'
import { bankHolidays, SHIPPED_LIST } from '../../../src/calendar/bank-holidays.ts'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import type { Division } from '../../../src/calendar/division.ts'
import { workingDays } from '../../../src/calendar/working-days.ts'
import { bankHolidaysFinding } from '../../../src/commands/doctor/bank-holidays.ts'
import { configurationFinding } from '../../../src/commands/doctor/configuration.ts'
import { exitCodeFor, finding, type State } from '../../../src/commands/doctor/finding.ts'
import { quietRecordsFinding, recordsFinding } from '../../../src/commands/doctor/records.ts'
import { hasSchedule, repositoryFinding } from '../../../src/commands/doctor/repository.ts'
import { scheduleFinding } from '../../../src/commands/doctor/schedule.ts'
import {
  type Heartbeat,
  heartbeatText,
  readHeartbeat,
} from '../../../src/workspace/heartbeat-file.ts'
import { isoDate } from '../../helpers/memory-host.ts'

const days = workingDays(bankHolidays('england-and-wales'))

const heartbeat = (ranAt: string): Heartbeat => ({
  plandue: '0.1.0',
  ranAt: isoDate(ranAt),
  today: isoDate(ranAt),
  exitCode: 1,
  records: 3,
  items: 5,
})

describe('a heartbeat', () => {
  it('is read as it was written', () => {
    expect(readHeartbeat(heartbeatText(heartbeat('2024-02-05')))).toEqual(heartbeat('2024-02-05'))
  })

  it.each([
    ['', 'it is empty'],
    ['authority: Leeds City Council\nframework: sif\n', 'it is a record'],
    ['[1]', 'it is no map'],
    [heartbeatText(heartbeat('2024-02-05')).replace('2024-02-05', '05/02/2024'), 'its day is none'],
    [
      heartbeatText(heartbeat('2024-02-05')).replace('"exitCode": 1', '"exitCode": 2'),
      'that run did not do its work',
    ],
    [heartbeatText(heartbeat('2024-02-05')).slice(0, -10), 'its end is missing'],
  ])('is not %j, because %s', (text, _because) => expect(readHeartbeat(text)).toBeUndefined())

  it('may keep what a later plandue adds', () => {
    const text = heartbeatText(heartbeat('2024-02-05')).replace('{', '{ "host": "cron",')
    expect(readHeartbeat(text)?.ranAt).toBe('2024-02-05')
  })
})

describe('the schedule', () => {
  const stateOn = (ranAt: string, today: string) => {
    const kept = { kind: 'kept', file: 'h.json', heartbeat: heartbeat(ranAt) } as const
    return scheduleFinding(kept, dayOf(today), days)
  }

  it.each<[string, string, State, string]>([
    ['2024-02-05', '2024-02-05', 'ok', 'it ran today'],
    ['2024-02-05', '2024-02-07', 'ok', 'it ran 2 working days ago'],
    ['2024-02-05', '2024-02-08', 'failure', 'it ran 3 working days ago'],
    ['2024-02-01', '2024-02-05', 'ok', 'a weekend is no silence'],
    ['2024-02-01', '2024-02-06', 'failure', 'behind the weekend it is'],
    ['2024-03-28', '2024-04-03', 'ok', 'Good Friday and Easter Monday are none either'],
    ['2024-03-28', '2024-04-04', 'failure', 'but the days behind them are'],
    ['2024-02-06', '2024-02-05', 'unknown', 'a report as at an earlier day cannot tell'],
  ])('with its last run on %s is, on %s, %s, because %s', (ranAt, today, state, _because) => {
    expect(stateOn(ranAt, today).state).toBe(state)
  })

  it('dies once, after two working days, whenever it stopped', () => {
    const first = dayOf('2024-01-01')
    for (let offset = 0; offset < 366; offset++) {
      const stopped = addDays(first, offset)
      const states = Array.from(
        { length: 14 },
        (_, later) => stateOn(isoOf(stopped), isoOf(addDays(stopped, later))).state,
      )
      const dead = states.indexOf('failure')
      expect(states.slice(0, dead).every((state) => state === 'ok')).toBe(true)
      expect(states.slice(dead).every((state) => state === 'failure')).toBe(true)
      expect(addDays(stopped, dead)).toBe(days.add(stopped, 3))
    }
  })

  it.each([
    [{ kind: 'nowhere' } as const, 'unknown', 'Set `heartbeat`'],
    [{ kind: 'missing', file: 'h.json' } as const, 'failure', '`plandue check --heartbeat`'],
    [{ kind: 'unreadable', file: 'h.json' } as const, 'failure', 'Delete it'],
  ])('with a heartbeat that is %j is %s, and says what to do', (kept, state, next) => {
    const found = scheduleFinding(kept, dayOf('2024-02-05'), days)
    expect(found.state).toBe(state)
    expect(found.next).toContain(next)
  })
})

describe('the bank holidays', () => {
  const found = (lastOfficial: string, lastDue: string | null, today: string) => {
    const division: Division = 'scotland'
    const due = lastDue === null ? null : isoDate(lastDue)
    const holidays = { ...bankHolidays(division), lastOfficial: dayOf(lastOfficial) }
    const reach = { holidays, lastDue: due }
    return bankHolidaysFinding([reach], dayOf(today))
  }

  it.each<[string, string | null, string, State, string]>([
    ['2026-12-26', null, '2025-12-26', 'ok', 'they reach a year from now'],
    ['2026-12-26', null, '2025-12-27', 'warning', 'they reach less than a year'],
    [
      '2026-12-26',
      '2026-08-28',
      '2025-01-01',
      'ok',
      'they reach 120 days beyond the last deadline',
    ],
    ['2026-12-26', '2026-08-29', '2025-01-01', 'warning', 'they reach 119 days'],
    ['2026-12-26', '2027-03-01', '2025-01-01', 'warning', 'a deadline lies behind them'],
  ])(
    'up to %s, with the last item due on %s, are on %s %s, because %s',
    (official, due, today, state, _because) => {
      const { state: found_, what } = found(official, due, today)
      expect(found_).toBe(state)
      expect(what).toContain('Scotland')
    },
  )

  const ours = { ...SHIPPED_LIST, source: 'our list', retrieved: '2027-01-04' }
  it.each([
    [[], false, 'all years rest on what plandue ships'],
    [[ours], true, 'all years rest on a list that was brought in'],
  ])('name the list of each year where one was brought in: %#', (lists, isNamed, _because) => {
    const holidays = bankHolidays('england-and-wales', lists)
    const { what } = bankHolidaysFinding([{ holidays, lastDue: null }], dayOf('2026-02-05'))
    expect(what.includes(': by our list; retrieved on Monday 4 January 2027.')).toBe(isNamed)
  })

  it('are told of each division', () => {
    const reach = (division: Division, lastOfficial: string) => ({
      holidays: { ...bankHolidays(division), lastOfficial: dayOf(lastOfficial) },
      lastDue: null,
    })
    const reaches = [reach('scotland', '2030-12-26'), reach('england-and-wales', '2024-12-26')]
    const { state, what, details } = bankHolidaysFinding(reaches, dayOf('2024-02-05'))
    expect(state).toBe('warning')
    expect(what).toMatch(/^England and Wales: [^.]* less than a year ahead\.$/)
    expect(details).toHaveLength(4)
  })
})

describe('records with an open item', () => {
  const touched: Record<string, string> = { 'a.yaml': '2024-01-01', 'b.yaml': '2024-02-20' }
  const lastTouched = (path: string) => (touched[path] ? isoDate(touched[path]) : undefined)
  const on = (today: string, files = ['a.yaml', 'b.yaml', 'new.yaml']) =>
    quietRecordsFinding(files, lastTouched, dayOf(today))

  it.each<[string, State, string[]]>([
    ['2024-02-29', 'ok', []],
    ['2024-03-01', 'warning', ['a.yaml: last changed on Monday 1 January 2024']],
    [
      '2024-04-20',
      'warning',
      [
        'a.yaml: last changed on Monday 1 January 2024',
        'b.yaml: last changed on Tuesday 20 February 2024',
      ],
    ],
  ])('are on %s %s: %j', (today, state, details) => {
    expect(on(today)).toMatchObject({ state, details })
  })

  it('are named, five of many', () => {
    const files = Array.from({ length: 7 }, (_, index) => `${index}.yaml`)
    const { what } = quietRecordsFinding(files, () => isoDate('2020-01-01'), dayOf('2024-01-01'))
    expect(what).toBe(
      '7 records with an open item; 7 unchanged for 60 days: 0.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml and 2 more.',
    )
  })

  it('are not known to be quiet without a history', () => {
    const found = quietRecordsFinding(['a.yaml'], 'No history.', dayOf('2024-02-05'))
    expect(found).toMatchObject({ state: 'unknown', what: 'No history.' })
  })
})

describe('the repository', () => {
  it.each<[string, State, string, string]>([
    ['2024-02-20', 'ok', '15 days are left', 'there is time'],
    ['2024-02-21', 'warning', '14 days are left, until Wednesday 6 March 2024', 'it is time'],
    ['2024-03-05', 'warning', '1 day is left', 'it is the last day'],
    ['2024-03-06', 'warning', 'that was on Wednesday 6 March 2024', 'it is too late'],
  ])(
    'with its last commit on 6 January 2024 is on %s %s: %s, because %s',
    (today, state, words, _because) => {
      const found = repositoryFinding(['w.yml'], { on: isoDate('2024-01-06') }, dayOf(today))
      expect(found.state).toBe(state)
      expect(found.what).toContain(words)
    },
  )

  it('has nothing to lose without a workflow that has a schedule', () => {
    expect(repositoryFinding([], 'No history.', dayOf('2024-02-05')).state).toBe('ok')
    expect(repositoryFinding(['w.yml'], 'No history.', dayOf('2024-02-05')).state).toBe('unknown')
  })

  it.each([
    ['on:\n  schedule:\n    - cron: x\n', true],
    ['on: { schedule: [{ cron: x }] }\n', true],
    ['"on":\n  "schedule":\n', true],
    ['on: push\n# schedule: none\n', false],
    ['on: push\njobs:\n  scheduled:\n', false],
  ])('has a schedule by %j: %s', (workflow, expected) => {
    expect(hasSchedule(workflow)).toBe(expected)
  })
})

describe('records and configuration', () => {
  it.each([
    [recordsFinding(1, 2, [], true), 'ok', '1 record with 2 items, no errors.'],
    [
      recordsFinding(3, 2, ['a.yaml'], false),
      'failure',
      '1 file with errors: deadlines may be missing.',
    ],
    [
      recordsFinding(3, 2, ['a.yaml'], true),
      'failure',
      '1 file with errors: no deadline is missing.',
    ],
    [
      recordsFinding(0, 0, [], true, 'there is no folder `plans`'),
      'failure',
      'There is no folder `plans`.',
    ],
    [configurationFinding(undefined, []), 'ok', 'There is no plandue.yaml, and none is needed.'],
    [configurationFinding('plandue.yaml', []), 'ok', '`plandue.yaml` is valid.'],
    [configurationFinding('plandue.yaml', ['one', 'two', 'three']), 'failure', 'one, and 2 more.'],
  ])('%#: are $1', (found, state, what) => expect(found).toMatchObject({ state, what }))
})

describe('the exit code', () => {
  it.each<[State[], boolean, 0 | 1]>([
    [['ok', 'unknown'], true, 0],
    [['warning'], false, 0],
    [['warning'], true, 1],
    [['ok', 'failure'], false, 1],
  ])('for %j, strict %s, is %i', (states, isStrict, exitCode) => {
    const findings = states.map((state) => finding('records', state, ''))
    expect(exitCodeFor(findings, isStrict)).toBe(exitCode)
  })
})
