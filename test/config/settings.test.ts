import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { dayOf, isoOf } from '../../src/calendar/day.ts'
import { workingDays } from '../../src/calendar/working-days.ts'
import { loadSettings, type Settings } from '../../src/config/settings.ts'
import { UsageError } from '../../src/diagnostics/failures.ts'
import { type MemoryFile, memoryHost } from '../helpers/memory-host.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

const framework = `id: our-service
title: Our own service reviews
calendar: england-and-wales
stages:
  - id: reply
    title: Reply to the reviewers
    period: { count: 5, unit: workingDays }
    clock: published
    firstDay: dayAfter
    required: always
    citation: { name: Our procedure, url: 'https://example.org', checked: 2024-01-01, kind: primary }
`

/** A list that keeps one more holiday than the shipped one: Monday 15 January 2024. */
const list = JSON.stringify({
  'england-and-wales': {
    division: 'england-and-wales',
    events: [
      { title: 'New Year’s Day', date: '2024-01-01', notes: '', bunting: true },
      { title: 'A day off', date: '2024-01-15', notes: '', bunting: true },
    ],
  },
})

describe('without a configuration', () => {
  it('the records are in plans/, the day is that of London, and the shipped rules hold', () => {
    const settings = load({})
    expect(settings).toMatchObject({ records: 'plans', root: '.', timeZone: 'Europe/London' })
    expect(settings).toMatchObject({ margins: {}, files: [] })
    expect(settings.frameworks.has('ilacs-focused-visit')).toBe(true)
    expect(fifthDay(settings)).toBe('2024-01-19')
  })
})

describe('the configuration', () => {
  it.each<[Record<string, string>, string | undefined, string, string]>([
    [{ 'plandue.yaml': 'records: here' }, undefined, 'here', 'it lies where plandue runs'],
    [
      { '../plandue.yaml': 'records: above' },
      undefined,
      '../above',
      'it lies above, and so do the records',
    ],
    [
      { 'plandue.yaml': 'records: here', '../plandue.yaml': 'records: above' },
      undefined,
      'here',
      'the nearest one counts',
    ],
    [
      { 'plandue.yaml': 'records: here', 'other.yaml': 'records: other' },
      'other.yaml',
      'other',
      'it was named',
    ],
    [
      { 'conf/a.yaml': 'records: ../audits' },
      'conf/a.yaml',
      'audits',
      'paths are relative to the file',
    ],
    [{ 'plandue.yaml': 'x-owner: us' }, undefined, 'plans', 'what is left out is as usual'],
  ])('of %j, named %s, puts the records into %s, because %s', (files, named, records) => {
    expect(load(files, named).records).toBe(records)
  })

  it.each<[string, (settings: Settings) => unknown, unknown, string]>([
    ['records: audits/2024', ({ records }) => records, 'audits/2024', 'another folder'],
    ['timeZone: Pacific/Apia', ({ timeZone }) => timeZone, 'Pacific/Apia', 'another day'],
    [
      'margins: { final: 15, action: 0 }',
      ({ margins }) => margins,
      { final: 15, action: 0 },
      'other margins',
    ],
    ['calendars: [list.json]', fifthDay, '2024-01-22', 'a holiday more, so a day later'],
    [
      'frameworks: [ours.yaml]',
      ({ frameworks }) => frameworks.get('our-service')?.title,
      'Our own service reviews',
      'a framework more',
    ],
    [
      'calendars: [list.json]\nframeworks: [ours.yaml]',
      ({ files }) => files,
      ['plandue.yaml', 'list.json', 'ours.yaml'],
      'none of them is a record',
    ],
  ])('%s changes the result: $3', (config, result, expected, _because) => {
    const others = { 'list.json': list, 'ours.yaml': framework }
    expect(result(load({ 'plandue.yaml': config, ...others }))).toEqual(expected)
    expect(result(load({ 'plandue.yaml': 'x-a: b', ...others }))).not.toEqual(expected)
  })

  it('names lists of which the last counts that covers a year', () => {
    const usual = list.replace('2024-01-15', '2024-03-29')
    const files = { 'list.json': list, 'usual.json': usual }
    expect(fifthDay(load({ ...files, 'plandue.yaml': 'calendars: [list.json, usual.json]' }))).toBe(
      '2024-01-19',
    )
    expect(fifthDay(load({ ...files, 'plandue.yaml': 'calendars: [usual.json, list.json]' }))).toBe(
      '2024-01-22',
    )
  })
})

