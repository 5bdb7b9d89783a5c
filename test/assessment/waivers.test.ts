import { describe, expect, it } from 'vitest'
import { failsFrom } from '../../src/assessment/failing.ts'
import { isWaived } from '../../src/assessment/waivers.ts'
import { assess, itemOf } from '../helpers/assess.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

const waiver = (item: string, rule: string, until: string) =>
  `  - { item: ${item}, rule: ${rule}, reason: Illness., approvedBy: Director, until: ${until} }\n`
const withAction = (action: string, ...waivers: string[]) =>
  record(`plan: { draft: { submitted: 2024-01-22 } }
actions:
  - { id: A1, title: Audit, due: 2024-02-09${action} }
waivers:
${waivers.join('')}`).replace('published:', 'received:')

const check = async (text: string, today: string, ...args: string[]) => {
  const files = { 'plans/a.yaml': text }
  const options = ['check', '-f', 'json', '--today', today, ...args]
  const { exitCode, out } = await plandue(options, { files })
  return { exitCode, ...JSON.parse(out) }
}

describe('a waiver', () => {
  it.each([
    ['overdue', '2024-03-01', '2024-02-12', true, 'it is overdue, and that is waived'],
    ['overdue', '2024-03-01', '2024-03-01', true, 'the last day counts whole'],
    ['overdue', '2024-03-01', '2024-03-04', false, 'it has ended'],
    ['overdue', '2024-03-01', '2024-02-08', false, 'it is at risk, and that is not waived'],
    ['dueSoon', '2024-03-01', '2024-02-08', true, 'due soon is its only reason'],
    ['dueSoon', '2024-03-01', '2024-02-12', false, 'overdue is another matter'],
    ['blocked', '2024-03-01', '2024-02-08', false, 'it is not blocked'],
  ])(
    'on %s until %s silences as at %s: %s, because %s',
    (rule, until, today, expected, _because) => {
      const item = itemOf(withAction('', waiver('A1', rule, until)), 'A1', today)
      expect(isWaived(item)).toBe(expected)
    },
  )

  it.each([
    [['dueSoon'], false, 'it is blocked besides'],
    [['dueSoon', 'blocked'], true, 'both reasons are waived'],
  ])('on %j of an item at risk for two reasons: %s, because %s', (rules, expected, _because) => {
    const waivers = rules.map((rule) => waiver('A1', rule, '2024-03-01'))
    const item = itemOf(withAction(', blocked: no auditor', ...waivers), 'A1', '2024-02-08')
    expect(isWaived(item)).toBe(expected)
  })

  it('changes no status, and fails no run until it has ended', async () => {
    const text = withAction('', waiver('A1', 'overdue', '2024-03-01'))
    expect(await check(text, '2024-02-12')).toMatchObject({
      exitCode: 0,
      summary: { overdue: 1, waived: 1 },
      nextChange: { on: '2024-03-02', item: 'a#A1', items: ['a#A1'], exitCode: 1 },
      items: [
        { id: 'a#A1', status: 'overdue', waived: true, waivers: [{ until: '2024-03-01' }] },
        {},
        {},
      ],
    })
    expect(await check(text, '2024-03-02')).toMatchObject({
      exitCode: 1,
      summary: { overdue: 1, waived: 0 },
      diagnostics: [{ code: 'waiver-expired' }],
    })
  })

  it.each([
    ['2024-02-05', 'overdue', '2024-03-01', '2024-03-02', 'it waits for the day after the waiver'],
    ['2024-02-05', 'overdue', '2024-02-07', '2024-02-10', 'it ends before the action is due'],
  ])(
    'as at %s on %s until %s: the exit code changes on %s, because %s',
    async (today, rule, until, on, _because) => {
      const { nextChange } = await check(withAction('', waiver('A1', rule, until)), today)
      expect(nextChange).toMatchObject({ on, item: 'a#A1' })
    },
  )

  it('on a reason puts off what `--fail-on at-risk` looks at', async () => {
    const text = withAction('', waiver('A1', 'dueSoon', '2024-02-07'))
    const atRisk = ['--fail-on', 'at-risk', '--stage', 'none']
    const { exitCode, nextChange } = await check(text, '2024-02-05', ...atRisk.slice(0, 2))
    expect(exitCode).toBe(0)
    expect(nextChange).toMatchObject({ on: '2024-02-08', item: 'a#A1' })
    expect((await check(text, '2024-02-08', ...atRisk.slice(0, 2))).exitCode).toBe(1)
  })

  it.each([
    [[], '2024-01-26', 'the margin of 10 working days'],
    [['dueSoon', '2024-01-31'], '2024-02-01', 'the waiver ends before the action is due'],
    [['dueSoon', '2024-02-29'], '2024-02-10', 'it is overdue before the waiver ends'],
    [['blocked', '2024-02-29'], '2024-01-26', 'another reason is waived'],
  ] as const)(
    'with %j on an action on track moves the exit code on %s, because %s',
    async (given, on, _because) => {
      const [rule, until] = given
      const text = rule
        ? withAction('', waiver('A1', rule, until))
        : withAction('').replace('waivers:\n', '')
      const { exitCode, nextChange } = await check(text, '2024-01-22', '--fail-on', 'at-risk')
      expect(exitCode).toBe(0)
      expect(nextChange).toMatchObject({ on, item: 'a#A1' })
      expect((await check(text, on, '--fail-on', 'at-risk')).exitCode).toBe(1)
    },
  )

  it('is told wherever people read', async () => {
    const files = { 'plans/a.yaml': withAction('', waiver('A1', 'overdue', '2024-03-01')) }
    const report = async (...args: string[]) =>
      (await plandue(['--today', '2024-02-12', ...args], { files, columns: 120 })).out
    const table = await report('-f', 'table', '-v')
    expect(table).toContain('- waived until Fri 1 Mar by Director: Illness\n')
    expect(table).toContain('\nWaived     1: a#A1 until Fri 1 Mar\n')
    expect(table).toContain('\nExit code  0; 1 from Sat 2 Mar unless a#A1 is done\n')
    const plain = await report('-f', 'plain')
    expect(plain).toContain('waived until Friday 1 March 2024, approved by Director: Illness')
    expect(plain).toContain('\nWaived: 1: a#A1 until Friday 1 March 2024\n')
    expect(plain).toContain('\nExit code: 0; 1 from Saturday 2 March 2024 unless a#A1 is done\n')
  })
})

