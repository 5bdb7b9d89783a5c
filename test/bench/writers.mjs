// Lets processes write to one record at once, round after round: `node test/bench/writers.mjs [rounds] [processes]`.
// It ends with 1 if a change was lost, or refused without a word.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const [rounds = 200, processes = 10] = process.argv.slice(2).map(Number)
const bin = fileURLToPath(new URL('../../bin/plandue.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'plandue-writers-'))
const file = join(folder, 'plans/a.yaml')

const ids = Array.from({ length: processes }, (_, index) => `A${index + 1}`)
// The keys are in another order than `fmt` wants, so that the last process has work as well.
const record = [
  'framework: sif',
  'authority: A',
  'received: 2024-01-12',
  'actions:',
  ...ids.map((id) => `  - { id: ${id}, title: T, due: 2024-03-01, blocked: No ${id} }`),
  '',
].join('\n')

/**
 * What each process does, in turn: the command for an action of its own, and what is to be seen of it.
 * All notes go to the first action, and all that is added takes the next free id.
 */
const EDITS = [
  (id) => [['note', 'a#A1', `By ${id}`], noteOf('A1', `By ${id}`)],
  (id) => [['done', `a#${id}`, '--on', '2024-02-01'], saysOf(id, 'done', '2024-02-01')],
  (id) => [['note', 'a#A1', `By ${id}`], noteOf('A1', `By ${id}`)],
  (id) => [['assign', `a#${id}`, 'Head'], saysOf(id, 'owner', 'Head')],
  (id) => [
    ['action', 'add', 'a', '--title', `New ${id}`, '--due', '2024-04-01'],
    isAdded(`New ${id}`),
  ],
  (id) => [['block', `a#${id}`, '--reason', 'Rain', '--force'], saysOf(id, 'blocked', 'Rain')],
  (id) => [
    ['action', 'add', 'a', '--title', `New ${id}`, '--due', '2024-04-01'],
    isAdded(`New ${id}`),
  ],
  (id) => [['unblock', `a#${id}`], noteOf(id, `No longer blocked: No ${id}`)],
  (id) => [
    ['extend', `a#${id}`, '--to', '2024-04-01', '--by', 'B', '--reason', 'R'],
    (actions) => actionOf(id, actions)?.extensions?.[0]?.to === '2024-04-01',
  ],
]

const actionOf = (id, actions) => actions.find((action) => action.id === id)
const saysOf = (id, key, value) => (actions) => actionOf(id, actions)?.[key] === value
const noteOf = (id, text) => (actions) =>
  actionOf(id, actions)?.progress?.some(({ note }) => note === text) === true
const isAdded = (title) => (actions) => actions.some((action) => action.title === title)

function run(args) {
  const child = spawn(process.execPath, [bin, ...args, '--today', '2024-02-05'], { cwd: folder })
  let err = ''
  child.stderr.on('data', (text) => {
    err += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, err })))
}

/** Whoever is refused because somebody else was faster runs it again, as the message says. */
async function runUntilWritten([args, isIn], refused = 0, isHalf = false) {
  const { code, err } = await run(args)
  if (code === 0) return { refused, isHalf, isSilent: false }
  if (!/run this again/.test(err)) return { refused, isHalf, isSilent: true }
  return runUntilWritten([args, isIn], refused + 1, isHalf || isIn(readFileSync(file, 'utf8')))
}

async function round() {
  writeFileSync(file, record)
  const edits = ids.slice(1).map((id, index) => EDITS[index % EDITS.length](id))
  const all = [
    ...edits.map(([args, shows]) => [args, (text) => shows(parse(text).actions)]),
    [['fmt'], (text) => text.startsWith('authority')],
  ]
  const results = await Promise.all(all.map((one) => runUntilWritten(one)))
  const after = readFileSync(file, 'utf8')
  const { actions } = parse(after)
  const isTwice = new Set(actions.map(({ id }) => id)).size < actions.length
  return results.map((result, index) => ({
    ...result,
    isLost: !result.isSilent && (isTwice || !all[index][1](after)),
  }))
}

mkdirSync(join(folder, 'plans'))
const all = []
for (let number = 0; number < rounds; number++) all.push(...(await round()))
const count = (name) => all.filter((one) => one[name]).length
const left = readdirSync(join(folder, 'plans/.plandue-lock')).filter(
  (name) => name !== '.gitignore',
)
rmSync(folder, { recursive: true })
const faults = count('isLost') + count('isSilent') + count('isHalf') + left.length
const refused = all.reduce((sum, one) => sum + one.refused, 0)
process.stdout.write(
  `${rounds} rounds of ${processes} processes: ${all.length - count('isSilent')} changes written, ${refused} times only when run again, ${count('isLost')} lost, ${count('isSilent')} refused without a word, ${count('isHalf')} refused but written, ${left.length} locks left\n`,
)
process.exitCode = faults > 0 ? 1 : 0
