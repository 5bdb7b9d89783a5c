import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const RECEIVED = { published: 'received: 2024-01-12' }
const PLANS = {
  'plans/leeds.yaml': record(
    'actions: [{ id: A1, title: Audit, owner: QA lead, due: 2024-01-31 }]',
    RECEIVED,
  ).replace('Shropshire Council', 'Leeds City Council'),
  'plans/north/york.yaml': 'authority: City of York\nframework: sif\nreceived: 2024-01-08\n',
}
const BROKEN = { 'plans/broken.yaml': 'authority: X\nframework: sif\npublished: 12/01/2024\n' }

/** The ids of the items that `check` reports, in order. */
async function ids(args: string[], world: Parameters<typeof plandue>[1] = { files: PLANS }) {
  const { out } = await plandue(['check', '-f', 'json', ...args], world)
  return JSON.parse(out).items.map(({ id }: { id: string }) => id)
}

describe('which records are read', () => {
  it.each<[string[], string[], string]>([
    [[], ['leeds', 'north/york'], 'without a path it is the folder plans, with all below it'],
    [['plans'], ['leeds', 'north/york'], 'a folder stands for all below it'],
    [['plans/'], ['leeds', 'north/york'], 'with or without a slash'],
    [
      ['./plans/north'],
      ['north/york'],
      'an id is the path in the folder of records, wherever one begins',
    ],
    [['plans/leeds.yaml'], ['leeds'], 'a file stands for itself'],
    [['plans/**/y*.yaml'], ['north/york'], 'a pattern stands for what it matches'],
    [
      ['plans', 'plans/leeds.yaml'],
      ['leeds', 'north/york'],
      'a record that is named twice is read once',
    ],
  ])('%j: %j, because %s', async (paths, expected, _because) => {
    const records = new Set((await ids(paths)).map((id: string) => id.split('#')[0]))
    expect([...records].sort()).toEqual(expected)
  })

  it('reads one record from standard input', async () => {
    expect(await ids(['-'], { input: record('', RECEIVED) })).toEqual([
      'stdin#draft',
      'stdin#final',
    ])
  })

  it.each([
    [['nothing'], 'there is no file or folder `nothing`'],
    [['plans/*.yml'], 'no records in `plans/*.yml`'],
    [['papers'], 'no records in `papers`'],
    [['chek'], 'did you mean the command `check`?'],
  ])('refuses %j, which matches nothing', async (paths, message) => {
    const world = { files: { ...PLANS, 'papers/plan.pdf': '' } }
    expect(await plandue(paths, world)).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining(message),
    })
  })

  it.each([
    ['', 'council', 'is a folder, and no configuration: name `council/plandue.yaml`'],
    ['', 'council/plans', 'is a folder, and no configuration: name a file, like `plandue.yaml`'],
    [
      'records: palns',
      'council/plandue.yaml',
      'no file or folder `council/palns`, which `records` in council/plandue.yaml names: did you mean `council/plans`?',
    ],
    [
      'records: archive',
      'council/plandue.yaml',
      'no file or folder `council/archive`: make that folder, name another on the command line, or set `records` in council/plandue.yaml',
    ],
  ])('with %j and -c %s it says that %s', async (config, named, message) => {
    const files = { 'council/plandue.yaml': config, 'council/plans/a.yaml': record() }
    const { exitCode, err } = await plandue(['check', '-c', named], { files })
    expect({ exitCode, err: err.replace(/\s+/g, ' ') }).toEqual({
      exitCode: 2,
      err: expect.stringContaining(message),
    })
  })

  it('is the default command', async () => {
    const { out } = await plandue(['plans', '--today', '2024-02-05'], { files: PLANS })
    expect(out).toBe((await plandue(['check', '--today', '2024-02-05'], { files: PLANS })).out)
  })
})

