import { describe, expect, it } from 'vitest'
import { elementsNamed, elementsOfClass, parseHtml } from '../../helpers/html.ts'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const shropshire = (args: string[], columns = 80) =>
  plandue(['timeline', 'shropshire', '-f', 'table', '--today', '2024-02-05', ...args], {
    files: shippedPlans(),
    columns,
  })

const full = `authority: Exampleshire Council
framework: ilacs-focused-visit
title: Front door
published: 2024-01-12
source: https://example.org/letter
areasForPriorityAction:
  - { id: P1, text: Strategy discussions }
  - { id: P2, text: Management oversight }
areasForImprovement:
  - { id: I1, text: Recruitment }
actions:
  - { id: A1, title: Weekly audits, owner: QA lead, due: 2024-02-02, done: 2024-01-30 }
  - { id: A2, title: Recruit managers, due: 2024-02-09, blocked: no budget }
notes: The letter is short.
`
const example = (args: string[], files: Record<string, string> = { 'plans/a.yaml': full }) =>
  plandue(['timeline', ...args], { files, today: '2024-02-12' })

describe('plandue timeline', () => {
  it('is drawn for a browser, above the same in words', async () => {
    const { out } = await example(['-f', 'html'])
    const root = parseHtml(out)
    const [picture] = elementsOfClass(root, 'picture')
    expect(elementsNamed(picture ?? root, 'text').map(({ text }) => text)).toEqual([
      'Jan 2024',
      'Feb',
      'Mar',
      'Apr',
      'Today',
      'Exampleshire Council',
      'Reports',
      'Plan',
      'draft',
      'final',
      'Actions',
      'A2',
    ])
    const drawn = (look: string) => elementsOfClass(picture ?? root, look).length
    expect([drawn('report'), drawn('done'), drawn('overdue-shape')]).toEqual([1, 1, 2])
    const { out: plain } = await example(['-f', 'plain'])
    const [list] = elementsOfClass(root, 'govuk-list--spaced')
    const words = elementsNamed(list ?? root, 'li').map(({ text }) => text)
    expect(words).toEqual(plain.trim().split('\n').slice(1))
  })

  it('tells what happened, year by year, then what is still to come', async () => {
    const { exitCode, out } = await shropshire([])
    expect(exitCode).toBe(0)
    const drawn = out.split('\n').map((line) => line.replace(/ {2,}[a-z-]+\d{4}(#\w+)?$/, ''))
    expect(drawn.slice(drawn.indexOf('  2023           │'))).toEqual(
      `  2023           │
  November 2023  ●  Visited: ILACS focused visit, Children subject to a child
                 │  protection plan
                 │    follows shropshire-2022
                 │
  2024           │
  Fri 12 Jan     ●  Published: ILACS focused visit
                 │    overall: good, as before
                 │    3 areas for priority action
  Mon 22 Jan     ●  Submitted: Draft action plan, 14 working days early
                 │    was due on Friday 9 February 2024
                 │
  ───────────────┼─ as at Monday 5 February 2024 ───────────────────────────────
  Tue 23 Apr     ○  Due: Final action plan, on track, 54 working days left
                 │    counted from publication: the true deadline may be as
                 │    early as Thursday 11 April 2024
`.split('\n'),
    )
  })

  it.each([
    ['2024-08-31', '30–31 Jul', 'Visited: ILACS focused visit, Children looked after'],
    ['2025-08-31', '23 Jun–4 Jul', 'Visited: ILACS standard inspection'],
    ['2025-08-31', '│', 'overall: good → outstanding'],
    ['2025-08-31', '│', 'help and protection: requires improvement → outstanding'],
    ['2020-08-31', '│', '2020 to Friday 25 September 2020, by Ofsted'],
    ['2026-02-05', ' ', 'nothing else falls due'],
  ])('as at %s has beside %s: %s', async (today, beside, text) => {
    const { out } = await shropshire(['--today', today])
    expect(out.split('\n').find((line) => line.includes(text))).toContain(beside)
  })

  it.each([40, 60, 80, 120])('fits in %i columns', async (columns) => {
    const { out } = await shropshire(['--today', '2026-02-05'], columns)
    expect(out.split('\n').filter((line) => line.length > columns)).toEqual([])
    expect(out).toContain('2017')
    expect(out).toMatch(/Fri 24 Nov\b/)
  })

  it('says in plain words one event a line', async () => {
    const { out } = await shropshire(['-f', 'plain'])
    expect(out.split('\n').slice(-5)).toEqual([
      'Friday 12 January 2024, published: ILACS focused visit; overall: good, as before; 3 areas for priority action; record shropshire-2023',
      'Monday 22 January 2024, submitted: Draft action plan, 14 working days early; was due on Friday 9 February 2024; item shropshire-2023#draft',
      'As at Monday 5 February 2024, still to come:',
      'Tuesday 23 April 2024, due: Final action plan, on track, 54 working days left; counted from publication: the true deadline may be as early as Thursday 11 April 2024; item shropshire-2023#final',
      '',
    ])
    expect((await shropshire(['-f', 'plain', '--today', '2025-08-31'])).out).toContain(
      'overall: from good to outstanding; ',
    )
  })

  it('gives a program each event with its facts', async () => {
    const { today, complete, authorities } = JSON.parse((await shropshire(['-f', 'json'])).out)
    expect([today, complete, authorities.length]).toEqual(['2024-02-05', true, 1])
    const { authority, events } = authorities[0]
    expect(authority).toBe('Shropshire Council')
    expect(events.slice(-4)).toMatchObject([
      {
        date: '2023-11-01',
        precision: 'month',
        kind: 'visited',
        item: null,
        follows: 'shropshire-2022',
      },
      {
        date: '2024-01-12',
        precision: 'day',
        kind: 'published',
        record: 'shropshire-2023',
        framework: 'ilacs-focused-visit',
        title: 'Children subject to a child protection plan',
        text: 'published: ILACS focused visit; overall: good, as before; 3 areas for priority action',
        findings: { judgements: [{ name: 'overall', value: 'good', before: 'good' }] },
      },
      { date: '2024-01-22', kind: 'submitted', item: 'shropshire-2023#draft', workingDaysLeft: 14 },
      { date: '2024-04-23', kind: 'due', state: 'toCome', status: 'onTrack' },
    ])
  })

  it('keeps the columns where there are colours, and says the same', async () => {
    const bare = await shropshire(['--no-color'])
    const painted = await shropshire(['--color'])
    expect(painted.out).toContain('\u001b[1m2017\u001b[22m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what it takes away
    expect(painted.out.replace(/\u001b\[\d+m/g, '')).toBe(bare.out)
  })
})

describe('how much it says', () => {
  it.each<[string[], RegExp, boolean, string]>([
    [[], /done: Weekly audits \(QA lead\), 3 working days early/, true, 'an action is part of it'],
    [['-q'], /Weekly audits/, false, 'actions are left out'],
    [[], /overdue: Recruit managers, 1 working day late/, true, 'an open one too'],
    [['-q'], /Recruit managers/, false, 'and left out too'],
    [[], /2 areas for priority action; 1 area for improvement/, true, 'areas are counted'],
    [['-q'], /areas? for/, false, 'areas are left out'],
    [['-q'], /overdue: Draft action plan/, true, 'a stage never is'],
    [[], /Strategy discussions|source|notes/, false, 'texts are for those who ask'],
    [['-v'], /P1: Strategy discussions; P2: Management oversight; /, true, 'they asked'],
    [
      ['-v'],
      /; source: https:\/\/example\.org\/letter; notes: The letter is short\.;/,
      true,
      'they asked',
    ],
  ])('with %j, %s: %s, because %s', async (args, text, isSaid, _because) => {
    expect(text.test((await example(args)).out)).toBe(isSaid)
  })

  it('says what is overdue before the day, and what has no day at the end', async () => {
    const waiting = 'authority: Exampleshire Council\nframework: sif\nvisited: 2024-02-01\n'
    const files = { 'plans/a.yaml': full, 'plans/b.yaml': waiting }
    const { out } = await example(['-f', 'table'], files)
    expect(out).toMatch(/^ {2}Fri 9 Feb +◆ {2}Overdue: Draft action plan, 1 working day late/m)
    expect(out).toMatch(/┼[\s\S]*○ {2}Due: Final action plan[\s\S]*no date yet +○ {2}Waiting: Wr/)
  })
})

describe('the authority', () => {
  const of = (authority: string) =>
    `authority: ${authority}\nframework: sif\npublished: 2024-01-12\n`
  const files = {
    'plans/1.yaml': of('Leeds City Council'),
    'plans/2.yaml': of('Bradford'),
    'plans/3.yaml': of('Bradford and Leeds'),
  }
  const told = ['Bradford', 'Bradford and Leeds', 'Leeds City Council']

  it.each([
    [[], told, 'nobody chose'],
    [['leeds'], ['Bradford and Leeds', 'Leeds City Council'], 'both names have the text'],
    [['CITY'], ['Leeds City Council'], 'capitals make no difference'],
    [['bradford'], ['Bradford'], 'it is the very name of one'],
  ])('%j tells of %j, because %s', async (args, expected, _because) => {
    const { out, exitCode } = await example([...args, '-f', 'json'], files)
    expect(exitCode).toBe(0)
    const { authorities } = JSON.parse(out)
    expect(authorities.map(({ authority }: { authority: string }) => authority)).toEqual(expected)
  })

  it('is named to those who give one of its records', async () => {
    const { exitCode, err } = await example(['1'], files)
    expect([exitCode, err]).toEqual([
      2,
      expect.stringContaining('a record: use `Leeds City Council`'),
    ])
  })

  it.each([
    ['leads', 'did you mean `Leeds`?', 'a word of a name is enough'],
    ['Bradfort and Leeds', 'did you mean `Bradford and Leeds`?', 'the whole name is near'],
    ['York', 'use one of `Bradford`, `Bradford and Leeds`, `Leeds City Council`', 'none is near'],
  ])('%s is refused: %s, because %s', async (name, hint, _because) => {
    const { exitCode, out, err } = await example([name], files)
    expect([exitCode, out]).toEqual([2, ''])
    expect(err).toContain(hint)
  })

  it('is one in all spellings of its name, and is found by any', async () => {
    const files = {
      'plans/a.yaml': record().replace('Shropshire Council', 'St Wynn’s Council'),
      'plans/b.yaml': record().replace('Shropshire Council', "St Wynn's\u00A0council"),
    }
    for (const wanted of ["st wynn's", 'ST WYNNS COUNCIL', 'Wynn’s  council']) {
      const { out } = await example([wanted, '-f', 'json'], files)
      const { authorities } = JSON.parse(out)
      expect(authorities, wanted).toMatchObject([{ authority: 'St Wynn’s Council' }])
      const records = authorities[0].events.map((one: { record: string }) => one.record)
      expect(new Set(records)).toEqual(new Set(['a', 'b']))
    }
  })

  it('has no story on a day before all of it', async () => {
    const { out, exitCode } = await example(['bradford', '--today', '2020-01-01'], files)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/Nothing has happened yet\./)
  })

  it('is told what is to be said of its own records, not of others', async () => {
    const stated = of('Bradford').replace(/$/, 'plan: { final: { stated: 2024-04-24 } }\n')
    const world = { ...files, 'plans/2.yaml': stated }
    expect((await example(['bradford', '-v'], world)).err).toContain('stated-differs')
    expect((await example(['city', '-v'], world)).err).toBe('')
  })
})

describe('an incomplete set of records', () => {
  const files = { 'plans/a.yaml': full, 'plans/b.yaml': 'authority: York\npublished: soon\n' }
  const warning = 'Incomplete: 1 file with errors'

  it.each(['plain', 'table'])('is told in the first line of %s', async (format) => {
    const { exitCode, out, err } = await example(['-f', format], files)
    expect(exitCode).toBe(1)
    expect(out.startsWith(warning)).toBe(true)
    expect(err).toContain('error not-a-date')
  })

  it('is told in JSON', async () => {
    const { exitCode, out } = await example(['-f', 'json'], files)
    expect([exitCode, JSON.parse(out).complete]).toEqual([1, false])
  })

  it('may be why there is no such authority', async () => {
    const { exitCode, err } = await example(['york'], files)
    expect(exitCode).toBe(2)
    expect(err).toMatch(/error not-a-date[\s\S]*there is no record of an authority `york`/)
  })

  it('may be all that there is', async () => {
    const { exitCode, out } = await example([], { 'plans/b.yaml': files['plans/b.yaml'] })
    expect([exitCode, out.startsWith(warning)]).toEqual([1, true])
  })
})

describe('a record of a stranger', () => {
  const hostile = '\u001b[31mred\\e[2J ::error::x \u202Eleft'
  const text = record('', {}).replace(
    /^authority.*\n/,
    `authority: "Exampleshire ${hostile.replaceAll('\u001b', '\\e')}"\ntitle: "${hostile.replaceAll('\u001b', '\\e')}"\njudgements: { "${hostile.replaceAll('\u001b', '\\e')}": good }\n`,
  )

  it.each(['table', 'plain', 'json'])('does nothing but be read in %s', async (format) => {
    const { out, exitCode } = await example(['-v', '-f', format], { 'plans/a.yaml': text })
    expect([exitCode, out.includes('Exampleshire')]).toEqual([0, true])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]|^\s*::/m)
  })
})
