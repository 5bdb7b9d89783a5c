import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { elementsNamed, elementsOfClass, elementsWhere, parseHtml } from '../helpers/html.ts'
import { plandue } from '../helpers/plandue.ts'
import { plandueIn, type Repository, repository } from '../helpers/repository.ts'
import { scenarios } from './scenarios.ts'

const plan = `authority: Leeds City Council
framework: ilacs-focused-visit
received: 2024-01-12
areasForPriorityAction: [{ id: P1, text: Strategy discussions }]
plan:
  final: { extensions: [{ to: 2024-05-07, on: 2024-02-01, by: Ofsted, reason: The director left. }] }
actions:
  - { id: A1, title: Audit, owner: Ada Lovelace, due: 2024-02-01, answers: [P1] }
  - { id: A2, title: Form, owner: Ada Lovelace, due: 2024-05-01, blocked: Bob is ill }
  - { id: A3, title: Panel, due: 2024-01-31, closed: { on: 2024-01-30, reason: Cleo asked } }
waivers:
  - { item: A1, rule: overdue, reason: Dora agreed, approvedBy: Eve, until: 2024-06-30 }
`
const config = `reminders:
  ledger: reminders.ndjson
  default: { to: a@example.org, channel: stdout }
  recipients: []
  link: https://example.org/{file}#L{line}
`

const TODAY = ['--today', '2024-02-05']

async function page(
  args: string[] = [],
  files: Record<string, string> = { 'plans/leeds.yaml': plan },
) {
  const { out } = await plandue(['check', '-f', 'html', '--today', '2024-02-05', ...args], {
    files,
  })
  return parseHtml(out)
}
const titleIn = (root: Awaited<ReturnType<typeof page>>) => elementsNamed(root, 'title')[0]?.text
const spaced = (text = '') => text.replace(/\s+/g, ' ').trim()

