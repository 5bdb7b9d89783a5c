import { describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const files = shippedPlans()
const explain = (args: string[], world = {}) =>
  plandue(['explain', ...args], { files, columns: 80, ...world })
const asJson = async (args: string[], world = {}) =>
  JSON.parse((await explain([...args, '-f', 'json'], world)).out)

/** Pages to look at: the arguments, and what is shown. */
const pages: Record<string, string[]> = {
  'final.table.txt': ['shropshire-2023#final', '--today', '2024-02-05', '-f', 'table'],
  'final.plain.txt': ['shropshire-2023#final', '--today', '2024-02-05', '-f', 'plain'],
  'final.json': ['shropshire-2023#final', '--today', '2024-02-05', '-f', 'json'],
  'record.table.txt': ['shropshire-2023', '--today', '2024-02-05', '-f', 'table', '--readings'],
  'extended.table.txt': ['shropshire-send-2020', '--today', '2020-08-01', '-f', 'table'],
  'date.table.txt': ['2024-04-23', '--today', '2024-02-05', '-f', 'table'],
  'clock.table.txt': ['2024-01-12', '--framework', 'hmicfrs', '-f', 'table', '--readings'],
}

describe('plandue explain', () => {
  it.each(Object.entries(pages))('%s', async (name, args) => {
    const { out, err, exitCode } = await explain(args)
    expect({ err, exitCode }).toEqual({ err: '', exitCode: 0 })
    await expect(out).toMatchFileSnapshot(`golden/${name}`)
  })

  it('shows of an action its area, its plan, its promise, each extension with its place, and how far it moved', async () => {
    const text = record(`actions:
  - id: A1
    title: Audits
    answers: [P1]
    due: 2024-03-28
    extensions:
      - { to: 2024-04-12, on: 2024-03-11, by: Director, reason: Illness }
      - { to: 2024-05-24, on: 2024-04-08, by: Board, reason: No auditor }
`)
    const world = { files: { 'plans/a.yaml': text } }
    const { out } = await explain(['a#A1', '--today', '2024-04-08', '-f', 'plain'], world)
    expect(out).toContain(`Area: P1: Timeliness of strategy discussions
Plan: Final action plan, due on Tuesday 23 April 2024: at risk; this action is due 22 working days after it
Promised: Thursday 28 March 2024 (plans/a.yaml:7)
Extended: to Friday 12 April 2024, on Monday 11 March 2024, by Director: Illness (plans/a.yaml:12)
Extended: to Friday 24 May 2024, on Monday 8 April 2024, by Board: No auditor (plans/a.yaml:13)
Moved: twice, 38 working days in all
Due: Friday 24 May 2024, to the end of the day
`)
    const { items } = await asJson(['a#A1', '--today', '2024-04-07'], world)
    expect(items[0]).toMatchObject({
      due: '2024-04-12',
      areas: [{ id: 'P1', text: 'Timeliness of strategy discussions' }],
      plan: { id: 'a#final', status: 'atRisk', due: '2024-04-23', workingDaysAfter: -7 },
      extensions: [{ line: 12 }],
    })
  })

  it.each([
    [
      '2024-04-22',
      'due on Tuesday 23 April 2024: on track; this action is due 1 working day before it',
    ],
    ['2024-04-23', 'due on Tuesday 23 April 2024: on track; this action is due then too'],
    [
      '2024-04-25',
      'due on Tuesday 23 April 2024: on track; this action is due 2 working days after it',
    ],
  ])('says how an action of %s lies to its plan: %s', async (due, words) => {
    const text = record(`actions: [{ id: A1, title: Audits, due: ${due} }]\n`)
    const world = { files: { 'plans/a.yaml': text } }
    const args = ['--today', '2024-02-05', '-f', 'plain']
    expect((await explain(['a#A1', ...args], world)).out).toContain(`Final action plan, ${words}\n`)
    expect((await explain([due, ...args], world)).out).toContain(words)
    const without = text.replace('published: 2024-01-12', 'visited: 2023-11')
    const { out } = await explain(['a#A1', ...args], { files: { 'plans/a.yaml': without } })
    expect(out).toContain('Plan: Final action plan, no due date: waiting\n')
  })

  it('shows of Shropshire’s final plan 70 days counted, 30 and 2 skipped, 102 in all', async () => {
    const { items } = await asJson(['shropshire-2023#final', '--today', '2024-02-05'])
    expect(items).toHaveLength(1)
    const { derivation } = items[0]
    expect(derivation).toMatchObject({
      clock: { name: 'published', date: '2024-01-12', file: 'plans/shropshire-2023.yaml', line: 6 },
      dayOne: '2024-01-15',
      due: '2024-04-23',
      counted: 70,
      weekendDays: 30,
      elapsed: 102,
      bankHolidays: [
        { date: '2024-03-29', title: 'Good Friday', official: true },
        { date: '2024-04-01', title: 'Easter Monday', official: true },
      ],
      citation: { kind: 'primary', checked: '2026-11-25' },
    })
    expect(derivation.days).toHaveLength(102)
    expect(derivation.days[0]).toEqual({ date: '2024-01-13', skipped: 'weekend' })
    expect(derivation.days[2]).toEqual({ date: '2024-01-15', number: 1 })
    expect(derivation.days.at(-1)).toEqual({ date: '2024-04-23', number: 70 })
  })

  it.each([
    ['shropshire-2023#final', ['final'], 'it is the whole id'],
    ['shropshire-2023#f', ['final'], 'no other item begins so'],
    ['shropshire-2023', ['draft', 'final'], 'it is the id of a record'],
    ['SHROPSHIRE-2023#DRAFT', ['draft'], 'case makes no difference'],
    ['herefor#', ['final'], 'one record alone begins so'],
    ['plans/shropshire-2023.yaml', ['draft', 'final'], 'it is its file'],
    ['plans/shropshire-2023.yaml#draft', ['draft'], 'likewise'],
  ])('takes %s for %j, because %s', async (what, stages, _because) => {
    const { items } = await asJson([what])
    expect(items.map(({ stage }: { stage: string }) => stage)).toEqual(stages)
  })

  it('takes the id of an action without its record, where one record has it', async () => {
    const files = {
      'plans/a.yaml': record('actions: [{ id: A1, title: Audits, due: 2024-03-28 }]\n'),
      'plans/b.yaml': record(
        'actions: [{ id: A1, title: Posters, due: 2024-03-28 }, { id: A2, title: Leaflets, due: 2024-03-28 }]\n',
      ),
    }
    const today = ['--today', '2024-02-05']
    const { items } = await asJson(['a2', ...today], { files })
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['b#A2'])
    expect((await plandue(['say', 'A2', ...today], { files })).out).toContain('“Leaflets”')
    expect(await explain(['A1'], { files })).toMatchObject({
      exitCode: 2,
      err: 'plandue: `A1` is an action of 2 records: `a#A1`, `b#A1`\n',
    })
    // A record goes before an action, also by the start of its id.
    const more = { ...files, 'plans/a2.yaml': record(), 'plans/a1-2024.yaml': record() }
    expect((await asJson(['a2', ...today], { files: more })).items).toHaveLength(2)
    expect((await asJson(['a1', ...today], { files: more })).items[0].id).toBe('a1-2024#draft')
  })

  it.each([
    ['shropshire-202', 'begins the ids of 4 records', 'several begin so'],
    ['shropshyre-2023', 'did you mean `shropshire-2023`?', 'none begins so'],
    ['shropshire-2023#finnal', 'did you mean `final`?', 'the record has no such item'],
    ['12/01/2024', 'did you mean 2024-01-12?', 'it is a date in another form'],
    ['2024-02-30', 'the calendar has no day', 'February has 29'],
    ['#final', 'write its id before', 'no record is named'],
    ['Shropshyre', 'did you mean `shropshire-', 'ids are seldom written to their end'],
  ])('refuses %s: %s, because %s', async (what, message, _because) => {
    const { exitCode, out, err } = await explain([what])
    expect([exitCode, out]).toEqual([2, ''])
    expect(err.replaceAll('\n', ' ')).toContain(message)
  })

  it('tells of a date what it is in each part of the United Kingdom, and what is due on it', async () => {
    expect(await asJson(['2024-04-23', '--today', '2024-02-05'])).toMatchObject({
      date: '2024-04-23',
      divisions: [{ closed: null }, { closed: null }, { closed: null }],
      items: [{ id: 'shropshire-2023#final' }],
    })
    const { divisions } = await asJson(['2026-06-15'])
    expect(divisions.map(({ closed }: { closed: string | null }) => closed !== null)).toEqual([
      false,
      true,
      false,
    ])
    const { out } = await explain(['2024-04-24'])
    expect(out).toContain('Nothing in the records is due on that day')
  })

  it.each([
    ['2029-01-01', 'England and Wales: not a working day: New Year’s Day (provisional)'],
    ['2029-01-03', 'England and Wales: a working day (provisional)'],
    ['2029-01-06', 'England and Wales: not a working day: a weekend day\n'],
    ['2024-04-02', 'The authority: closed: Office move\n'],
  ])('tells of %s: %s', async (date, words) => {
    const config = 'closures: [{ from: 2024-04-02, title: Office move }]\n'
    const world = { files: { ...files, 'plandue.yaml': config } }
    expect((await explain([date, '-f', 'plain'], world)).out).toContain(words)
  })

  it('tells what a report of a date would demand by one framework, and needs no records', async () => {
    const { derivations } = await asJson(['2024-01-12', '--framework', 'ilacs-focused-visit'])
    expect(derivations.map(({ due }: { due: string }) => due)).toEqual(['2024-02-09', '2024-04-23'])
    const alone = await explain(['2018-07-31', '--framework', 'ilacs-focused-visit'], { files: {} })
    expect(alone.out).not.toContain('Draft')
    expect((await explain(['shropshire-2023', '--framework', 'sif'])).exitCode).toBe(2)
  })

  it('says less when quiet, and each day when verbose', async () => {
    const args = ['shropshire-2023#final', '--today', '2024-02-05', '-f', 'plain']
    expect((await explain([...args, '-q'])).out).toBe(
      'shropshire-2023#final: Due on Tuesday 23 April 2024. As at Monday 5 February 2024: on track, 54 working days left\n',
    )
    expect((await explain([...args, '-v'])).out).toContain('Monday 15 January 2024: day 1\n')
    expect((await explain([...args, '-v'])).out).toContain('Friday 29 March 2024: Good Friday\n')
    expect((await explain(args)).out).not.toContain(': day 1\n')
  })

  it('fits a picture of the months into the width', async () => {
    const args = ['shropshire-2023#final', '--today', '2024-02-05', '-f', 'table']
    const months = (text: string) =>
      text.split('\n').find((line) => line.includes('January 2024  '))
    expect(months((await explain(args)).out)).toMatch(/January 2024 +February 2024 +March 2024$/)
    expect(months((await explain(args, { columns: 120 })).out)).toMatch(/March 2024 +April 2024$/)
  })

  it('is inert whatever a record says', async () => {
    const title = '"\\e[31m::error::x \\u202Eleft"'
    const hostile = record(`actions: [{ id: A1, title: ${title}, due: 2024-02-01 }]\n`)
    const world = { files: { 'plans/h.yaml': hostile } }
    for (const format of ['table', 'plain', 'json']) {
      const { out } = await explain(['h', '-f', format, '-v'], world)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not be there
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]|^\s*::/m)
    }
  })
})

