import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { schemas } from '../../../src/commands/schema/schemas.ts'
import { plandueIn, type Repository, repository, type Writes } from '../../helpers/repository.ts'

const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats.default(ajv)
const isOfSchema = ajv.compile(schemas['check-json'])

/** As at 1 May 2024 the final plan (due on 23 April) and A1 are overdue, and A2 is on track. */
const TODAY = '2024-05-01'
const AUDIT = '{ id: A1, title: Audits, owner: QA lead, due: 2024-03-28 }'
const TRAINING = '{ id: A2, title: Training, owner: Head of Service, due: 2025-03-31 }'
const moved = (words: string) =>
  AUDIT.replace(' }', `, extensions: [{ to: 2024-06-28, on: 2024-04-30, ${words} }] }`)
const letter = ({
  authority = 'Marshford Council',
  framework = 'ilacs-focused-visit',
  received = 'received: 2024-01-12',
  areas = '[{ id: P1, text: Strategy discussions }]',
  final = '',
  actions = [AUDIT, TRAINING],
  more = '',
} = {}) => `authority: ${authority}
framework: ${framework}
${received}
areasForPriorityAction: ${areas}
plan:
  draft: { submitted: 2024-01-22 }
${final && `  final: { ${final} }\n`}actions: [${actions.join(', ')}]
${more}`

const OTHER = 'authority: Fenland Council\nframework: sif\nreceived: 2024-04-02\n'
/** From 2 May on it is due in August. */
const STARTED_LATER = OTHER.replace(
  'received: 2024-04-02',
  'published: 2024-04-02\nreceived: 2024-05-02',
)
/** Only the settings ask for its report. */
const OPTIONAL = 'authority: Moor Council\nframework: ilacs-standard\nreceived: 2024-04-15\n'
const SETTINGS = 'stages: { ilacs-standard: [report] }\n'
const extended = (extension: string) =>
  `authority: Heath Council\nframework: sif\nreceived: 2024-04-02\nplan: { final: { extensions: [${extension}] } }\n`
const GRANTED = [
  '{ to: 2024-05-10, on: 2024-03-20, by: Director, reason: A fire }',
  '{ to: 2024-05-31, on: 2024-04-20, by: Board, reason: No auditor }',
]
const LOG = [
  '{ on: 2024-03-01, note: Tool agreed, percent: 40 }',
  '{ on: 2024-04-20, percent: 60 }',
]
/** An action that was moved twice and has notes, and a stage that was moved. */
const moors = ({
  due = '2024-03-28',
  granted = GRANTED,
  log = LOG,
  done = 'done: 2024-04-26, evidence: "https://example.org/a.pdf"',
  withdrawn = ', closed: { on: 2024-04-26, reason: Not needed }',
  final = 'received: 2024-01-12\nplan: { final: { extensions: [{ to: 2024-05-31, by: Ofsted, reason: A fire }] } }',
  more = '',
} = {}) => `authority: Moors Council
framework: sif
${final}
actions:
  - { id: A1, title: Audits, due: ${due}, extensions: [${granted.join(', ')}], progress: [${log.join(', ')}] }
  - { id: A2, title: Training, due: 2024-04-26, ${done} }
  - { id: A3, title: Leaflets, due: 2024-09-30${withdrawn} }
${more}`
const MAIN: Writes = {
  'plans/a.yaml': letter(),
  'plans/b.yaml': OTHER,
  'plans/d.yaml': OPTIONAL,
  'plans/e.yaml': extended('{ to: 2025-12-02, by: Ofsted, reason: A fire }'),
  'plans/m.yaml': moors(),
  'plandue.yaml': SETTINGS,
}
const WITHOUT: Writes = { 'plans/a.yaml': null }
const waiver = (rule: string, item = 'final') =>
  `waivers: [{ item: ${item}, rule: ${rule}, reason: A fire, approvedBy: Director, until: 2024-12-31 }]\n`

let repo: Repository
beforeAll(() => {
  repo = repository()
  repo.init()
  repo.commit('2024-01-15', MAIN)
})
afterEach(() => {
  repo.git(['reset', '-q', '--hard'])
  repo.git(['clean', '-fdq'])
})
afterAll(() => repo.remove())