describe('the report as HTML', () => {
  it.each([
    ['what is late and at risk', ['plans/leeds.yaml'], '1 overdue, 2 at risk: '],
    ['that there is nothing', ['--today', '2024-01-11'], 'Nothing overdue or at risk: '],
  ])('says in its title %s', async (_, args, expected) => {
    expect(titleIn(await page(args))).toMatch(`${expected}action plans as at `)
  })

  it('has no colour for a number of nothing', async () => {
    const looks = async (...args: string[]) => {
      const tiles = elementsOfClass(await page(args), 'tile')
      return tiles.map(({ text, attributes }) => [
        /[A-Z][a-z ]+/.exec(text)?.[0],
        attributes['class'],
      ])
    }
    expect(await looks()).toContainEqual(['Overdue', 'tile tile-overdue'])
    const before = await looks('--today', '2024-01-15')
    expect(before).toContainEqual(['Overdue', 'tile'])
    expect(before).toContainEqual(['On track', 'tile tile-track'])
  })

  it.each([
    ['beside it', ['-f', 'ics=site/./our plans.ics'], './our%20plans.ics'],
    ['in another folder', ['-f', 'ics=plans.ics'], undefined],
    ['nowhere', [], undefined],
  ])('leads to a calendar that the same run writes %s', async (_where, args, expected) => {
    const files = { 'plans/leeds.yaml': plan }
    const run = await plandue(['check', '-f', 'html=site/index.html', ...args, ...TODAY], { files })
    const links = elementsNamed(parseHtml(String(run.files.get('site/index.html'))), 'a')
    const hrefs = links.map(({ attributes }) => attributes['href'] ?? '')
    expect(hrefs.find((href) => href.endsWith('.ics'))).toBe(expected)
  })

  it('names the file of a record as it is', async () => {
    const { text } = await page(['-v'])
    expect(text).toContain('plans/leeds.yaml:8')
    expect(text).not.toContain('Plans/leeds.yaml')
  })

  it('says what it leaves out', async () => {
    const root = await page(['--owner', 'Ada Lovelace', '--people'])
    expect(elementsNamed(root, 'h1')[0]?.text).toBe(
      'Action plans as at Monday 5 February 2024, only owner Ada Lovelace',
    )
    expect(elementsOfClass(root, 'what').map(({ text }) => text)).toEqual(['A1 Audit', 'A2 Form'])
  })

  it.each([[[]], [['-v']], [['--all', '-v']]])(
    'has owners and what people wrote only with --people, also with %j',
    async (args) => {
      const written = ['Ada Lovelace', 'Bob is ill', 'Dora agreed', 'Eve', 'Ofsted', 'The director']
      const without = (await page(args)).text
      expect([...written, 'Cleo'].filter((words) => without.includes(words))).toEqual([])
      const root = (await page([...args, '--people', '-v'])).text
      expect(written.filter((words) => !root.includes(words))).toEqual([])
      expect(without).toContain('Blocked')
      expect(without).toContain('Waived until Sun')
    },
  )

  it('quotes no text of a record where it warns of it, but with --people', async () => {
    const files = {
      'plans/leeds.yaml': `${plan.replace('owner: Ada Lovelace', 'owner: SeÃ¡n').replace('answers: [P1]', 'answers: [Bob]')}`,
    }
    const quoted = ['SeÃ¡n', 'Seán', 'Bob`']
    const { text } = await page([], files)
    expect(quoted.filter((words) => text.includes(words))).toEqual([])
    expect(text).toContain('plandue explain misread-text has what it means')
    expect(text).toContain('plandue explain unknown-reference has what it means')
    const withPeople = (await page(['--people'], files)).text
    expect(quoted.filter((words) => !withPeople.includes(words))).toEqual([])
  })

  it('has for quiet what needs attention and nothing else, and says that there is nothing', async () => {
    const root = await page(['-q'])
    expect(elementsOfClass(root, 'what').map(({ text }) => text.slice(0, 5))).toEqual([
      'A1 Au',
      'draft',
      'A2 Fo',
    ])
    expect(elementsNamed(root, 'details')).toEqual([])
    expect((await page(['-q', '--today', '2023-01-01'])).text).toContain('Nothing is open.')
  })

  it.each([
    [[], false],
    [['--all'], true],
    [['--status', 'closed'], true],
  ])('folds away what is finished, but not with %j', async (args, isOpen) => {
    const [finished] = elementsOfClass(await page(args), 'finished')
    const [details] = finished ? elementsNamed(finished, 'details') : []
    expect(details && 'open' in details.attributes).toBe(isOpen)
    expect(elementsOfClass(details ?? (await page()), 'what')[0]?.text).toBe(
      'leeds#A3 Leeds City Council: Panel',
    )
  })

  it('leads from what needs attention to its row, and to the record where there is a link', async () => {
    const root = await page([], { 'plans/leeds.yaml': plan, 'plandue.yaml': config })
    const hrefs = elementsNamed(root, 'a').map(({ attributes }) => attributes['href'])
    expect(hrefs).toContain('#item-leeds%23A1')
    expect(hrefs).toContain('https://example.org/plans/leeds.yaml#L8')
    const rows = elementsWhere(root, ({ attributes }) => attributes['id'] === 'item-leeds%23A1')
    expect(rows.map(({ name }) => name)).toEqual(['tr'])
  })

  it('names the areas of a record once, and which of them an item answers', async () => {
    const root = await page()
    expect(elementsOfClass(root, 'areas').map(({ text }) => spaced(text))).toEqual([
      'P1Strategy discussions',
    ])
    const [row] = elementsWhere(root, ({ attributes }) => attributes['id'] === 'item-leeds%23A1')
    expect(spaced(row?.text)).toMatch(/Area P1/)
  })

  it('has first what it could not read', async () => {
    const { files = {}, today = '' } = scenarios['mixed'] ?? {}
    const { out } = await plandue(['check', '-f', 'html', '--today', today], { files })
    const main = elementsNamed(parseHtml(out), 'main')[0]
    expect(spaced(main?.children[0]?.text)).toMatch(/^! Warning INCOMPLETE: 1 of 6 records/)
  })
})

describe('of a change', () => {
  let repo: Repository
  beforeEach(() => {
    repo = repository()
    repo.init()
  })
  afterEach(() => repo.remove())

  it('says who released what, and why, only with --people', async () => {
    const [unwaived = ''] = plan.split('waivers:')
    repo.commit('2024-02-01', { 'plans/leeds.yaml': unwaived })
    repo.write({ 'plans/leeds.yaml': plan })
    const run = (...args: string[]) =>
      plandueIn(repo.folder, ['check', '-f', 'html', '--base', 'HEAD', ...TODAY, ...args])
    const [section] = elementsWhere(
      parseHtml((await run()).out),
      ({ attributes }) => attributes['aria-labelledby'] === 'change',
    )
    const words = spaced(section?.text)
    expect(words).toMatch(/^What the change does The change since HEAD fails nothing/)
    expect(words).toMatch(/leeds#A1: waived$/)
    expect((await run('--people')).out).toContain('approved by Eve: Dora agreed')
  })
})
