import { describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const say = (args: string[], world = {}) =>
  plandue(['say', ...args], { files: shippedPlans(), ...world })
const sayOf = async (text: string, item: string, today: string) => {
  const files = { 'plans/a.yaml': text }
  return (await say([`a#${item}`, '--today', today], { files })).out.trimEnd()
}

const received = record().replace('published:', 'received:')
const hmicfrs = 'authority: Surrey\nframework: hmicfrs\npublished: 2023-12-06\n'
const plan = (text: string) => `${received}plan: { final: { ${text} } }\n`
const action = (text: string) => `${received}actions: [{ id: A1, title: Audit., ${text} }]\n`

/** Who gets a copy of what is published under SI 2007/462 regulation 3. */
const WHOM =
  'the Chief Inspector, the Secretary of State, its partners, a local newspaper and a local radio station'

describe('plandue say', () => {
  it('tells who must send what to whom by when, why then, and how it stands', async () => {
    expect(await sayOf(received, 'final', '2024-02-12')).toBe(
      `Shropshire Council must publish its final action plan and send copies to ${WHOM} by Tuesday 23 April 2024. The deadline is 70 working days after the letter was received on Friday 12 January 2024. The count leaves out weekends, Good Friday (29 March 2024) and Easter Monday (1 April 2024). On Monday 12 February 2024 this had not been published and 49 working days were left. An earlier stage is overdue: Draft action plan.`,
    )
  })

  it('tells of an action by whom it was moved, and why', async () => {
    const moved = action(
      'due: 2024-03-28, extensions: [{ to: 2024-04-12, on: 2024-03-11, by: Director, reason: Illness }, { to: 2024-05-24, on: 2024-04-08, by: Board, reason: No auditor }]',
    )
    expect(await sayOf(moved, 'A1', '2024-04-08')).toBe(
      'Shropshire Council has promised to finish “Audit” by Friday 24 May 2024. The first deadline was Thursday 28 March 2024. On Monday 8 April 2024 Board extended the deadline from Friday 12 April 2024. The reason given was: No auditor. On Monday 8 April 2024 this had not been finished and 33 working days were left.',
    )
  })

  it.each([
    [record(), 'draft', '2024-01-15', 'may be as early as Tuesday 30 January 2024'],
    [received, 'draft', '2024-02-09', 'this had not been sent and it was the last day.'],
    [received, 'draft', '2024-02-08', '1 working day was left.'],
    [
      received,
      'draft',
      '2024-02-12',
      'had to send Ofsted its draft action plan by Friday 9 February 2024.',
    ],
    [received, 'draft', '2024-02-13', 'this had not been sent and was 2 working days late.'],
    [
      plan('submitted: 2024-04-22'),
      'final',
      '2024-05-01',
      'published its final action plan on Monday 22 April 2024, 1 working day before the deadline of Tuesday 23 April 2024. The deadline was 70 working days after',
    ],
    [
      plan('submitted: 2024-04-23'),
      'final',
      '2024-05-01',
      'on Tuesday 23 April 2024, the day of the deadline.',
    ],
    [
      plan('submitted: 2024-04-25'),
      'final',
      '2024-05-01',
      ', 2 working days after the deadline of',
    ],
    [
      plan('stated: 2024-04-25'),
      'final',
      '2024-03-01',
      'The letter gives this date. A count of 70 working days would give Tuesday 23 April 2024.',
    ],
    [
      plan('extensions: [{ to: 2024-05-07, on: 2024-02-01, by: Ofsted, reason: A fire. }]'),
      'final',
      '2024-03-01',
      'by Tuesday 7 May 2024. On Thursday 1 February 2024 Ofsted extended the deadline from Tuesday 23 April 2024. The reason given was: A fire.',
    ],
    [
      plan('extensions: [{ to: 2024-05-07 }]'),
      'final',
      '2024-03-01',
      'The deadline was extended from Tuesday 23 April 2024.',
    ],
    [
      plan('closed: { on: 2024-03-01, reason: Merged }'),
      'final',
      '2024-03-01',
      `had to publish its final action plan and send copies to ${WHOM} by Tuesday 23 April 2024. This was closed on Friday 1 March 2024: Merged.`,
    ],
    [
      action('due: 2024-03-01, closed: { on: 2024-02-29, reason: No use }'),
      'A1',
      '2024-03-04',
      'had promised to finish “Audit” by Friday 1 March 2024. This was closed on Thursday 29 February 2024: No use.',
    ],
    [
      plan('expected: 2024-05-01'),
      'final',
      '2024-02-05',
      'The authority expects to finish on Wednesday 1 May 2024, after the deadline.',
    ],
    [
      received.replace(/areas[\s\S]*/, 'areasForPriorityAction: []\n'),
      'final',
      '2024-02-05',
      `does not have to publish its final action plan and send copies to ${WHOM}, because the letter names no area for priority action.`,
    ],
    [
      'authority: Leeds\nframework: sif\nvisited: 2024-01\n',
      'final',
      '2024-02-05',
      `No deadline is running yet for Leeds to publish its written statement of proposed action and send copies to ${WHOM}, because there is no report yet.`,
    ],
    [
      hmicfrs,
      'final',
      '2024-01-10',
      'must publish its comments on the report and send copies to the inspectors and the Secretary of State by Tuesday 30 January 2024. The deadline is the last day of 56 calendar days beginning with Wednesday 6 December 2023, when the report was published.',
    ],
    [
      received.replace('2024-01-12', '2028-11-20'),
      'final',
      '2028-11-21',
      'This date is provisional, because the bank holidays after Tuesday 26 December 2028 are not official yet.',
    ],
    [
      action('due: 2024-02-20, owner: QA lead'),
      'A1',
      '2024-02-05',
      'has promised to finish “Audit” by Tuesday 20 February 2024. The owner is QA lead. On Monday 5 February 2024 this had not been finished and 11 working days were left.',
    ],
    [
      action('due: 2024-02-20, blocked: no auditor'),
      'A1',
      '2024-02-05',
      'This is blocked: no auditor.',
    ],
    [
      action('due: 2024-02-20, done: 2024-02-21'),
      'A1',
      '2024-03-01',
      'finished “Audit” on Wednesday 21 February 2024, 1 working day after the deadline of',
    ],
    [received, 'draft', '2024-02-10', 'this had not been sent and was 1 day late.'],
    [received, 'draft', '2024-02-12', 'this had not been sent and was 1 working day late.'],
    [
      plan('submitted: 2024-04-27, stated: 2024-04-26'),
      'final',
      '2024-05-01',
      ', 1 day after the deadline of Friday 26 April 2024.',
    ],
    [
      plan('extensions: [{ to: 2024-05-07 }, { to: 2024-05-21, on: 2024-05-03, by: Ofsted }]'),
      'final',
      '2024-05-08',
      'by Tuesday 21 May 2024. The first deadline was Tuesday 23 April 2024. On Friday 3 May 2024 Ofsted extended the deadline from Tuesday 7 May 2024.',
    ],
    [
      `${received}waivers: [{ item: draft, rule: overdue, reason: A fire., approvedBy: Ofsted, until: 2024-03-01 }]\n`,
      'draft',
      '2024-02-12',
      'Ofsted has waived that it is late until Friday 1 March 2024: A fire.',
    ],
    [
      record('', { published: 'visited: 2024-01' }).replace(/areas[\s\S]*/, ''),
      'final',
      '2024-02-05',
      'because there is no letter yet. It has to do so only if the letter names an area for priority action.',
    ],
  ])('%#: %s', async (text, item, today, words) => {
    expect(await sayOf(text, item, today)).toContain(words)
  })

  it.each([
    [
      'jtai',
      'published',
      'send its written statement of proposed action to the Chief Inspector, the other inspectorates and the Secretary of State by',
    ],
    ['area-send-2023', 'published', 'send Ofsted and CQC its priority action plan by'],
    ['prevention-of-future-deaths', 'sent', 'send the coroner its written response by'],
    ['estyn', 'received', 'prepare its post-inspection action plan by'],
    [
      'local-government-ombudsman',
      'received',
      'send its response to the report to the Ombudsman by',
    ],
    ['public-interest-report', 'sent', 'make its decision on the report by'],
    ['cqc-request', 'received', 'send the CQC its report and plans for improvement by'],
    [
      'school-causing-concern',
      'received',
      'send its statement of proposed action to the Chief Inspector by',
    ],
  ])('of %s, with the day on which it was %s: must %s', async (framework, clock, words) => {
    const text = `authority: Leeds\nframework: ${framework}\n${clock}: 2024-02-01\nareasForPriorityAction: [{ id: P1, text: Practice }]\n`
    expect(await sayOf(text, 'final', '2024-02-05')).toContain(`Leeds must ${words}`)
  })

  it('says one item, or all of a record, each in a paragraph of one line', async () => {
    const all = await say(['shropshire-2023', '--today', '2024-02-05'])
    expect(all.out.trimEnd().split('\n\n')).toHaveLength(2)
    const one = await say(['shropshire-2023#final', '--today', '2024-02-05'])
    expect(one.out.trimEnd().split('\n')).toHaveLength(1)
    expect(all.out).toContain(one.out)
  })

  it('has a sentence for each step that is missed, falls on a closure, or comes too late', async () => {
    const config = `governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
    - { id: lead, title: Lead member, workingDaysBefore: 10 }
    - { id: legal, title: Legal check, workingDaysBefore: 5 }
closures: [{ from: 2024-04-09, title: Office move }]
`
    const text = plan('steps: { legal: { planned: 2024-04-24 } }')
    const files = { 'plans/a.yaml': text, 'plandue.yaml': config }
    const { out } = await say(['a#final', '--today', '2024-04-03'], { files })
    expect(out).toContain(
      'The step “Improvement board” was planned for Tuesday 2 April 2024 and is not recorded as done. The step “Lead member” is planned for Tuesday 9 April 2024, when the authority is closed (Office move). The step “Legal check” is planned for Wednesday 24 April 2024, after the deadline.',
    )
  })

  it.each([
    ['.', 'full stops'],
    [' ', 'blanks'],
    ['https:', 'beginnings of addresses'],
  ])('has done with 200,000 characters like %j, %s, before the test is given up', async (sign) => {
    const long = `x${sign.repeat(200_000 / sign.length)} .x`
    const extended = `extensions: [{ to: 2024-05-01, reason: "${long}" }]`
    const { out } = await say(['a#final', '-f', 'json', '--today', '2024-02-12'], {
      files: { 'plans/a.yaml': plan(extended) },
    })
    expect(JSON.parse(out).paragraphs[0].text).toContain(`The reason given was: ${long}. `)
  })

  it('has done with as many blanks in the title of a stage', async () => {
    const title = `Reply${' '.repeat(200_000)}x (in short)`
    const framework = `id: ours
title: Ours
calendar: england-and-wales
stages:
  - id: reply
    title: "${title}"
    period: { count: 5, unit: workingDays }
    clock: published
    firstDay: dayAfter
    required: always
    citation: { name: Ours, url: 'https://example.org', checked: 2024-01-01, kind: primary }
`
    const { out } = await say(['a', '-f', 'json', '--today', '2024-02-12'], {
      files: {
        'plandue.yaml': 'frameworks: [ours.yaml]',
        'ours.yaml': framework,
        'plans/a.yaml': 'authority: A\nframework: ours\npublished: 2024-02-09\n',
      },
    })
    expect(JSON.parse(out).paragraphs[0].text).toMatch(
      /^A must send the inspectorate its Reply +x by/,
    )
  })

  it('breaks the lines on a terminal', async () => {
    const { out } = await say(['shropshire-2023#final'], { columns: 60 })
    const lengths = out.split('\n').map((line) => line.length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60)
    expect(lengths.length).toBeGreaterThan(3)
  })

  it('says only what is to be done and how it stands when quiet, and names the source when verbose', async () => {
    const args = ['shropshire-2023#final', '--today', '2024-02-05']
    expect((await say([...args, '-q'])).out).toBe(
      `Shropshire Council must publish its final action plan and send copies to ${WHOM} by Tuesday 23 April 2024. On Monday 5 February 2024 this had not been published and 54 working days were left.\n`,
    )
    expect((await say([...args, '-v'])).out).toContain(
      'Source of the rule: Education and Inspections Act 2006 (Inspection of Local Authorities) Regulations 2007 (SI 2007/462), regulation 3',
    )
    expect((await say(args)).out).not.toContain('Source of the rule')
  })

  it('gives a program the same words', async () => {
    const args = ['shropshire-2023#final', '--today', '2024-02-05']
    const { paragraphs } = JSON.parse((await say([...args, '-f', 'json'])).out)
    expect(paragraphs).toEqual([
      { item: 'shropshire-2023#final', text: (await say(args)).out.trimEnd() },
    ])
  })

  it('wants an item or a record, not a date', async () => {
    expect(await say(['2024-04-23'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('`explain` takes a date'),
    })
  })
})
