import { readdirSync, readFileSync } from 'node:fs'
import stringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import type { World } from '../helpers/memory-host.ts'
import { plandue, shippedPlans } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

/** A repository with seventeen open items in three records, and as many finished ones in six. */
function terminalFiles(): Record<string, string> {
  const at = (path: string) => new URL(`terminal/${path}`, import.meta.url)
  const names = readdirSync(at('plans')).map((name) => `plans/${name}`)
  const paths = ['plandue.yaml', ...names]
  return Object.fromEntries(paths.map((path) => [path, readFileSync(at(path), 'utf8')]))
}

const files = terminalFiles()

/** What `check` prints there on Monday 4 March 2024. */
async function checked(args: string[], world: World = {}): Promise<string> {
  const all = ['check', '-f', 'table', '--today', '2024-03-04', ...args]
  return (await plandue(all, { files, columns: 80, ...world })).out
}

describe('a table on a terminal', () => {
  it.each([60, 80, 100, 120])('is laid out for %i columns', async (columns) => {
    const out = await checked([], { columns })
    await expect(out).toMatchFileSnapshot(`terminal/golden/check-${columns}.txt`)
  })

  it.each([
    ['all', ['--all']],
    ['quiet', ['-q']],
    ['verbose', ['-v']],
  ])('is another with %s', async (name, args) => {
    await expect(await checked(args)).toMatchFileSnapshot(`terminal/golden/${name}-80.txt`)
  })

  it('has the same order in plain text, with the totals first', async () => {
    const { out } = await plandue(['check', '--today', '2024-03-04'], { files })
    await expect(out).toMatchFileSnapshot('terminal/golden/plain.txt')
  })

  it.each([
    ['256-colours', 2],
    ['16-colours', 1],
  ] as const)('stands out in %s where somebody must act', async (name, colours) => {
    const out = await checked(['--all'], { colours })
    await expect(out).toMatchFileSnapshot(`terminal/golden/${name}-80.txt`)
  })

  it.each([[[]], [['--all']], [['-v']]])('loses no word without colours: %j', async (args) => {
    const painted = await checked(args, { colours: 2 })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    const words = painted.replace(/\u001b\[[\d;]*m/g, '')
    expect(words).toBe(await checked(args, { colours: 2, env: { NO_COLOR: '1' } }))
    expect(painted).not.toBe(words)
  })

  it('gets no wider than 140 columns', async () => {
    const out = await checked([], { columns: 300 })
    expect(out).toBe(await checked([], { columns: 140 }))
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBe(140)
  })

  it.each([
    [[], 9, 'two sections, with records that stand in both'],
    [['plans/exampleshire-2024.yaml'], 7, 'the whole record, as there is one'],
    [['-q'], 5, 'the first section alone'],
  ])('with %j shows %i open items on the first screen of 80 × 24: %s', async (args, count) => {
    expect(openItems((await checked(args)).split('\n').slice(0, 23))).toHaveLength(count)
  })

  it('begins with what --quiet shows', async () => {
    const quiet = (await checked(['-q'])).split('\n\n').slice(1).join('\n\n')
    expect(await checked([])).toContain(`\nNeeds attention\n${quiet}\nOn track\n`)
  })

  it('shows eight open items on a screen of 80 × 24 when the run has ended', async () => {
    expect(openItems((await checked([])).trimEnd().split('\n').slice(-23))).toHaveLength(8)
  })
})

/** The lines with which open items begin. */
function openItems(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => /^ {2}(overdue|at risk| {7}) +\d+ {2}\w{3} \d/.test(line))
}

const RECORD = `authority: Exampleshire Council
framework: ilacs-focused-visit
published: 2024-02-20
areasForPriorityAction: []
actions:
`