describe('an item with an error', () => {
  it('is not called missing: the error is shown', async () => {
    const files = { 'plans/a.yaml': record('plan: { draft: { submited: 2024-01-22 } }\n') }
    const { exitCode, err, out } = await explain(['a#draft'], { files })
    expect(exitCode).toBe(1)
    expect(err).toContain('did you mean `submitted`?')
    expect(out.replaceAll('\n', ' ')).toMatch(/^Incomplete: 1 file with errors.*plans\/a\.yaml/)
  })
})

describe('a file name with the sign that separates an item', () => {
  it('is read as it is', async () => {
    const files = { 'plans/a#b.yaml': record(), 'plans/a.yaml': record() }
    const ids = async (what: string) =>
      (await asJson([what], { files })).items.map(({ id }: { id: string }) => id)
    expect(await ids('a#b')).toEqual(['a#b#draft', 'a#b#final'])
    expect(await ids('a#b#final')).toEqual(['a#b#final'])
    expect(await ids('plans/a#b.yaml')).toEqual(['a#b#draft', 'a#b#final'])
    expect(await ids('a#final')).toEqual(['a#final'])
  })

  it('needs no folder of records where a path names the file', async () => {
    const { items } = await asJson(['other/a.yaml#final'], { files: { 'other/a.yaml': record() } })
    expect(items).toMatchObject([{ id: 'a#final' }])
  })
})

