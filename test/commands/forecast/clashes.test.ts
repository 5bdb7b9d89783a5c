import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'

/** Monday 15 April 2024: the final plan (received on 12 January) is due on Tuesday 23 April. */
const TODAY = '2024-04-15'
const letter = (actions: readonly string[], authority = 'Marshford Council') =>
  `authority: ${authority}\nframework: sif\nreceived: 2024-01-12\nactions:\n${actions.join('')}`
/** Actions of an owner, due on these days. */
const due = (owner: string, days: readonly string[], letterOf = owner.slice(0, 1)) =>
  days.map(
    (day, index) =>
      `  - { id: ${letterOf}${index + 1}, title: Task ${index + 1}, ${owner && `owner: ${owner}, `}due: ${day} }\n`,
  )

type Files = Record<string, string>
const forecast = (args: string[], files: Files, world = {}) =>
  plandue(['forecast', '--today', TODAY, ...args], { files, ...world })
const json = async (args: string[], files: Files) =>
  JSON.parse((await forecast(['-f', 'json', ...args], files)).out)

type Week = { from: string; owner: string | null; authority: string; items: unknown[] }
const weeksIn = async (args: string[], files: Files) =>
  (await json(args, files)).busyWeeks.map(
    ({ from, owner, authority, items }: Week) => `${from} ${owner ?? authority} ${items.length}`,
  )

const QA = ['2024-04-29', '2024-04-30', '2024-05-02', '2024-05-05']

