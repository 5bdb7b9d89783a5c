import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { docxReaders } from '../../helpers/docx.ts'
import { parseMarkdown, tablesIn } from '../../helpers/markdown.ts'
import { plandueIn, repository } from '../../helpers/repository.ts'

/** A record of an authority; stages are sent unless `stages` says otherwise. */
function record(
  authority: string,
  actions: readonly string[],
  { received = '2023-10-02', stages = SENT, areas = '[{ id: P1, text: Drift and delay }]' } = {},
): string {
  const list = actions.length > 0 ? `actions:\n${actions.join('\n')}\n` : ''
  return `authority: ${authority}\nframework: ilacs-focused-visit\nreceived: ${received}\nareasForPriorityAction: ${areas}\n${stages}${list}`
}
const SENT = 'plan: { draft: { submitted: 2023-10-20 }, final: { submitted: 2023-12-01 } }\n'
const action = (id: string, title: string, due: string, more = '') =>
  `  - { id: ${id}, title: ${title}, due: ${due}${more} }`

const then: readonly string[] = [
  action('A1', 'Audit every plan', '2024-02-23', ', owner: QA lead, answers: [P1]'),
  action('A2', 'Weekly surgery', '2024-03-22', ', owner: Head of Service, answers: [P1]'),
  action('A3', 'Recruit two officers', '2024-02-29', ', owner: Head of Service'),
  action('A4', 'New form', '2024-03-28', ', owner: Head of IT'),
  action('A5', 'Six new flats', '2024-01-31', ', owner: Commissioner'),
  action('A6', 'Old leaflet', '2024-04-30', ', owner: Commissioner'),
  action('A7', 'Reopened later', '2024-04-10', ', owner: QA lead, done: 2024-01-20'),
  action('A8', 'Left out later', '2024-04-10', ', owner: QA lead'),
]
const now: readonly string[] = [
  action(
    'A1',
    'Audit every plan',
    '2024-02-23',
    ', owner: QA lead, answers: [P1], expected: 2024-03-08',
  ),
  action(
    'A2',
    'Weekly surgery',
    '2024-03-22',
    ', owner: Head of Service, answers: [P1], extensions: [{ to: 2024-04-04, on: 2024-02-20, by: Improvement board, reason: "Half-term" }]',
  ),
  action('A3', 'Recruit two officers', '2024-02-29', ', owner: Head of Service, done: 2024-02-26'),
  action(
    'A4',
    'New form',
    '2024-03-28',
    ', owner: Head of IT, blocked: The supplier has not started',
  ),
  action('A5', 'Six new flats', '2024-01-31', ', owner: Commissioner, done: 2024-02-09'),
  action(
    'A6',
    'Old leaflet',
    '2024-04-30',
    ', owner: Commissioner, closed: { on: 2024-02-12, reason: Nobody reads it }',
  ),
  action('A7', 'Reopened later', '2024-04-10', ', owner: QA lead'),
  action('A9', 'Publish waiting times', '2024-03-01', ', answers: [P1]'),
]

const repo = repository()
const elsewhere = mkdtempSync(join(realpathSync(tmpdir()), 'plandue-paper-'))
const TODAY = { today: '2024-03-04' }

beforeAll(() => {
  repo.init()
  repo.commit('2024-01-15', {
    'plans/exampleshire-2023.yaml': record('Exampleshire Council', then),
  })
  repo.commit('2024-02-20', {
    'plans/exampleshire-2023.yaml': record('Exampleshire Council', now),
    'plans/marshford-2024.yaml': record('Marshford Council', [], {
      received: '2024-02-12',
      stages: '',
    }),
  })
})
afterAll(() => {
  repo.remove()
  rmSync(elsewhere, { recursive: true })
})

const paper = (args: string[], folder = repo.folder) =>
  plandueIn(folder, ['paper', '--since', '2024-02-01', ...args], TODAY)