describe('filters', () => {
  it.each([
    [['--status', 'overdue'], ['leeds#A1']],
    [['--status', 'at-risk'], ['leeds#draft']],
    [
      ['--status', 'overdue', '--status', 'atRisk'],
      ['leeds#A1', 'leeds#draft'],
    ],
    [
      ['--status', 'overdue, at risk'],
      ['leeds#A1', 'leeds#draft'],
    ],
    [
      ['--status', 'open'],
      ['leeds#A1', 'leeds#draft', 'north/york#final', 'leeds#final'],
    ],
    [['--authority', 'york'], ['north/york#final']],
    [['--framework', 'sif'], ['north/york#final']],
    [['--owner', 'qa'], ['leeds#A1']],
    [
      ['--stage', 'final'],
      ['north/york#final', 'leeds#final'],
    ],
    [['--stage', 'final', '--authority', 'leeds'], ['leeds#final']],
  ])('%j: %j', async (args, expected) => {
    expect(await ids(args)).toEqual(expected)
  })

  it('decide the exit code, the totals and what comes next', async () => {
    const all = await plandue(['check', '-f', 'json'], { files: PLANS })
    const york = await plandue(['check', '-f', 'json', '--authority', 'York'], { files: PLANS })
    expect([all.exitCode, york.exitCode]).toEqual([1, 0])
    expect(JSON.parse(york.out)).toMatchObject({
      summary: { items: 1, overdue: 0 },
      nextChange: { on: '2024-04-18', item: 'north/york#final' },
    })
  })

  it('choose by status only what is listed, not what the report is about', async () => {
    const { exitCode, out } = await plandue(['check', '-f', 'json', '--status', 'onTrack'], {
      files: PLANS,
    })
    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      summary: { items: 4, overdue: 1 },
      items: [{ status: 'onTrack' }, { status: 'onTrack' }],
    })
  })

  it.each([
    [['--framework', 'ilacs-focussed-visit'], 'did you mean `ilacs-focused-visit`?'],
    [['--stage', 'finale'], 'did you mean `final`?'],
    [['--status', 'overdu'], 'Did you mean `overdue`?'],
  ])('refuse a name that nothing has: %j', async (args, hint) => {
    expect(await plandue(['check', ...args], { files: PLANS })).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(hint),
    })
  })
})

describe('the exit code', () => {
  it.each<[string[], Record<string, string>, number, string]>([
    [['--today', '2024-01-15'], PLANS, 0, 'nothing is late yet'],
    [['--today', '2024-01-31'], PLANS, 0, 'an action is due today, which is at risk'],
    [['--today', '2024-01-31', '--fail-on', 'at-risk'], PLANS, 1, 'the user wants to know of that'],
    [['--today', '2024-02-01'], PLANS, 1, 'the action is overdue'],
    [
      ['--today', '2024-02-01', '--fail-on', 'never'],
      PLANS,
      0,
      'the user wants to know of nothing',
    ],
    [
      ['--today', '2024-01-15', '--fail-on', 'never'],
      { ...PLANS, ...BROKEN },
      1,
      'a record has an error',
    ],
    [
      ['--today', '2024-01-10', '--fail-on', 'at-risk', '--at-risk-within', '70'],
      PLANS,
      1,
      'no more than 70 are left',
    ],
  ])('%j: $2, because $3', async (args, files, exitCode, _because) => {
    expect((await plandue(['check', ...args], { files })).exitCode).toBe(exitCode)
  })

  it.each([
    [['check', '--nonsense'], 'there is no option --nonsense'],
    [['check', '--fail-on', 'late'], 'use one of overdue, at-risk, never'],
    [['check', '--format', 'pdf'], 'Use one of `table`, `plain`, `json`'],
    [['check', '--today', '12/01/2024'], 'Did you mean 2024-01-12?'],
    [['check', '--at-risk-within', 'soon'], 'Expected a whole number'],
    [['check', '--config', 'none.yaml'], 'there is no file `none.yaml`'],
  ])('is 2 for a command line that is wrong: %j', async (args, message) => {
    const { exitCode, out, err } = await plandue(args, { files: PLANS })
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toContain(message)
  })

  it('is 2 for a time zone that does not exist', async () => {
    const files = { ...PLANS, 'plandue.yaml': 'timeZone: Mars/Phobos\n' }
    expect(await plandue(['check'], { files })).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(
        /^plandue\.yaml:1:11: error wrong-form: `timeZone` must be a name of the IANA database, like Europe\/London, or UTC, but found `Mars\/Phobos`\n/,
      ),
    })
  })

  it('is 3 if the result cannot be written', async () => {
    expect(await plandue(['check', '-o', '/denied/report.txt'], { files: PLANS })).toMatchObject({
      exitCode: 3,
      out: '',
      err: 'plandue: `/denied/report.txt` cannot be written: permission denied\n',
    })
  })
})

