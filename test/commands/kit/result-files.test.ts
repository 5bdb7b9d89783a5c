import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'

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
    [['check', '-o', 'report.html'], 'written as plain, though it ends in .html'],
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