describe('a row', () => {
  const rows = async (text: string, columns = 80) =>
    checked([], { files: { 'plans/exampleshire-2024.yaml': text }, columns })

  it('wraps between words, keeps an owner whole, and breaks only what has no room', async () => {
    const out = await rows(`${RECORD}
  - { id: A7, title: "Translate the plan for families: 家庭支援計画の翻訳と配布の手配", owner: Head of Communications, due: 2024-04-12 }
  - { id: A8, title: Cynllun gweithredu i wella diogelu plant, owner: Swyddog cydgysylltu, due: 2024-04-15 }
  - { id: A9, title: Join up two registers, owner: "Director of Children’s Services, Adult Social Care and Public Health (joint post)", due: 2024-04-19 }
  - { id: A10, title: "Read https://intranet.exampleshire.example/plans/2024/strategy-discussions", owner: QA lead, due: 2024-04-30 }
`)
    const [items = ''] = out.split('\n\nOpen ')
    await expect(`${items}\n`).toMatchFileSnapshot('terminal/golden/wrapping-80.txt')
  })

  it('says today, a year that is another one, and who has waived what', async () => {
    const out = await rows(`${RECORD}
  - { id: A4, title: Case file audit, owner: QA lead, due: 2024-02-15 }
  - { id: A6, title: Third yearly audit, owner: QA lead, due: 2027-01-29 }
plan: { draft: { stated: 2024-03-04 } }
waivers:
  - { item: A4, rule: overdue, reason: The auditor fell ill, approvedBy: the Director, until: 2024-06-30 }
`)
    await expect(out).toMatchFileSnapshot('terminal/golden/rare-80.txt')
  })

  it.each([40, 59, 60, 71, 72, 80, 99, 100, 140, 200])(
    'is never wider than %i columns, whatever is in it',
    async (columns) => {
      const wide =
        '家庭支援 👩‍👩‍👧‍👦🇬🇧 e\u0301e\u0301e\u0301 Llanfairpwllgwyngyllgogerychwyrndrobwll'
      const text = JSON.stringify(`${wide.repeat(3)} ${wide.replaceAll(' ', '').repeat(4)}`)
      const out = await rows(
        `${RECORD.replace('Exampleshire Council', text)}
  - { id: A1, title: ${text}, owner: ${text}, due: 2024-02-15 }
  - { id: ${'a-long-id-'.repeat(9)}1, title: ${text}, owner: ${text}, due: 2024-04-15, blocked: ${text} }
`,
        columns,
      )
      const lines = out.split('\n')
      expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([])
      // No character is cut in two: a combining mark never begins a line.
      expect(lines.filter((line) => /^\s*\p{M}/u.test(line))).toEqual([])
    },
  )
})

describe('what is folded', () => {
  const finished = /^ {2}(met|closed)/m

  it('is what is finished, until somebody asks for it', async () => {
    expect(await checked([])).not.toMatch(finished)
    for (const args of [
      ['--all'],
      ['--status', 'met'],
      ['plans/exampleshire-2022.yaml'],
      ['./plans/../plans/exampleshire-2022.yaml'],
    ]) {
      expect(await checked(args)).toMatch(finished)
    }
    expect(await checked(['plans'])).not.toMatch(finished)
  })

  it('is never what has a diagnostic that is shown', async () => {
    const evidence = (files['plans/exampleshire-2022.yaml'] ?? '').replace(
      'submitted: 2022-10-28',
      'submitted: 2022-10-28, evidence: papers/none.pdf',
    )
    const world = { files: { ...files, 'plans/exampleshire-2022.yaml': evidence } }
    const rows = (await checked([], world)).match(/^ {2}met .*/gm)
    expect(rows).toEqual([expect.stringMatching(/ draft +Draft action plan$/)])
  })

  it('is nothing for programs', async () => {
    const { out } = await plandue(['check', '-f', 'json', '--today', '2024-03-04'], { files })
    expect(JSON.parse(out).items).toHaveLength(34)
  })
})

describe('sections', () => {
  const names = async (args: string[], today = '2024-03-04') =>
    (await checked(['--today', today, ...args])).match(/^(Needs attention|On track)$/gm)

  it.each([
    ['2024-03-04', [], ['Needs attention', 'On track'], 'several records, some items late'],
    ['2024-03-04', ['plans/exampleshire-2024.yaml'], null, 'there is one record'],
    ['2024-03-04', ['--all'], null, 'each record is shown whole'],
    ['2024-03-04', ['-q'], null, 'it is the first of them'],
    ['2024-03-04', ['--status', 'on-track'], null, 'all that is listed is on track'],
  ])('as at %s with %j are %j, because %s', async (today, args, expected, _because) => {
    expect(await names(args, today)).toEqual(expected)
  })
})

