import { describe, expect, it } from 'vitest'
import { textOf2029 } from '../../helpers/list.ts'
import { plandue } from '../../helpers/plandue.ts'

const config = `closures:
  - { from: 2024-12-24, to: 2025-01-01, title: Christmas closure }
  - { from: 2024-03-25, title: "Training\\e[31m day" }
`
const calendar = (args: string[], files: Record<string, string> = {}, columns?: number) =>
  plandue(['calendar', ...args], {
    files,
    today: '2024-02-05',
    ...(columns === undefined ? {} : { columns }),
  })
const shape = async (args: string[], files: Record<string, string> = {}) =>
  JSON.parse((await calendar([...args, '-f', 'json'], files)).out)

describe('plandue calendar', () => {
  it('lists the bank holidays of the year of today, if it is told no other', async () => {
    const { exitCode, out } = await calendar([])
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^Bank holidays in England and Wales, 2024\n/)
    expect(out).toContain('\nFriday 29 March 2024: Good Friday\n')
    expect((await calendar(['--today', '2026-01-01'])).out).toContain(', 2026\n')
    expect((await calendar(['2027', '--today', '2026-01-01'])).out).toContain(', 2027\n')
  })

  it.each([
    ['england-and-wales', 254, 8, '366 days less 52 weekends and 8 bank holidays'],
    ['scotland', 253, 9, 'of its nine days none is at a weekend'],
    ['northern-ireland', 252, 10, 'it keeps the most'],
  ])(
    'has in 2024 for %s %i working days and %i bank holidays: %s',
    async (division, days, count) => {
      const { workingDays, bankHolidays } = await shape(['2024', '--division', division])
      expect([workingDays, bankHolidays.length]).toEqual([days, count])
    },
  )

  it.each([
    ['2024-02-05', '2024-03-29', 'Good Friday, Friday 29 March 2024, after 38 working days'],
    ['2024-03-28', '2024-03-29', 'Good Friday, Friday 29 March 2024, after 0 working days'],
    ['2024-03-29', '2024-03-29', 'Good Friday, Friday 29 March 2024, today'],
    ['2024-03-30', '2024-04-01', 'Easter Monday, Monday 1 April 2024, after 0 working days'],
    ['2024-12-27', '2025-01-01', 'New Year’s Day, Wednesday 1 January 2025, after 2 working days'],
    [
      '2028-12-27',
      '2029-01-01',
      'New Year’s Day, Monday 1 January 2029, after 2 working days, provisional',
    ],
  ])('as at %s says that the next one is %s', async (today, date, words) => {
    expect(await shape(['2024', '--today', today])).toMatchObject({ nextBankHoliday: { date } })
    const { out } = await calendar(['2024', '--today', today])
    expect(out).toContain(`Next bank holiday: ${words}\n`)
  })

  it.each([
    [
      '2026',
      '2026-12-28',
      'Monday 28 December 2026: Boxing Day (substitute day)',
      'the list notes it',
    ],
    [
      '2032',
      '2032-12-28',
      'Tuesday 28 December 2032 (provisional): Boxing Day (substitute day)',
      'it is projected',
    ],
  ])('says of a day in %s that it is kept in place of another: %s', async (year, date, words) => {
    expect((await calendar([year])).out).toContain(`\n${words}\n`)
    const { bankHolidays } = await shape([year])
    const kept = bankHolidays.filter(({ substitute }: { substitute: boolean }) => substitute)
    expect(kept.map((day: { date: string }) => day.date)).toContain(date)
    expect((await calendar([year, '--today', date])).out).toContain('(substitute day), ')
  })

  it('says of a year after the official list that it is provisional', async () => {
    const { out } = await calendar(['2029'])
    expect(out).toContain('\nFriday 30 March 2029 (provisional): Good Friday\n')
    expect(out).toContain('Official: up to Tuesday 26 December 2028: this year is projected')
    expect(await shape(['2029'])).toMatchObject({
      official: false,
      lastOfficial: '2028-12-26',
      bankHolidays: Array(8).fill({ official: false }),
    })
  })

  it('takes a list of the repository into account, and says of each year where it comes from', async () => {
    const files = { 'plandue.yaml': 'calendars: [list.json]\n', 'list.json': textOf2029() }
    expect(await shape(['2029'], files)).toMatchObject({
      official: true,
      source: 'list.json',
      retrieved: null,
      lastOfficial: '2029-12-26',
    })
    expect(await shape(['2028'], files)).toMatchObject({
      official: true,
      source: expect.stringContaining('GOV.UK'),
      retrieved: '2026-08-21',
    })
  })

  it('draws the year for a terminal, with its marks and what they mean', async () => {
    const files = { 'plandue.yaml': config }
    const { out } = await calendar(['2024', '--today', '2024-02-05'], files, 80)
    expect(out).toContain('  12 13 14 15 16 17 18    11 12 13 14 15 16 17')
    expect(out).toMatch(/8 {2}9 10 11 12 13 14 {5}5t 6 {2}7/)
    expect(out).toContain('  25 26 27 28 29 30       23 24x25b26b27x28x29x\n')
    expect(out).toContain('25x26 27 28 29b30 31')
    expect(out).toContain('\n  x the authority is closed  b bank holiday  t today\n')
    const other = await calendar(['2023', '--today', '2024-02-05'], files, 80)
    expect(other.out).toContain('\n  b bank holiday\n')
  })

  it.each([40, 80, 120])('fits into %i columns', async (columns) => {
    const { out } = await calendar(['2030'], { 'plandue.yaml': config }, columns)
    expect(out.split('\n').filter((line) => line.length > columns)).toEqual([])
  })

  it('lists the closures of the year, inert, with the working days that they take', async () => {
    const files = { 'plandue.yaml': config }
    const { out } = await calendar(['2024'], files)
    expect(out).toContain(
      'Tuesday 24 December 2024 to Wednesday 1 January 2025: Christmas closure, 4 working days\n',
    )
    expect(out).toContain('Monday 25 March 2024: Training\uFFFD[31m day, 1 working day\n')
    expect((await shape(['2025'], files)).closures).toEqual([
      { from: '2024-12-24', to: '2025-01-01', title: 'Christmas closure' },
    ])
    expect((await calendar(['2026'], files)).out).not.toContain('closed')
  })

  it('says only the days when quiet, and the source when verbose', async () => {
    expect((await calendar(['2024', '-q'])).out).toMatch(/^Monday 1 January.*\n(\w.*\n){7}$/)
    expect((await calendar([])).out).not.toContain('Source')
    expect((await calendar(['-v'])).out).toMatch(/Source: GOV.UK.*\nRetrieved: Friday 21 August/)
  })

  it.each([
    [['1949'], 'The year must lie between 1950 and 2099.'],
    [['2100'], 'The year must lie between 1950 and 2099.'],
    [['24'], 'Expected one like 2027.'],
    [['updat'], 'Did you mean `plandue calendar update`?'],
    [['--division', 'wales'], 'Did you mean `england-and-wales`?'],
    [['diff'], '--from is required'],
  ])('refuses %j: %s', async (args, message) => {
    expect(await calendar(args)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(message),
    })
  })

  it.each(['1950', '2099'])('knows %s', async (year) => {
    expect((await calendar([year])).exitCode).toBe(0)
  })
})