async function gate(args: string[] = []) {
  const options = ['--base', 'HEAD', '--today', TODAY, '-f', 'json', ...args]
  const { exitCode, out, err } = await plandueIn(repo.folder, ['check', ...options])
  if (out === '') return { exitCode, err, fails: [], released: [] }
  const report = JSON.parse(out)
  expect(isOfSchema(report), JSON.stringify(isOfSchema.errors)).toBe(true)
  const { fails, released } = report.change
  return { exitCode, err, fails, released }
}

async function review(args: string[] = ['-f', 'json']) {
  return plandueIn(repo.folder, ['diff', 'HEAD', '--today', TODAY, ...args])
}

type Fail = { item: string | null; file: string; reason: string }
type Release = { item: string; how: string; justified: boolean; why: string }
type Finding = { code: string; item: string }

/** What a change is, what fails, and what is shown beside that. */
type Row = readonly [what: string, writes: Writes, fails: string[], shown: string[]]

const GONE = ['a#final removed', 'a#A1 removed']
const A2 = 'a#A2 removed'

const ROWS: readonly Row[] = [
  ['the record is deleted', WITHOUT, GONE, [A2]],
  ['it is moved to a hidden name', { ...WITHOUT, 'plans/.a.yaml': letter() }, GONE, [A2]],
  ['it gets another ending', { ...WITHOUT, 'plans/a.yaml.txt': letter() }, GONE, [A2]],
  [
    'it is moved where nobody looks',
    { ...WITHOUT, 'plans/node_modules/a.yaml': letter() },
    GONE,
    [A2],
  ],
  ['it is moved out of the folder', { ...WITHOUT, 'archive/a.yaml': letter() }, GONE, [A2]],
  [
    'the settings name another folder of records',
    {
      'plandue.yaml': `${SETTINGS}records: other\n`,
      'other/b.yaml': OTHER,
      'other/d.yaml': OPTIONAL,
      'other/e.yaml': extended('{ to: 2025-12-02, by: Ofsted, reason: A fire }'),
      'other/m.yaml': moors(),
    },
    GONE,
    [A2],
  ],
  [
    'the settings ask for an optional stage no more',
    { 'plandue.yaml': '' },
    [],
    ['d#report removed'],
  ],
  [
    'another authority takes its place, with later dates',
    {
      ...WITHOUT,
      'plans/z.yaml': letter({
        authority: 'New Council',
        received: 'received: 2024-04-15',
        actions: [],
      }),
    },
    GONE,
    [A2],
  ],
  [
    'the same authority takes its place, with later dates',
    {
      ...WITHOUT,
      'plans/z.yaml': letter({ received: 'received: 2024-04-15', actions: [TRAINING] }),
    },
    ['z#draft dueMoved', 'z#final dueMoved', 'a#A1 removed'],
    [],
  ],
  [
    'an action gets another id and a later date',
    {
      'plans/a.yaml': letter({
        actions: ['{ id: A9, title: Audits, owner: QA lead, due: 2024-09-30 }', TRAINING],
      }),
    },
    ['a#A9 dueMoved'],
    [],
  ],
  [
    'an action gets another id, another title and a later date',
    {
      'plans/a.yaml': letter({
        actions: ['{ id: A9, title: Weekly audits, due: 2024-09-30 }', TRAINING],
      }),
    },
    ['a#A1 removed'],
    [],
  ],
  [
    'an overdue action is deleted',
    { 'plans/a.yaml': letter({ actions: [TRAINING] }) },
    ['a#A1 removed'],
    [],
  ],
  ['an open action is deleted', { 'plans/a.yaml': letter({ actions: [AUDIT] }) }, [], [A2]],
  [
    'an overdue action is withdrawn on record',
    {
      'plans/a.yaml': letter({
        actions: [AUDIT.replace(' }', ', closed: { on: 2024-04-30, reason: No use } }'), TRAINING],
      }),
    },
    [],
    ['a#A1 closed'],
  ],
  [
    'an overdue action is extended, with by whom and why',
    {
      'plans/a.yaml': letter({ actions: [moved('by: Director, reason: A fire'), TRAINING] }),
    },
    [],
    ['a#A1 extended'],
  ],
  [
    'an overdue action is extended by nobody in particular',
    { 'plans/a.yaml': letter({ actions: [moved('reason: A fire'), TRAINING] }) },
    ['a#A1 unjustified'],
    [],
  ],
  [
    'an overdue action is extended without a reason',
    { 'plans/a.yaml': letter({ actions: [moved('by: Director'), TRAINING] }) },
    ['a#A1 unjustified'],
    [],
  ],
  [
    'an action will be extended on a later day, by nobody in particular',
    {
      'plans/a.yaml': letter({
        actions: [moved('reason: A fire').replace('2024-04-30', '2024-05-02'), TRAINING],
      }),
    },
    ['a#A1 unjustified'],
    [],
  ],
  [
    'a stage will be extended on a later day, with by whom and why',
    {
      'plans/a.yaml': letter({
        final: 'extensions: [{ to: 2024-12-02, on: 2024-05-02, by: Ofsted, reason: A fire }]',
      }),
    },
    [],
    ['a#final extended'],
  ],
  [
    'an action will be closed on a later day',
    {
      'plans/a.yaml': letter({
        actions: [AUDIT.replace(' }', ', closed: { on: 2024-05-02, reason: No use } }'), TRAINING],
      }),
    },
    [],
    ['a#A1 closed'],
  ],
  [
    'the promise itself is rewritten',
    {
      'plans/a.yaml': letter({ actions: [AUDIT.replace('2024-03-28', '2024-06-28'), TRAINING] }),
    },
    ['a#A1 dueMoved'],
    [],
  ],
  ['the areas are emptied', { 'plans/a.yaml': letter({ areas: '[]' }) }, ['a#final removed'], []],
  [
    'the day of receipt is taken away',
    { 'plans/a.yaml': letter({ received: 'visited: 2023-11' }) },
    ['a#final removed'],
    [],
  ],
  [
    'another framework demands it later',
    {
      'plans/a.yaml': `authority: Marshford Council\nframework: ilacs-standard\nreceived: 2024-04-02\nactions: [${AUDIT}, ${TRAINING}]\n`,
    },
    ['a#final dueMoved'],
    ['a#draft erased'],
  ],
  [
    'another framework has no such stage',
    { 'plans/a.yaml': 'authority: Marshford Council\nframework: iopc\nreceived: 2024-04-15\n' },
    GONE,
    ['a#draft erased', A2],
  ],
  [
    'the stage is closed on record',
    {
      'plans/a.yaml': letter({
        final: 'closed: { on: 2024-04-30, reason: Inspectors came again }',
      }),
    },
    [],
    ['a#final closed'],
  ],
  [
    'an extension says neither by whom nor why',
    { 'plans/a.yaml': letter({ final: 'extensions: [{ to: 2024-12-02 }]' }) },
    ['a#final unjustified'],
    [],
  ],
  [
    'a later start of the clock is dated after today',
    { 'plans/b.yaml': STARTED_LATER },
    ['b#final rewritten'],
    [],
  ],
  [
    'a later day of publication starts no clock',
    { 'plans/b.yaml': `${OTHER}published: 2024-05-02\n` },
    [],
    [],
  ],
  [
    'an extension does not say why',
    { 'plans/a.yaml': letter({ final: 'extensions: [{ to: 2024-12-02, by: Ofsted }]' }) },
    ['a#final unjustified'],
    [],
  ],
  [
    'an extension is granted by a blank',
    {
      'plans/a.yaml': letter({
        final: "extensions: [{ to: 2024-12-02, by: ' ', reason: A fire }]",
      }),
    },
    ['plans/a.yaml error'],
    [],
  ],
  [
    'an extension says no more why it was granted',
    { 'plans/e.yaml': extended('{ to: 2025-12-02, by: Ofsted }') },
    ['e#final unjustified'],
    ['e#final erased'],
  ],
  [
    'a new record has such an extension',
    {
      'plans/c.yaml': `${OTHER}plan: { final: { extensions: [{ to: 2024-12-02 }] } }\n`.replace(
        'Fenland',
        'Moor',
      ),
    },
    ['c#final unjustified'],
    [],
  ],
  [
    'an extension says by whom and why',
    {
      'plans/a.yaml': letter({
        final: 'extensions: [{ to: 2024-12-02, by: Ofsted, reason: A fire }]',
      }),
    },
    [],
    ['a#final extended'],
  ],
  [
    'a later date, and its waiver in the same change',
    { 'plans/a.yaml': letter({ final: 'stated: 2024-12-02', more: waiver('dueMoved') }) },
    [],
    ['a#final waived'],
  ],
  [
    'that it is overdue is waived',
    { 'plans/a.yaml': letter({ more: waiver('overdue') }) },
    [],
    ['a#final waived'],
  ],
  [
    'the record cannot be read any more',
    { 'plans/a.yaml': letter({ more: 'planned: {}\n' }).replace('authority', 'autority') },
    ['plans/a.yaml error'],
    [],
  ],
  ['the record gets another name', { ...WITHOUT, 'plans/z.yaml': letter() }, [], []],
  [
    'an action gets another id',
    { 'plans/a.yaml': letter({ actions: [AUDIT.replace('A1', 'A9'), TRAINING] }) },
    [],
    [],
  ],
  ['nothing of it', { 'README.md': 'Our plans\n' }, [], []],
]

