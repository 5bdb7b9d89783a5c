import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const files = {
  'plans/leeds.yaml': record(
    `plan: { draft: { submitted: 2024-01-22 } }
actions:
  - { id: A1, title: Audit, owner: QA lead, due: 2024-02-16 }
  - { id: A2, title: Threshold document, due: 2024-01-31, done: 2024-02-05 }`,
    { published: 'received: 2024-01-12' },
  ).replace('Shropshire Council', 'Leeds City Council'),
  'plans/york.yaml': 'authority: City of York\nframework: sif\nreceived: 2024-01-08\n',
  'plans/hull.yaml': 'authority: Hull City Council\nframework: jtai\nvisited: 2024-01\n',
}
const broken = { 'plans/broken.yaml': 'authority: X\nframework: sif\npublished: 12/01/2024\n' }

type World = Parameters<typeof plandue>[1]
const stats = (args: string[], world: World = {}) =>
  plandue(['stats', '--today', '2024-02-20', ...args], { files, ...world })
const json = async (args: string[], world?: World) =>
  JSON.parse((await stats(['-f', 'json', ...args], world)).out)

describe('plandue stats', () => {
  it('counts for people, in all and by group', async () => {
    const { exitCode, out, err } = await stats([], { columns: 80 })
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toBe(`Stages and actions as at Tuesday 20 February 2024
                            met   late   open   overdue      median      on time
  All                         1      1      2         1   5.5 early   33% ██░░░░

  By framework
  ILACS focused visit         1      1      1         1   5.5 early   33% ██░░░░
  Single inspection (SIF)     0      0      1         0           –            –

  By authority
  City of York                0      0      1         0           –            –
  Leeds City Council          1      1      1         1   5.5 early   33% ██░░░░

  By quarter
  Jan to Mar 2024             1      1      0         1   5.5 early   33% ██░░░░
  Apr to Jun 2024             0      0      2         0           –            –

3 records, 6 items: 1 overdue, 2 on track, 1 waiting, 1 met late, 1 met

Not shown, with nothing met, late, open or overdue: 1 framework, 1 authority, 1
quarter (see --verbose)

Late: met late. Open: on track or at risk. Median: how many working days early
or late submissions and actions were. On time: the share met of what was met,
met late or is overdue. Quarters are those of the due dates.
`)
  })

  it('says a fact a line in plain words, and nothing of what there is not', async () => {
    const { out } = await stats(['--by', 'authority'])
    expect(out).toContain(`
By authority
City of York: met 0, late 0, open 1, overdue 0
Leeds City Council: met 1, late 1, open 1, overdue 1, median 5.5 early, on time 33%
`)
  })

  it('gives a program the same', async () => {
    const { groups, ...rest } = await json([])
    const counts = { met: 1, metLate: 1, overdue: 1, closed: 0, notRequired: 0 }
    const lateBy = { upTo5: 1, upTo20: 0, upTo60: 0, more: 0 }
    const measures = { medianWorkingDays: 5.5, onTimeShare: 0.333, lateBy }
    expect(rest).toEqual({
      schemaVersion: 1,
      today: '2024-02-20',
      complete: true,
      filters: [],
      kinds: ['stage', 'action'],
      totals: { records: 3, items: 6, ...counts, open: 2, waiting: 1, ...measures },
    })
    expect(groups[0]).toEqual({
      by: 'framework',
      id: 'ilacs-focused-visit',
      title: 'ILACS focused visit',
      ...{ items: 4, ...counts, open: 1, waiting: 0, ...measures },
    })
    expect(groups.at(-1)).toMatchObject({
      by: 'quarter',
      id: 'none',
      waiting: 1,
      onTimeShare: null,
    })
  })

  it.each([
    ['2024-01-19', '–', '–', 'nothing was sent yet'],
    ['2024-01-22', '14 early', '100%', 'the draft was'],
    ['2024-02-17', '5.5 early', '33%', 'an action was late, and another is overdue'],
  ])('as at %s: median %s, on time %s, because %s', async (today, median, share, _because) => {
    const { out } = await stats(['--today', today, '-f', 'table'])
    expect(out).toMatch(new RegExp(`  All  .*  ${median}  .*${share}`))
  })

  it.each([
    ['2024-01-31', 'on the day'],
    ['2024-01-30', '1 early'],
    ['2024-02-05', '3 late'],
  ])('says of what was due on 31 January and done on %s: %s', async (done, words) => {
    const one = record(`actions: [{ id: A1, title: a, due: 2024-01-31, done: ${done} }]`)
    const { out } = await stats(['--kind', 'action', '-q'], { files: { 'plans/a.yaml': one } })
    expect(out).toContain(`median ${words}, on time ${words === '3 late' ? '0%' : '100%'}\n`)
  })

  it('has room for one item', async () => {
    expect((await stats(['--authority', 'york'])).out).toContain(
      'All: met 0, late 0, open 1, overdue 0\n',
    )
  })
})

