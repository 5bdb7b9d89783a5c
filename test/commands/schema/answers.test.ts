import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { ANSWER_NAMES, type AnswerName } from '../../../src/commands/schema/answer-names.ts'
import { answerSchemas } from '../../../src/commands/schema/answers/index.ts'
import { changedList } from '../../helpers/list.ts'
import { plandue } from '../../helpers/plandue.ts'
import { plandueIn, repository } from '../../helpers/repository.ts'
import { scenarios } from '../../reports/scenarios.ts'

// What each command says to programs has the shape that is published for it.

const ajv = new Ajv2020.default({
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
})
addFormats.default(ajv)
const compiled = Object.fromEntries(
  ANSWER_NAMES.map((name) => [name, ajv.compile(answerSchemas[name])]),
)

/** What is wrong with an answer by its schema. */
function faultsIn(name: AnswerName, out: string) {
  const isValid = compiled[name]
  if (isValid === undefined) throw new Error(name)
  return isValid(JSON.parse(out)) ? [] : isValid.errors?.slice(0, 5)
}

const CONFIG = `heartbeat: heartbeat.json
closures: [{ from: 2024-02-12, title: Half-term }, { from: 2026-12-24, to: 2027-01-01, title: Christmas }]
governance: { draft: [{ id: board, title: Board, workingDaysBefore: 3 }], final: [{ id: cabinet, title: Cabinet, workingDaysBefore: 10 }] }
reminders:
  ledger: sent.ndjson
  contact: the QA team
  before: [250, 20, 5]
  commands: { desk: [tell] }
  recipients:
    - { to: qa, owner: QA lead }
    - { to: all, on: [monday] }
    - { to: ada@example.gov.uk, channel: email }
    - { to: team, channel: slack }
    - { to: team, channel: webhook }
    - { to: nobody, authority: Atlantis }
`
/** Two hundred inspections, some of them twice or of unknown bodies. */
const ROWS = readFileSync(
  new URL('../import/ofsted-inspections-to-2023.csv', import.meta.url),
  'utf8',
)

/** What is right and wrong in a sheet of actions; not every scenario has these. */
const ACTIONS = `item,action,owner,done,percent,due
bournemouth#A2,Audit,New owner,2026-11-19,50%,2027-04-30
2024/leeds#A1,,Somebody,yes,,2030-01-01
nowhere#A1,,,,,
`

const LEDGER = `{"kind":"intent","at":"2024-01-02T06:05:00Z","asAt":"2024-01-02","key":"k","to":"all","channel":"stdout","items":[{"item":"york#final","due":"2024-04-17","rung":250}]}
{"kind":"result","at":"2024-01-02T06:05:00Z","key":"k","outcome":"sent"}
{"kind":"intent","at":"2024-01-03T06:05:00Z","asAt":"2024-01-03","key":"l","to":"all","channel":"stdout","items":[{"item":"york#final","due":"2024-04-17","rung":20}]}
{"kind":"result","at":"2024-01-03T06:05:00Z","key":"l","outcome":"failed","why":"no"}
{"kind":"ack","at":"2024-01-03T06:05:00Z","asAt":"2024-01-03","item":"york#final","due":"2024-04-17","by":"qa","until":"2024-04-01"}
`

/** A bank holiday more in each of the years, so that dates move. */
const LIST = JSON.stringify(changedList({ add: ['2024-02-07', '2026-11-24', '2029-01-02'] }))

/** What is asked of each scenario, by the schema of the answer; the exit code does not matter. */
const QUESTIONS: readonly [AnswerName, readonly string[]][] = [
  ['due-json', ['due', '2024-01-12']],
  ['due-json', ['due', '2024-01-12', '--framework', 'estyn']],
  ['explain-json', ['explain', '2024-02-07']],
  ['explain-json', ['explain', '2024-03-29']],
  ['explain-json', ['explain', '2020-02-12', '--framework', 'sif']],
  ['explain-json', ['explain', 'dueSoon']],
  ['forecast-json', ['forecast', '--weekly']],
  ['stats-json', ['stats']],
  ['stats-json', ['stats', '--kind', 'stage']],
  ['timeline-json', ['timeline']],
  ['frameworks-json', ['frameworks']],
  ['frameworks-json', ['frameworks', 'estyn']],
  ['calendar-json', ['calendar', '2024']],
  ['calendar-json', ['calendar', '2026', '--division', 'scotland']],
  ['calendar-diff-json', ['calendar', 'diff', '--from', 'list.json']],
  ['calendar-update-json', ['calendar', 'update', '--from', 'list.json', '--dry-run']],
  ['doctor-json', ['doctor']],
  ['remind-explain-json', ['remind', '--explain', '--until', '2030-01-01']],
  ['remind-dry-run-json', ['remind', '--dry-run']],
  ['remind-log-json', ['remind', 'log']],
  ['remind-prune-json', ['remind', 'prune']],
  ['remind-test-json', ['remind', 'test']],
  ['import-json', ['import', 'rows.csv', '--dry-run']],
  ['export-json', ['export']],
  ['export-actions-json', ['export', '--actions']],
  ['import-actions-json', ['import', 'actions.csv', '--dry-run']],
  ['fmt-json', ['fmt', '--dry-run']],
]