describe('paper', () => {
  it.each(['markdown', 'plain', 'table'])('is written as %s', async (format) => {
    const { out, exitCode } = await paper(['--until', '2024-04-05', '-f', format])
    const ending = { markdown: 'md', plain: 'txt', table: 'table.txt' }[format]
    expect(exitCode).toBe(0)
    await expect(out).toMatchFileSnapshot(`golden/board.${ending}`)
  })

  it('is a page for a browser', async () => {
    const { out } = await paper(['-f', 'html'])
    expect(out).toContain('>Action plans: position on Monday 4 March 2024</h1>')
    expect(out).toContain('>Late, and since when</h2>')
    expect(out).toContain('<span class="t-bad">Red</span>')
  })

  it('names no id, no file and no exit code', async () => {
    const { out } = await paper(['-f', 'markdown'])
    for (const word of ['exampleshire-2023', 'marshford-2024', '#', 'yaml', 'xit code']) {
      expect(out.replace(/^#+ /gm, '')).not.toContain(word)
    }
  })

  it('says which commit it rests on, but not with --quiet, which has what is urgent only', async () => {
    const { err } = await paper([])
    expect(err).toContain('As known on Thursday 1 February 2024: commit ')
    const quiet = await paper(['-q'])
    expect(quiet.err).toBe('')
    expect(quiet.out).toContain('Late, and since when\n')
    expect(quiet.out).toContain('Decisions asked for\n')
    expect(quiet.out).not.toContain('By area\n')
  })

  it('looks as far ahead as it looks back, or to the next meeting', async () => {
    const until = async (args: string[]) => JSON.parse((await paper(['-f', 'json', ...args])).out)
    const far = await until([])
    expect([far.until, far.dueSoon.length]).toEqual(['2024-04-05', 1])
    const near = await until(['--until', '2024-03-20'])
    expect([near.until, near.dueSoon.length]).toEqual(['2024-03-20', 0])
  })

  it('is about one authority where that is asked for', async () => {
    const { out } = await paper(['--authority', 'marshford', '-f', 'json'])
    expect(JSON.parse(out).sum).toMatchObject({ openThen: 0, added: 2, openNow: 2 })
    const plain = await paper(['--authority', 'marshford', '-f', 'plain'])
    expect(plain.out).toContain('position on Monday 4 March 2024, only authority marshford\n')
    expect(plain.out).toContain('Nothing is late.\n')
    expect(plain.out).toContain('No due date has moved.\n')
    expect(plain.out).toContain('Nothing was finished.\n')
    expect(plain.out).not.toContain('By owner\n')
  })

  it('takes the position of the day in --since for what was believed then', async () => {
    const { out } = await paper(['-f', 'json'])
    // Six new flats were overdue on that day, and are open then; nothing was known of a second record.
    expect(JSON.parse(out).sum).toMatchObject({ openThen: 7, reopened: 1, removed: 1 })
  })

  it('is incomplete, with 1, where a record cannot be read', async () => {
    const clone = join(elsewhere, 'broken')
    repo.git(['clone', '-q', `file://${repo.folder}`, clone])
    repository(clone).write({ 'plans/marshford-2024.yaml': 'authority: [\n' })
    const { exitCode, out } = await paper([], clone)
    expect(exitCode).toBe(1)
    expect(out).toContain('Incomplete: 1 file with errors')
  })

  it.each([
    [['--since', '2024-03-05'], 'after the day of the paper'],
    [['--until', '2024-03-03'], 'before the day of the paper'],
    [['--since', '2024-01-14'], 'the history begins on Monday 15 January 2024'],
    [['--authority', 'leeds'], 'there is no record of an authority `leeds`'],
  ])('refuses %j', async (args, words) => {
    const run = await paper(args)
    expect(run.err).toContain(words)
    expect(run).toMatchObject({ exitCode: 2, out: '' })
  })

  it('needs a day to begin with', async () => {
    const run = await plandueIn(repo.folder, ['paper'], TODAY)
    expect(run.err).toContain('--since')
    expect(run.exitCode).toBe(2)
  })

  it('needs a history that reaches back', async () => {
    const none = mkdtempSync(join(elsewhere, 'none-'))
    repository(none).write({ 'plans/a.yaml': record('A', then) })
    expect(await paper([], none)).toMatchObject({ exitCode: 2, out: '' })
    const shallow = join(elsewhere, 'shallow')
    repo.git(['clone', '-q', '--depth', '1', `file://${repo.folder}`, shallow])
    const run = await paper([], shallow)
    expect(run).toMatchObject({ exitCode: 3, out: '' })
    expect(run.err).toContain('git fetch --unshallow')
  })
})

describe('the paper as a document', () => {
  const file = join(elsewhere, 'paper.docx')
  const written = async (...args: string[]) => {
    const run = await paper(['-q', '-f', 'docx', '-o', file, ...args])
    expect(run).toMatchObject({ exitCode: 0, out: '', err: '' })
    return readFileSync(file)
  }

  for (const { name, note, mayBeSkipped, read } of docxReaders) {
    it.skipIf(mayBeSkipped)(
      `has for ${name} the headings and tables of the paper in Markdown${note}`,
      async () => {
        await paper(['-f', 'docx', '-o', file])
        const content = read({ paper: readFileSync(file) })['paper']
        const { out } = await paper(['-f', 'markdown'])
        const headings = [...out.matchAll(/^#+ (.*)$/gm)].map(([, words]) => words)
        expect(content?.headings).toEqual(headings)
        expect(content?.tables.map(([, ...rows]) => rows)).toEqual(
          tablesIn(parseMarkdown(out)).map(({ rows }) => rows),
        )
        expect(content?.text).toContain(
          '7 open then + 3 new + 1 reopened − 2 finished − 1 withdrawn − 0 no longer required − 1 removed = 7 open now.',
        )
        expect(content?.text).not.toContain('exampleshire-2023')
      },
    )
  }

  it('is the same file each time, wherever and whenever it is written', async () => {
    const once = await written()
    const zone = process.env['TZ']
    vi.useFakeTimers({ now: new Date('2031-07-08T22:33:44Z'), toFake: ['Date'] })
    process.env['TZ'] = 'Pacific/Apia'
    try {
      expect((await written()).equals(once)).toBe(true)
    } finally {
      vi.useRealTimers()
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
    expect((await written('--today', '2024-03-05')).equals(once)).toBe(false)
  })

  it('goes into no terminal and no pipe', async () => {
    const run = await paper(['-f', 'docx'])
    expect(run).toMatchObject({ exitCode: 2, out: '' })
    expect(run.err).toContain('docx is a file, not a text: name it, as in `-f docx -o plans.docx`')
  })

  it('is meant by an ending alone', async () => {
    rmSync(file, { force: true })
    const { err } = await paper(['-q', '-o', file])
    expect(err).toBe('')
    expect(readFileSync(file).toString('latin1')).toMatch(/^PK/)
  })
})