describe('a busy week', () => {
  const one = (actions: readonly string[]) => ({ 'plans/a.yaml': letter(actions) })
  it.each<[string, string[], Files, string[], string]>([
    ['four for one owner', [], one(due('QA lead', QA)), ['2024-04-29 QA lead 4'], 'that is a lot'],
    ['three', [], one(due('QA lead', QA.slice(1))), [], 'that is usual'],
    [
      'three, and --busy 3',
      ['--busy', '3'],
      one(due('QA lead', QA.slice(1))),
      ['2024-04-29 QA lead 3'],
      'somebody asks for it',
    ],
    ['four, and --busy 5', ['--busy', '5'], one(due('QA lead', QA)), [], 'somebody can do more'],
    [
      'four in two weeks',
      [],
      one(due('QA lead', [...QA.slice(1), '2024-05-06'])),
      [],
      'a week ends with its Sunday',
    ],
    [
      'three and a plan of the same owner',
      [],
      one([
        ...due('QA lead', ['2024-04-22', '2024-04-23', '2024-04-24']),
        'plan: { final: { owner: qa  Lead } }\n',
      ]),
      ['2024-04-22 QA lead 4'],
      'a stage has an owner too',
    ],
    ['four that nobody owns', [], one(due('', QA, 'N')), [], 'they are nobody’s week'],
    [
      'four after the last day',
      ['--until', '2024-05-04'],
      one(due('QA lead', QA)),
      [],
      'one of them is beyond it',
    ],
    [
      'four up to the last day',
      ['--until', '2024-05-05'],
      one(due('QA lead', QA)),
      ['2024-04-29 QA lead 4'],
      'it belongs to the forecast',
    ],
    [
      'four before today',
      [],
      one(due('QA lead', ['2024-04-08', '2024-04-09', '2024-04-10', '2024-04-11'])),
      [],
      'they are overdue already',
    ],
    [
      'four, of which one is done',
      [],
      one([
        ...due('QA lead', QA.slice(1)),
        '  - { id: D1, title: T, owner: QA lead, due: 2024-04-29, done: 2024-04-12 }\n',
      ]),
      [],
      'that needs nobody',
    ],
    [
      'two and two of two authorities',
      [],
      {
        'plans/a.yaml': letter(due('QA lead', QA.slice(2))),
        'plans/b.yaml': letter(due('QA lead', QA.slice(2)), 'Fenland Council'),
      },
      [],
      'those are two people',
    ],
    [
      'two and two in two records',
      [],
      {
        'plans/a.yaml': letter(due('QA lead', QA.slice(2))),
        'plans/b.yaml': letter(due('QA lead', QA.slice(2)), 'MARSHFORD council'),
      },
      ['2024-04-29 QA lead 4'],
      'it is one authority',
    ],
    [
      'eight of an authority',
      [],
      one([
        ...due('QA lead', QA.slice(1)),
        ...due('Head', QA.slice(1)),
        ...due('', QA.slice(2), 'N'),
      ]),
      ['2024-04-29 Marshford Council 8'],
      'it is twice as much as for an owner',
    ],
    [
      'seven of an authority',
      [],
      one([
        ...due('QA lead', QA.slice(1)),
        ...due('Head', QA.slice(1)),
        ...due('', QA.slice(3), 'N'),
      ]),
      [],
      'it is less',
    ],
  ])('%s: %j', async (_what, args, files, expected, _because) => {
    expect(await weeksIn(args, files)).toEqual(expected)
  })

  it('is shown with what can be moved and what cannot', async () => {
    const stage = 'plan: { final: { owner: QA lead } }\n'
    const days = ['2024-04-22', '2024-04-23', '2024-04-24']
    const files = one([
      ...due('QA lead', days),
      ...due('Head', days),
      ...due('', ['2024-04-25'], 'N'),
      stage,
    ])
    const { out, err } = await forecast(['-f', 'table', '--until', '2024-04-26'], files, {
      columns: 80,
    })
    expect(err).toBe('')
    expect(out).toContain(`
Busy weeks
  w/c Mon 22 Apr 2024   4 due   QA lead, Marshford Council: 3 actions, which can
                                be moved; 1 stage, which cannot
                                - Mon 22 Apr: Task 1, a#Q1
                                - Tue 23 Apr: Task 2, a#Q2
                                - Tue 23 Apr: Written statement of proposed
                                  action, a#final
                                - Wed 24 Apr: Task 3, a#Q3
  w/c Mon 22 Apr 2024   8 due   Marshford Council: 7 actions, which can be
                                moved; 1 stage, which cannot
                                - QA lead 4, Head 3 and no owner 1
                                - Tue 23 Apr: Written statement of proposed
                                  action, a#final

  Today `)
    const { out: plain } = await forecast(['-f', 'plain'], files)
    expect(plain).toContain(
      'Week commencing Monday 22 April 2024: 8 due, Marshford Council: 7 actions, which can be moved; 1 stage, which cannot (QA lead 4, Head 3 and no owner 1; Tue 23 Apr: Written statement of proposed action, a#final)\n',
    )
    const { out: html } = await forecast(['-f', 'html'], files)
    expect(html).toContain('Week commencing Monday 22 April 2024')
    const { busy, busyWeeks } = await json([], files)
    expect(busy).toBe(4)
    expect(busyWeeks[0]).toMatchObject({
      from: '2024-04-22',
      to: '2024-04-28',
      authority: 'Marshford Council',
      owner: 'QA lead',
      items: [{}, {}, { item: 'a#final', due: '2024-04-23', canMove: false }, { canMove: true }],
    })
  })

  it('is looked for on demand, and said to be none', async () => {
    const files = one(due('QA lead', QA))
    expect((await forecast(['--busy', '5', '-f', 'plain'], files)).out).toContain(
      'Busy weeks\nIn no week is an owner due to finish 5 or more, or an authority 10.\n',
    )
    expect((await forecast(['-q', '-f', 'plain'], files)).out).not.toContain('Busy weeks')
  })

  it.each(['0', '-1', '1.5', '1001', 'many'])('is never one with %s', async (number) => {
    expect(await forecast([`--busy=${number}`], one(due('QA lead', QA)))).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('Expected a whole number from 1 to 1000.'),
    })
  })
})

