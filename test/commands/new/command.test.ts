import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { schemas } from '../../../src/commands/schema/schemas.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const LEEDS = ['new', '--authority', 'Leeds City Council', '--framework', 'ilacs-focused-visit']
const files = { 'plans/other.yaml': record() }

describe('plandue new', () => {
  it('writes a record that says what the command line says, with the schema beside it', async () => {
    const areas = ['--area', 'a: b', '--area', '- it’s #1']
    const result = await plandue([...LEEDS, '--received', '2024-01-05', ...areas], { files })
    expect(result.exitCode).toBe(0)
    const text = String(result.files.get('plans/leeds-2024.yaml'))
    expect(parse(text)).toEqual({
      authority: 'Leeds City Council',
      framework: 'ilacs-focused-visit',
      received: '2024-01-05',
      areasForPriorityAction: [
        { id: 'P1', text: 'a: b' },
        { id: 'P2', text: '- it’s #1' },
      ],
    })
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.plandue\/record\.schema\.json\n/,
    )
    expect(JSON.parse(String(result.files.get('.plandue/record.schema.json')))).toEqual(
      schemas.record,
    )
    expect(result.out).toContain('Friday 2 February 2024')
    expect(result.out).toContain('plans/leeds-2024.yaml')
  })

  it.each<[string[], object, string]>([
    [['--visited', '2023-11'], { visited: '2023-11' }, 'a month'],
    [
      ['--visited', '2023-11-13..2023-11-14'],
      { visited: { from: '2023-11-13', to: '2023-11-14' } },
      'a range',
    ],
    [['--published', '2024-01-12', '--no-areas'], { areasForPriorityAction: [] }, 'no areas'],
    [
      ['--published', '2024-01-12', '--title', 'true'],
      { title: 'true' },
      'a text, not a truth value',
    ],
    [
      ['--published', '2024-01-12', '--stated', '2024-04-16'],
      { plan: { final: { stated: '2024-04-16' } } },
      'a printed date is that of the plan',
    ],
    [
      ['--published', '2024-01-12', '--stated', 'draft=2024-02-06', '--stated', 'final=2024-04-16'],
      { plan: { draft: { stated: '2024-02-06' }, final: { stated: '2024-04-16' } } },
      'a letter can print several',
    ],
    [
      ['--published', '2024-01-12', '--source', 'https://x.org/#a'],
      { source: 'https://x.org/#a' },
      'a URL',
    ],
  ])('%j gives %j: %s', async (args, expected) => {
    const result = await plandue([...LEEDS, ...args, '--file', 'plans/x.yaml'], { files })
    expect(result.exitCode).toBe(0)
    expect(parse(String(result.files.get('plans/x.yaml')))).toMatchObject(expected)
  })

  it.each([
    [
      ['new'],
      'not interactive: pass --authority, --framework and one of --received, --published, --visited',
      'nobody can be asked',
    ],
    [
      ['new', '--received', '2024-01-05'],
      'pass --authority and --framework\n',
      'a day is there already',
    ],
    [[...LEEDS], 'pass one of --received', 'it has no date'],
    [[...LEEDS, '--published', '12/01/2024'], 'Did you mean 2024-01-12?', 'another form of date'],
    [[...LEEDS, '--visited', 'November 2023'], 'Did you mean 2023-11?', 'another form of month'],
    [
      [...LEEDS, '--visited', '2024-01-12..2024-01-11'],
      'before the first',
      'days the wrong way round',
    ],
    [['new', '--framework', 'ilacs-focussed'], 'did you mean `ilacs-focused-visit`', 'a slip'],
    [
      [...LEEDS, '--published', '2024-01-12', '--stated', 'fianl=2024-04-16'],
      '`--stated` names `fianl`, which is no stage of ILACS focused visit: did you mean `final`?',
      'a stage is mistyped',
    ],
    [
      [
        ...LEEDS,
        '--published',
        '2024-01-12',
        '--stated',
        '2024-04-16',
        '--stated',
        'final=2024-04-17',
      ],
      '`--stated` gives `final` two dates',
      'only one can be printed',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--stated', '16/04/2024'],
      'Did you mean 2024-04-16?',
      'another form of date',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--stated', 'today'],
      'Expected the date that is printed, like 2024-04-16.',
      'no letter prints that',
    ],
    [
      [...LEEDS, '--received', '2042-01-05'],
      '`--received` is Sunday 5 January 2042, in the future: today is Monday 5 February 2024',
      'the year is a slip, and no deadline would run',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--today', '2024-01-11'],
      '`--published` is Friday 12 January 2024, in the future: today is Thursday 11 January 2024',
      'as at that day, it was to come',
    ],
    [
      ['new', '--framework', 'send'],
      'did you mean one of `area-send-2016`, `area-send-2023`?',
      'both have the word, and the older one gives twice the time',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--title', 'a\nwaivers: []'],
      'line break',
      'a line of YAML',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--title', 'a\u001b[2J'],
      'invisible character',
      'an escape',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--area', 'a', '--no-areas'],
      'either',
      'both at once',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--file', 'plans/other.yaml'],
      'already',
      'a file is there',
    ],
    [
      [...LEEDS, '--published', '2024-01-12', '--file', 'plans/x.txt'],
      '.yaml',
      'no record ends so',
    ],
  ])('%j ends with 2 and writes nothing: %s (%s)', async (args, message) => {
    const result = await plandue(args, { files })
    expect(result.exitCode).toBe(2)
    expect(result.err).toContain(message)
    expect([...result.files.keys()]).toEqual(['plans/other.yaml'])
  })

  it('never takes the name of another record', async () => {
    const taken = {
      ...files,
      'plans/leeds-2024.yaml': record(),
      'plans/leeds-2024-2.yaml': record(),
    }
    const { out } = await plandue([...LEEDS, '--received', '2024-01-05', '-q'], { files: taken })
    expect(out).toBe('plans/leeds-2024-3.yaml\n')
  })

  it.each<[string[], object, string]>([
    [['--received', 'today'], { received: '2024-02-05' }, 'it is the day of the test'],
    [['--received', 'yesterday'], { received: '2024-02-04' }, 'it was the day before'],
    [
      ['--received', 'yesterday', '--today', '2024-01-10'],
      { received: '2024-01-09' },
      'as at a day',
    ],
    [
      ['--visited', 'yesterday..today'],
      { visited: { from: '2024-02-04', to: '2024-02-05' } },
      'a range has two days',
    ],
  ])('%j gives %j: %s', async (args, expected, _because) => {
    const result = await plandue([...LEEDS, ...args, '--file', 'plans/x.yaml'], { files })
    expect(parse(String(result.files.get('plans/x.yaml')))).toMatchObject(expected)
  })

  it('takes the title of a framework, or a part of it', async () => {
    const args = ['new', '--authority', 'A', '--received', '2024-01-05', '--file', 'plans/x.yaml']
    for (const name of ['ILACS focused visit', 'focus']) {
      const result = await plandue([...args, '--framework', name], { files })
      expect(String(result.files.get('plans/x.yaml'))).toContain('framework: ilacs-focused-visit')
    }
  })

  it.each([
    [
      ['--received', '2024-01-05', '--file', 'other/x.yaml'],
      ['check other/x.yaml', 'explain other/x.yaml#draft', 'submit other/x.yaml#draft'],
      'the id alone would not find a record outside of the folder',
    ],
    [['--received', '2024-01-05', '--no-areas'], [], 'it has come, and nothing is required'],
    [['--visited', '2024-01'], ['receive leeds-2024'], 'it has not come'],
    [
      ['--framework', 'cqc-request', '--published', '2024-01-12'],
      ['receive leeds-2024 --on DATE'],
      'it was public before today, so today is refused',
    ],
    [
      ['--framework', 'cqc-request', '--published', '2024-02-05'],
      ['receive leeds-2024'],
      'it was published today, so it may have come today',
    ],
  ])('names after %j the next steps %j: %s', async (args, steps, _because) => {
    const { out } = await plandue([...LEEDS, ...args], { files })
    expect([...out.matchAll(/^ *plandue (.*?)(?:: | {2,})/gm)].map(([, step]) => step)).toEqual(
      steps,
    )
  })

  it('counts by the day that a letter prints, and asks nothing of other stages', async () => {
    const jtai = ['new', '--authority', 'Wokingham', '--framework', 'jtai', '--area', 'x']
    const args = [...jtai, '--published', '2017-07-14', '--today', '2017-07-20', '-f', 'json']
    const { out } = await plandue([...args, '--stated', '2017-10-17'], { files })
    expect(JSON.parse(out).items).toMatchObject([{ id: 'wokingham-2017#final', due: '2017-10-17' }])
  })

  it('tells the same to a program', async () => {
    const { out } = await plandue([...LEEDS, '--received', '2024-01-05', '-f', 'json'], { files })
    expect(JSON.parse(out)).toMatchObject({
      id: 'leeds-2024',
      items: [{ id: 'leeds-2024#draft', due: '2024-02-02' }, { id: 'leeds-2024#final' }],
    })
  })
})