describe('a bad record among good ones', () => {
  it('is reported, and hides none of the others', async () => {
    const { exitCode, out, err } = await plandue(['check', '-f', 'json'], {
      files: { ...PLANS, ...BROKEN },
    })
    const report = JSON.parse(out)
    expect(exitCode).toBe(1)
    expect(report).toMatchObject({
      complete: false,
      nextChange: null,
      summary: { records: 3, items: 4 },
      diagnostics: [
        {
          file: 'plans/broken.yaml',
          line: 3,
          column: 12,
          code: 'not-a-date',
          hint: 'did you mean 2024-01-12?',
        },
      ],
    })
    expect(err).toContain('plans/broken.yaml:3:12: error not-a-date')
  })

  it.each(['missing', 'denied', 'loop', 'notAFile'] as const)(
    'may be one that nobody can read: %s',
    async (kind) => {
      const files = { ...PLANS, 'plans/bad.yaml': { problem: { kind } } }
      const { exitCode, out } = await plandue(['check', '-f', 'json'], { files })
      expect(exitCode).toBe(1)
      expect(JSON.parse(out)).toMatchObject({
        complete: false,
        summary: { items: 4 },
        diagnostics: [{ line: 1 }],
      })
    },
  )
})

describe('a record with very many faults', () => {
  it('shows a hundred of them, and says how many others there are', async () => {
    const keys = Array.from({ length: 150 }, (_, index) => `nonsense${index}: a\n`).join('')
    const { out } = await plandue(['check', '-f', 'json'], {
      files: { 'plans/a.yaml': record(keys) },
    })
    const { diagnostics } = JSON.parse(out)
    expect(diagnostics).toHaveLength(101)
    expect(diagnostics[0]).toMatchObject({
      code: 'more-faults',
      message: 'has 50 more faults, which are not shown',
    })
  })

  it('is no faulty one where they are remarks: 150 actions are promised late', async () => {
    const actions = Array.from(
      { length: 150 },
      (_, at) => `  - { id: A${at}, title: T${at}, due: 2025-01-31 }\n`,
    )
    const { exitCode, out } = await plandue(['check', '-f', 'json', '--today', '2024-01-08'], {
      files: {
        'plans/a.yaml': record(`actions:\n${actions.join('')}`, {
          published: 'received: 2024-01-05',
        }),
      },
    })
    const { complete, diagnostics } = JSON.parse(out)
    const codes = new Set(diagnostics.map(({ code }: { code: string }) => code))
    expect({ exitCode, complete, codes }).toEqual({
      exitCode: 0,
      complete: true,
      codes: new Set(['action-after-deadline']),
    })
    expect(diagnostics).toHaveLength(150)
  })
})

describe('the repository is not left', () => {
  const secret = { '../secret.yaml': 'password: hunter2\n' }

  it('through a link that the shell has named', async () => {
    const files = { ...secret, 'plans/leak.yaml': { link: '../../secret.yaml' } }
    const { exitCode, out, err } = await plandue(['check', 'plans/leak.yaml'], { files })
    expect(exitCode).toBe(1)
    expect(err).toContain('link-outside')
    expect(`${out}${err}`).not.toContain('hunter2')
  })

  it('through a folder of records that is a link', async () => {
    const files = { '../elsewhere/a.yaml': 'password: hunter2\n', plans: { link: '../elsewhere' } }
    const { exitCode, err } = await plandue(['check'], { files })
    expect(exitCode).toBe(2)
    expect(err).toContain('lies outside of the repository')
  })

  it('by a configuration of another repository, which is to be run in its own', async () => {
    const files = {
      '.git/HEAD': '',
      '../other/plandue.yaml': '',
      '../other/plans/a.yaml': 'a: b\n',
    }
    const { exitCode, err } = await plandue(['check', '-c', '../other/plandue.yaml'], { files })
    expect(exitCode).toBe(2)
    expect(err).toContain(
      'lies outside of the repository, as `../other/plandue.yaml` does: run this in its folder\n',
    )
  })

  it('by a folder of records that the configuration names', async () => {
    const files = {
      'plandue.yaml': 'records: ../elsewhere\n',
      '../elsewhere/a.yaml': 'password: hunter2\n',
    }
    const { exitCode, err } = await plandue(['check'], { files })
    expect(exitCode).toBe(2)
    expect(err).toContain('lies outside of the repository')
  })

  it('unless the user says so on the command line', async () => {
    const files = { '../elsewhere/a.yaml': record('', RECEIVED) }
    expect((await plandue(['check', '../elsewhere'], { files })).exitCode).toBe(0)
  })
})