describe('an item that is due when hardly anybody works', () => {
  const closures = `closures:
  - { from: 2024-05-22, to: 2024-05-23, title: Staff conference }
  - { from: 2024-12-27, to: 2024-12-31, title: Winter closure }
`
  const on = async (day: string, args: string[] = []) =>
    (
      await json(['--until', '2025-01-31', ...args], {
        'plans/a.yaml': `authority: A\nframework: sif\nreceived: 2024-04-12\nplan: { final: { submitted: 2024-04-12 } }\nactions:\n${due('QA', [day]).join('')}`,
        'plandue.yaml': closures,
      })
    ).dueWhenClosed

  it.each<[string, string[], string, string]>([
    ['2024-05-03', [], '', 'it is a Friday'],
    ['2024-05-04', ['weekend'], '2024-05-03', 'it is a Saturday'],
    ['2024-05-06', ['bankHoliday'], '2024-05-03', 'it is a bank holiday after a weekend'],
    ['2024-05-22', ['closure'], '2024-05-21', 'the authority is closed'],
    ['2024-05-23', ['closure'], '2024-05-21', 'it is closed since the day before'],
    ['2024-12-23', [], '', 'Christmas week has not begun'],
    ['2024-12-24', ['christmasWeek'], '2024-12-23', 'it is Christmas Eve'],
    ['2024-12-25', ['bankHoliday', 'christmasWeek'], '2024-12-23', 'it is Christmas Day'],
    ['2024-12-27', ['closure', 'christmasWeek'], '2024-12-23', 'all days before it are as bad'],
    ['2025-01-01', ['bankHoliday', 'christmasWeek'], '2024-12-23', 'it is New Year’s Day'],
    ['2025-01-02', [], '', 'Christmas week is over'],
  ])('on %s: %j, because %s', async (day, reasons, before, _because) => {
    const expected = reasons.length > 0 ? [{ due: day, reasons, openDayBefore: before }] : []
    expect(await on(day)).toMatchObject(expected)
    expect(await on(day)).toHaveLength(expected.length)
  })

  it('has no open day before it where all of them are past', async () => {
    expect(await on('2024-05-04', ['--today', '2024-05-04'])).toMatchObject([
      { openDayBefore: null },
    ])
    expect(await on('2024-05-04', ['--today', '2024-05-03'])).toMatchObject([
      { openDayBefore: '2024-05-03' },
    ])
  })

  it('is shown with why, until when somebody works, and whether it can be moved', async () => {
    const files = {
      'plans/a.yaml':
        'authority: Moor Council\nframework: sif\npublished: 2024-01-12\nplan: { final: { stated: 2024-05-06 } }\nactions:\n  - { id: A1, title: Audit, owner: QA lead, due: 2024-05-22 }\n',
      'plandue.yaml': closures,
    }
    const { out } = await forecast(['-f', 'table', '--until', '2024-05-31'], files, { columns: 80 })
    expect(out).toContain(`
Due when closed, or in Christmas week
  Mon 6 May 2024    cannot be moved   Moor Council: Written statement of
                                      proposed action
                                      - a bank holiday, Early May bank holiday
                                      - the last open day before it is Friday 3
                                        May 2024
                                      a#final
  Wed 22 May 2024   can be moved      Moor Council: Audit (QA lead)
                                      - the authority is closed: Staff
                                        conference
                                      - the last open day before it is Tuesday
                                        21 May 2024
                                      a#A1

  Today `)
    const { out: plain } = await forecast(['-f', 'plain', '--today', '2024-05-22'], files)
    expect(plain).toContain(
      'Wednesday 22 May 2024: can be moved, Moor Council: Audit (QA lead) (the authority is closed: Staff conference; no open day is left before it; a#A1)\n',
    )
  })

  it.each<[string, string, string, string]>([
    [
      '2024-12-25',
      '2024-12-02',
      'leaving out Christmas week, the last open day before it is Monday 23 December 2024',
      'Christmas Eve is a working day all the same',
    ],
    [
      '2024-12-27',
      '2024-12-24',
      'leaving out Christmas week, no open day is left before it',
      'so it is where today is Christmas Eve',
    ],
    [
      '2025-01-11',
      '2024-12-02',
      'the last open day before it is Friday 10 January 2025',
      'the week was over long before',
    ],
  ])('on %s, seen on %s: %s, because %s', async (day, today, words, _because) => {
    const files = {
      'plans/a.yaml': `authority: A\nframework: sif\nreceived: 2024-04-12\nplan: { final: { submitted: 2024-04-12 } }\nactions:\n${due('QA', [day]).join('')}`,
    }
    const args = ['-f', 'plain', '--today', today, '--until', '2025-01-31']
    expect((await forecast(args, files)).out).toContain(`; ${words}; a#Q1)\n`)
  })

  it('is counted by the bank holidays of its own framework', async () => {
    const there = (framework: string) => ({
      'plans/a.yaml': `authority: A\nframework: ${framework}\nreceived: 2024-04-12\nactions:\n${due('QA', ['2024-07-12']).join('')}`,
      'plandue.yaml': 'frameworks: [own.yaml]\n',
      'own.yaml': `id: own
title: Ours
inspectorate: RQIA
calendar: northern-ireland
stages:
  - id: final
    title: Plan
    period: { count: 60, unit: workingDays }
    clock: received
    firstDay: dayAfter
    required: always
    citation: { name: A letter, url: https://example.org, checked: 2024-01-01, kind: primary, certain: All of it }
`,
    })
    const reasons = async (framework: string) => {
      const { dueWhenClosed } = await json([], there(framework))
      return dueWhenClosed.flatMap(({ why }: { why: string[] }) => why)
    }
    expect(await reasons('sif')).toEqual([])
    expect(await reasons('own')).toEqual(['a bank holiday, Battle of the Boyne (Orangemen’s Day)'])
  })
})
