import { describe, expect, it } from 'vitest'
import type { World } from '../../helpers/memory-host.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const HEARTBEAT = JSON.stringify({
  plandue: '0.1.0',
  ranAt: '2024-02-02',
  today: '2024-02-02',
  exitCode: 0,
  records: 1,
  items: 2,
})
const PLANS = { 'plans/leeds.yaml': record('', { published: 'received: 2024-01-12' }) }
const WORLD = {
  ...PLANS,
  'plandue.yaml': 'heartbeat: heartbeat.json\n',
  'heartbeat.json': HEARTBEAT,
}

const doctor = (args: string[], files: World['files'] = WORLD, world: World = {}) =>
  plandue(['doctor', ...args], { files, ...world })

/** The states of the checks, by their names. */
async function states(args: string[], files?: World['files']) {
  const { out, exitCode } = await doctor(['-f', 'json', ...args], files)
  const { checks, complete } = JSON.parse(out)
  return {
    exitCode,
    complete,
    ...Object.fromEntries(checks.map(({ check, state }: Record<string, string>) => [check, state])),
  }
}

describe('plandue doctor', () => {
  it('finds a schedule alive, and all that it rests on in order', async () => {
    expect(await states([])).toEqual({
      exitCode: 0,
      complete: true,
      schedule: 'ok',
      configuration: 'ok',
      records: 'ok',
      bankHolidays: 'ok',
      quietRecords: 'unknown',
      repository: 'ok',
    })
  })

  it.each<[string, string[], World['files'], object]>([
    [
      'the schedule is dead',
      ['--today', '2024-02-08'],
      WORLD,
      { exitCode: 1, schedule: 'failure' },
    ],
    [
      'the heartbeat is gone',
      [],
      { ...WORLD, 'heartbeat.json': '' },
      { exitCode: 1, schedule: 'failure' },
    ],
    ['nobody keeps a heartbeat', [], PLANS, { exitCode: 0, schedule: 'unknown' }],
    [
      'the one that is named is missing',
      ['--heartbeat', 'h.json'],
      PLANS,
      { exitCode: 1, schedule: 'failure' },
    ],
    [
      'the one that is named is there',
      ['--heartbeat', 'heartbeat.json'],
      { ...PLANS, 'heartbeat.json': HEARTBEAT },
      { exitCode: 0, schedule: 'ok' },
    ],
    [
      'the bank holidays run out',
      ['--today', '2028-01-01', '--heartbeat', 'h'],
      PLANS,
      { bankHolidays: 'warning' },
    ],
    [
      'a record is faulty',
      [],
      { ...WORLD, 'plans/b.yaml': 'x: [' },
      { exitCode: 1, records: 'failure', complete: false },
    ],
    [
      'evidence is missing, which hides no deadline',
      [],
      {
        ...WORLD,
        'plans/b.yaml': record(
          'plan: { draft: { submitted: 2024-01-22, evidence: papers/none.pdf } }',
          { published: 'received: 2024-01-12' },
        ),
      },
      { exitCode: 1, records: 'failure', complete: true },
    ],
    [
      'there are no records',
      [],
      { 'README.md': '' },
      { exitCode: 1, records: 'failure', complete: false },
    ],
    [
      'a key is unknown',
      [],
      { ...WORLD, 'plandue.yaml': 'heartbeat: heartbeat.json\nrecrods: x\n' },
      { exitCode: 1, complete: false, configuration: 'failure', schedule: 'ok', records: 'ok' },
    ],
    [
      'a file of the configuration is missing',
      [],
      { ...WORLD, 'plandue.yaml': 'heartbeat: heartbeat.json\ncalendars: [gone.json]\n' },
      { exitCode: 1, configuration: 'failure', schedule: 'ok', records: 'ok' },
    ],
    [
      'the configuration is no YAML',
      [],
      { ...WORLD, 'plandue.yaml': 'a: [' },
      { exitCode: 1, configuration: 'failure', records: 'ok', schedule: 'unknown' },
    ],
    [
      'there is no such time zone',
      [],
      { ...WORLD, 'plandue.yaml': 'timeZone: Mars/Phobos\n' },
      { exitCode: 1, configuration: 'failure', records: 'ok' },
    ],
    [
      'the heartbeat lies elsewhere',
      [],
      { ...WORLD, 'plandue.yaml': 'heartbeat: ../h.json\n' },
      { exitCode: 1, configuration: 'failure' },
    ],
    [
      'the heartbeat is a link that leads elsewhere',
      [],
      { ...WORLD, 'heartbeat.json': { link: '../../etc/passwd' } },
      { exitCode: 1, configuration: 'failure' },
    ],
  ])('tells that %s', async (_what, args, files, expected) => {
    expect(await states(args, files)).toMatchObject(expected)
  })

  it('fails for a warning only if it is strict', async () => {
    const heartbeat = { ...PLANS, 'h.json': HEARTBEAT.replaceAll('2024-02-02', '2028-01-04') }
    const args = ['--heartbeat', 'h.json', '--today', '2028-01-05']
    expect((await doctor(args, heartbeat)).exitCode).toBe(0)
    expect((await doctor([...args, '--strict'], heartbeat)).exitCode).toBe(1)
  })

  it('reads the records where a faulty configuration says they are', async () => {
    const files = {
      'plandue.yaml': 'records: here\nx: 1\n',
      'here/a.yaml': PLANS['plans/leeds.yaml'],
    }
    const { out } = await doctor(['-f', 'plain'], files)
    expect(out).toContain('Records: ok, 1 record with 2 items, no errors.\n')
    expect(out).toMatch(/Configuration: failure, plandue\.yaml, line 2: `x` is not a key/)
  })

  it('says in the first line that it could not read all', async () => {
    const files = { ...WORLD, 'plans/b.yaml': 'x: [' }
    for (const format of ['table', 'plain']) {
      expect((await doctor(['-f', format], files)).out).toMatch(/^Incomplete: /)
    }
  })

  it('says nothing when quiet and all is well, else only what needs somebody', async () => {
    expect((await doctor(['-q'])).out).toBe('')
    const { out } = await doctor(['-q', '--today', '2024-02-08', '-f', 'plain'])
    expect(out).toMatch(
      /^Upkeep as at Thursday 8 February 2024: 1 failure, 1 unknown\nSchedule: failure, /,
    )
    expect(out).not.toContain('Records')
  })

  it('has the details when verbose', async () => {
    expect((await doctor(['-f', 'plain'])).out).not.toContain('exited with 0')
    expect((await doctor(['-f', 'plain', '-v'])).out).toContain('plandue 0.1.0 exited with 0.\n')
  })

  it('fits a terminal, with a word for each state', async () => {
    const { out } = await doctor(['-f', 'table', '--today', '2024-02-08'], WORLD, { columns: 80 })
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
    expect(out).toMatch(
      /\n {2}Schedule {8}failure {3}The last scheduled run was on Friday 2 February/,
    )
  })

  it('refuses a configuration that is named and not there', async () => {
    expect(await doctor(['-c', 'no.yaml'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('there is no file `no.yaml`'),
    })
  })
})

describe('check --heartbeat', () => {
  const check = (args: string[], files: World['files'] = WORLD) =>
    plandue(['check', '-q', ...args], { files, today: '2024-02-05' })

  it.each([
    ['with its file', ['--heartbeat=h.json'], PLANS, 'h.json'],
    ['by the configuration', ['--heartbeat'], WORLD, 'heartbeat.json'],
    ['again', ['plans', '--heartbeat', 'heartbeat.json'], WORLD, 'heartbeat.json'],
  ])('is kept %s, for doctor to read', async (_how, args, files, file) => {
    const { exitCode, files: left } = await check(args, files)
    expect(exitCode).toBe(0)
    expect(JSON.parse(String(left.get(file)))).toEqual({
      plandue: expect.any(String),
      ranAt: '2024-02-05',
      today: '2024-02-05',
      exitCode: 0,
      records: 1,
      items: 2,
    })
    const later = await plandue(['doctor', '--heartbeat', file, '-f', 'json'], {
      files: Object.fromEntries(left),
      today: '2024-02-06',
    })
    expect(JSON.parse(later.out).checks[0]).toMatchObject({ check: 'schedule', state: 'ok' })
  })

  it('is kept by a run that found something, too', async () => {
    const files = { 'plans/b.yaml': 'authority: A\nframework: sif\nreceived: 2020-01-10\n' }
    const { exitCode, files: left } = await check(['--heartbeat=h.json'], files)
    expect(exitCode).toBe(1)
    expect(JSON.parse(String(left.get('h.json')))).toMatchObject({
      exitCode: 1,
      records: 1,
      items: 1,
    })
  })

  it.each<[string, string[], World['files'], number, string]>([
    [
      'as at another day',
      ['--heartbeat=h.json', '--today', '2024-02-05'],
      PLANS,
      0,
      'are not scheduled runs',
    ],
    ['with no place for it', ['--heartbeat'], PLANS, 2, 'set `heartbeat` in plandue.yaml'],
    [
      'over a record',
      ['--heartbeat', 'plans/leeds.yaml'],
      PLANS,
      2,
      'pass --heartbeat=FILE before',
    ],
    [
      'over what is none where settings name it',
      ['--heartbeat'],
      { ...PLANS, 'plandue.yaml': 'heartbeat: h.json\n', 'h.json': '{' },
      2,
      'was not overwritten: delete it, or name another file under `heartbeat` in plandue.yaml',
    ],
    ['over a folder', ['--heartbeat', 'plans'], PLANS, 2, 'was not overwritten'],
    ['where nothing can be written', ['--heartbeat=/denied/h.json'], PLANS, 3, 'permission denied'],
  ])('is not kept %s', async (_how, args, files, exitCode, words) => {
    const result = await check(args, files)
    expect(result.exitCode).toBe(exitCode)
    expect(result.err).toContain(words)
    expect(Object.fromEntries(result.files)).toEqual(files)
  })

  it('is not kept unless it is asked for, since a person at a desk is no schedule', async () => {
    const { files } = await check([])
    expect(files.get('heartbeat.json')).toBe(HEARTBEAT)
  })
})

describe('the reminder rules', () => {
  const item = 'actions: [{ id: A1, title: Audits, owner: QA lead’s deputy, due: 2024-03-28 }]\n'
  const plans = { 'plans/leeds.yaml': record(item, { published: 'received: 2024-01-12' }) }
  const rules = (...all: string[]) =>
    `reminders: { ledger: r.ndjson, recipients: [${all.map((one) => `{ ${one} }`).join(', ')}] }\n`
  const sound = ["owner: qa lead's", 'authority: shropshire', 'framework: ilacs-focused-visit']

  it.each<[string, string[], object, string, string, string]>([
    ['all match', sound, {}, 'ok', '3 rules, each matches an item.', 'as import compares them'],
    ['there is none', [], {}, 'ok', '0 rules', 'all goes to the default'],
    [
      'an owner is mistyped',
      [...sound, 'to: Ada, owner: QA Led’s deputy'],
      {},
      'warning',
      'No item has the owner `QA Led’s deputy` (rule 4, to Ada): did you mean `QA lead’s deputy`?',
      'it is near',
    ],
    [
      'an authority and a framework are of no record',
      ['authority: York, framework: sif'],
      {},
      'warning',
      'No item has the authority `York` (rule 1): use `Shropshire Council`, and 1 more.',
      'each counts',
    ],
    [
      'it may be of a record that cannot be read',
      ['authority: York'],
      { 'plans/york.yaml': 'autority: York\n' },
      'unknown',
      'No item has the authority `York`',
      'nobody knows',
    ],
  ])('are held against the records: %s', async (_what, all, more, state, words, _because) => {
    const files = { ...plans, ...more, 'plandue.yaml': rules(...all) }
    const { out } = await doctor(['-f', 'json'], files)
    const check = JSON.parse(out).checks.find((one: { check: string }) => one.check === 'reminders')
    expect(check).toMatchObject({ state, what: expect.stringContaining(words) })
  })

  it('fail a strict run where nothing matches one', async () => {
    const files = {
      ...WORLD,
      'plandue.yaml': `heartbeat: heartbeat.json\n${rules('owner: Nobody')}`,
    }
    expect((await doctor([], files)).exitCode).toBe(0)
    expect((await doctor(['--strict'], files)).exitCode).toBe(1)
  })
})