describe('a link that is no record', () => {
  it.each([
    ['plans/letter.pdf', 0, 'nobody reads it'],
    ['plans/letter.yaml', 1, 'it is named like a record'],
    ['plans/2023', 1, 'it may have been a folder of records'],
  ])('%s that leads nowhere: exit %i, because %s', async (link, exitCode, _because) => {
    const files = { 'plans/a.yaml': record('', RECEIVED), [link]: { link: 'nowhere' } }
    expect((await plandue(['check', '--today', '2024-01-15'], { files })).exitCode).toBe(exitCode)
  })

  it('is a fault of its own if somebody names it, and hides no other record', async () => {
    const files = { 'plans/a.yaml': record('', RECEIVED), 'plans/b.yaml': { link: 'nowhere' } }
    const { exitCode, out } = await plandue(
      ['check', 'plans/a.yaml', 'plans/b.yaml', '-f', 'json'],
      { files },
    )
    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      summary: { items: 2 },
      diagnostics: [{ code: 'broken-link' }],
    })
  })
})

describe('the configuration', () => {
  it.each([
    ['# nothing yet\n', 0, 'all of it may be left out'],
    ['margins: { fnal: 15 }\n', 2, 'no framework has that stage'],
    ['margins: { action: 5, publish: 3 }\n', 0, 'actions and any stage may have one'],
    ['calendars: [none.json]\n', 2, 'there is no such file'],
  ])('%j: exit %i, because %s', async (text, exitCode, _because) => {
    const files = { 'plandue.yaml': text, 'plans/a.yaml': record('', RECEIVED) }
    expect((await plandue(['check', '--today', '2024-01-15'], { files })).exitCode).toBe(exitCode)
  })

  it('may be called plandue.yml', async () => {
    const files = { 'plandue.yml': 'records: papers\n', 'papers/A.YAML': record('', RECEIVED) }
    expect(await ids([], { files })).toContain('A#draft')
  })

  it('is told as the source of a list of bank holidays that names none', async () => {
    const list =
      '{"england-and-wales": {"division": "x", "events": [{"title": "A day off", "date": "2029-01-15"}]}}'
    const files = {
      'plandue.yaml': 'calendars: [list.json]\n',
      'list.json': list,
      'plans/a.yaml': record('', RECEIVED),
    }
    const { out } = await plandue(['check', '-f', 'json'], { files })
    expect(JSON.parse(out).calendars).toMatchObject([
      { source: 'list.json', lastOfficial: '2029-01-15' },
    ])
  })
})

describe('a due day that is closed', () => {
  const report = 'authority: A\nframework: hmicfrs\npublished: 2024-03-04\n'

  it.each([
    ['2024-04-25', 'at risk, 1 working day left'],
    ['2024-04-26', 'at risk, 2 days left, no working days'],
    ['2024-04-27', 'at risk, 1 day left, no working days'],
    ['2024-04-28', 'at risk, due today'],
    ['2024-04-29', 'overdue, 1 working day late'],
  ])('is Sunday 28 April 2024: as at %s, %s', async (today, time) => {
    const { out } = await plandue(['check', '--today', today], {
      files: { 'plans/a.yaml': report },
    })
    expect(out).toContain(`Status: ${time}\n`)
  })
})

