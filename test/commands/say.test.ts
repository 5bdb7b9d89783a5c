import { describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

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

describe('plandue say', () => {
  it('tells who must send what to whom by when, why then, and how it stands', async () => {
    expect(await sayOf(received, 'final', '2024-02-12')).toBe(
      'Shropshire Council must send Ofsted its final action plan by Tuesday 23 April 2024. The deadline is 70 working days after the letter was received on Friday 12 January 2024. The count leaves out weekends, Good Friday (29 March 2024) and Easter Monday (1 April 2024). On Monday 12 February 2024 it had not been sent and 49 working days were left. An earlier stage is overdue: Draft action plan.',
    )
  })

  it.each([
    [record(), 'draft', '2024-01-15', 'may be as early as Tuesday 30 January 2024'],
    [received, 'draft', '2024-02-09', 'it had not been sent and it was the last day.'],
    [received, 'draft', '2024-02-08', '1 working day was left.'],
    [
      received,
      'draft',
      '2024-02-12',
      'had to send Ofsted its draft action plan by Friday 9 February 2024.',
    ],
    [received, 'draft', '2024-02-13', 'it had not been sent and was 2 working days late.'],
    [
      plan('submitted: 2024-04-22'),
      'final',
      '2024-05-01',
      'sent Ofsted its final action plan on Monday 22 April 2024, 1 working day before the deadline of Tuesday 23 April 2024. The deadline was 70 working days after',
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
      'by Tuesday 7 May 2024. Ofsted extended the deadline from Tuesday 23 April 2024 on Thursday 1 February 2024: A fire.',
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
      'had to send Ofsted its final action plan by Tuesday 23 April 2024. It was closed on Friday 1 March 2024: Merged.',
    ],
    [
      plan('expected: 2024-05-01'),
      'final',
      '2024-02-05',
      'Expected on Wednesday 1 May 2024, after it is due',
    ],
    [
      received.replace(/areas[\s\S]*/, 'areasForPriorityAction: []\n'),
      'final',
      '2024-02-05',
      'does not have to send Ofsted its final action plan: the report names no area for priority action.',
    ],
    [
      'authority: Leeds\nframework: sif\nvisited: 2024-01\n',
      'final',
      '2024-02-05',
      'No deadline runs yet for Leeds to send Ofsted its written statement of proposed action: no report yet.',
    ],
    [
      hmicfrs,
      'final',
      '2024-01-10',
      'The deadline is the last of 56 calendar days that began with Wednesday 6 December 2023, when the report was published.',
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
      'has promised “Audit” by Tuesday 20 February 2024. The owner is QA lead. On Monday 5 February 2024 it had not been finished and 11 working days were left.',
    ],
    [action('due: 2024-02-20, blocked: no auditor'), 'A1', '2024-02-05', 'Blocked: no auditor.'],
    [
      action('due: 2024-02-20, done: 2024-02-21'),
      'A1',
      '2024-03-01',
      'finished “Audit” on Wednesday 21 February 2024, 1 working day after the deadline of',
    ],
  ])('%#: %s', async (text, item, today, words) => {
    expect(await sayOf(text, item, today)).toContain(words)
  })

  it('says one item, or all of a record, each in a paragraph of one line', async () => {
    const all = await say(['shropshire-2023', '--today', '2024-02-05'])
    expect(all.out.trimEnd().split('\n\n')).toHaveLength(2)
    const one = await say(['shropshire-2023#final', '--today', '2024-02-05'])
    expect(one.out.trimEnd().split('\n')).toHaveLength(1)
    expect(all.out).toContain(one.out)
  })

  it('breaks the lines on a terminal', async () => {
    const { out } = await say(['shropshire-2023#final'], { columns: 60 })
    const lengths = out.split('\n').map((line) => line.length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(60)
    expect(lengths.length).toBeGreaterThan(3)
  })

  it('is one sentence when quiet, and names the source when verbose', async () => {
    const args = ['shropshire-2023#final', '--today', '2024-02-05']
    expect((await say([...args, '-q'])).out).toBe(
      'Shropshire Council must send Ofsted its final action plan by Tuesday 23 April 2024.\n',
    )
    expect((await say([...args, '-v'])).out).toContain('Source of the rule: CYP Now')
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