describe('a configuration that cannot be used', () => {
  it.each([
    ['timeZone: UK', '1:11', 'use `Europe/London`', 'people call it so'],
    [
      'timeZone: europe/london',
      '1:11',
      'did you mean `Europe/London`?',
      'TZ takes the case seriously',
    ],
    ['timeZone: Mars/Phobos', '1:11', undefined, 'nobody knows what was meant'],
    ['reminders:\n  before: 10, 5', '2:11', 'write `[10, 5]`', 'two numbers are a list'],
    ['reminders:\n  before: 10', '2:11', 'write `[10]`', 'one number is a list too'],
    ['reminders:\n  onClosedDays: yes', '2:17', 'write `true`', 'YAML 1.1 took it for true'],
    ['reminders:\n  onClosedDays: Off', '2:17', 'write `false`', 'and this for false'],
    ['reminders:\n  onClosedDays: maybe', '2:17', undefined, 'it may mean either'],
    ['calendars: list.json', '1:12', 'write `[list.json]`', 'one name is a list too'],
  ])('%j at %s: %s, because %s', (config, at, hint, _because) => {
    const { diagnostics } = refusal({ 'plandue.yaml': config })
    const [line, column] = at.split(':').map(Number)
    expect(diagnostics.find((one) => one.line === line && one.column === column)?.hint).toBe(hint)
  })

  it.each<[string, Record<string, MemoryFile>, string[], string]>([
    ['colour: red', {}, ['unknown-key'], 'plandue has no such setting'],
    ['timezone: Europe/London', {}, ['unknown-key'], 'the z is a capital one'],
    ['margins: { final: -1 }', {}, ['wrong-type'], 'no margin is less than nothing'],
    ['margins: { final: soon }', {}, ['wrong-type'], 'a margin is a number'],
    ['records: [a, b]', {}, ['wrong-type'], 'there is one folder of records'],
    ['calendars: list.json', {}, ['wrong-type'], 'there may be several lists'],
    ['- a', {}, ['wrong-type'], 'it is a map'],
    ['records: "a', {}, ['yaml-syntax'], 'it is not YAML'],
    [
      'frameworks: [a.yaml]',
      { 'a.yaml': 'id: ours' },
      ['missing-key', 'missing-key', 'missing-key'],
      'three keys are missing',
    ],
    [
      'frameworks: [a.yaml]',
      { 'a.yaml': framework.replace('reply', 'Our Reply') },
      ['wrong-form'],
      'an id has no blanks',
    ],
    [
      'frameworks: [a.yaml]',
      { 'a.yaml': framework.replace('workingDays', 'weeks') },
      ['not-allowed'],
      'there is no such unit',
    ],
    [
      'frameworks: [a.yaml]',
      { 'a.yaml': framework.replace('primary', 'hearsay') },
      ['not-allowed'],
      'there is no such source',
    ],
    [
      'frameworks: [a.yaml]',
      { 'a.yaml': framework + stageOf(framework) },
      ['duplicate-id'],
      'two rules for one stage hold at once',
    ],
    [
      'frameworks: [a.yaml]',
      { 'a.yaml': framework.replace(/stages:[\s\S]*/, 'stages: []') },
      ['wrong-type'],
      'a framework demands something',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': '{}' },
      ['missing-key'],
      'a list has at least one division',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': list.replace('2024-01-15', '15/01/2024') },
      ['not-a-date'],
      'a date has one form only',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': '{"wales": {"events": []}}' },
      ['missing-key', 'unknown-key'],
      'there is no such division',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': '{"scotland": {"events": []}}' },
      ['wrong-type'],
      'no bank holidays at all is probably a slip',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': '<html>' },
      ['wrong-type'],
      'a page was saved in its stead',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': { problem: { kind: 'denied' } } },
      ['unreadable'],
      'nobody lets plandue in',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': `"${'a'.repeat(2_000_000)}"` },
      ['too-large'],
      'no list is so long',
    ],
    [
      'calendars: [a.json]',
      { 'a.json': { problem: { kind: 'notAFile' } } },
      ['not-a-file'],
      'a pipe could keep it waiting for ever',
    ],
    ['calendars: [a.json]', { 'a.json': { link: 'a.json' } }, ['link-loop'], 'it leads to itself'],
  ])('%j is refused with its diagnostics, because $3', (config, files, codes, _because) => {
    const { diagnostics } = refusal({ 'plandue.yaml': config, ...files })
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(codes)
  })

  it.each<[MemoryFile, string, string]>([
    [
      `"${'a'.repeat(2_000_000)}"`,
      'has 1.9 MB, more than the 1 MB that such a file may have',
      'check that it is the file that was meant',
    ],
    [
      { problem: { kind: 'notAFile' } },
      'is not a file',
      'put a file of text in its place, or name another one',
    ],
    ['# later', 'has no content', 'write what it is for, or delete its name where it is named'],
  ])('is told so in words for no record: %#', (list, message, hint) => {
    const files = { 'plandue.yaml': 'calendars: [a.json]', 'a.json': list }
    expect(refusal(files).diagnostics).toMatchObject([{ message, hint }])
  })

  it.each([
    ['gone.yaml', 'broken-link', 'it leads nowhere'],
    ['plandue.yaml', 'link-loop', 'it leads back to itself'],
  ])('is not passed over where it is a link to %s: %s, because %s', (link, code, _because) => {
    expect(refusal({ 'plandue.yaml': { link } }).diagnostics).toMatchObject([{ code }])
  })

  it.each<[Record<string, MemoryFile>, string | undefined, string]>([
    [{}, 'plandue.yaml', 'the named file is not there'],
    [{ 'plandue.yaml': 'frameworks: [gone.yaml]' }, undefined, 'a framework is not there'],
    [{ 'plandue.yaml': 'calendars: [gone.json]' }, undefined, 'a list is not there'],
    [
      { 'plandue.yaml': 'frameworks: [a.yaml]', 'a.yaml': framework.replace('our-service', 'sif') },
      undefined,
      'plandue ships a framework of that name',
    ],
    [
      { 'plandue.yaml': 'frameworks: [a.yaml, a.yaml]', 'a.yaml': framework },
      undefined,
      'one is named twice',
    ],
    [
      { 'plandue.yaml': 'calendars: [../secret.json]', '../secret.json': list },
      undefined,
      'what is outside is not read',
    ],
    [
      { 'plandue.yaml': 'calendars: [../repository-2/a.json]', '../repository-2/a.json': list },
      undefined,
      'a name that begins alike is outside, too',
    ],
    [
      {
        'plandue.yaml': 'calendars: [a.json]',
        'a.json': { link: '../secret.json' },
        '../secret.json': list,
      },
      undefined,
      'a link leads outside',
    ],
  ])('%j, named %s, is refused, because %s', (files, named) => {
    expect(refusal(files, named).message).not.toBe('')
  })

  it('may name what lies beside its folder, as long as that is in the repository', () => {
    const files = {
      '.git': 'here',
      'conf/plandue.yaml': 'calendars: [../list.json]',
      'list.json': list,
    }
    expect(fifthDay(load(files, 'conf/plandue.yaml'))).toBe('2024-01-22')
  })
})

