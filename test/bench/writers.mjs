// Lets processes write to one record at once, round after round: `node test/bench/writers.mjs [rounds] [processes]`.
// It ends with 1 if a change was lost, or refused without a word.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [rounds = 200, processes = 6] = process.argv.slice(2).map(Number)
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
  ...ids.map((id) => `  - { id: ${id}, title: T, due: 2024-03-01 }`),
  '',
].join('\n')

function run(args) {
  const child = spawn(process.execPath, [bin, ...args, '--today', '2024-02-05'], { cwd: folder })
  let err = ''
  child.stderr.on('data', (text) => {
    err += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, err })))
}

async function round() {
  writeFileSync(file, record)
  const results = await Promise.all([
    ...ids.slice(1).map((id) => run(['done', `a#${id}`, '--on', '2024-02-01'])),
    run(['fmt']),
  ])
  const after = readFileSync(file, 'utf8')
  const isThere = [
    ...ids.slice(1).map((id) => new RegExp(`id: ${id},.* done: 2024-02-01`).test(after)),
    after.startsWith('authority'),
  ]
  return results.map(({ code, err }, index) => ({
    isWritten: code === 0,
    isLost: code === 0 && !isThere[index],
    isSilent: code !== 0 && !/run this again/.test(err),
    isHalf: code !== 0 && isThere[index],
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
process.stdout.write(
  `${rounds} rounds of ${processes} processes: ${count('isWritten')} changes written, ${all.length - count('isWritten')} refused, ${count('isLost')} lost, ${count('isSilent')} refused without a word, ${count('isHalf')} refused but written, ${left.length} locks left\n`,
)
process.exitCode = faults > 0 ? 1 : 0