/** A change of what was granted, promised or noted: what fails, and what is shown beside that. */
const REWRITES: readonly (readonly [string, Parameters<typeof moors>[0], string[], string[]])[] = [
  [
    'the promise is moved to the day of its last extension, and that is deleted',
    { due: '2024-05-31', granted: [] },
    ['m#A1 rewritten'],
    [],
  ],
  [
    'the promise is moved, and all that was granted is kept',
    { due: '2024-05-10' },
    ['m#A1 rewritten'],
    [],
  ],
  [
    'the promise is moved to another day, and what was granted is deleted',
    { due: '2024-05-15', granted: [] },
    ['m#A1 rewritten'],
    ['m#A1 erased'],
  ],
  [
    'the promise is moved past all that was granted',
    { due: '2024-06-30', granted: [] },
    ['m#A1 dueMoved'],
    ['m#A1 erased'],
  ],
  ['one of two extensions is deleted', { granted: GRANTED.slice(1) }, ['m#A1 rewritten'], []],
  [
    'an extension gets another day instead of one after it',
    { granted: [GRANTED[0] ?? '', (GRANTED[1] ?? '').replace('05-31', '06-28')] },
    ['m#A1 rewritten'],
    ['m#A1 extended'],
  ],
  ['the last extension is taken back', { granted: GRANTED.slice(0, 1) }, [], ['m#A1 erased']],
  [
    'somebody else granted an extension',
    { granted: [(GRANTED[0] ?? '').replace('Director', 'Nobody'), GRANTED[1] ?? ''] },
    [],
    ['m#A1 erased'],
  ],
  [
    'an extension before the last one says no more who granted it',
    { granted: [(GRANTED[0] ?? '').replace('by: Director, ', ''), GRANTED[1] ?? ''] },
    [],
    ['m#A1 erased'],
  ],
  [
    'a waiver approves of a promise that is put right',
    {
      due: '2024-04-28',
      more: waiver('dueMoved', 'A1'),
    },
    [],
    ['m#A1 waived'],
  ],
  [
    'an extension of a stage is deleted, and its day is stated instead',
    { final: 'received: 2024-01-12\nplan: { final: { stated: 2024-05-31 } }' },
    ['m#final rewritten'],
    [],
  ],
  ['a note is deleted', { log: LOG.slice(1) }, [], ['m#A1 erased']],
  [
    'a note says something else',
    { log: [(LOG[0] ?? '').replace('40', '30'), LOG[1] ?? ''] },
    [],
    ['m#A1 erased'],
  ],
  [
    'a note is added before the others',
    { log: ['{ on: 2024-02-01, percent: 5 }', ...LOG] },
    [],
    [],
  ],
  ['nothing shows any more that it was done', { done: 'done: 2024-04-26' }, [], ['m#A2 erased']],
  [
    'something else shows that it was done',
    { done: 'done: 2024-04-26, evidence: "https://example.org/b.pdf"' },
    [],
    [],
  ],
  [
    'it was done on an earlier day',
    { done: 'done: 2024-04-25, evidence: "https://example.org/a.pdf"' },
    [],
    ['m#A2 erased'],
  ],
  ['what was withdrawn is open again', { withdrawn: '' }, [], ['m#A3 erased']],
]

