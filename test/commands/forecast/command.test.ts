import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const LEEDS = record(
  `plan: { draft: { submitted: 2024-01-22 }, final: { steps: { board: { done: 2024-01-31, planned: 2024-02-09 } } } }
actions: [{ id: A1, title: Audit, owner: QA lead, due: 2024-02-16 }]`,
  { published: 'received: 2024-01-12' },
).replace('Shropshire Council', 'Leeds City Council')
const files = {
  'plans/leeds.yaml': LEEDS,
  'plans/york.yaml': 'authority: City of York\nframework: sif\npublished: 2024-01-08\n',
}
const config = `governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
    - { id: lead, title: Lead member, workingDaysBefore: 10 }
closures:
  - { from: 2024-04-08, to: 2024-04-10, title: Spring closure }
`
const broken = { 'plans/broken.yaml': 'authority: X\nframework: sif\npublished: 12/01/2024\n' }

type World = Parameters<typeof plandue>[1]
const forecast = (args: string[], world: World = {}) =>
  plandue(['forecast', '--today', '2024-02-01', ...args], {
    files: { ...files, 'plandue.yaml': config },
    ...world,
  })
const json = async (args: string[], world?: World) =>
  JSON.parse((await forecast(['-f', 'json', ...args], world)).out)
const changesIn = async (args: string[]) =>
  (await json(args)).changes.map(
    ({ on, item, to }: Record<string, string>) => `${on} ${item} ${to}`,
  )

describe('plandue forecast', () => {
  it('tells people what changes, why, and what the authority has planned', async () => {
    const { exitCode, out, err } = await forecast(['plans/leeds.yaml'], {
      columns: 80,
    })
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toBe(`Forecast from Thursday 1 February 2024 to Thursday 2 May 2024, if nothing is
done, only plans/leeds.yaml
                   overdue   at risk   on track   █ overdue ▓ at risk ░ on track
  Thu 1 Feb 2024         0         1          1   ▓░
  Thu 2 May 2024         2         0          0   ██

Changes
  Fri 2 Feb 2024    on track → at risk   Leeds City Council: Audit (QA lead)
                                         - due soon: 10 working days left
                                         leeds#A1
  Sat 17 Feb 2024   at risk → overdue    Leeds City Council: Audit (QA lead)
                                         - due on Friday 16 February 2024 and
                                           not done
                                         leeds#A1
  Wed 24 Apr 2024   at risk → overdue    Leeds City Council: Final action plan
                                         - due on Tuesday 23 April 2024 and not
                                           submitted
                                         leeds#final

Steps
  Fri 9 Feb 2024   done    Improvement board, for Leeds City Council: Final
                           action plan
                           - done on Wednesday 31 January 2024
                           leeds#final
  Tue 9 Apr 2024   to do   Lead member, for Leeds City Council: Final action
                           plan
                           - the authority is closed on that day: Spring closure
                           leeds#final

  Today           1 record, 3 items: 1 at risk, 1 on track, 1 met
  plandue check   If nothing is done, the exit code becomes 1 on Saturday 17
                  February 2024 (leeds#A1)
`)
  })

  it('says a fact a line in plain words, each with its reason', async () => {
    const { out } = await forecast(['--until', '2024-02-17'])
    expect(
      out,
    ).toBe(`Forecast from Thursday 1 February 2024 to Saturday 17 February 2024, if nothing is done
Thursday 1 February 2024: overdue 0, at risk 1, on track 2
Saturday 17 February 2024: overdue 1, at risk 1, on track 1

Changes
Friday 2 February 2024: from on track to at risk, Leeds City Council: Audit (QA lead) (due soon: 10 working days left; leeds#A1)
Saturday 17 February 2024: from at risk to overdue, Leeds City Council: Audit (QA lead) (due on Friday 16 February 2024 and not done; leeds#A1)

Steps
Friday 9 February 2024: done, Improvement board, for Leeds City Council: Final action plan (done on Wednesday 31 January 2024; leeds#final)

Today: 2 records, 4 items: 1 at risk, 2 on track, 1 met
plandue check: If nothing is done, the exit code becomes 1 on Saturday 17 February 2024 (leeds#A1)
`)
  })

  it('gives a program the same', async () => {
    const { days, changes, steps, ...rest } = await json([])
    expect(rest).toEqual({
      schemaVersion: 1,
      today: '2024-02-01',
      until: '2024-05-02',
      complete: true,
      filters: [],
      exitCode: { today: 0, until: 1 },
      nextChange: { on: '2024-02-17', item: 'leeds#A1', items: ['leeds#A1'], exitCode: 1 },
      busy: 4,
      busyWeeks: [],
      dueWhenClosed: [],
    })
    expect(days).toMatchObject([
      { on: '2024-02-01', summary: { records: 2, items: 4, atRisk: 1, onTrack: 2, met: 1 } },
      { on: '2024-05-02', summary: { overdue: 3, atRisk: 0, onTrack: 0, met: 1 } },
    ])
    expect(changes[1]).toEqual({
      on: '2024-02-17',
      item: 'leeds#A1',
      authority: 'Leeds City Council',
      title: 'Audit',
      from: 'atRisk',
      to: 'overdue',
      why: ['due on Friday 16 February 2024 and not done'],
      due: '2024-02-16',
      earliestDue: null,
      provisional: false,
    })
    expect(steps.at(-1)).toEqual({
      on: '2024-04-09',
      item: 'leeds#final',
      authority: 'Leeds City Council',
      step: 'lead',
      title: 'Lead member',
      done: null,
      closure: 'Spring closure',
      provisional: false,
    })
  })

  it('says that a deadline counted from publication can be earlier', async () => {
    const { out } = await forecast(['plans/york.yaml'])
    expect(out).toMatch(
      /from at risk to overdue, .*the true deadline may be as early as Friday 5 April 2024/,
    )
  })
})