describe('the waivers of an item', () => {
  const of = (today: string, ...waivers: string[]) =>
    itemOf(withAction('', ...waivers), 'A1', today)

  it('are those on it that last', () => {
    const all = [
      waiver('A1', 'overdue', '2024-03-01'),
      waiver('A1', 'blocked', '2024-02-01'),
      waiver('draft', 'overdue', '2024-03-01'),
    ]
    expect(of('2024-02-05', ...all).waivers).toEqual([
      { rule: 'overdue', reason: 'Illness.', approvedBy: 'Director', until: '2024-03-01' },
    ])
    expect(itemOf(record(), 'draft', '2024-02-05').waivers).toEqual([])
  })

  it('last as long as the latest of them, in whatever order they stand', () => {
    const both = ['2024-03-01', '2024-02-20'].map((until) => waiver('A1', 'overdue', until))
    for (const waivers of [both, both.toReversed()])
      expect(failsFrom(of('2024-02-05', ...waivers), 'overdue')).toBe('2024-03-02')
  })
})

describe('a waiver on which something is to be said', () => {
  const remarks = (action: string, today: string, ...waivers: string[]) =>
    assess(withAction(action, ...waivers), today).diagnostics.filter(({ line }) => line > 9)

  it.each<[string, string, string, string | null, string]>([
    ['', 'overdue', '2024-02-05', null, 'it waits for the day on which it is overdue'],
    ['', 'dueSoon', '2024-02-05', null, 'so may one for the margin'],
    ['', 'dueMoved', '2024-02-05', null, 'a change may move it'],
    [
      '',
      'blocked',
      '2024-02-05',
      'the waiver silences nothing: `blocked` does not hold for `A1`',
      'it holds now or never',
    ],
    [', blocked: no data', 'blocked', '2024-02-05', null, 'it is blocked'],
    [
      ', done: 2024-02-05',
      'overdue',
      '2024-02-05',
      'the waiver silences nothing: `overdue` does not hold for `A1`',
      'it is done',
    ],
    ['', 'overdue', '2024-03-01', null, 'its last day counts'],
    ['', 'overdue', '2024-03-02', 'the waiver ended on Friday 1 March 2024', 'it is over'],
    [
      ', done: 2024-02-05',
      'overdue',
      '2024-03-02',
      'the waiver silences nothing: `overdue` does not hold for `A1`',
      'of what is done nobody need renew it',
    ],
    ['', 'late', '2024-02-05', 'there is no rule `late`', 'no rule has that name'],
  ])('%j, on %s, as at %s: %s, because %s', (action, rule, today, message, _because) => {
    const found = remarks(action, today, waiver('A1', rule, '2024-03-01'))
    expect(found.map((one) => one.message)).toEqual(message === null ? [] : [message])
    expect(found.every(({ line }) => line === 10)).toBe(true)
  })
})

describe('a comment that ignores a remark', () => {
  it('is not called unused on a day before the file has anything to remark on', async () => {
    const early = await check(text, '2024-01-08')
    expect(early.diagnostics).toEqual([])
    const idle = text.replace('follows: gone\n', 'areasForPriorityAction: []\n')
    expect((await check(idle, '2024-02-05')).diagnostics).toMatchObject([
      { code: 'ignore-unused', line: 3 },
      { code: 'ignore-unused', line: 5 },
    ])
  })

  const text = `authority: A
framework: ilacs-focused-visit
# plandue-ignore-next-line areas-unknown -- the letter is being typed up
published: 2024-01-12
# plandue-ignore-next-line unknown-reference -- the older record is elsewhere
follows: gone
`
  it('hides it from a check, whose summary counts it', async () => {
    const { diagnostics, summary } = await check(text, '2024-02-05')
    expect(diagnostics).toEqual([])
    expect(summary.ignored).toBe(2)
    const { out } = await plandue(['-v', '-f', 'plain', '--today', '2024-02-05'], {
      files: { 'plans/a.yaml': text },
    })
    expect(out).toContain('\nIgnored: 2 diagnostics, by comments in records\n')
  })

  it('hides it from an explanation as well, which says nothing of the comments', async () => {
    const { err } = await plandue(['explain', 'a'], { files: { 'plans/a.yaml': text } })
    expect(err).toBe('')
    const open = text.replace(/# plandue-ignore.*areas.*\n/, '')
    const shown = await plandue(['explain', 'a'], { files: { 'plans/a.yaml': open } })
    expect(shown.err).toContain('areas-unknown')
  })
})
