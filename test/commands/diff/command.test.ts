import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plandueIn, type Repository, repository, type Writes } from '../../helpers/repository.ts'

/** A record with a letter of 12 January 2024; its plan is due on 23 April. */
const letter = (lines = '', framework = 'sif') =>
  `authority: A\nframework: ${framework}\nreceived: 2024-01-12\n${lines}`
const action = (rest: string) => letter(`actions:\n  - { id: A1, title: Audit, ${rest} }\n`)

let repo: Repository
beforeEach(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-01-15', { 'plans/a.yaml': letter() })
})
afterEach(() => repo.remove())

const diff = (args: string[] = []) =>
  plandueIn(repo.folder, ['diff', '--today', '2024-02-05', ...args])
const told = async (args: string[] = []) => {
  const { out, err, exitCode } = await diff(['-f', 'json', ...args])
  if (out === '') throw new Error(err)
  return { exitCode, ...JSON.parse(out) }
}

describe('plandue diff', () => {
  it('says where an item stands that nothing justifies, or where it stood last', async () => {
    const actions = (first: string, ...others: string[]) =>
      letter(
        [
          'actions:',
          `  - { id: A1, title: Audit, due: 2024-03-01${first} }`,
          '  - { id: A2, title: Train, due: 2024-02-01 }',
          ...others,
          '',
        ].join('\n'),
      )
    repo.commit('2024-01-16', {
      'plans/a.yaml': actions('', '  - { id: A3, title: Hire, due: 2024-02-01 }'),
    })
    repo.write({ 'plans/a.yaml': actions(', extensions: [{ to: 2024-04-01 }]') })
    const { findings, released } = await told()
    expect(released).toMatchObject([
      { item: 'a#A1', how: 'extended', justified: false },
      { item: 'a#A3', how: 'removed', justified: false },
    ])
    expect(findings).toMatchObject([
      { code: 'unjustified', item: 'a#A1', file: 'plans/a.yaml', line: 5 },
      { code: 'removed', item: 'a#A3', file: 'plans/a.yaml', line: 7 },
    ])
  })

  it.each<[string, Writes, string[][], string]>([
    ['plandue.yaml', { 'plandue.yaml': 'margins: x\n' }, [], 'it could not be used'],
    ['settings.yaml', {}, [['margins']], 'there was none, and it moves the margin'],
    [
      'settings.yaml',
      { 'plandue.yaml': 'frameworks: [none.yaml]\n' },
      [],
      'it is new, and the usual one could not be used',
    ],
  ])('with %s, where %j stood before, moves %j, because %s', async (config, before, moved) => {
    repo.commit('2024-01-16', before)
    repo.write({ [config]: 'margins: { final: 60 }\n' })
    const { changes } = await told(config === 'plandue.yaml' ? [] : ['-c', config])
    expect(changes.map(({ because }: { because: string[] }) => because)).toEqual(moved)
  })

  it('fits a comment on GitHub where hundreds of dates move', async () => {
    const name = (index: number) => `plans/council-${index}-of-a-long-name.yaml`
    const all = (day: string) =>
      Object.fromEntries(
        Array.from({ length: 400 }, (_, index) => [name(index), letter().replace('01-12', day)]),
      )
    repo.commit('2024-01-16', all('01-12'))
    repo.write(all('01-15'))
    const { out } = await diff(['-f', 'markdown'])
    expect(out.length).toBeLessThan(65_536)
    expect(out.length).toBeGreaterThan(60_000)
    expect(out).toMatch(/^and \d{2,3} more$/m)
    expect(out.endsWith('400 items changed, 0 added, 0 removed; 400 findings\n')).toBe(true)
  })

  it.each<[string, Writes, Writes, Record<string, unknown>]>([
    [
      'a stated date',
      {},
      { 'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') },
      {
        id: 'a#final',
        due: { from: '2024-04-23', to: '2024-05-07' },
        because: ['plan.final.stated'],
      },
    ],
    [
      'the clock',
      {},
      { 'plans/a.yaml': letter().replace('01-12', '01-11') },
      { due: { from: '2024-04-23', to: '2024-04-22' }, because: ['received'] },
    ],
    [
      'an extension',
      {},
      { 'plans/a.yaml': letter('plan: { final: { extensions: [{ to: 2024-05-07 }] } }\n') },
      { due: { from: '2024-04-23', to: '2024-05-07' }, because: ['plan.final.extensions'] },
    ],
    [
      'a submission',
      {},
      { 'plans/a.yaml': letter('plan: { final: { submitted: 2024-02-01 } }\n') },
      {
        status: { from: 'onTrack', to: 'met' },
        submitted: { from: null, to: '2024-02-01' },
        because: ['plan.final.submitted'],
      },
    ],
    [
      'a closed stage',
      {},
      { 'plans/a.yaml': letter('plan: { final: { closed: { on: 2024-02-01, reason: r } } }\n') },
      { status: { from: 'onTrack', to: 'closed' }, because: ['plan.final.closed'] },
    ],
    [
      'the date of an action',
      { 'plans/a.yaml': action('due: 2024-06-01') },
      { 'plans/a.yaml': action('due: 2024-05-01') },
      { id: 'a#A1', due: { from: '2024-06-01', to: '2024-05-01' }, because: ['due'] },
    ],
    [
      'a framework of which no clock runs',
      {},
      { 'plans/a.yaml': letter('', 'iopc') },
      { due: { from: '2024-04-23', to: null }, because: ['framework'] },
    ],
    [
      'a margin',
      {},
      { 'plandue.yaml': 'margins: { final: 60 }\n' },
      { status: { from: 'onTrack', to: 'atRisk' }, because: ['margins'] },
    ],
    [
      'a list of bank holidays',
      {},
      {
        'plandue.yaml': 'calendars: [l.json]\n',
        'l.json':
          '{"england-and-wales":{"events":[{"title":"N","date":"2024-01-01"},{"title":"G","date":"2024-03-29"},{"title":"E","date":"2024-04-01"},{"title":"J","date":"2024-02-01"}]}}',
      },
      { due: { from: '2024-04-23', to: '2024-04-24' }, because: ['calendars'] },
    ],
    [
      'the name of a file',
      {},
      { 'plans/a.yaml': null, 'plans/z.yaml': letter() },
      { ids: { from: 'a#final', to: 'z#final' }, because: ['file'] },
    ],
    [
      'a new record',
      {},
      { 'plans/b.yaml': letter('', 'jtai') },
      { id: 'b#final', change: 'added' },
    ],
    [
      'a record that is gone',
      { 'plans/b.yaml': letter('', 'jtai') },
      { 'plans/b.yaml': null },
      { id: 'b#final', change: 'removed', status: { from: 'onTrack', to: null } },
    ],
  ])('tells what %s moves, and why', async (_what, before, after, expected) => {
    repo.commit('2024-01-16', before)
    repo.write(after)
    const { changes } = await told()
    expect(changes).toMatchObject([expected])
    repo.commit('2024-02-05')
    expect((await told()).changes).toEqual([])
    expect((await told(['HEAD~1'])).changes).toMatchObject([expected])
  })

  it('has nothing to tell of prose', async () => {
    repo.write({ 'plans/a.yaml': letter('notes: A long story\n'), 'README.md': '' })
    const { exitCode, out } = await diff(['-f', 'plain'])
    expect(out).toContain('No due date, status or submission changes; no findings\n')
    expect(exitCode).toBe(0)
    expect((await diff(['-f', 'plain', '-q'])).out).toBe('')
  })

  it('shows a change line by line, as a table for a comment, and what it compared', async () => {
    repo.write({
      'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n').replace(
        'A\n',
        '"A|@b <i> `c`"\n',
      ),
      'plans/b.yaml': letter('plam: x\n'),
    })
    const words =
      'due on Tuesday 7 May 2024 instead of Tuesday 23 April 2024, with no extension recorded'
    const { out, exitCode } = await diff(['-f', 'table', '-v'])
    expect(exitCode).toBe(1)
    expect(
      out,
    ).toContain(`  Due       from Tuesday 23 April 2024 to Tuesday 7 May 2024, 14 days later
  Because   plan.final.stated
  Item      a#final
`)
    expect(out).toMatch(/With {4}[0-9a-f]{40}\n {2}Files {3}plans\/a.yaml\n {10}plans\/b.yaml/)
    const markdown = (await diff(['-f', 'markdown'])).out
    expect(markdown).toMatch(/^\*\*Incomplete: 1 file with errors/)
    expect(markdown).toContain(
      '| A\\|@&#8203;b &lt;i&gt; \\`c\\`: Written statement of proposed action, a#final | Due | Tue 23 Apr 2024 | Tue 7 May 2024, 14 days later | plan.final.stated |\n',
    )
    expect(markdown).toContain(`- due-moved: a#final (plans/a.yaml:4): ${words}\n`)
    expect(markdown).toContain('### Errors\n\n- plans/b.yaml:4: unknown-key:')
  })

  it('has nothing to tell of a file that is no text, and says that it cannot be read', async () => {
    writeFileSync(join(repo.folder, 'plans/b.yaml'), Buffer.from([0xff, 0xfe, 0xfa]))
    const { complete, changes, exitCode } = await told()
    expect({ complete, changes, exitCode }).toEqual({ complete: false, changes: [], exitCode: 1 })
  })

  it('shows how many of the records are read', async () => {
    repo.write({ 'plans/b.yaml': letter().replace(': A', ': B') })
    expect((await diff()).progress).toEqual([1, 2])
  })

  it('says when what was there before could not be read', async () => {
    repo.commit('2024-01-16', { 'plans/b.yaml': letter('plam: x\n', 'jtai') })
    repo.write({ 'plans/b.yaml': letter('', 'jtai') })
    const { exitCode, out } = await diff(['-f', 'plain'])
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^Some records had errors at the base: their items are listed as added/)
  })
})

