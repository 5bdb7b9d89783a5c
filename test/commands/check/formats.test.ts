import { describe, expect, it } from 'vitest'
import { formats } from '../../../src/reports/index.ts'
import { commandsIn } from '../../helpers/github.ts'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const PLANS = {
  'plans/leeds.yaml': record(
    'actions: [{ id: A1, title: Audit, owner: QA lead, due: 2024-01-31 }]',
    {
      published: 'received: 2024-01-12',
    },
  ),
  'plans/york.yaml': 'authority: City of York\nframework: sif\nreceived: 2024-01-08\n',
}
const world = { files: PLANS }
const alone = async (format: string) => (await plandue(['check', '-f', format], world)).out

describe('several formats at once', () => {
  it('go each to its place, and are what each would be alone', async () => {
    const args = ['check', '-f', 'table', '-f', 'sarif=out.sarif', '-f', 'junit=ci/out.xml']
    const { exitCode, out, files } = await plandue(args, world)
    expect(exitCode).toBe(1)
    expect(out).toBe(await alone('table'))
    expect(files.get('out.sarif')).toBe(await alone('sarif'))
    expect(files.get('ci/out.xml')).toBe(await alone('junit'))
  })

  it.each<[string[], string, string[], string]>([
    [['-f', 'json=a=b.json'], '', ['a=b.json'], 'a name may have a sign of equality'],
    [['-f', 'json=-'], 'json', [], 'a hyphen stands for standard output'],
    [
      ['-f', 'json=a', '-f', 'csv', '-o', 'b'],
      '',
      ['a', 'b'],
      '--output is for the one without a file',
    ],
    [['-f', 'csv', '-o', 'b'], '', ['b'], 'so it was before'],
    [
      ['-f', 'csv', '-o', '-'],
      'csv',
      [],
      'a hyphen stands for it here too, and is no name of a file',
    ],
    [['-f', 'json=a', '-f', 'json'], 'json', ['a'], 'a format may be wanted twice'],
  ])('%j: standard output has %j, files %j, because %s', async (args, format, names, _because) => {
    const { out, files } = await plandue(['check', ...args], world)
    expect(out).toBe(format === '' ? '' : await alone(format))
    expect([...files.keys()].filter((name) => !name.startsWith('plans/')).sort()).toEqual(names)
  })

  it('have no colours in a file, and are as wide as no terminal', async () => {
    const terminal = { ...world, columns: 120, colours: 3 as const }
    const { out, files } = await plandue(['check', '-f', 'table', '-f', 'table=out.txt'], terminal)
    expect(out).toContain('\u001b[')
    expect(files.get('out.txt')).toBe(await alone('table'))
  })

  it.each([
    [['-f', 'sarf'], 'Did you mean `sarif`?'],
    [['-f', 'sarf=out.sarif'], 'Did you mean `sarif`?'],
    [['-f', 'pdf'], 'Use one of `table`, `plain`, `json`, '],
    [['-f', 'toString'], 'Use one of `table`'],
    [['-f', 'json='], 'Expected a file after `json=`.'],
    [
      ['-f', 'table', '-f', 'json'],
      '`table` and `json` would both go to standard output: name a file',
    ],
    [['-f', 'csv=a', '-f', 'json=./a'], '`csv` and `json` would both go to `a`: name another file'],
    [['-f', 'csv=/repository/a', '-f', 'json=a'], 'would both go to `a`'],
    [['-f', 'csv=a', '-f', 'json', '-o', 'a'], 'would both go to `a`'],
    [['-f', 'json=a', '-o', 'b'], 'nothing is left for `--output`'],
  ])('are refused before any work: %j', async (args, message) => {
    const { exitCode, out, err, files } = await plandue(['check', ...args], world)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toContain(message)
    expect([...files.keys()]).toEqual(Object.keys(PLANS))
  })

  it('are written but for the one that cannot be, and the exit code is 3', async () => {
    const args = [
      'check',
      '-f',
      'csv=/denied/a',
      '-f',
      'json=b',
      '-f',
      'table',
      '-f',
      'tsv=/denied/c',
    ]
    const { exitCode, out, err, files } = await plandue(args, world)
    expect(exitCode).toBe(3)
    expect(err).toContain(
      'plandue: `/denied/a` cannot be written: permission denied; `/denied/c` cannot be written: permission denied\n',
    )
    expect(out).toBe(await alone('table'))
    expect(files.get('b')).toBe(await alone('json'))
  })

  it('are all explained in the help', async () => {
    const { out } = await plandue(['check', '--help'])
    for (const [name, format] of Object.entries(formats)) {
      expect(out).toMatch(
        new RegExp(`^  ${name} +${format.for.slice(0, 12).replaceAll('`', '.?')}`, 'm'),
      )
    }
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  })
})

describe('quiet and verbose', () => {
  it.each([
    ['markdown', '-q', /A1/, /york#final|Next to fall due/],
    ['github', '-q', /A1/, /::notice/],
    ['markdown', '-v', /Bank holidays in England and Wales/, /^$/],
  ])('%s %s', async (format, option, there, notThere) => {
    const files = {
      ...PLANS,
      'plans/note.yaml': record('actions: [{ id: A1, title: Audit, due: 2024-05-01 }]'),
    }
    const { out } = await plandue(['check', '-f', format, option], { files })
    const usual = await plandue(['check', '-f', format], { files })
    expect(out).toMatch(there)
    expect(out).not.toMatch(notThere)
    expect(out).not.toBe(usual.out)
  })

  it('Markdown is silent when quiet and nobody needs to do anything', async () => {
    const files = { 'plans/york.yaml': PLANS['plans/york.yaml'] }
    expect(await plandue(['check', '-q', '-f', 'markdown'], { files })).toMatchObject({ out: '' })
  })
})

describe('a path that a CI server is told', () => {
  const text = 'authority: A\nframework: sif\npublished: 12/01/2024\n'

  it.each<[Record<string, string>, string[], string, string]>([
    [{ 'plans/a.yaml': text }, [], 'plans/a.yaml', 'this is the root'],
    [
      { '../.git/HEAD': '', 'plans/a.yaml': text },
      [],
      'repository/plans/a.yaml',
      'the repository begins one folder up',
    ],
    [
      { '.git/HEAD': '', 'plans/a.yaml': text },
      ['./plans/../plans/a.yaml'],
      'plans/a.yaml',
      'it is told in its shortest form',
    ],
    [
      { '.git/HEAD': '', 'plans/a.yaml': text },
      ['/repository/plans/a.yaml'],
      'plans/a.yaml',
      'an absolute path is in the repository too',
    ],
  ])('%#: %j is %s, because %s', async (files, paths, path, _because) => {
    const told = async (format: string) =>
      (await plandue(['check', '-f', format, ...paths], { files })).out
    const [, annotation] = commandsIn(await told('github'))
    expect(annotation?.properties['file']).toBe(path)
    expect(JSON.parse(await told('gitlab'))[0].location.path).toBe(path)
    expect(await told('sarif')).toContain(`"uri": "${path}"`)
    expect(await told('junit')).toContain(`<testsuite name="${path}"`)
    expect(await told('markdown')).toContain(`| ${path}:3:12 |`)
  })
})

describe('on GitHub Actions', () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/runner/summary.md' }
  const check = (args: string[], more: object = {}) =>
    plandue(['check', ...args], { ...world, env, ...more })

  it('adds annotations to the usual report, and the job summary', async () => {
    const { exitCode, out, err, files } = await check([])
    expect(exitCode).toBe(1)
    expect(err).toBe('')
    expect(out).toBe(`${await alone('plain')}${await alone('github')}`)
    expect(files.get('/runner/summary.md')).toBe(await alone('markdown'))
  })

  it('leaves what other steps have written into the summary', async () => {
    const files = { ...PLANS, '/runner/summary.md': '# Build\n' }
    const { files: after } = await check([], { files })
    expect(after.get('/runner/summary.md')).toBe(`# Build\n${await alone('markdown')}`)
  })

  it('has no command in the report itself', async () => {
    const hostile = 'authority: "a\\n::error::b"\nframework: "::error::c"\nreceived: 2024-01-08\n'
    const { out, err } = await check(['-v'], {
      files: { ...PLANS, 'plans/::error::d.yaml': hostile },
    })
    const [text = '', ...annotations] = out.split(/^(?=::)/m)
    expect(commandsIn(`${text}\n${err}`)).toEqual([])
    expect(annotations.map((line) => commandsIn(line).length)).toEqual(annotations.map(() => 1))
  })

  it.each([
    [['-f', 'table'], 'a format is asked for'],
    [['-f', 'json=out.json'], 'a format is asked for, into a file'],
  ])('does nothing by itself with %j, because %s', async (args, _because) => {
    const { out, files } = await check(args)
    expect(out).toBe((await plandue(['check', ...args], world)).out)
    expect(files.has('/runner/summary.md')).toBe(false)
  })

  it.each([
    ['report.txt', 'plain'],
    ['report.json', 'json'],
  ])('still annotates where the report goes to %s', async (file, format) => {
    const { out, files } = await check(['-o', file])
    expect(out).toBe(await alone('github'))
    expect(files.get(file)).toBe(await alone(format))
  })

  it('does not fail because of a summary that cannot be written', async () => {
    const { exitCode, err } = await check(['--fail-on', 'never'], {
      env: { ...env, GITHUB_STEP_SUMMARY: '/denied/summary.md' },
    })
    expect(exitCode).toBe(0)
    expect(err).toBe(
      'plandue: the summary `/denied/summary.md` cannot be written: permission denied\n',
    )
  })

  it.each([
    [{ GITHUB_ACTIONS: 'true' }, 'github', 'there is no file for a summary'],
    [{ GITHUB_STEP_SUMMARY: '/runner/summary.md' }, '', 'this is not GitHub Actions'],
    [{ GITHUB_ACTIONS: 'false', GITHUB_STEP_SUMMARY: 'x' }, '', 'this is not GitHub Actions'],
  ])('with %j writes no summary, because $2', async (other, format, _because) => {
    const { out, files } = await check([], { env: other })
    expect(out).toBe(`${await alone('plain')}${format === '' ? '' : await alone(format)}`)
    expect([...files.keys()]).toEqual(Object.keys(PLANS))
  })
})