describe('where nothing is open', () => {
  it('says what to do next, with a day on which the records show something', async () => {
    const world = { files: shippedPlans(), today: '2026-11-25' }
    const { out } = await plandue([], { ...world, columns: 80 })
    await expect(out).toMatchFileSnapshot('terminal/golden/nothing-80.txt')
    const start = readFileSync(new URL('../../bin/start.mjs', import.meta.url), 'utf8')
    expect(start).toContain(/--today (\S+)/.exec(out)?.[1])
  })

  it('does so for the whole folder only, and names the filters that hide the rest', async () => {
    expect(await checked(['--owner', 'Designated nurse'])).toContain(
      '\nNothing is open for --owner "Designated nurse"; 17 items are open without it.\n\nFinished',
    )
    const { out } = await plandue(['check', 'plans', '--today', '2026-11-25'], {
      files: shippedPlans(),
    })
    expect(out).toContain('Nothing is open.')
    expect(out).not.toContain('plandue new')
  })

  it('never takes what cannot be read for all that there is', async () => {
    const { out } = await plandue(['--today', '2024-03-04'], {
      files: { 'plans/a.yaml': 'authority: [\n' },
      columns: 80,
    })
    expect(out).toMatch(/^INCOMPLETE: 1 of 1 record cannot be read/)
    expect(out).toContain('\nNothing is open in the records that can be read.\n')
    expect(out).not.toContain('plandue new')
  })

  it('says how many records there are where one with an error has the open items', async () => {
    const faulty = record('actions: [{ id: A1, title: Audit }]\n')
    const { out } = await plandue([], { files: { 'plans/a.yaml': faulty }, columns: 80 })
    expect(out).toContain('\nOpen       2 in 1 of 1 record: ')
  })

  it.each([80, undefined])(
    'is all that --quiet says where a record cannot be read and nothing needs attention: %s columns',
    async (columns) => {
      const files = { 'plans/a.yaml': 'authority: [\n' }
      const { out } = await plandue(['-q'], { files, ...(columns && { columns }) })
      expect(out.replace(/\s+/g, ' ').trim()).toBe(
        'INCOMPLETE: 1 of 1 record cannot be read, so dates may be missing here: plans/a.yaml',
      )
    },
  )

  it('names no day where nothing ever was', async () => {
    const none = `${RECORD.split('actions')[0]}`
    const { out } = await plandue(['--today', '2024-03-04'], {
      files: { 'plans/a.yaml': none },
      columns: 80,
    })
    expect(out).toMatch(/\n {2}plandue stats/)
    expect(out).not.toContain('--today')
  })

  it.each([
    [
      { 'plans/notes.txt': '' },
      'No records in plans yet: a record is a file there that ends in .yaml.',
    ],
    [{}, 'No records yet: there is no folder `plans` here.'],
  ])('tells whoever has no record yet how to begin: %j', async (files, message) => {
    const { err, exitCode } = await plandue([], { files })
    expect(err).toBe(`${message}

  plandue new         begins the first record; it asks for what it needs
  plandue due today   shows the dates of a letter that came today
  plandue init        sets up settings, an example and checks
`)
    expect(exitCode).toBe(2)
  })
})

describe('the line on the exit code', () => {
  const line = async (args: string[], world: World = {}) => {
    const [, text = ''] = /^Exit code {2}(.*(?:\n {11}.*)*)/m.exec(await checked(args, world)) ?? []
    return text.replace(/\s+/g, ' ')
  }
  const wrong = { files: { ...files, 'plans/marshford-2024.yaml': 'authority: [\n' } }
  const open = { files: { 'plans/midshire-2024.yaml': files['plans/midshire-2024.yaml'] ?? '' } }
  const broken = { files: { ...open.files, 'plans/b.yaml': 'authority: [\n' } }
  const action = '  - { id: A1, title: Audit, due: 2024-03-28 }\n'
  const promised = {
    files: {
      'plans/a.yaml': record(`actions:\n${action}`, { published: 'published: 2024-03-01' }),
    },
  }
  const far = { files: { 'plans/a.yaml': record('', { published: 'published: 2029-01-12' }) } }

  it.each([
    [[], {}, '1 until the 2 overdue items are done, extended or waived'],
    [['--fail-on', 'at-risk'], {}, '1 until 5 items are neither overdue nor at risk'],
    [['--fail-on', 'never'], {}, '0 always: --fail-on never'],
    [[], wrong, '1 until the error is fixed and the overdue item is dealt with'],
    [[], broken, '1 until plans/b.yaml is fixed'],
    [[], open, '0; 1 from Sat 23 Mar unless midshire-2024#draft is submitted'],
    [['--status', 'met'], open, '0; 1 from Sat 23 Mar unless midshire-2024#draft is submitted'],
    [['--status', 'met'], promised, '0; 1 from Fri 29 Mar unless a#A1 is done'],
    [
      ['--status', 'met', '--today', '2029-01-15'],
      far,
      '0; 1 from Sat 10 Feb unless a#draft is submitted, provisional',
    ],
    [['plans/marshford-2022.yaml'], {}, '0: no open date can change it'],
  ])('with %j is right', async (args, world, expected) => {
    expect(await line(args, world)).toBe(expected)
  })
})