describe('an authority that is spelled in several ways', () => {
  it('is one group, by the name that comes first', async () => {
    const of = (authority: string) => record('').replace('Shropshire Council', authority)
    const files = {
      'plans/a.yaml': of('St Wynn’s Council'),
      'plans/b.yaml': of("St Wynn's  council"),
      'plans/c.yaml': of('St\u00A0Wynns Council'),
      'plans/d.yaml': of('St Wynn and Others Council'),
    }
    const { out } = await stats(['--by', 'authority', '-f', 'json'], { files })
    expect(JSON.parse(out).groups).toMatchObject([
      { id: 'St Wynn and Others Council', items: 2 },
      { id: 'St Wynn’s Council', items: 6 },
    ])
  })
})

describe('what is counted', () => {
  const groupings = async (args: string[]) => [
    ...new Set((await json(args)).groups.map(({ by }: { by: string }) => by)),
  ]

  it.each([
    [[], ['framework', 'authority', 'quarter']],
    [['--by', 'quarter'], ['quarter']],
    [
      ['--by', 'quarter', '--by', 'framework', '--by', 'quarter'],
      ['quarter', 'framework'],
    ],
  ])('%j is grouped by %j', async (args, expected) => {
    expect(await groupings(args)).toEqual(expected)
  })

  it.each([
    [[], 6, 'Stages and actions'],
    [['--kind', 'stage'], 4, 'Stages as at'],
    [['--kind', 'action'], 2, 'Actions as at'],
    [['--framework', 'sif'], 1, 'Stages and actions'],
    [['--owner', 'qa'], 1, 'Stages and actions'],
    [['--stage', 'final'], 3, 'Stages and actions'],
    [['--authority', 'leeds', '--authority', 'york'], 5, 'Stages and actions'],
  ])('%j: %i items', async (args, items, title) => {
    expect((await json(args)).totals.items).toBe(items)
    expect((await stats(args)).out).toMatch(new RegExp(`^${title}`))
  })

  it.each([
    [['--by', 'autority'], 'Did you mean `authority`?'],
    [['--kind', 'step'], 'use one of stage, action'],
    [['--stage', 'finale'], 'did you mean `final`?'],
  ])('refuses %j', async (args, message) => {
    expect(await stats(args)).toMatchObject({ exitCode: 2, err: expect.stringContaining(message) })
  })

  it('is only the whole when quiet; when verbose also what was late, and the other groups', async () => {
    expect(
      (await stats(['-q'])).out,
    ).toBe(`All: met 1, late 1, open 2, overdue 1, median 5.5 early, on time 33%

3 records, 6 items: 1 overdue, 2 on track, 1 waiting, 1 met late, 1 met
`)
    const usual = (await stats([])).out
    const { out } = await stats(['-v'])
    for (const words of [
      'Hull City Council: met 0, late 0, open 0, overdue 0\n',
      'no due date: met 0, late 0, open 0, overdue 0\n',
      'Late\nFriday 16 February 2024: overdue, 2 working days late, Leeds City Council: Audit (QA lead) (leeds#A1)\n',
      'Wednesday 31 January 2024: met late, 3 working days late, Leeds City Council: Threshold document (leeds#A2)\n',
    ]) {
      expect(out).toContain(words)
      expect(usual).not.toContain(words)
    }
  })
})

describe('csv', () => {
  it('has a row for each group, under fixed names', async () => {
    const { out } = await stats(['-f', 'csv', '--by', 'authority'])
    expect(out).toBe(
      [
        'by,group,items,met,metLate,open,overdue,closed,notRequired,waiting,medianWorkingDays,onTimeShare,lateUpTo5,lateUpTo20,lateUpTo60,lateMore',
        'authority,City of York,1,0,0,1,0,0,0,0,,,0,0,0,0',
        'authority,Hull City Council,1,0,0,0,0,0,0,1,,,0,0,0,0',
        'authority,Leeds City Council,4,1,1,1,1,0,0,0,5.5,0.333,1,0,0,0',
        '',
      ].join('\r\n'),
    )
  })

  it('keeps a number that is less than nought a number, and a name that acts a text', async () => {
    const hostile = `authority: "=cmd|' /C calc'!A0, \\e[31m"
framework: sif
received: 2024-01-08
actions: [{ id: A1, title: a, due: 2024-01-31, done: 2024-02-05 }]
`
    const { out } = await stats(['-f', 'csv', '--by', 'authority'], {
      files: { 'plans/a.yaml': hostile },
    })
    expect(parse(out, { columns: true })).toMatchObject([
      { group: "'=cmd|' /C calc'!A0, \uFFFD[31m", medianWorkingDays: '-3', onTimeShare: '0' },
    ])
  })
})

describe('statistics of records that are not complete', () => {
  const world = { files: { ...files, ...broken } }
  it.each([
    ['plain', [], /^Incomplete: 1 file with errors/],
    ['table', ['-q'], /^Incomplete: 1 file with errors/],
    ['csv', [], /^by,.*\r\nincomplete,Incomplete: 1 file with errors; .*?,,,,,,,,,,\r\nframework,/],
    ['json', [], /"complete": false/],
  ])('say so first as %s %j, and end with 1', async (format, args, expected) => {
    const { exitCode, out, err } = await stats(['-f', format, ...args], world)
    expect(exitCode).toBe(1)
    expect(out).toMatch(expected)
    expect(err).toContain('not-a-date')
  })
})