describe('what the record says besides', () => {
  const of = (text: string, args: string[] = [], config = '') =>
    explain(['a', '--today', '2024-02-05', '-f', 'plain', ...args], {
      files: { 'plans/a.yaml': text, 'plandue.yaml': config },
    })

  it.each([
    [
      'final: { stated: 2024-04-25 }',
      'Stated: Thursday 25 April 2024, by the letter (plans/a.yaml:6), 2 working days later than the rule gives',
    ],
    [
      'final: { stated: 2024-04-23 }',
      'Stated: Tuesday 23 April 2024, by the letter (plans/a.yaml:6)\n',
    ],
    ['final: { stated: 2024-04-22 }', ', 1 working day earlier than the rule gives'],
    [
      'final: { extensions: [{ to: 2024-05-07, on: 2024-02-01, by: Ofsted, reason: a fire }] }',
      'Extended: to Tuesday 7 May 2024, on Thursday 1 February 2024, by Ofsted: a fire (plans/a.yaml:6)',
    ],
    ['final: { expected: 2024-05-01 }', 'expected on Wednesday 1 May 2024, after it is due'],
  ])('%s', async (plan, words) => {
    expect((await of(record(`plan: { ${plan} }\n`))).out).toContain(words)
  })

  it('points at the extension in the file, also where a later one is not granted yet', async () => {
    const plan = `plan:
  final:
    extensions:
      - { to: 2024-06-03, on: 2024-05-01 }
      - { to: 2024-05-07, on: 2024-02-01 }
`
    expect((await of(record(plan))).out).toContain(
      'Extended: to Tuesday 7 May 2024, on Thursday 1 February 2024 (plans/a.yaml:10)\n',
    )
  })

  it('calls no bank holiday official from before the first list', async () => {
    const old = 'authority: A\nframework: sif\npublished: 2011-12-20\n'
    const { items } = JSON.parse((await of(old, ['-f', 'json', '--today', '2012-01-10'])).out)
    expect(items[0].derivation.bankHolidays.slice(0, 3)).toMatchObject([
      { date: '2011-12-26', official: false },
      { date: '2011-12-27', official: false },
      { date: '2012-01-02', official: true },
    ])
    expect(items[0].provisional).toBe(true)
  })

  it('shows a closure that ends on the day of the clock', async () => {
    const config = 'closures: [{ from: 2024-01-08, to: 2024-01-12, title: Office move }]\n'
    expect((await of(record(), [], config)).out).toContain('Office move: the authority is closed')
    const before = config.replace('2024-01-12', '2024-01-11')
    expect((await of(record(), [], before)).out).not.toContain('Office move')
  })

  it('tells the earliest safe date where only publication is known', async () => {
    const words = 'the earliest safe date is Thursday 11 April 2024'
    expect((await of(record())).out).toContain(words)
    expect((await of(record().replace('published:', 'received:'))).out).not.toContain('earliest')
  })

  it('shows an action as promised', async () => {
    const { out } = await of(record('actions: [{ id: A1, title: Audit, due: 2024-03-31 }]\n'))
    expect(out).toContain('Promised: Sunday 31 March 2024 (plans/a.yaml:6)\n')
  })

  it('shows which bank holidays are projected', async () => {
    const late = record().replace('2024-01-12', '2028-11-20')
    const { out } = await of(late, ['--today', '2028-11-21'])
    expect(out).toContain('(provisional)')
    expect(out).toContain(
      'bank holidays are official up to Tuesday 26 December 2028; later ones are projected from the Act: New Year’s Day on Monday 1 January 2029',
    )
  })

  it('shows where a step is planned for another day than usual, and which are past', async () => {
    const config = `governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
    - { id: sign, title: Signature, workingDaysBefore: 0 }
`
    const moved = record('plan: { final: { steps: { board: { planned: 2024-02-02 } } } }\n', {
      published: 'received: 2024-01-12',
    })
    const { out } = await of(moved, [], config)
    expect(out).toContain(
      'Friday 2 February 2024: Improvement board, planned; usually Tuesday 2 April 2024, 15 working days before, not recorded as done\n',
    )
    expect(out).toContain('Tuesday 23 April 2024: Signature, on the due day\n')
  })

  it.each([
    ['2024-03-29', 'is a bank holiday, Good Friday: no rule moves'],
    ['2024-03-30', 'is a weekend day: no rule moves'],
  ])('says that %s is no working day where it is due then', async (due, words) => {
    const { out } = await of(record(`plan: { final: { stated: ${due} } }\n`))
    expect(out).toContain(words)
    expect((await of(record())).out).not.toContain('no rule moves')
  })

  it('tells of a waiver', async () => {
    const text = record(
      'waivers: [{ item: final, rule: overdue, reason: A fire., approvedBy: Ofsted, until: 2024-05-15 }]\n',
    )
    const words = 'waived until Wednesday 15 May 2024, approved by Ofsted: A fire\n'
    expect((await of(text, ['--today', '2024-05-02'])).out).toContain(words)
    expect((await of(text, ['--today', '2024-05-16'])).out).not.toContain(words)
  })

  it('marks bank holidays also where the count passes over none', async () => {
    const text = 'authority: Surrey\nframework: hmicfrs\npublished: 2024-03-20\n'
    const { out } = await of(text, ['-f', 'table', '--today', '2024-03-21'])
    for (const day of ['29b30 31', ' 1b 2', ' 6b 7']) expect(out).toContain(day)
  })

  it('gives each stage a letter of its own', async () => {
    const rule = (id: string, count: number) => `
  - id: ${id}
    title: Note ${id}
    period: { count: ${count}, unit: workingDays }
    clock: published
    firstDay: dayAfter
    required: always
    citation: { name: A letter, url: https://example.org, checked: 2026-11-21, kind: primary }`
    const own = `id: own\ntitle: Own\ncalendar: scotland\nstages:${rule('two', 5)}${rule('three', 8)}${rule('t', 9)}\n`
    const files = {
      'plandue.yaml': 'frameworks: [own.yaml]\n',
      'own.yaml': own,
      'plans/a.yaml': 'authority: A\nframework: own\npublished: 2024-01-12\n',
    }
    const { out } = await explain(['a', '--today', '2024-01-15', '-f', 'table'], { files })
    expect(out).toMatch(/T Note two due {2}H Note three due\s+1 Note t due/)
  })

  it('shows the steps on the way and the closures, which move nothing', async () => {
    const config = `governance:
  final:
    - { id: legal, title: Legal check, workingDaysBefore: 5 }
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
closures:
  - { from: 2024-04-15, to: 2024-04-16, title: Office move }
`
    const sent = record('plan: { final: { steps: { board: { done: 2024-02-02 } } } }\n', {
      published: 'received: 2024-01-12',
    })
    const { out } = await of(sent, [], config)
    expect(out).toContain(
      'Tuesday 2 April 2024: Improvement board, 15 working days before, done on Friday 2 February 2024\n',
    )
    expect(out).toContain(
      'Tuesday 16 April 2024: Legal check, 5 working days before, the authority is closed: Office move\n',
    )
    expect(out).toContain('this does not move the due date')
    expect(out).toContain('Due on Tuesday 23 April 2024.')
    const { items } = JSON.parse((await of(sent, ['-f', 'json'], config)).out)
    expect(items[1].closures).toEqual([
      { from: '2024-04-15', to: '2024-04-16', title: 'Office move' },
    ])
  })

  it('tells why there is no due date', async () => {
    const none = 'authority: A\nframework: sif\nvisited: 2024-01\n'
    expect((await of(none)).out).toContain('No due date, as at Monday 5 February 2024: waiting')
    expect((await of(none)).out).toContain('no report yet')
  })

  it('is incomplete where the record has an error, and says what is sound', async () => {
    const { exitCode, out, err } = await of(record('actions: [{ id: A1, title: x, due: soon }]\n'))
    expect(exitCode).toBe(1)
    expect(out).toMatch(/^Incomplete: /)
    expect(out).toContain('Final action plan')
    expect(err).toContain('error not-a-date')
  })
})