describe('what goes where', () => {
  it('writes the result to a file, without colours', async () => {
    const world = { files: PLANS, columns: 80, colours: 3 as const }
    const { out, files } = await plandue(['check', '-o', 'report.txt'], world)
    expect(out).toBe('')
    expect(files.get('report.txt')).toContain('Status: overdue')
  })

  it.each([
    [
      { columns: 80 },
      /^Action plans as at .*\n\nNeeds attention\nLeeds.*\n {2}overdue /,
      'a table on a terminal',
    ],
    [{}, /\nItem: leeds#A1\n/, 'plain text in a pipe'],
  ])('%#: writes $2', async (world, expected, _because) => {
    expect((await plandue(['check'], { files: PLANS, ...world })).out).toMatch(expected)
  })

  it.each<[string[], Record<string, string>, 0 | 3, boolean, string]>([
    [[], {}, 3, true, 'the terminal shows colours'],
    [['--no-color'], {}, 3, false, 'the user wants none'],
    [[], { NO_COLOR: '1' }, 3, false, 'the user wants none anywhere'],
    [['--color'], { NO_COLOR: '1' }, 3, true, 'the option goes first'],
    [[], { TERM: 'dumb' }, 3, false, 'the terminal shows none'],
    [[], { FORCE_COLOR: '1' }, 0, true, 'the user wants them everywhere'],
    [[], { FORCE_COLOR: '0' }, 3, false, 'or nowhere'],
  ])('%j, %j: colours $3, because $4', async (args, env, colours, isColoured, _because) => {
    const world = { files: PLANS, columns: 80, colours, env }
    const { out } = await plandue(['check', ...args], world)
    expect(out.includes('\u001b[')).toBe(isColoured)
  })

  it('lists only what needs somebody when quiet, and changes no fact', async () => {
    const { out } = await plandue(['check', '-q'], { files: PLANS })
    expect([...out.matchAll(/^Item: (.*)$/gm)].map(([, id]) => id)).toEqual([
      'leeds#A1',
      'leeds#draft',
    ])
    const [loud, quiet] = await Promise.all(
      [
        ['-f', 'json'],
        ['-f', 'json', '-q'],
      ].map((args) => plandue(['check', ...args], { files: PLANS })),
    )
    expect(quiet?.out).toBe(loud?.out)
  })

  it('is silent when quiet and nobody needs to do anything', async () => {
    const world = { files: { 'plans/york.yaml': PLANS['plans/north/york.yaml'] } }
    expect(await plandue(['check', '-q'], world)).toMatchObject({ exitCode: 0, out: '', err: '' })
  })

  it('tells notes only when verbose', async () => {
    const files = { 'plans/a.yaml': record('actions: [{ id: A1, title: Audit, due: 2024-05-01 }]') }
    const brief = await plandue(['check'], { files })
    const verbose = await plandue(['check', '-v'], { files })
    expect(brief.err).toBe('1 note on the records: shown with --verbose\n')
    expect(verbose.err).toContain('note action-after-deadline')
    expect(verbose.out).toContain('\nHolidays: England and Wales, GOV.UK list of ')
  })

  it('tells how far it has come, record by record', async () => {
    expect((await plandue(['check'], { files: PLANS })).progress).toEqual([1, 2])
  })
})

describe('the record before', () => {
  const following = (id: string) =>
    `authority: A\nframework: sif\nreceived: 2024-01-08\nfollows: ${id}\n`

  it.each([
    [['plans'], 'north/york', 0, 'it is read too'],
    [['plans/b.yaml'], 'leeds', 0, 'it is not read now, but it is there'],
    [['plans'], 'lees', 1, 'there is none'],
    [['plans'], '../plans/leeds', 1, 'an id never leads out of the folder'],
  ])('%j follows %s: %i warnings, because %s', async (paths, id, count, _because) => {
    const files = { ...PLANS, 'plans/b.yaml': following(id) }
    const { out } = await plandue(['check', '-f', 'json', ...paths], { files })
    const codes = JSON.parse(out).diagnostics.map(({ code }: { code: string }) => code)
    expect(codes.filter((code: string) => code === 'unknown-reference')).toHaveLength(count)
  })
})

describe('a day of the report that has not come yet', () => {
  const check = (day: string, args: string[] = [], today = '2024-02-05') =>
    plandue(['check', '-f', 'json', ...args], {
      files: { 'plans/kent.yaml': `authority: Kent\nframework: sif\nvisited: 2024-01\n${day}\n` },
      today,
    })

  it.each([
    ['received: 2042-07-05', [], 1, 'the year is a slip, and no deadline runs'],
    ['published: 2024-02-06', [], 1, 'it is tomorrow'],
    ['sent: 2025-01-05', [], 1, 'it is a day of the report as well'],
    ['plan: { final: { submitted: 2024-02-06 } }', [], 1, 'nothing is submitted before its day'],
    ['actions: [{ id: A1, title: T, due: 2024-03-01, done: 2024-02-06 }]', [], 1, 'nor done'],
    ['received: 2024-02-05', [], 0, 'it is today'],
    ['received: 2024-02-04', [], 0, 'it was yesterday'],
    [
      'received: 2024-02-05',
      ['--today', '2024-01-31'],
      0,
      'what came later is left out on purpose',
    ],
    ['received: 2042-07-05', ['--today', '2024-02-05'], 0, 'then the clock has no say'],
  ])('%s with %j gives %d warnings: %s', async (day, args, count, _because) => {
    const { diagnostics } = JSON.parse((await check(day, args)).out)
    expect(diagnostics.filter(({ code }: { code: string }) => code === 'date-ahead')).toHaveLength(
      count,
    )
  })

  it('is named with its place', async () => {
    const { err } = await plandue(['check'], {
      files: { 'plans/kent.yaml': 'authority: Kent\nframework: sif\nreceived: 2042-07-05\n' },
    })
    expect(err).toContain(
      'plans/kent.yaml:3:11: warning date-ahead: `received` is Saturday 5 July 2042',
    )
    expect(err).toContain('hint: check the date, above all its year')
  })
})
