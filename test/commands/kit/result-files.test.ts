import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'
import { bytesOf } from '../../helpers/workbook.ts'

const RECORD = 'authority: A\nframework: sif\nreceived: 2024-01-12\n'
const files = {
  'plandue.yaml':
    'records: plans\ncalendars: [days.json]\nheartbeat: beat.json\nreminders: { ledger: told.ndjson }\n',
  'days.json':
    '{ "england-and-wales": { "division": "england-and-wales", "events": [{ "title": "New Year’s Day", "date": "2026-01-01" }] } }',
  'plans/a.yaml': RECORD,
  'plans/b.yaml': RECORD,
  'elsewhere/c.txt': RECORD,
  'link.txt': { link: 'plans/b.yaml' },
  '.git/config': '',
  'told.ndjson': '',
}

describe('a result replaces', () => {
  it.each<[string[], string, string]>([
    [['export', '-o', 'plans/b.yaml'], 'a record', 'it lies in the folder of records'],
    [['explain', 'a#final', '-o', 'plans/a.yaml'], 'a record', 'it was even read'],
    [['check', '-f', 'json=plans/b.yaml'], 'a record', 'a format can have its own file'],
    [['check', '-o', 'plans/new.YML'], 'a record', 'it would be read as one'],
    [['check', '-o', 'link.txt'], 'a record', 'the link leads to one'],
    [['check', 'elsewhere/c.txt', '-o', './elsewhere/c.txt'], 'read by', 'it was read'],
    [['check', '-o', 'plandue.yaml'], 'a file of the settings', 'it is the configuration'],
    [['check', '-o', 'days.json'], 'a file of the settings', 'the configuration names it'],
    [['check', '-o', 'told.ndjson'], 'the ledger', 'reminders would be sent again'],
    [['check', '-o', 'beat.json'], 'the heartbeat', 'a silence would go unnoticed'],
    [['check', '-o', '.git/config'], 'of git', 'git reads it'],
    [['check', '-o', '.GIT/hooks/x'], 'of git', 'some systems know no case'],
  ])('nothing with %j: it is %s, because %s', async (args, what, _because) => {
    const { err, exitCode, files: after } = await plandue(args, { files })
    expect(err).toContain(`is ${what}`)
    expect(err).toContain('stays as it is: write the result elsewhere')
    expect(exitCode).toBe(2)
    expect(after).toEqual(new Map(Object.entries(files)))
  })

  it.each(['out.txt', 'reports/plans/x.yaml', 'plans/table.txt'])('%s, if asked', async (file) => {
    const { files: after, err } = await plandue(['check', '-o', file], { files })
    expect(err).not.toContain('stays as it is')
    expect(after.has(file)).toBe(true)
  })
})

describe('a file in another format than it promises', () => {
  it.each<[string[], string | undefined]>([
    [['check', '-f', 'plain', '-o', 'x.html'], 'written as plain, though it ends in .html'],
    [['check', '-f', 'csv', '-o', 'x.xls'], 'written as csv, though it ends in .xls'],
    [['check', '-f', 'csv', '-o', 'x.txt'], undefined],
    [['check', '-f', 'json=x.csv'], 'written as json, though it ends in .csv'],
    [['diff', '-f', 'json', '-o', 'x.md'], 'written as json, though it ends in .md'],
    [['check', '-f', 'sarif=x.json'], undefined],
    [['check', '-f', 'markdown=x.md'], undefined],
    [['check', '-f', 'junit', '-o', 'x.xml'], undefined],
    [['check', '-o', 'x.txt'], undefined],
    [['schema', 'record', '-o', 'x.json'], undefined],
  ])('%j is remarked on: %s', async (args, remark) => {
    const { err } = await plandue(args, { files })
    if (remark) expect(err).toContain(remark)
    else expect(err).not.toContain('though it ends in')
  })
})

describe('a file alone says the format', () => {
  const TRACKER = record('actions: [{ id: A1, title: T, due: 2024-04-01 }]')
  it.each<[string[], RegExp, string]>([
    [['check', '-o', 'x.json'], /^\{\s*"schemaVersion"/, 'JSON is the nearest of its formats'],
    [['check', '-o', 'x.ndjson'], /^\{"type"/, 'each line is an object'],
    [['check', '-o', 'x.sarif'], /sarif/, 'it has an ending of its own'],
    [['check', '-o', 'x.xml'], /^<\?xml/, 'JUnit alone is XML'],
    [['check', '-o', 'x.tsv'], /^[a-zA-Z]+\t/, 'tabs part the fields'],
    [['check', '-o', 'x.ICS'], /^BEGIN:VCALENDAR/, 'capitals make no difference'],
    [['check', '-o', 'x.htm'], /^<!doctype html>/i, 'some write it so'],
    [['check', '-o', 'x.xlsx'], /^PK/, 'a workbook is an archive'],
    [['stats', '-o', 'x.csv'], /^\uFEFF\w+,/, 'Excel finds the mark'],
    [['due', 'today', '-o', 'x.json'], /^\{/, 'every command has it'],
    [['export', '-o', 'x.json'], /^\{/, 'its default is another'],
    [['export', '-o', 'x.txt'], /^Records \(1\)/, 'so it is for people'],
    [['export', '--actions', '-o', 'x.xlsx'], /^PK/, 'owners have Excel'],
    [['export', '-f', 'csv', '-o', 'x.json'], /^\uFEFFrecord,/, 'what is asked for goes first'],
    [['check', '-o', 'x.log'], /^Action plans/, 'no format has that ending'],
    [['check', '-o', 'x'], /^Action plans/, 'it has none'],
  ])('%j begins with %s, because %s', async (args, begin, _because) => {
    const run = await plandue([...args, '--today', '2024-03-05'], {
      files: { 'plans/a.yaml': TRACKER },
    })
    const content = [...run.files].find(([name]) => name.startsWith('x'))?.[1] ?? ''
    expect(
      typeof content === 'string' ? content : Buffer.from(bytesOf(content)).toString('latin1'),
    ).toMatch(begin)
    expect(run.exitCode).toBeLessThan(2)
  })

  it.each<[string[], string]>([
    [['export', '-o', 'z.xls'], 'no .xls: choose one of .txt, .json, .csv, .html, .htm, .xlsx,'],
    [['export', '--actions', '-o', 'z.ods'], 'no .ods: choose one of'],
    [['paper', '--since', '2024-02-01', '-o', 'z.PDF'], '.md, .html, .htm, .docx, or the format'],
    [['check', '-o', 'z.docx'], 'no .docx: choose one of .txt, .json, .ndjson, .csv, .tsv, .md,'],
    [['due', 'today', '-o', 'z.csv'], 'no .csv: choose one of .txt, .json, .html, .htm, or'],
  ])('%j is refused, since none of its formats ends so: %s', async (args, why) => {
    const run = await plandue(args, { files })
    expect(run.err).toContain(why)
    expect(run.exitCode).toBe(2)
    expect(run.files).toEqual(new Map(Object.entries(files)))
  })
})
