import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionIn, type Job, runAction } from '../helpers/runner.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plandue-action-'))
const checkout = join(folder, 'check out')
const seen = join(folder, 'seen.json')

/** In place of plandue: notes how it was called, and writes the reports that it is asked for. */
const STAND_IN = `
const { writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
writeFileSync(process.env.SEEN, JSON.stringify({ args, cwd: process.cwd() }))
const texts = { json: process.env.REPORT, github: '::error file=a::late\\n', markdown: process.env.SUMMARY }
for (const arg of args) {
  const [, format, file] = /^--format=([a-z]+)=(.*)$/s.exec(arg) ?? []
  if (format) writeFileSync(file, texts[format] ?? '')
}
process.exit(Number(process.env.EXIT))
`

const REPORT = {
  complete: false,
  summary: { records: 9, items: 8, overdue: 1, atRisk: 2, onTrack: 3, met: 4, waived: 5 },
  nextChange: { on: '2024-02-10', item: 'a#draft', items: ['a#draft'], exitCode: 1 },
  diagnostics: [{ severity: 'error' }, { severity: 'warning' }],
}

beforeAll(() => {
  mkdirSync(join(checkout, 'dist'), { recursive: true })
  mkdirSync(join(checkout, 'bin'))
  for (const file of ['action.yml', 'bin/action.mjs', 'bin/package.json']) {
    cpSync(join(root, file), join(checkout, file))
  }
  writeFileSync(join(checkout, 'bin/plandue.js'), STAND_IN)
  writeFileSync(join(checkout, 'dist/program.cjs'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the action with a plandue that ends with a code; tells what it was asked for, too. */
function use({ env, ...job }: Job = {}, exitCode = 1) {
  const report = JSON.stringify(REPORT)
  const world = { SEEN: seen, REPORT: report, SUMMARY: '# Plans\n', EXIT: String(exitCode), ...env }
  const result = runAction(checkout, { ...job, env: world })
  const { args, cwd }: { args: string[]; cwd: string } = JSON.parse(readFileSync(seen, 'utf8'))
  return { ...result, args, cwd }
}

describe('the inputs of the action', () => {
  it.each<[string, string, string[]]>([
    ['fail-on', 'at-risk', ['--fail-on=at-risk']],
    ['today', '2024-02-05', ['--today=2024-02-05']],
    ['config', 'my plans/plandue.yaml', ['--config=my plans/plandue.yaml']],
    ['base', 'origin/main', ['--base=origin/main']],
    ['heartbeat', 'heartbeat.json', ['--heartbeat=heartbeat.json']],
    ['paths', 'plans\nmore plans\n\n', ['--', 'plans', 'more plans']],
    ['paths', '', ['--']],
    [
      'format',
      'junit=a b.xml\nsarif=x=y.sarif',
      ['--format=junit=a b.xml', '--format=sarif=x=y.sarif'],
    ],
    ['format', '', ['--format=table']],
    ['format', 'plain', ['--format=plain']],
  ])('%s %j becomes %j', (name, value, expected) => {
    const { args } = use({ inputs: { [name]: value } })
    expect(args[0]).toBe('check')
    expect(args).toEqual(expect.arrayContaining(expected))
    expect(args.join('\n')).toContain(
      expected.filter((arg) => !arg.startsWith('--format')).join('\n'),
    )
  })

  it.each([
    '$(touch pwned)',
    '`touch pwned`',
    '"; touch pwned; "',
    "'; touch pwned; '",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
    '${{ github.token }}',
    '--output=pwned',
    '-o',
    '*',
    'ünï cödé',
    '::set-output name=x::y',
  ])('%j is a value and nothing else, in each of them', (value) => {
    const names = ['fail-on', 'base', 'today', 'config']
    const inputs = Object.fromEntries([...names, 'paths'].map((name) => [name, value]))
    const { args } = use({ inputs })
    for (const name of names) expect(args).toContain(`--${name}=${value}`)
    expect(args.slice(args.indexOf('--'))).toEqual(['--', value])
    const { args: others } = use({ inputs: { heartbeat: value, format: `csv=${value}` } })
    expect(others).toEqual(
      expect.arrayContaining([`--heartbeat=${value}`, `--format=csv=${value}`]),
    )
  })

  it.each<[string, Job, string | undefined]>([
    [
      'a pull request is a change to the branch it goes to',
      { github: { base_ref: 'main' } },
      'origin/main',
    ],
    ['a schedule goes by time', {}, undefined],
    [
      'a merge queue is a change to what is merged before',
      { github: { event: { merge_group: { base_sha: 'abc123' } } } },
      'abc123',
    ],
    [
      'a workflow may say otherwise',
      { inputs: { base: 'v1' }, github: { base_ref: 'main' } },
      'v1',
    ],
    [
      'an empty base stands for time',
      { inputs: { base: '' }, github: { base_ref: 'main' } },
      undefined,
    ],
  ])('%s', (_because, job, base) => {
    const bases = use(job).args.filter((arg) => arg.startsWith('--base'))
    expect(bases).toEqual(base === undefined ? [] : [`--base=${base}`])
  })

  it('keep no heartbeat for a change, which is none of the schedule', () => {
    const { args } = use({ inputs: { heartbeat: 'h.json', base: 'main' } })
    expect(args.join(' ')).not.toContain('heartbeat')
  })

  it('name a folder in which all happens, and to which the outputs lead', () => {
    const workspace = join(folder, 'work space')
    mkdirSync(join(workspace, 'my plans'), { recursive: true })
    const elsewhere = join(folder, 'tests.xml')
    const inputs = {
      'working-directory': 'my plans',
      format: `csv=out.csv\njunit=${elsewhere}`,
    }
    const { cwd, outputs } = use({ workspace, inputs })
    expect(cwd).toBe(join(workspace, 'my plans'))
    expect(outputs).toMatchObject({ csv: 'my plans/out.csv', junit: elsewhere })
  })

  it('that name no folder are refused', () => {
    const { exitCode, outputs, log } = runAction(checkout, {
      inputs: { 'working-directory': 'no\n::error::where' },
    })
    expect([exitCode, outputs['exit-code']]).toEqual([2, '2'])
    expect(log).toContain('there is no folder')
    expect(log).not.toMatch(/^::/m)
  })
})

describe('the outputs of the action', () => {
  it.each([0, 1])('tell what came of a run that ended with %i', (exitCode) => {
    const result = use({}, exitCode)
    expect(result.exitCode).toBe(exitCode)
    expect(result.outputs).toMatchObject({
      'exit-code': String(exitCode),
      complete: 'false',
      records: '9',
      items: '8',
      overdue: '1',
      'at-risk': '2',
      'on-track': '3',
      met: '4',
      'met-late': '0',
      waived: '5',
      errors: '1',
      'next-change': '2024-02-10',
    })
    expect(JSON.parse(readFileSync(result.outputs['json'] ?? '', 'utf8'))).toEqual(REPORT)
  })

  it.each([2, 3])(
    'after %i are the code alone, whatever lies about from earlier runs',
    (exitCode) => {
      const { steps, exitCode: ended } = use({ inputs: { format: 'json=old.json' } }, exitCode)
      expect(ended).toBe(exitCode)
      expect(steps['check']?.outputs).toEqual({ 'exit-code': String(exitCode) })
    },
  )

  it('are all declared in action.yml, and all that are declared are set', () => {
    const formats = 'json sarif junit gitlab markdown html ics csv tsv ndjson'.split(' ')
    const { steps, outputs } = use({
      inputs: { format: formats.map((name) => `${name}=out.${name}`).join('\n') },
    })
    expect(Object.keys(steps['check']?.outputs ?? {}).sort()).toEqual(Object.keys(outputs).sort())
    expect(outputs).toEqual(steps['check']?.outputs)
  })

  it('have the JSON report where the workflow wants it', () => {
    const { outputs, args } = use({ inputs: { format: 'json=my report.json' } })
    expect(outputs['json']).toBe('my report.json')
    expect(args).toContain('--format=json=my report.json')
  })

  it('do not hang on the JSON report of the workflow, which may be gone', () => {
    const { exitCode, outputs } = use({ inputs: { format: 'json=/dev/null' } })
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ 'exit-code': '1', overdue: '1', json: '/dev/null' })
  })

  it('keep the line breaks in the name of a folder, which sets none of them anew', () => {
    const workspace = join(folder, 'odd work space')
    const name = 'plans\noverdue=99'
    mkdirSync(join(workspace, name), { recursive: true })
    const { steps } = use({ workspace, inputs: { 'working-directory': name, format: 'csv=a.csv' } })
    expect(steps['check']?.outputs).toMatchObject({ csv: `${name}/a.csv`, overdue: '1' })
  })

  it.each([
    ['', 'nothing is in it'],
    ['{"complete":', 'it breaks off'],
    ['null', 'it says nothing'],
  ])('are the code 3 where the report is %j, because %s', (report) => {
    const { exitCode, steps, log } = use({ env: { REPORT: report } })
    expect(exitCode).toBe(3)
    expect(steps['check']?.outputs).toEqual({ 'exit-code': '3' })
    expect(log).toMatch(/^plandue: "/m)
    expect(log).not.toMatch(/^ {4}at /m)
  })

  it('have an empty day where nothing will change', () => {
    const report = JSON.stringify({ ...REPORT, nextChange: null })
    expect(use({ env: { REPORT: report } }).outputs['next-change']).toBe('')
  })
})

describe('a run of the action', () => {
  it('annotates, and writes the summary of the job', () => {
    const { log, summary } = use()
    expect(log).toContain('::error file=a::late\n')
    expect(summary).toBe('# Plans\n')
  })

  it('has a sentence for a summary that the runner would drop', () => {
    const writesMuch = STAND_IN.replace('process.env.SUMMARY', "'x'.repeat(1_000_001)")
    writeFileSync(join(checkout, 'bin/plandue.js'), writesMuch)
    try {
      expect(use().summary).toMatch(/^The report is too long/)
    } finally {
      writeFileSync(join(checkout, 'bin/plandue.js'), STAND_IN)
    }
  })

  it.each([
    [
      "process.kill(process.pid, 'SIGKILL')",
      { exitCode: 3, 'exit-code': '3' },
      'plandue: its run was ended: SIGKILL\n',
      'the memory of the runner was used up',
    ],
    [
      "require('node:fs').rmSync(annotations)",
      { exitCode: 1, 'exit-code': '1', overdue: '1' },
      'plandue: annotations or summary are missing: "ENOENT',
      'another step has cleaned up',
    ],
  ])('ends without a stack trace after %s', (fate, expected, words, _because) => {
    const annotations =
      'const annotations = /--format=github=(.*?)(?=,--format)/.exec(args.join())[1]\n'
    const writes = STAND_IN.replace(/process\.exit/, `${annotations}${fate}\nprocess.exit`)
    writeFileSync(join(checkout, 'bin/plandue.js'), writes)
    try {
      const { exitCode, steps, log } = use()
      expect({ exitCode, ...steps['check']?.outputs }).toMatchObject(expected)
      expect(log).toContain(words)
      expect(log).not.toMatch(/^ {4}at /m)
    } finally {
      writeFileSync(join(checkout, 'bin/plandue.js'), STAND_IN)
    }
  })

  it('that cannot set its outputs says so', () => {
    const { exitCode, log } = use({ env: { GITHUB_OUTPUT: '/dev/null/output' } })
    expect(exitCode).toBe(3)
    expect(log).toContain('plandue: the outputs cannot be set: "ENOTDIR')
    expect(log).not.toMatch(/^ {4}at /m)
  })

  it('builds plandue where nobody has built it, and only there', () => {
    const bin = join(folder, 'fake bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'npm'), '#!/bin/sh\npwd\necho "npm $*"\n')
    chmodSync(join(bin, 'npm'), 0o755)
    const build =
      "require('node:fs').mkdirSync('dist');require('node:fs').writeFileSync('dist/program.cjs', '')"
    writeFileSync(
      join(checkout, 'bin/build.mjs'),
      `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n${build}\n`,
    )
    rmSync(join(checkout, 'dist'), { recursive: true })
    const env = { PATH: `${bin}:${process.env['PATH']}` }
    expect(use({ env }).log).toMatch(/check out\nnpm ci --ignore-scripts .*--include=dev/)
    expect(use({ env }).log).not.toContain('npm ci')
  })

  it('puts no input into the text of a script', () => {
    for (const { run } of actionIn(root).runs.steps) expect(run).not.toContain('${{')
  })
})
