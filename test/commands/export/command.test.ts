import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

type Files = Record<string, string>

const TODAY = ['--today', '2024-02-05']
const run = (files: Files, args: string[] = []) => plandue(['export', ...TODAY, ...args], { files })
const cells = (text: string): Files[] => parse(text, { columns: true, bom: true })
const asText = (rows: readonly Files[]) => {
  const names = Object.keys(rows[0] ?? {})
  const field = (text = '') => `"${text.replaceAll('"', '""')}"`
  return [names, ...rows.map((row) => names.map((name) => row[name]))]
    .map((row) => row.map(field).join(';'))
    .join('\r\n')
}
/**
 * What a British Excel makes of a file: days as `05/01/2024`, months as `Nov-23`, a byte-order mark, and
 * rows of nothing where somebody has once typed something.
 */
function savedByExcel(rows: readonly Files[], sign: string, first: string): string {
  const shown = (text = '') =>
    text
      .replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
      .replace(/^20(\d\d)-11$/, 'Nov-$1')
      .replace(/^.*[",;].*$/, (whole) => `"${whole.replaceAll('"', '""')}"`)
  const names = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => names.map((name) => shown(row[name])))
  const blank = names.map(() => '')
  const all = [names, ...lines, blank, blank].map((line) => `${line.join(sign)}\r\n`)
  return `\uFEFF${first}${all.join('')}`
}
const bringIn = (csv: string, files: Files) =>
  plandue(['import', 'edited.csv', ...TODAY, '-f', 'json'], {
    files: { ...files, 'edited.csv': csv },
  })

describe('plandue export', () => {
  it('writes one row for each record, with its stages as they stand', async () => {
    const { exitCode, out, err } = await run({ 'plans/a.yaml': record('notes: n\n') })
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toBe(
      [
        'record,authority,framework,title,visitedFrom,visitedTo,published,received,sent,source,draft.submitted,final.submitted,notes,areasForPriorityAction,draft.due,draft.status,final.due,final.status',
        'a,Shropshire Council,ilacs-focused-visit,,,,2024-01-12,,,,,,n,1,2024-02-09,atRisk,2024-04-23,onTrack',
        '',
      ].join('\r\n'),
    )
  })

  it('the day on which a report was sent, which may be its only one, comes back by import', async () => {
    const text = 'authority: A Hospital\nframework: prevention-of-future-deaths\nsent: 2024-03-12\n'
    const { out } = await run({ 'plans/a.yaml': text })
    const { files } = await bringIn(out, {})
    expect(files.get('plans/a.yaml')).toContain(text)
  })

  it.each([
    [['--today', '2024-02-12'], 'draft.status', 'overdue', 'the day decides how a stage stands'],
    [['-q'], 'draft.status', undefined, 'only what import reads is needed'],
    [['-v'], 'file', 'plans/a.yaml', 'everything is'],
  ])('with %j has in %s %s, because %s', async (args, name, value, _because) => {
    const { out } = await run({ 'plans/a.yaml': record() }, args)
    expect(cells(out)[0]?.[name]).toBe(value)
  })

  it.each([
    [['--authority', 'kirklees'], 2],
    [['--framework', 'ilacs-short'], 1],
    [['--stage', 'publish'], 1],
    [['plans/shropshire-2023.yaml'], 1],
    [[], 17],
  ])('with %j has %d rows', async (args, count) => {
    expect(cells((await run(shippedPlans(), args)).out)).toHaveLength(count)
  })

  it.each([
    [['export', '-o', 'a.csv'], 'a.csv', true, 'Excel would read another encoding'],
    [['export', '-o', 'a.json', '-f', 'json'], 'a.json', false, 'JSON has no such mark'],
    [['check', '-f', 'csv', '-o', 'a.csv'], 'a.csv', true, 'so it would here'],
    [['check', '-f', 'csv=a.csv', '-f', 'tsv=a.tsv'], 'a.csv', true, 'or here'],
    [['check', '-f', 'csv=a.csv', '-f', 'tsv=a.tsv'], 'a.tsv', false, 'TSV is for programs'],
    [['stats', '-f', 'csv', '-o', 'a.csv'], 'a.csv', true, 'or here'],
  ])('%j marks the bytes of %s: %s, because %s', async (args, file, isMarked, _because) => {
    const text = record().replace('Shropshire', 'Cyngor Gwynfryn Gâr')
    const { files } = await plandue([...args, ...TODAY], { files: { 'plans/a.yaml': text } })
    expect(String(files.get(file)).startsWith('\uFEFF')).toBe(isMarked)
  })

  it.each(['export', 'check', 'stats'])('%s marks none on standard output', async (command) => {
    const files = { 'plans/a.yaml': record() }
    const { out } = await plandue([command, '-f', 'csv', ...TODAY], { files })
    expect(out).toMatch(/^[a-z]/)
  })

  it('writes a file that comes back as it is', async () => {
    const plans = { 'plans/a.yaml': record() }
    const { files } = await run(plans, ['-o', 'edited.csv'])
    const again = await bringIn(String(files.get('edited.csv')), plans)
    expect(JSON.parse(again.out).summary).toMatchObject({ rows: 1, unchanged: 1 })
  })

  it('writes JSON, a table and plain words', async () => {
    const files = { 'plans/a.yaml': record() }
    expect(JSON.parse((await run(files, ['-f', 'json'])).out)).toMatchObject({
      today: '2024-02-05',
      complete: true,
      records: [{ id: 'a', published: '2024-01-12', stages: [{ stage: 'draft' }, {}] }],
    })
    expect((await run(files, ['-f', 'plain'])).out).toBe(
      'Records (1)\na: Shropshire Council, published Friday 12 January 2024\n',
    )
    expect((await run(files, ['-f', 'table', '-v'])).out).toContain('  a#draft   at risk\n')
    expect((await run(files, ['-f', 'plain', '-q'])).out).not.toContain('Records')
  })

  it('says in its first row that a record cannot be read, and ends with 1', async () => {
    const { exitCode, out } = await run({
      'plans/a.yaml': record(),
      'plans/b.yaml': 'authority: B\n',
    })
    expect(exitCode).toBe(1)
    expect(cells(out)).toMatchObject([
      { record: '', authority: expect.stringContaining('Incomplete: 1 file with errors') },
      { record: 'a' },
    ])
  })
})

describe('what was exported', () => {
  it('changes nothing when it is brought in again', async () => {
    const plans = shippedPlans()
    const { out } = await run(plans)
    const again = await bringIn(out, plans)
    expect(again.exitCode).toBe(0)
    expect(JSON.parse(again.out).summary).toMatchObject({ rows: 17, unchanged: 17, differences: 0 })
    expect(Object.fromEntries(again.files)).toMatchObject(plans)
  })

  it('brings in what was filled in a spreadsheet, and nothing else', async () => {
    const plans = shippedPlans()
    const rows = cells(
      (await run(plans, ['plans/shropshire-2023.yaml', 'plans/bcp-2022.yaml'])).out,
    )
    const edited = rows.map((row) =>
      row['record'] === 'shropshire-2023'
        ? { ...row, received: '05/01/2024', 'judgements.leaders': 'good', published: '13/01/2024' }
        : row,
    )
    const again = await bringIn(asText(edited), plans)
    expect(JSON.parse(again.out).rows).toMatchObject([
      { outcome: 'unchanged' },
      {
        outcome: 'filled',
        added: ['received', 'judgements.leaders'],
        differences: [{ key: 'published', record: '2024-01-12', file: '2024-01-13' }],
      },
    ])
    const before = plans['plans/shropshire-2023.yaml'] ?? ''
    expect(again.files.get('plans/shropshire-2023.yaml')).toBe(
      before
        .replace('published: 2024-01-12\n', 'published: 2024-01-12\nreceived: 2024-01-05\n')
        .replace(/( {2}overall: good.*\n)/, '$1  leaders: good\n'),
    )
  })

  it.each([
    [',', '', 'a British Excel puts commas'],
    [';', '', 'other countries put semicolons'],
    [';', 'sep=;\r\n', 'somebody has named the separator for Excel'],
  ])(
    'comes back as Excel has saved it, with %j and %j, because %s',
    async (sign, first, _because) => {
      const plans = shippedPlans()
      const rows = cells((await run(plans, ['plans/shropshire-2023.yaml'])).out)
      const again = await bringIn(savedByExcel(rows, sign, first), plans)
      expect(again.exitCode).toBe(0)
      expect(JSON.parse(again.out).summary).toMatchObject({ rows: 1, unchanged: 1, differences: 0 })
      const filled = rows.map((row) => ({ ...row, received: '2024-01-05' }))
      const more = await bringIn(savedByExcel(filled, sign, first), plans)
      expect(JSON.parse(more.out).rows).toMatchObject([{ outcome: 'filled', added: ['received'] }])
    },
  )

  it.each(['helpAndProtection', 'help, protection', 'Arweinyddiaeth â gofal', '1'])(
    'has the judgement %j, since any name will do in a record',
    async (name) => {
      const text = record(`judgements:\n  ${JSON.stringify(name)}: good\n`)
      const { out } = await run({ 'plans/a.yaml': text })
      const { files } = await bringIn(out, {})
      expect(files.get('plans/a.yaml')).toMatch(/judgements:\n {2}.*: good\n/)
    },
  )

  it('does not submit what is closed, and says so', async () => {
    const text = record('plan:\n  final:\n    closed: { on: 2024-02-01, reason: r }\n')
    const [row = {}] = cells((await run({ 'plans/a.yaml': text })).out)
    const again = await bringIn(asText([{ ...row, 'final.submitted': '2024-01-30' }]), {
      'plans/a.yaml': text,
    })
    expect(JSON.parse(again.out).rows[0]).toMatchObject({
      outcome: 'unchanged',
      differences: [
        { key: 'plan.final.submitted', record: 'closed on 2024-02-01', file: '2024-01-30' },
      ],
    })
  })

  it('makes new records of new rows', async () => {
    const [row = {}] = cells((await run({ 'plans/a.yaml': record() })).out)
    const added = { ...row, record: '', authority: 'Leeds', framework: 'ILACS short inspection' }
    const again = await bringIn(asText([row, added]), { 'plans/a.yaml': record() })
    expect(again.files.get('plans/leeds-2024.yaml')).toContain('framework: ilacs-short\n')
  })

  it.each(['../a', '/etc/a', 'a/../../b', 'con', 'a\\b', 'x'.repeat(300)])(
    'makes no record of the id %s',
    async (id) => {
      const [row = {}] = cells((await run({ 'plans/a.yaml': record() })).out)
      const again = await bringIn(asText([{ ...row, record: id, published: '2024-02-01' }]), {})
      expect(JSON.parse(again.out).rows[0]).toMatchObject({
        outcome: 'refused',
        why: expect.stringContaining('is not a valid record id'),
      })
      expect([...again.files.keys()]).toEqual(['edited.csv'])
    },
  )

  it('holds texts that a spreadsheet would take for formulas, which come back as they were', async () => {
    const text = record('title: "=HYPERLINK(1)"\nnotes: |\n  +1\n  two lines\n')
    const { out } = await run({ 'plans/a.yaml': text })
    expect(cells(out)[0]).toMatchObject({ title: "'=HYPERLINK(1)", notes: "'+1 two lines " })
    const again = await bringIn(out, { 'plans/a.yaml': text })
    expect(JSON.parse(again.out).summary).toMatchObject({ unchanged: 1, differences: 0 })
  })
})