describe.each(Object.entries(scenarios))('the answers on %s', (_name, { files, today }) => {
  const world = {
    'plandue.yaml': CONFIG,
    'sent.ndjson': LEDGER,
    'list.json': LIST,
    'rows.csv': ROWS,
    'actions.csv': ACTIONS,
    ...files,
  }
  it.each(QUESTIONS)('%s of %j', async (name, args) => {
    const { out, err } = await plandue([...args, '-f', 'json', '--today', today], { files: world })
    expect(out, err).not.toBe('')
    expect(faultsIn(name, out)).toEqual([])
  })
})

describe('the answers on one item or one change', () => {
  const { files, today } = scenarios['waived'] ?? { files: {}, today: '' }
  const world = { 'plandue.yaml': CONFIG, 'sent.ndjson': LEDGER, ...files }
  const file = 'plans/2024/leeds.yaml'

  const OF_ONE: [AnswerName, string[]][] = [
    ['explain-json', ['explain', '2024/leeds#draft']],
    ['explain-json', ['explain', '2024/leeds']],
    ['say-json', ['say', '2024/leeds']],
    ['remind-json', ['remind', '--config', 'one.yaml']],
    [
      'remind-ack-json',
      ['remind', 'ack', '2024/leeds#draft', '--by', 'qa', '--until', '2024-02-09'],
    ],
    ['edit-json', ['done', '2024/leeds#A1', '--on', '2024-02-05']],
    ['edit-json', ['submit', '2024/leeds#draft', '--on', '2024-02-05', '--dry-run']],
    [
      'edit-json',
      ['action', 'add', '2024/leeds', '--title', 'Audit', '--due', '2024-04-05', '--owner', 'QA'],
    ],
    ['fmt-json', ['fmt', '--check']],
    ['new-json', ['new', '--authority', 'York', '--framework', 'sif', '--received', '2024-01-12']],
    ['init-json', ['init', 'our-plans']],
    ['init-json', ['init', '--dry-run']],
  ]
  it.each(OF_ONE)('%s of %j', async (name, args) => {
    const one = { ...world, 'one.yaml': 'reminders: { ledger: one.ndjson }\n' }
    const { out, err } = await plandue(
      [...args, '-f', 'json', ...(args[0] === 'init' ? [] : ['--today', today])],
      { files: one },
    )
    expect(out, err).not.toBe('')
    expect(faultsIn(name, out)).toEqual([])
  })

  it('diff-json, history-json and paper-json of a change that moves, adds, removes and releases', async () => {
    const { folder, init, commit, remove } = repository()
    init()
    const before = files[file] ?? ''
    commit('2024-02-01', { [file]: before })
    const moved = before
      .replace('due: 2024-03-15', 'due: 2024-04-30')
      .replace(/^.*id: A4.*$\n/m, '  - { id: A9, title: New, due: 2024-05-01 }\n')
      .replace('id: A1, ', 'id: A1, closed: { on: 2024-02-01, reason: Replaced }, ')
    commit('2024-02-02', { [file]: moved, 'plans/b.yaml': 'authority: A\n' })
    const { out } = await plandueIn(folder, ['diff', 'HEAD~1', '-f', 'json', '--today', today])
    const { changes, findings, released, diagnostics } = JSON.parse(out)
    for (const list of [changes, findings, released, diagnostics]) expect(list).not.toEqual([])
    expect(faultsIn('diff-json', out)).toEqual([])
    const ofCommits = async (args: string[]) =>
      (await plandueIn(folder, [...args, '-f', 'json', '--today', today])).out
    const history = await ofCommits(['history', '2024/leeds'])
    expect(JSON.parse(history).items).not.toEqual([])
    expect(faultsIn('history-json', history)).toEqual([])
    const paper = await ofCommits(['paper', '--since', '2024-02-01'])
    const { moved: dates, others, decisions } = JSON.parse(paper)
    for (const list of [dates, others, decisions]) expect(list).not.toEqual([])
    expect(faultsIn('paper-json', paper)).toEqual([])
    remove()
  })

  it('is asked for every schema', () => {
    const ofCommits = ['diff-json', 'history-json', 'paper-json']
    const asked = [...[...QUESTIONS, ...OF_ONE].map(([name]) => name), ...ofCommits]
    expect(ANSWER_NAMES.filter((name) => !asked.includes(name))).toEqual([])
  })
})