describe('the span', () => {
  it.each<[string[], string[], string]>([
    [['--until', '2024-02-01'], [], 'what is so today is no change'],
    [['--until', '2024-02-02'], ['2024-02-02 leeds#A1 atRisk'], 'its last day belongs to it'],
    [
      ['--until', '2024-02-17', '--today', '2024-02-02'],
      ['2024-02-17 leeds#A1 overdue'],
      'it starts later',
    ],
  ])('%j: %j, because %s', async (args, expected, _because) => {
    expect(await changesIn(args)).toEqual(expected)
  })

  it('is counted each week if so wanted', async () => {
    const days = async (args: string[]) =>
      (await json(['--until', '2024-02-20', ...args])).days.map(({ on }: { on: string }) => on)
    expect(await days([])).toEqual(['2024-02-01', '2024-02-20'])
    expect(await days(['--weekly'])).toEqual([
      '2024-02-01',
      '2024-02-08',
      '2024-02-15',
      '2024-02-20',
    ])
  })

  it.each([
    ['2024-01-31', 'is before the day of the report, Thursday 1 February 2024'],
    ['31/01/2024', 'Did you mean 2024-01-31?'],
  ])('cannot end on %s', async (until, message) => {
    expect(await forecast(['--until', until])).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining(message),
    })
  })

  it('in which nothing changes says so', async () => {
    const { out } = await forecast(['--until', '2024-02-01'])
    expect(out).toContain('Changes\nNo item changes status.\n')
  })
})

describe('what it is about', () => {
  it.each([
    [['--authority', 'york'], ['york#final']],
    [['--framework', 'sif'], ['york#final']],
    [['--owner', 'qa'], ['leeds#A1']],
    [
      ['--stage', 'final'],
      ['leeds#final', 'york#final'],
    ],
  ])('%j: %j', async (args, expected) => {
    const { changes } = await json(args)
    const items = new Set(changes.map(({ item }: { item: string }) => item))
    expect([...items].sort()).toEqual(expected)
  })

  it.each([
    [['--stage', 'finale'], 'did you mean `final`?'],
    [['--framework', 'siff'], 'did you mean `sif`?'],
  ])('refuses a name that nothing has: %j', async (args, message) => {
    expect(await forecast(args)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining(message),
    })
  })

  it('is only the changes when quiet, and also what stays when verbose', async () => {
    const { out: quiet } = await forecast(['-q', '--until', '2024-02-02'])
    expect(quiet).toBe(
      'Friday 2 February 2024: from on track to at risk, Leeds City Council: Audit (QA lead) (due soon: 10 working days left; leeds#A1)\n',
    )
    expect((await forecast(['-q', '--until', '2024-02-01'])).out).toBe('')
    const kept = 'Friday 9 February 2024: met, Leeds City Council: Draft action plan (leeds#draft)'
    expect((await forecast([])).out).not.toContain(kept)
    expect((await forecast(['-v'])).out).toContain(`Unchanged\n${kept}`)
  })
})

describe('a forecast that does not know all', () => {
  const world = { files: { ...files, ...broken } }
  it.each([
    ['plain', []],
    ['table', []],
    ['plain', ['-q']],
  ])('says so first as %s %j, and ends with 1', async (format, args) => {
    const { exitCode, out, err } = await forecast(['-f', format, ...args], world)
    expect(exitCode).toBe(1)
    expect(out).toMatch(/^Incomplete: 1 file with errors/)
    expect(err).toContain('not-a-date')
  })

  it('says so to a program', async () => {
    expect(await json([], world)).toMatchObject({
      complete: false,
      exitCode: { today: 1, until: 1 },
      nextChange: null,
    })
  })

  it('marks what rests on bank holidays that are not official yet', async () => {
    const late = { 'plans/a.yaml': 'authority: A\nframework: estyn\nreceived: 2028-12-04\n' }
    const args = ['--today', '2028-12-20', '--until', '2029-01-31']
    expect((await forecast(args, { files: late })).out).toMatch(
      /from at risk to overdue, .*provisional: not all bank holidays/,
    )
    expect((await json(args, { files: late })).changes.at(-1)).toMatchObject({ provisional: true })
  })
})
