import { describe, expect, it } from 'vitest'
import { changedList, textOf2029 } from '../../helpers/list.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const plans = { 'plans/a.yaml': record() }
const GOV_UK = 'https://www.gov.uk/bank-holidays.json'

function update(files: Record<string, string>, args: string[] = [], input = textOf2029()) {
  const common = ['calendar', 'update', '--today', '2024-02-05']
  const from = args.includes('--from') ? [] : ['--from', '-']
  return plandue([...common, ...from, ...args], { files: { ...plans, ...files }, input })
}
const written = (files: ReadonlyMap<string, unknown>, name = 'bank-holidays.json') =>
  JSON.parse(String(files.get(name)))

describe('plandue calendar update', () => {
  it('writes the list beside a new configuration, which names it', async () => {
    const { exitCode, out, err, files } = await update({})
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(files.get('plandue.yaml')).toBe('calendars: [bank-holidays.json]\n')
    expect(written(files)).toMatchObject({ source: GOV_UK, retrieved: '2024-02-05' })
    expect(written(files)['england-and-wales'].events[1]).toEqual({
      title: 'Good Friday',
      date: '2029-03-30',
      notes: '',
      bunting: true,
    })
    expect(out).toBe(`Bank holidays changed by <stdin>

England and Wales
2029: now official, as projected
Official: up to Wednesday 26 December 2029; until now, up to Tuesday 26 December 2028

None of 2 open items moves.

Written: bank-holidays.json and plandue.yaml

Source: https://www.gov.uk/bank-holidays.json
Retrieved: Monday 5 February 2024
`)
  })

  it('names the list of one division as what it is', async () => {
    const events = [{ title: 'New Year’s Day', date: '2024-01-01', notes: '', bunting: true }]
    const one = JSON.stringify({ division: 'scotland', events })
    const { exitCode, err, files } = await update({}, [], one)
    expect(exitCode).toBe(2)
    expect(
      err,
    ).toBe(`<stdin>:1:2: error one-division: is the list of \`scotland\` alone, as GOV.UK publishes it too
    1 | ${one.slice(0, 99)}…
      |  ^^^^^^^^^^
       hint: take the list of all divisions: ${GOV_UK}

plandue: \`<stdin>\` cannot be used as a list of bank holidays
`)
    expect(files.has('bank-holidays.json')).toBe(false)
  })

  it('has an effect on what is counted, and none when it is done again', async () => {
    const list = JSON.stringify(changedList({ add: ['2024-02-07'] }))
    const first = await update({}, [], list)
    expect(first.out).toContain('To: Monday 12 February 2024, 1 working day (3 days) later\n')
    const files = Object.fromEntries([...first.files].map(([path, text]) => [path, String(text)]))
    const check = await plandue(['check', '-f', 'json', '--today', '2024-02-05'], { files })
    expect(JSON.parse(check.out).items[0]).toMatchObject({ id: 'a#draft', due: '2024-02-12' })
    const again = await plandue(['calendar', 'update', '--from', '-'], { files, input: list })
    expect(again).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Already up to date: /),
    })
    expect([...again.files]).toEqual(Object.entries(files))
  })

  it.each([
    [
      '# ours\nrecords: plans # here',
      '# ours\nrecords: plans # here\ncalendars: [bank-holidays.json]\n',
    ],
    ['records: plans\r\n', 'records: plans\r\ncalendars: [bank-holidays.json]\r\n'],
  ])('names the list in the configuration %j and keeps the rest', async (config, expected) => {
    const { files } = await update({ 'plandue.yaml': config })
    expect(files.get('plandue.yaml')).toBe(expected)
  })

  it.each(['{ records: plans }\n', 'calendars: []\n'])(
    'writes nothing where it cannot change the configuration %j, and says what to do',
    async (config) => {
      const { exitCode, err, files } = await update({ 'plandue.yaml': config })
      expect(exitCode).toBe(3)
      expect(err).toContain('add this line: calendars: [bank-holidays.json]')
      expect(files.get('plandue.yaml')).toBe(config)
      expect(files.has('bank-holidays.json')).toBe(false)
    },
  )

  it('renews the last list that the configuration names, and keeps its other years', async () => {
    const config = 'calendars: [first.json, lists/last.json]\n'
    const event = (date: string) => `{"events":[{"title":"x","date":"${date}"}]}`
    const { files } = await update({
      'plandue.yaml': config,
      'first.json': `{"scotland":${event('2035-01-01')}}`,
      'lists/last.json': `{"england-and-wales":${event('2034-01-02')},"scotland":${event('2034-01-02')}}`,
    })
    expect(files.get('plandue.yaml')).toBe(config)
    expect(files.has('bank-holidays.json')).toBe(false)
    const list = written(files, 'lists/last.json')
    expect(list['england-and-wales'].events).toHaveLength(9)
    expect(list.scotland.events).toEqual([{ title: 'x', date: '2034-01-02' }])
  })

  it.each([
    [[], {}, GOV_UK, '2024-02-05', 'nobody says more'],
    [
      ['--source', 'https://example.org/a'],
      {},
      'https://example.org/a',
      '2024-02-05',
      'the user does',
    ],
    [
      [],
      { source: 'a letter', retrieved: '2024-01-30' },
      'a letter',
      '2024-01-30',
      'the file does',
    ],
    [
      ['--source', 'https://example.org/a'],
      { source: 'a letter', retrieved: '2024-01-30' },
      'https://example.org/a',
      '2024-01-30',
      'the user goes before the file',
    ],
  ])(
    '%#: keeps the source $2 of $3, because $4',
    async (args, said, source, retrieved, _because) => {
      const input = JSON.stringify({ ...JSON.parse(textOf2029()), ...said })
      const { files } = await update({}, args, input)
      expect(written(files)).toMatchObject({ source, retrieved })
      const verbose = await update({}, [...args, '-v'], input)
      expect(verbose.out).toContain(`Source: ${source}\n`)
    },
  )

  it('tells with --dry-run what it would do, and does not', async () => {
    const list = JSON.stringify(changedList({ add: ['2024-02-07'] }))
    const { exitCode, out, files } = await update({}, ['--dry-run', '-f', 'json'], list)
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'dryRun',
      files: ['bank-holidays.json', 'plandue.yaml'],
      moves: [{ id: 'a#draft' }, { id: 'a#final' }],
    })
    expect([...files.keys()]).toEqual(['plans/a.yaml'])
    expect((await update({}, ['--dry-run'], list)).out).toContain('Nothing written (--dry-run): ')
  })

  it('says only what moves when quiet', async () => {
    const list = JSON.stringify(changedList({ add: ['2024-02-12'] }))
    expect((await update({}, ['-q'], list)).out).toMatch(/^Shropshire.*Final.*\n(\w.*\n)+$/)
    expect(await update({}, ['-q'])).toMatchObject({ out: '', exitCode: 0 })
  })

  it('takes the very file that it was given into use', async () => {
    const files = { 'bank-holidays.json': textOf2029() }
    const done = await update(files, ['--from', 'bank-holidays.json'])
    expect(done.exitCode).toBe(0)
    expect(written(done.files)).toMatchObject({ source: GOV_UK })
  })

  it('does not write over a file that nobody named', async () => {
    const files = { 'bank-holidays.json': '{"not": "a list"}' }
    const done = await update(files)
    expect(done).toMatchObject({ exitCode: 2, err: expect.stringContaining('move it away') })
    expect(done.files.get('bank-holidays.json')).toBe(files['bank-holidays.json'])
  })

  it('needs no records', async () => {
    const args = ['calendar', 'update', '--from', '-', '--today', '2024-02-05']
    const { exitCode, out } = await plandue(args, { input: textOf2029() })
    expect(exitCode).toBe(0)
    expect(out).toContain('No open items.')
  })

  it('warns of a year of too few days, where it stands, and takes it all the same', async () => {
    const { exitCode, err, out } = await update({}, [], textOf2029(['2029-03-30', '2029-12-26']))
    expect(exitCode).toBe(0)
    expect(err).toMatch(
      /^<stdin>:1:\d+: warning calendar-year-short: .* 6 of the 8 .* in 2029, without Good Friday \(Friday 30 March 2029\), Boxing Day/,
    )
    expect(out).toContain('Friday 30 March 2029: Good Friday, removed\n')
    expect((await update({}, ['-q'], textOf2029(['2029-03-30']))).err).toBe('')
  })

  it.each([
    ['', '`<stdin>` is empty'],
    ['<html>', 'error wrong-type'],
    ['{"england-and-wales":{"events":[]}}', 'error wrong-type'],
    ['{"scotland":{"events":[{"title":"x","date":"1 May 2029"}]}}', 'did you mean 2029-05-01?'],
    ['{"wales":{}}', 'error unknown-key'],
  ])('refuses %j, and writes nothing', async (input, message) => {
    const { exitCode, err, files } = await update({}, [], input)
    expect(exitCode).toBe(2)
    expect(err).toContain(message)
    expect([...files.keys()]).toEqual(['plans/a.yaml'])
  })

  it('refuses a file that is not there', async () => {
    expect(await update({}, ['--from', 'nix.json'])).toMatchObject({
      exitCode: 2,
      err: 'plandue: there is no file `nix.json`\n',
    })
  })

  it('ends with 1 where a record cannot be read, and writes the list', async () => {
    const { exitCode, out, files } = await update({ 'plans/b.yaml': 'authority: B\n' })
    expect(exitCode).toBe(1)
    expect(out).toMatch(/^Incomplete: 1 file with errors/)
    expect(files.has('bank-holidays.json')).toBe(true)
  })

  it('ends with 3 where it may not write', async () => {
    const world = { files: { '/denied/plandue.yaml': '' }, input: textOf2029() }
    const args = ['calendar', 'update', '--from', '-', '-c', '/denied/plandue.yaml']
    expect(await plandue(args, world)).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining('permission denied'),
    })
  })
})
