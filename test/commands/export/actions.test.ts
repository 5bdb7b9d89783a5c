import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'
import { bytesOf, workbookText } from '../../helpers/workbook.ts'

const PLAN = record(
  `areasForImprovement: [{ id: I1, text: Supervision }]
plan: { final: { extensions: [{ to: 2024-05-07 }] } }
actions:
  - { id: A1, title: '=1+1', owner: QA lead, answers: [P1, I1], due: 2024-03-31, blocked: No post }
  - id: A2
    title: Two
    due: 2024-04-30
    expected: 2024-05-20
    progress:
      - { on: 2024-02-01, note: Begun, percent: 10 }
      - { on: 2024-02-16, note: Tool agreed, by: Head }
    extensions:
      - { to: 2024-05-10, on: 2024-02-01, by: Board, reason: No auditor }
  - { id: A3, title: Three, due: 2024-01-31, done: 2024-01-30, evidence: a.pdf }
  - { id: A4, title: Four, due: 2024-01-31, closed: { on: 2024-01-20, reason: Replaced } }
`,
)
const FILES = { 'plans/a.yaml': PLAN, 'plans/b.yaml': record() }
const run = (args: readonly string[] = [], files: Record<string, string> = FILES) =>
  plandue(['export', '--actions', '--today', '2024-03-05', ...args], { files })
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true })

describe('plandue export --actions', () => {
  it('has one row for each action, under words', async () => {
    const { exitCode, out } = await run()
    expect(exitCode).toBe(0)
    const [one, two, three, four] = rowsOf(out)
    expect(one).toEqual({
      item: 'a#A1',
      authority: 'Shropshire Council',
      action: "'=1+1",
      owner: 'QA lead',
      area: 'P1: Timeliness of strategy discussions; I1: Supervision',
      due: '2024-03-31',
      status: 'at risk',
      done: '',
      percent: '',
      note: '',
      evidence: '',
      expected: '',
      'blocked by': 'No post',
      'last note': '',
      'original due': '2024-03-31',
      'times moved': '0',
      'moved by': '',
      'reason for move': '',
      closed: '',
      'closed because': '',
    })
    expect(two).toMatchObject({
      due: '2024-05-10',
      percent: '10%',
      expected: '2024-05-20',
      'last note': '16 Feb 2024: Tool agreed (Head)',
      'original due': '2024-04-30',
      'times moved': '1',
      'moved by': 'Board',
      'reason for move': 'No auditor',
    })
    expect(three).toMatchObject({ status: 'met', done: '2024-01-30', evidence: 'a.pdf' })
    expect(four).toMatchObject({
      status: 'closed',
      closed: '2024-01-20',
      'closed because': 'Replaced',
    })
  })

  it.each([
    [['--owner', 'qa'], 1],
    [['--authority', 'shropshire'], 4],
    [['plans/b.yaml'], 0],
    [[], 4],
  ])('with %j has %d rows', async (args, count) => {
    expect(rowsOf((await run(args)).out)).toHaveLength(count)
  })

  it.each([
    [['-o', 'x.xlsx'], true, 'it ends so'],
    [['-o', 'X.XLSX'], true, 'so it does'],
    [['-f', 'xlsx', '-o', 'x'], true, 'it is asked for'],
    [['-f', 'csv', '-o', 'x.xlsx'], false, 'something else is asked for'],
    [['-o', 'x.xlsx', '-f', 'csv'], false, 'in any order'],
    [['-o', 'x.csv'], false, 'it ends so'],
  ])('%j makes a workbook: %s, because %s', async (args, isWorkbook, _because) => {
    const { files, err } = await run(args)
    const name = args.find((arg) => /^x/i.test(arg) && arg !== 'xlsx') ?? ''
    expect(typeof files.get(name)).toBe(isWorkbook ? 'object' : 'string')
    expect(err.includes('is written as')).toBe(!isWorkbook && name.endsWith('.xlsx'))
  })

  it('says on a sheet of its own how it is to be filled in', async () => {
    const { files } = await run(['-o', 'x.xlsx', '--owner', 'qa'])
    const text = await workbookText(bytesOf(files.get('x.xlsx')))
    expect(text).toContain('as at Tuesday 5 March 2024, only owner qa: 1 action.')
    expect(text).toContain(
      'blue heading: owner, done, percent, note, evidence, expected, blocked by.',
    )
  })

  it.each([
    [['-f', 'xlsx'], 'nothing else would be written'],
    [['-f', 'xlsx', '-o'], 'a file is missing'],
  ])('%j is refused before any work, because %s', async (args, _because) => {
    const { exitCode, out, err } = await run(args)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).not.toBe('')
  })

  it('names what a terminal cannot show, and what to do', async () => {
    const { err } = await run(['-f', 'xlsx'])
    expect(err).toContain('xlsx is a file, not a text: name it, as in `-f xlsx -o plans.xlsx`')
    const check = await plandue(['check', '-f', 'table', '-f', 'xlsx'], { files: FILES })
    expect({ exitCode: check.exitCode, out: check.out }).toEqual({ exitCode: 2, out: '' })
    expect(check.err).toContain('xlsx is a file, not a text')
  })

  it('says in its first row that a record cannot be read, and ends with 1', async () => {
    const { exitCode, out } = await run([], { ...FILES, 'plans/c.yaml': 'authority: B\n' })
    expect(exitCode).toBe(1)
    expect(rowsOf(out)[0]).toMatchObject({
      item: '',
      authority: expect.stringContaining('Incomplete: 1 file with errors'),
    })
  })

  it('as a table has what there is to do', async () => {
    const { out } = await run(['-f', 'plain', '--owner', 'qa'])
    expect(out).toBe(
      'Actions (1), only owner qa\na#A1: =1+1, due Sunday 31 March 2024, at risk, owner QA lead\n',
    )
  })
})

describe('what the rows cannot hold', () => {
  it.each([
    [[], 'the newest note of each action: 1 older note\n', 'a cell has one'],
    [['-q'], '', 'nobody wants to know'],
    [['-f', 'json'], '', 'that has all of them'],
  ])('of actions with %j is named: %j, because %s', async (args, message, _because) => {
    expect((await run(args)).err).toBe(message && `not in the rows, which have ${message}`)
  })

  it.each([
    [
      [],
      'not in the rows, which have what a record says once: 4 actions and 1 extension; plandue export --actions has the actions\n',
    ],
    [['plans/b.yaml'], ''],
    [['-f', 'json'], ''],
  ])('of records with %j is named: %j', async (args, message) => {
    const { err } = await plandue(['export', '--today', '2024-03-05', ...args], { files: FILES })
    expect(err).toBe(message)
  })
})
