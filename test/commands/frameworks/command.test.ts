import { describe, expect, it } from 'vitest'
import { shippedFrameworks } from '../../../src/frameworks/index.ts'
import { plandue } from '../../helpers/plandue.ts'

const own = `id: our-own
title: Our own
calendar: scotland
stages:
  - id: answer
    title: Answer
    period: { count: 3, unit: months }
    clock: published
    firstDay: sameDay
    required: always
    citation:
      name: A letter
      url: https://example.org
      checked: 2026-11-21
      kind: primary
      note: The letter is short.
`
const files = { 'plandue.yaml': 'frameworks: [rules/own.yaml]\n', 'rules/own.yaml': own }

const frameworks = (args: string[], columns = 80) =>
  plandue(['frameworks', '-f', 'table', '--today', '2026-11-21', ...args], { files, columns })

describe('plandue frameworks', () => {
  it('lists those that plandue ships, and the user’s own beside them', async () => {
    const { exitCode, out } = await frameworks([])
    expect(exitCode).toBe(0)
    for (const { id } of shippedFrameworks) expect(out).toContain(`  ${id} `)
    expect(out).toMatch(/our-own {2,}Our own: answer 3 months; your own, in\s+rules\/own\.yaml/)
  })

  it.each([
    ['ilacs-focused-visit', 'final 70 working days'],
    [
      'Period',
      'counted from receipt, else from the day of sending, else from publication; the next',
    ],
    ['Bank holidays', 'England and Wales'],
    ['Required', 'with an area for priority action'],
    ['In force', 'since Wednesday 1 August 2018'],
    ['Source', 'CYP Now, 16 August 2018, quoting Ofsted (secondary source'],
    ['Certain', 'Ofsted asks for a draft within 20 days'],
    ['Inferred', 'the exact day of the change is not published'],
    ['Not found', 'The 20 days in any instrument'],
    ['Note', 'Read in the text stored of 2007'],
    ['Receipt', 'up to 8 working days before publication'],
    ['Evidence', 'Of 62 letters'],
    ['Goes to', 'the Chief Inspector, the Secretary of State, its partners'],
    [
      'Relaxed',
      'from Friday 24 April 2020 to Thursday 24 September 2020: “or as soon as is reasonably practicable”',
    ],
    ['Required', 'always, to be published, only where `stages` in the configuration'],
  ])('tells of one framework its %s', async (name, value) => {
    const { out } = await frameworks(name === 'ilacs-focused-visit' ? [] : ['ilacs-focused-visit'])
    expect(out.replace(/\n {2,}(?=\S)/g, ' ')).toMatch(new RegExp(`${name} .*${escaped(value)}`))
  })

  it.each(shippedFrameworks.map(({ id, stages }) => [id, stages] as const))(
    'shows of each stage of %s its source, the day checked, and what is certain and what is not',
    async (id, stages) => {
      const { out } = await plandue(['frameworks', id, '-f', 'plain'], { files })
      const pages = out.split(/\n\n/).slice(1)
      expect(pages).toHaveLength(stages.length)
      stages.forEach(({ citation }, index) => {
        const page = pages[index] ?? ''
        expect(page).toContain(`Source: ${citation.name} (${citation.kind} source, checked on `)
        expect(page).toContain(`Source: ${citation.url}`)
        expect(page).toContain(`Certain: ${citation.certain}`)
        expect(page).toMatch(/^Inferred: ./m)
        expect(page.includes(`Inferred: ${citation.inferred}`)).toBe(Boolean(citation.inferred))
        expect(page.includes(`Not found: ${citation.notFound}`)).toBe(Boolean(citation.notFound))
      })
    },
  )

  it.each([
    ['jtai', 'up to 8 working days before publication\n', 'it says so, with its evidence'],
    [
      'estyn',
      'up to 8 working days before publication, taken over from letters of Ofsted',
      'it says nothing',
    ],
  ])('says of %s how early receipt can be: %s, because %s', async (id, words, _because) => {
    const { out } = await plandue(['frameworks', id, '-f', 'plain'])
    expect(out).toContain(`Receipt: ${words}`)
  })

  it.each([
    ['hmicfrs', 'it counts from publication'],
    ['cqc-request', 'it does not count from publication at all'],
  ])('says of %s nothing of that, because %s', async (id, _because) => {
    expect((await plandue(['frameworks', id, '-f', 'plain'])).out).not.toContain('Receipt: ')
  })

  it('tells of the user’s own where it is kept, and by whose bank holidays it counts', async () => {
    const { out } = await frameworks(['our-own'])
    expect(out).toMatch(/Defined in +rules\/own\.yaml/)
    expect(out).toMatch(/Bank holidays +Scotland/)
    expect(out).toMatch(/3 months, counted from publication; that day is day 1/)
  })

  it.each([
    ['2014-08-31', 'estyn 45 working days', 'the older rule held until that day'],
    ['2014-09-01', 'estyn 20 working days', 'the newer one holds since'],
    ['2018-07-31', 'ilacs-focused-visit final 70 working days', 'no draft was demanded yet'],
    ['2018-08-01', 'ilacs-focused-visit draft 20 working days', 'since then it has been'],
  ])('as at %s: %s, because %s', async (today, words, _because) => {
    const { out } = await frameworks(['--today', today], 120)
    const [id = '', ...rule] = words.split(' ')
    const line = out.split('\n').find((text) => text.includes(`${id} `))
    expect(line).toContain(
      `: ${rule[0] === 'draft' || rule[0] === 'final' ? '' : 'final '}${rule.join(' ')}`,
    )
  })

  it('gives a program all that the file says, and the file', async () => {
    const list = JSON.parse((await frameworks(['-f', 'json'])).out)
    expect(list.frameworks).toHaveLength(shippedFrameworks.length + 1)
    const { out } = await frameworks(['our-own', '-f', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      id: 'our-own',
      file: 'rules/own.yaml',
      stages: [{ period: { count: 3, unit: 'months' }, citation: { kind: 'primary' } }],
    })
  })

  it('says only the ids when quiet, and the sources when verbose', async () => {
    expect((await frameworks(['-q', '-f', 'plain'])).out).toMatch(/^ilacs-focused-visit\n/)
    expect((await frameworks([])).out).not.toContain('Police Act 1996')
    expect((await frameworks(['-v'])).out).toContain('Police Act 1996')
  })

  it('refuses a name that is none, with the nearest', async () => {
    expect(await frameworks(['ilacs-focussed-visit'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('did you mean\n`ilacs-focused-visit`?'),
    })
  })
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
