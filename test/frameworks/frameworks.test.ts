import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lastDayOf } from '../../src/assessment/last-day.ts'
import { dayOf, isoOf } from '../../src/calendar/day.ts'
import { workingDaysBy } from '../../src/calendar/working-days.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { readFramework } from '../../src/frameworks/read-framework.ts'

const folder = new URL('../../src/frameworks/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')

describe.each(files)('%s', (file) => {
  const { value, diagnostics } = readFramework(textOf(file), file)

  it('goes through the reader of a user’s own framework without a remark', () => {
    expect(diagnostics).toEqual([])
    expect(value?.id).toBe(file.replace('.yaml', ''))
  })

  it('is shipped as it stands', () => {
    expect(shippedFrameworks).toContainEqual(value)
  })

  it('names a source that somebody has looked at, and what it was seen to say, for every stage', () => {
    for (const { citation } of value?.stages ?? []) {
      expect(citation.url).toMatch(/^https?:\/\//)
      expect(citation.checked >= '2026-01-01').toBe(true)
      expect(citation.certain).toBeTruthy()
      expect(citation.inferred ?? citation.notFound).toBeTruthy()
    }
  })

  it('says from when a law sets the period, unless it is older than any record', () => {
    const old = ['local-government-ombudsman.yaml', 'public-interest-report.yaml']
    const ofALaw = value?.stages.filter(({ citation }) => citation.kind === 'primary') ?? []
    for (const { from } of ofALaw) expect(Boolean(from)).toBe(!old.includes(file))
  })
})

it('ships no more frameworks than there are files', () => {
  expect(shippedFrameworks).toHaveLength(files.length)
})

describe('what each framework asks for, for a report of Friday 12 January 2024', () => {
  it.each([
    [
      'ilacs-focused-visit',
      ['draft 2024-02-09', 'final 2024-04-23', 'report 2024-02-23'],
      '20 and 70 working days, and 30 for the report',
    ],
    ['ilacs-standard', ['final 2024-04-23', 'report 2024-02-23'], '70 working days, and 30'],
    ['ilacs-short', ['final 2024-04-23', 'report 2024-02-23'], 'likewise'],
    ['sif', ['final 2024-04-23', 'report 2024-02-23'], 'likewise'],
    ['jtai', ['final 2024-04-23', 'report 2024-02-23'], 'likewise'],
    ['area-send-2016', ['final 2024-04-23', 'report 2024-02-23'], 'likewise'],
    [
      'area-send-2023',
      ['final 2024-03-01', 'publish 2024-04-23'],
      '35 working days, and 70 to publish',
    ],
    ['hmicfrs', ['final 2024-03-07'], '56 calendar days beginning with publication'],
    ['iopc', ['final 2024-03-07'], '56 calendar days, likewise'],
    ['prevention-of-future-deaths', ['final 2024-03-08'], '56 calendar days of sending'],
    ['urgent-notification', ['final 2024-02-09'], '28 calendar days'],
    [
      'estyn',
      ['final 2024-02-09', 'copies 2024-01-16', 'statement 2024-01-26'],
      '20 working days since September 2014, and 2 and 10',
    ],
    ['school-causing-concern', ['final 2024-01-26'], '10 working days'],
    ['cqc-request', ['final 2024-02-09'], '28 calendar days'],
    ['local-government-ombudsman', ['final 2024-04-11'], 'three months beginning with receipt'],
    ['public-services-ombudsman-wales', ['final 2024-02-11'], 'one month, likewise'],
    ['public-interest-report', ['final 2024-02-11'], 'one month beginning with sending'],
  ])('%s: %j, because %s', (id, expected, _because) => {
    const framework = shippedFrameworks.find((shipped) => shipped.id === id)
    const days = workingDaysBy([])(framework?.calendar ?? 'scotland')
    const start = '2024-01-12'
    const dues = (framework?.stages ?? [])
      .filter(({ from = start, until = start }) => from <= start && start <= until)
      .map(
        (stage) =>
          `${stage.id} ${isoOf(lastDayOf(stage, framework ?? {}, dayOf(start), days).due)}`,
      )
    expect(dues).toEqual(expected)
  })
})

describe('a framework of a user’s own', () => {
  const text = textOf('estyn.yaml')

  it('may give a stage two rules, each for its own time', () => {
    expect(readFramework(text, 'own.yaml').value?.stages).toHaveLength(4)
  })

  it.each([
    [
      text.replace('until: 2014-08-31', 'until: 2014-09-01'),
      'duplicate-id',
      'both rules hold on 1 September 2014',
    ],
    [text.replace('unit: workingDays', 'unit: workdays'), 'not-allowed', 'there is no such unit'],
    [text.replace('count: 20', 'count: 0'), 'wrong-type', 'no period has 0 days'],
    [
      text.replace('calendar: england-and-wales', 'calendar: wales'),
      'not-allowed',
      'GOV.UK has no such division',
    ],
    [text.replace('kind: ', 'sort: '), 'unknown-key', 'the key is called kind'],
    [text.replace('after: final', 'after: draft'), 'no-earlier-stage', 'there is no draft'],
    [text.replace('after: final', 'after: copies'), 'no-earlier-stage', 'it would wait for itself'],
    [text.replace('    after: final\n', ''), 'no-earlier-stage', 'it does not say which'],
    [text.replace(/stages:[\s\S]*/, 'stages: []'), 'wrong-type', 'a framework demands something'],
  ])('%#: is refused with $1, because $2', (faulty, code, _because) => {
    const { value, diagnostics } = readFramework(faulty, 'own.yaml')
    expect(value).toBeUndefined()
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })
})