describe('a framework of your own', () => {
  const ours = record().replace('ilacs-focused-visit', 'our-service')
  const world = {
    'plandue.yaml': 'frameworks: [ours.yaml]',
    'ours.yaml': framework,
    'plans/a.yaml': ours,
  }

  it('is used like one that is shipped, and is no record itself', async () => {
    const { exitCode, out } = await plandue(['check', '-f', 'json'], {
      files: world,
      today: '2024-01-15',
    })
    const { items } = JSON.parse(out)
    expect(items).toMatchObject([{ id: 'a#reply', due: '2024-01-19', basis: 'published' }])
    expect(exitCode).toBe(0)
  })

  it('is no record, even if it lies among them', async () => {
    const files = {
      'plandue.yaml': 'records: .\nframeworks: [ours.yaml]',
      'ours.yaml': framework,
      'a.yaml': ours,
    }
    const { exitCode, out } = await plandue(['check', '-f', 'json'], { files, today: '2024-01-15' })
    expect(JSON.parse(out).summary.records).toBe(1)
    expect(exitCode).toBe(0)
  })
})

describe('a refused configuration on the command line', () => {
  it('ends the run with the exit code for it, says what is wrong, and reports nothing', async () => {
    const files = { 'plandue.yaml': 'colour: red', 'plans/a.yaml': record() }
    const { exitCode, out, err } = await plandue(['check'], { files })
    expect(exitCode).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('plandue.yaml:1:1: error unknown-key')
  })
})

function load(files: Record<string, MemoryFile>, named?: string): Settings {
  return loadSettings(named, memoryHost({ files }).host)
}

/** Why a configuration is refused. */
function refusal(files: Record<string, MemoryFile>, named?: string): UsageError {
  try {
    load(files, named)
  } catch (failure) {
    if (failure instanceof UsageError) return failure
    throw failure
  }
  throw new Error('the configuration was not refused')
}

/** The fifth working day after Friday 12 January 2024. */
function fifthDay({ bankHolidayLists }: Settings): string {
  const days = workingDays(bankHolidays('england-and-wales', bankHolidayLists))
  return isoOf(days.add(dayOf('2024-01-12'), 5))
}

function stageOf(text: string): string {
  return text.slice(text.indexOf('  - id:'))
}
