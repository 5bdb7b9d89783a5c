import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const FILES = {
  'plandue.yaml': 'records: plans\n',
  'plans/north/kent.yaml': record(),
  'plans/leeds.yaml': record(),
}

/** What a run in a folder of Windows, or of another system, says of the records at some paths. */
const runIn = (cwd: string, args: string[], files: Record<string, string> = FILES) =>
  plandue([...args, '--today', '2024-02-05'], { files, cwd })

const CWD = 'C:/Users/ada/council'

describe('on Windows', () => {
  it.each([
    '.\\plans',
    'plans\\',
    'plans/',
    'PLANS',
    'C:\\Users\\ada\\council\\plans',
    'c:/users/ada/COUNCIL/plans',
    '\\Users\\ada\\council\\plans',
    'C:plans',
    '..\\council\\plans',
  ])('`check %s` is `check plans`', async (path) => {
    for (const format of ['json', 'sarif', 'github', 'gitlab', 'junit', 'csv']) {
      const args = ['-f', format]
      const expected = await runIn(CWD, ['check', 'plans', ...args])
      const { exitCode, out, err } = await runIn(CWD, ['check', path, ...args])
      expect({ exitCode, out, err }).toEqual({
        exitCode: expected.exitCode,
        out: expected.out,
        err: expected.err,
      })
      expect(out).not.toMatch(/\\\\|%5C/i)
    }
  })

  it('it is the same as elsewhere', async () => {
    const { out } = await runIn(CWD, ['check', 'plans\\north\\*.yaml', '-f', 'json'])
    const elsewhere = await runIn('/srv/council', ['check', 'plans/north/*.yaml', '-f', 'json'])
    expect(out).toBe(elsewhere.out)
    expect(out).toContain('"id": "north/kent#final"')
  })

  it('another drive and a server are elsewhere', async () => {
    for (const path of ['D:\\plans', '\\\\server\\share\\plans']) {
      const { exitCode, err } = await runIn(CWD, ['check', path])
      expect(exitCode).toBe(2)
      expect(err).toContain(`there is no file or folder \`${path.replaceAll('\\', '/')}\``)
    }
  })

  it('an id has backslashes as well', async () => {
    const { out, exitCode } = await runIn(CWD, ['explain', 'north\\kent#final'])
    expect(out).toContain('north/kent#final')
    expect(exitCode).toBe(0)
    const { out: byFile } = await runIn(CWD, ['explain', '.\\PLANS\\north\\kent.yaml'])
    expect(byFile).toContain('north/kent#final')
  })

  it('`--config` names the same records from everywhere', async () => {
    for (const name of ['.\\plandue.yaml', 'C:\\USERS\\ada\\council\\Plandue.yaml']) {
      const { out } = await runIn(CWD, ['check', '--config', name, '-f', 'json'])
      expect(out).toContain('"file": "plans/leeds.yaml"')
    }
  })

  it('two spellings of one result are one file', async () => {
    const args = ['check', '-f', 'csv=out.csv', '-f', 'json=.\\OUT.csv']
    const { exitCode, err } = await runIn(CWD, args)
    expect(err).toContain('`csv` and `json` would both go to `OUT.csv`')
    expect(exitCode).toBe(2)
  })

  const STREAMS: [args: string[], because: string][] = [
    [['check', 'plans\\leeds.yaml::$DATA'], 'a record by another name'],
    [['check', '-o', 'out.csv:hidden'], 'a result that no folder shows'],
    [['check', '-f', 'csv=plandue.yaml::$DATA'], 'a file of the settings by another name'],
  ]
  it.each(STREAMS)('`%j` is refused: %s', async (args) => {
    const { exitCode, err } = await runIn(CWD, args)
    expect(err).toContain('Windows has no file names with `:`')
    expect(exitCode).toBe(2)
  })

  it.each(['CONOUT$', 'nul .txt', 'out.csv/COM1'])('no result goes to `%s`', async (file) => {
    const { exitCode, err } = await runIn(CWD, ['check', '-o', file])
    expect(err).toContain('is no name of a file on Windows')
    expect(exitCode).toBe(2)
  })

  it('a heartbeat goes to no stream of a record', async () => {
    const files = { ...FILES, 'plandue.yaml': 'heartbeat: "plans/leeds.yaml:beat.json"\n' }
    const { exitCode, files: after } = await runIn(CWD, ['check', '--heartbeat'], files)
    expect(exitCode).toBe(2)
    expect(after.has('plans/leeds.yaml:beat.json')).toBe(false)
  })

  it('an edit writes evidence with slashes', async () => {
    const files = { ...FILES, 'papers/plan.pdf': '' }
    const args = ['submit', 'leeds#final', '--on', '2024-02-01', '--evidence', 'papers\\plan.pdf']
    const { files: after, err } = await runIn(CWD, args, files)
    expect(err).toBe('')
    expect(after.get('plans/leeds.yaml')).toContain('evidence: papers/plan.pdf')
  })
})

describe('on every system', () => {
  const WRONG: [evidence: string, meant: string, because: string][] = [
    ['papers\\plan.pdf', 'papers/plan.pdf', 'a backslash parts folders on Windows alone'],
    ['Papers/plan.PDF', 'papers/plan.pdf', 'another case is another file elsewhere'],
  ]
  it.each(WRONG)('evidence `%s` is an error that names `%s`: %s', async (evidence, meant) => {
    const text = record(`plan: { final: { submitted: 2024-02-01, evidence: '${evidence}' } }\n`)
    for (const cwd of [CWD, '/srv/council']) {
      const { err, exitCode } = await runIn(cwd, ['check'], {
        'plans/a.yaml': text,
        'papers/plan.pdf': '',
      })
      expect(err).toContain(`did you mean \`${meant}\`?`)
      expect(exitCode).toBe(1)
    }
  })

  const SETTINGS: [line: string, message: string][] = [
    ['records: plans\\north', 'write `plans/north` for `plans\\north`'],
    ['records: C:\\plans', 'write `C:/plans` for'],
    ['heartbeat: ..\\heartbeat.json', 'write `../heartbeat.json`'],
    ['calendars: [lists\\gov.json]', 'write `lists/gov.json`'],
    ['reminders: { ledger: "..\\\\x.ndjson" }', 'slashes in its path'],
    ['reminders: { ledger: "C:\\\\x.ndjson" }', 'slashes in its path'],
  ]
  it.each(SETTINGS)('`%s` in a configuration is refused', async (line, message) => {
    for (const cwd of [CWD, '/srv/council']) {
      const { err, exitCode } = await runIn(cwd, ['check'], { ...FILES, 'plandue.yaml': line })
      expect(err).toContain(message)
      expect(exitCode).toBe(2)
    }
  })
})