describe('the findings', () => {
  it.each<[string, Writes, string[], number]>([
    ['no later date', { 'plans/a.yaml': letter('notes: x\n') }, [], 0],
    [
      'a later date',
      { 'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') },
      ['due-moved'],
      1,
    ],
    [
      'an extension',
      {
        'plans/a.yaml': letter(
          'plan: { final: { extensions: [{ to: 2024-05-07, by: b, reason: r }] } }\n',
        ),
      },
      [],
      0,
    ],
    [
      'a submission put in 10 working days later',
      { 'plans/a.yaml': letter('plan: { final: { submitted: 2024-01-22 } }\n') },
      [],
      0,
    ],
    [
      'a submission put in 11 working days later',
      { 'plans/a.yaml': letter('plan: { final: { submitted: 2024-01-19 } }\n') },
      ['entered-late'],
      1,
    ],
    [
      'an action that was done 11 working days before',
      { 'plans/a.yaml': action('due: 2024-06-01, done: 2024-01-19') },
      ['entered-late'],
      1,
    ],
  ])('of %s', async (_what, writes, codes, exitCode) => {
    repo.write(writes)
    const answer = await told()
    expect(answer.findings.map(({ code }: { code: string }) => code)).toEqual(codes)
    expect(answer.exitCode).toBe(exitCode)
    // Committed on the day of the report, all is the same; committed earlier, it came in time.
    repo.commit('2024-02-05')
    expect((await told(['HEAD~1'])).findings).toEqual(answer.findings)
    repo.git(['commit', '-q', '--amend', '-m', 'x'], '2024-01-31')
    const earlier = (await told(['HEAD~1'])).findings.map(({ code }: { code: string }) => code)
    expect(earlier).toEqual(codes.filter((code) => code !== 'entered-late'))
  })

  it('are all that is shown when quiet', async () => {
    repo.write({ 'plans/a.yaml': letter('plan: { final: { stated: 2024-05-07 } }\n') })
    expect((await diff(['-f', 'plain', '-q'])).out).toMatch(/^Findings\ndue-moved: a#final .*\n$/)
  })

  it('are said of lines in files of any name, and from a folder below', async () => {
    repo.commit('2024-01-16', {
      'plans/ü "x"/b\n.yaml': letter('', 'jtai'),
      'sub/x': '',
      'plandue.yaml': '',
    })
    repo.commit('2024-02-05', {
      'plans/ü "x"/b\n.yaml': letter('plan: { final: { submitted: 2024-01-19 } }\n', 'jtai'),
    })
    const { out } = await plandueIn(`${repo.folder}/sub`, [
      'diff',
      'HEAD~1',
      '-f',
      'json',
      '--today',
      '2024-02-06',
    ])
    expect(JSON.parse(out).findings).toMatchObject([
      { code: 'entered-late', line: 4, file: '../plans/ü "x"/b\n.yaml' },
    ])
  })
})