describe('plandue new of an inspection that is there already', () => {
  const DAYS = 'visited: { from: 2023-11-13, to: 2023-11-14 }\nreceived: 2024-01-05\n'
  const known = (lines = '') => ({
    'plans/st-helens.yaml': `authority: St Helens Borough Council\nframework: ilacs-focused-visit\n${DAYS}published: 2024-01-12\n${lines}`,
  })
  const HELENS = ['new', '--authority', 'St. Helens', '--framework', 'ilacs-focused-visit']
  const refusal =
    'plandue: `plans/st-helens.yaml` has the same authority, framework and day, so nothing was written; if this is another inspection, give each a `title` of its own'

  it.each([
    [['--published', '2024-01-12'], 'the report was published on that day'],
    [['--received', '2024-01-05'], 'it was received on that day'],
    [['--visited', '2023-11-13..2023-11-14'], 'the visit was on those days'],
    [['--received', '2024-01-08', '--published', '2024-01-12'], 'one of two days is the same'],
    [['--published', '2024-01-12', '--title', 'Front door'], 'the record has no title'],
    [['--published', '2024-01-12', '--file', 'plans/x.yaml'], 'the file makes no difference'],
  ])('refuses %j and names the record: %s', async (args, _because) => {
    const result = await plandue([...HELENS, ...args], { files: known() })
    expect(result).toMatchObject({ exitCode: 2, err: expect.stringContaining(refusal) })
    expect([...result.files.keys()]).toEqual(['plans/st-helens.yaml'])
  })

  it.each([
    [['--published', '2024-01-11'], '', 'another day'],
    [['--visited', '2023-11-13'], '', 'another visit'],
    [['--published', '2024-01-12', '--framework', 'jtai'], '', 'another framework'],
    [['--published', '2024-01-12', '--authority', 'Leeds'], '', 'another authority'],
    [
      ['--published', '2024-01-12', '--title', 'Front door'],
      'title: Care leavers\n',
      'each has a title of its own',
    ],
  ])('writes %j beside %j: %s', async (args, lines, _because) => {
    const { exitCode } = await plandue([...HELENS, ...args], { files: known(lines) })
    expect(exitCode).toBe(0)
  })

  const ANSWERS = ['St Helens Council', 'focus', '', '', '5 january 2024', '']

  it.each([
    [[''], 3, 1, 'Enter does not'],
    [['yes', '', '', '', ''], 0, 3, 'a yes does, and the schema comes with it'],
  ])('at a terminal, asks whether to begin another: %j', async (answers, exitCode, files) => {
    const result = await plandue(['new'], { files: known(), answers: [...ANSWERS, ...answers] })
    expect(result.screen).toContain('Begin another\n  record? [no]')
    expect(result.exitCode).toBe(exitCode)
    expect(result.files.size).toBe(files)
  })
})

