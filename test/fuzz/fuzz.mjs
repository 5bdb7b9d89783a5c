// Tries inputs of each kind that are made at random from a seed: `npm run fuzz`, or
// `npm run fuzz -- [--minutes N] [--seed S] [--only KIND]`, or `-- --again FILE` for a fault that was saved.
// Prints the cases by kind, and each fault with its seed, number and smallest input, which it saves.
// Ends with 1 on a fault, and with 2 where a number is none.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const say = (text) => process.stdout.write(`${text}\n`)
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    again: { type: 'string' },
  },
})
if (!(Number(values.minutes) > 0) || !Number.isInteger(Number(values.seed))) {
  say('--minutes is a number above 0, and --seed a whole number')
  process.exit(2)
}

/** In MB: what none of these inputs needs together with all that the tests keep. */
const MEMORY = 1500
/** In seconds, for one case on a busy machine. */
const PATIENCE = 120

const folder = mkdtempSync(join(tmpdir(), 'plandue-fuzz-'))
const running = join(folder, 'running.json')
const child = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'test/fuzz/'],
  {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {
      ...process.env,
      NODE_OPTIONS: `--max-old-space-size=${MEMORY}`,
      FUZZ_FOLDER: folder,
      FUZZ_SEED: values.seed,
      FUZZ_MINUTES: values.minutes,
      ...(values.only && { FUZZ_ONLY: values.only }),
      ...(values.again && { FUZZ_AGAIN: values.again }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  },
)
let log = ''
for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text))

/** A case that never ends blocks the process that runs it, so another one has to look. */
let isHanging = false
const watch = setInterval(() => {
  if (!existsSync(running) || Date.now() - statSync(running).mtimeMs < PATIENCE * 1000) return
  isHanging = true
  process.kill(-child.pid, 'SIGKILL')
}, 1000)

child.on('close', (status) => {
  clearInterval(watch)
  process.exitCode = report(status)
})

const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

function report(status) {
  const names = readdirSync(folder).sort()
  let cases = 0
  for (const name of names.filter((one) => /^[a-z]+\.json$/.test(one) && one !== 'running.json')) {
    const { tried, found } = read(name)
    cases += tried
    say(
      `${name.replace('.json', '').padEnd(16)}${String(tried).padStart(8)} cases, faults: ${found}`,
    )
  }
  const faults = names.filter((one) => /-\d+\.json$/.test(one))
  for (const name of faults) {
    const { kind, rule, detail, seed, number, input } = read(name)
    say(`\n${kind}, seed ${seed}, case ${number}: ${rule}\n${String(detail).slice(0, 400)}`)
    say(`  plandue ${input.args.map((arg) => JSON.stringify(arg)).join(' ')}`)
    for (const [path, text] of Object.entries(input.files)) {
      say(`  ${path}: ${JSON.stringify(text).slice(0, 1000)}`)
    }
  }
  say(`\n${cases} cases with seed ${values.seed}, faults: ${faults.length}`)
  if (faults.length > 0) say(`Saved, for \`npm run fuzz -- --again FILE\`: ${folder}`)
  if (isHanging) say(`A case did not end within ${PATIENCE} s: ${running}`)
  else if (status !== 0 && faults.length === 0) say(log)
  if (status !== 0 && faults.length === 0 && existsSync(running)) say(`The last case: ${running}`)
  return status === 0 ? 0 : 1
}
