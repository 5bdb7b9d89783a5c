import { describe, expect, it } from 'vitest'
import { shippedFrameworks } from '../../../src/frameworks/index.ts'
import { plandue } from '../../helpers/plandue.ts'

const due = (args: string[], world: Parameters<typeof plandue>[1] = {}) =>
  plandue(['due', ...args], world)

describe('plandue due', () => {
  it('tells the dates of one framework, in the documented shape', async () => {
    const { exitCode, out } = await due([
      '2024-01-12',
      '--framework',
      'ilacs-focused-visit',
      '-f',
      'json',
    ])
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      framework: 'ilacs-focused-visit',
      clock: 'received',
      date: '2024-01-12',
      stages: [
        {
          stage: 'draft',
          due: '2024-02-09',
          provisional: false,
          workingDaysLeft: 4,
          calendarDaysLeft: 4,
        },
        { stage: 'final', due: '2024-04-23', provisional: false },
      ],
    })
  })

  it.each([
    ['estyn', false, 'the holidays of its school may make the date later'],
    ['hmicfrs', null, 'they do not matter'],
  ])('says of %s that the school holidays are known: %s, because %s', async (id, known, _why) => {
    const { out } = await due(['2025-03-24', '--framework', id, '-f', 'json'])
    expect(JSON.parse(out).stages[0].schoolHolidaysKnown).toBe(known)
  })

  it('tells those of every framework if none is named', async () => {
    const { out } = await due(['2024-01-12', '-f', 'json'])
    const { frameworks } = JSON.parse(out)
    expect(frameworks.map(({ framework }: { framework: string }) => framework)).toEqual(
      shippedFrameworks.map(({ id }) => id),
    )
  })

  it.each([
    ['2018-07-31', ['final'], 'the draft was not demanded before August 2018'],
    ['2018-08-01', ['draft', 'final'], 'since then it has been'],
  ])('%s: %j, because %s', async (date, stages, _because) => {
    const { out } = await due([date, '--framework', 'ilacs-focused-visit', '-f', 'json'])
    expect(JSON.parse(out).stages.map(({ stage }: { stage: string }) => stage)).toEqual(stages)
  })

  it('marks what is counted with bank holidays that are not official yet', async () => {
    const args = ['2028-12-04', '--framework', 'estyn']
    expect((await due([...args, '-f', 'table'])).out).toContain('Thu 4 Jan 2029')
    expect((await due([...args, '-f', 'plain'])).out).toContain(
      'Thursday 4 January 2029: 1243 working days left, final, Post-inspection action plan, 20 working days from receipt, provisional, leaving out',
    )
    expect((await due(['2028-12-04', '-f', 'plain'])).out).toContain(
      'Estyn, school inspection: final, Thursday 4 January 2029, 20 working days, provisional',
    )
    expect(JSON.parse((await due([...args, '-f', 'json'])).out).stages[0].provisional).toBe(true)
  })

  it('counts what is left as at a day', async () => {
    const left = async (today: string) =>
      (await due(['2024-01-12', '--framework', 'sif', '-f', 'plain', '--today', today])).out
    expect(await left('2024-04-22')).toContain('1 working day left,')
    expect(await left('2024-04-23')).toContain('due today,')
    expect(await left('2024-04-24')).toContain('1 working day ago,')
  })

  it('says less when quiet, and where the rule stands when verbose', async () => {
    const args = ['2024-01-12', '--framework', 'hmicfrs', '-f', 'table']
    expect((await due([...args, '-q'])).out).not.toContain('Due for a letter or report')
    expect((await due([...args, '-v'])).out).toContain('Rule: Police Act 1996')
    expect((await due(args)).out).not.toContain('Rule:')
  })

  it('says that publication may be too late a start where receipt starts the clock', async () => {
    const text = async (id: string) =>
      (await due(['2024-01-12', '--framework', id, '-f', 'plain'])).out
    expect(await text('sif')).toContain('up to 8 working days earlier')
    expect(await text('hmicfrs')).not.toContain('earlier')
  })

  it('knows a framework of the user’s own, with a calendar of its own', async () => {
    const own = `id: our-own
title: Our own
calendar: scotland
stages:
  - id: final
    title: Answer
    period: { count: 1, unit: workingDays }
    clock: visited
    firstDay: dayAfter
    required: always
    citation: { name: A letter, url: https://example.org, checked: 2026-11-21, kind: primary }
`
    const files = { 'plandue.yaml': 'frameworks: [own.yaml]\n', 'own.yaml': own }
    const { out } = await due(['2026-06-12', '--framework', 'our-own', '-f', 'json'], { files })
    expect(JSON.parse(out)).toMatchObject({ clock: 'visited', stages: [{ due: '2026-06-16' }] })
  })

  it('is drawn a line a stage', async () => {
    const { out } = await due(['today'], { today: '2024-03-04', columns: 80 })
    await expect(out).toMatchFileSnapshot('golden/today.txt')
  })

  it.each([
    ['today', 'Monday 5 February 2024', 'it is the day of the test'],
    ['Yesterday', 'Sunday 4 February 2024', 'case makes no difference'],
    ['1/3/2024', 'Friday 1 March 2024', 'the day comes first, and is said back'],
    ['12 jan', 'Friday 12 January 2024', 'it is the last one'],
  ])('%s on a terminal is %s, because %s', async (day, words, _because) => {
    expect((await due([day], { columns: 80 })).out).toContain(`received on ${words}\n`)
  })

  it('says what is wrong with a day on a terminal', async () => {
    const { err, exitCode } = await due(['31/2/2024'], { columns: 80 })
    expect(err).toContain('<date> cannot be `31/2/2024`. February 2024 has 29 days.')
    expect(exitCode).toBe(2)
  })

  it('gives one framework the titles of its stages, and a reason for each date', async () => {
    const args = ['2024-02-20', '--framework', 'ilacs-focused-visit', '-f', 'plain']
    expect((await due(args)).out).toContain(
      'Draft action plan, 20 working days from receipt\nMonday 3 June 2024: 81 working days left, final, Final action plan, 70 working days from receipt, leaving out Good Friday, Easter Monday, Early May bank holiday and Spring bank holiday',
    )
  })

  it.each([
    [['12/01/2024'], 'Did you mean 2024-01-12?'],
    [['2024-02-30'], 'There is no such day in the calendar.'],
    [['2150-01-01'], 'The year must lie between 1950 and 2099.'],
    [['soon'], 'Expected a date like 2024-01-12'],
    [['2024-01-12', '--framework', 'ilacs-focused'], 'did you mean `ilacs-focused-visit`?'],
    [[], '<date> is missing'],
  ])('refuses %j', async (args, message) => {
    expect(await due(args)).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining(message),
    })
  })
})