describe('plandue new at a terminal', () => {
  const ANSWERS = [
    'Leeds City Council',
    'ilacs-focused-visit',
    '',
    '2023-11',
    '',
    '2024-01-12',
    '',
    'Delay',
    '',
    '',
    '',
  ]

  it('asks, shows the deadlines, and writes once they are agreed to', async () => {
    const result = await plandue(['new'], { files, answers: ANSWERS, columns: 80 })
    expect(result.exitCode).toBe(0)
    expect(result.out).toContain('Fri 9 Feb')
    expect(result.err).toContain('Write plans/leeds-2023.yaml? [yes]')
    expect(parse(String(result.files.get('plans/leeds-2023.yaml')))).toEqual({
      authority: 'Leeds City Council',
      framework: 'ilacs-focused-visit',
      visited: '2023-11',
      published: '2024-01-12',
      areasForPriorityAction: [{ id: 'P1', text: 'Delay' }],
    })
  })

  it.each([
    ['no to the last question', [...ANSWERS.slice(0, -1), 'n']],
    ['Ctrl-C there', ANSWERS.slice(0, -1)],
    ['Ctrl-C at once', []],
  ])('leaves nothing behind after %s', async (_what, answers) => {
    const result = await plandue(['new'], { files, answers, columns: 80 })
    expect(result.exitCode).toBe(3)
    expect(result.err).toContain('nothing was written')
    expect([...result.files.keys()]).toEqual(['plans/other.yaml'])
  })

  it.each([
    ['30/2/2024', 'February 2024 has 29 days.', 5],
    ['2024-02-30', 'February 2024 has 29 days.', 5],
    ['ilacs', '3 names fit', 1],
    ['', 'Expected a text', 0],
  ])('asks again after %j: %s', async (wrong, message, at) => {
    const answers = [...ANSWERS.slice(0, at), wrong, ...ANSWERS.slice(at)]
    const result = await plandue(['new'], { files, answers, columns: 80 })
    expect(result.exitCode).toBe(0)
    expect(result.err).toContain(message)
  })

  it('asks only for what the command line does not say', async () => {
    const args = ['new', '--framework', 'sif', '--published', '2024-01-12']
    const { err } = await plandue(args, {
      files,
      answers: ['Leeds', '', '', '', '', '', ''],
      columns: 80,
    })
    expect(err).toContain('Which council or body was inspected?')
    expect(err).not.toMatch(/Which kind|made public\?|Which areas/)
  })
})