/** The findings of `diff` for what fails a check. */
const CODES: Readonly<Record<string, string>> = { dueMoved: 'due-moved' }

describe('a way past the gate', () => {
  const rewrites = REWRITES.map(
    ([what, facts, ...rest]): Row => [what, { 'plans/m.yaml': moors(facts) }, ...rest],
  )
  it.each([...ROWS, ...rewrites])('%s', async (_what, writes, fails, shown) => {
    repo.write(writes)
    const { exitCode, ...change } = await gate()
    const failing = change.fails.map((one: Fail) => `${one.item ?? one.file} ${one.reason}`)
    expect(failing).toEqual(fails)
    expect(exitCode).toBe(fails.length > 0 ? 1 : 0)
    const beside = change.released.filter(
      ({ item, why }: Release) =>
        !change.fails.some((one: Fail & Release) => one.item === item && one.why === why),
    )
    expect(beside.map(({ item, how }: Release) => `${item} ${how}`)).toEqual(shown)

    const { exitCode: code, out } = await review()
    const { findings, released } = JSON.parse(out)
    const found = findings
      .map(({ item, code }: Finding) => `${item} ${code}`)
      .filter((one: string) => !one.endsWith(' entered-late'))
    const expected = fails.flatMap((one) => {
      const [item = '', reason = ''] = one.split(' ')
      return reason === 'error' ? [] : `${item} ${CODES[reason] ?? reason}`
    })
    expect(found.sort()).toEqual(expected.sort())
    expect(code).toBe(fails.length > 0 ? 1 : 0)
    expect(released).toEqual(change.released)
  })

  it('is closed where a link to nowhere takes the place of a record', async () => {
    repo.write(WITHOUT)
    symlinkSync('../nowhere.yaml', join(repo.folder, 'plans/a.yaml'))
    const { exitCode, fails } = await gate()
    expect(exitCode).toBe(1)
    expect(fails).toMatchObject([{ file: 'plans/a.yaml', reason: 'error' }])
    expect((await review()).exitCode).toBe(1)
  })

  it.each<[string, Writes]>([
    [
      'all records are deleted',
      Object.fromEntries(['a', 'b', 'd', 'e', 'm'].map((id) => [`plans/${id}.yaml`, null])),
    ],
    ['the settings name a folder that is not there', { 'plandue.yaml': 'records: none\n' }],
    [
      'the settings take the record for a framework',
      { 'plandue.yaml': 'frameworks: [plans/a.yaml]\n' },
    ],
    [
      'the settings take the record for bank holidays',
      { 'plandue.yaml': 'calendars: [plans/a.yaml]\n' },
    ],
  ])('is no clean run either where %s', async (_what, writes) => {
    repo.write(writes)
    expect(await gate()).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/^plandue: |^No records|error/),
    })
    expect((await review()).exitCode).toBe(2)
  })

  const LATER = letter({ actions: [AUDIT, TRAINING.replace('2025-03-31', '2025-06-30')] })
  const MOVED: Writes = Object.fromEntries(
    Object.entries({ ...MAIN, 'plans/a.yaml': LATER }).flatMap(([path, text]) => [
      [path, null],
      [`moved/${path}`, text],
    ]),
  )
  it.each<[string, string, Writes, string[], string]>([
    ['.', 'n/a', { ...WITHOUT, 'plans/n/a.yaml': LATER }, ['plans/n'], 'a path asks for the new'],
    [
      '.',
      'z',
      { ...WITHOUT, 'plans/z.yaml': LATER },
      ['plans/z.yaml'],
      'a path names the new file',
    ],
    ['moved', 'a', MOVED, [], 'the settings were moved along'],
  ])(
    'is not that a record comes from where nobody looked: %s, %s, where $4',
    async (folder, id, writes, paths, _because) => {
      repo.write(writes)
      const args = ['check', ...paths, '--base', 'HEAD', '--today', TODAY, '-f', 'json']
      const { out } = await plandueIn(join(repo.folder, folder), args)
      const { fails, aside, removed } = JSON.parse(out).change
      expect(fails).toMatchObject([{ item: `${id}#A2`, reason: 'dueMoved' }])
      expect(aside.items).toEqual([`${id}#final`, `${id}#A1`])
      expect(removed).toEqual([])
    },
  )

  it('is not that an overdue record was kept where nobody looks: it is new', async () => {
    repo.commit('2024-01-16', { 'archive/o.yaml': letter({ authority: 'Old Council' }) })
    repo.write({ 'archive/o.yaml': null, 'plans/o.yaml': letter({ authority: 'Old Council' }) })
    const { fails } = await gate()
    repo.git(['reset', '-q', '--hard', 'HEAD~1'])
    expect(fails).toMatchObject([{ item: 'o#final' }, { item: 'o#A1' }])
  })

  it('fails nothing with --fail-on never, and is shown all the same', async () => {
    repo.write(WITHOUT)
    const { exitCode, fails, released } = await gate(['--fail-on', 'never'])
    expect({ exitCode, fails }).toEqual({ exitCode: 0, fails: [] })
    expect(released).toHaveLength(3)
  })

  it('is judged for the items that the filters mean, or meant before', async () => {
    repo.write({ 'plans/a.yaml': letter({ actions: [TRAINING] }) })
    expect(await gate(['--owner', 'Head'])).toMatchObject({ exitCode: 0, released: [] })
    repo.write({
      'plans/a.yaml': letter({ actions: [TRAINING.replace('Head of Service', 'QA lead')] }),
    })
    expect(await gate(['--owner', 'QA'])).toMatchObject({
      exitCode: 1,
      fails: [{ item: 'a#A1', reason: 'removed' }],
    })
  })
})

describe('the words for it', () => {
  it('say what is missing, or who granted what and why', async () => {
    repo.write({
      'plans/a.yaml': letter({
        final: 'extensions: [{ to: 2024-12-02, by: Ofsted, reason: A fire. }]',
        actions: [TRAINING],
      }),
    })
    const args = ['--base', 'HEAD', '--today', TODAY, '-f', 'plain', '-q']
    const { out } = await plandueIn(repo.folder, ['check', ...args])
    expect(out).toContain(`The change since HEAD fails for 1 reason:
- a#A1: overdue, and no longer among the records; to withdraw it, keep it on record with \`closed: { on, reason }\`
To be agreed (1):
- a#final: extended from Tuesday 23 April 2024 to Monday 2 December 2024 by Ofsted: A fire
`)
  })

  it('stand in a review too, also when quiet', async () => {
    repo.write({ 'plans/a.yaml': letter({ more: waiver('overdue') }) })
    expect(await review(['-f', 'plain', '-q'])).toMatchObject({
      exitCode: 0,
      out: 'To be agreed (1)\na#final: waived until Tuesday 31 December 2024, approved by Director: A fire\n',
    })
  })

  it.each([
    [
      'github',
      '::error file=plans/m.yaml,line=6,title=Postponement hidden::Moors Council: Audits, due on',
    ],
    ['junit', '<failure type="rewritten" message="originally due on Friday 31 May 2024 instead of'],
    [
      'markdown',
      'm#A1: originally due on Friday 31 May 2024 instead of Thursday 28 March 2024; no',
    ],
    ['table', 'm#A1: originally due on Friday 31 May 2024 instead of Thursday 28 March 2024; no'],
    ['html', 'm#A1: originally due on Friday 31 May 2024 instead of Thursday 28 March 2024; no'],
    ['ndjson', '"reason":"rewritten"'],
  ])('say in %s what was rewritten', async (format, words) => {
    repo.write({ 'plans/m.yaml': moors({ due: '2024-05-31', granted: [] }) })
    const args = ['--base', 'HEAD', '--today', '2024-04-22', '-f', format]
    const { out, exitCode } = await plandueIn(repo.folder, ['check', ...args], { columns: 200 })
    expect(exitCode).toBe(1)
    expect(out).toContain(words)
    expect(out).toContain('leave what is on record, and move a date by one more extension')
  })

  it('quote nobody where html has no people', async () => {
    repo.write({ 'plans/m.yaml': moors({ log: [], granted: GRANTED.slice(0, 1) }) })
    const args = ['--base', 'HEAD', '--today', TODAY, '-f', 'html']
    const { out } = await plandueIn(repo.folder, ['check', ...args])
    expect(out).toContain(
      'the extension to Friday 31 May 2024, progress of Friday 1 March 2024 and',
    )
    expect(out).not.toMatch(/Tool agreed|No auditor|Board/)
  })

  it.each([
    [
      'github',
      '::error title=Overdue item removed::a#A1: overdue, and no longer among the records',
    ],
    ['junit', '<failure type="removed" message="overdue, and no longer among the records'],
    ['markdown', '- a#A1: overdue, and no longer among the records'],
    ['table', 'a#A1: overdue, and no longer among the records'],
    ['ndjson', '"reason":"removed"'],
  ])('stand in %s', async (format, words) => {
    repo.write({ 'plans/a.yaml': letter({ actions: [TRAINING] }) })
    const args = ['--base', 'HEAD', '--today', TODAY, '-f', format]
    const { out, exitCode } = await plandueIn(repo.folder, ['check', ...args])
    expect(exitCode).toBe(1)
    expect(out).toContain(words)
  })
})
