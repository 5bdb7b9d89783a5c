// plandue as people and scripts run it: as a process of its own.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const ajvCli = createRequire(import.meta.url).resolve('ajv-cli/dist/index.js')

/** A fixed day, so that every run assesses the same. */
export const TODAY = '2026-06-30'

export function requireBuild() {
  if (!existsSync(join(root, 'dist/program.cjs'))) stop('there is no build: npm run build makes it')
}

/** Ends the bench with a message: what it would print further could not be trusted. */
export function stop(why) {
  process.stderr.write(`bench: ${why}\n`)
  process.exit(1)
}

export const bareNode = () => used(['-e', '0'])
export const bareParse = (folder) => used([join(here, 'bare-parse.mjs'), folder])
export const ajv = (folder) =>
  used([
    ...[ajvCli, 'validate', '--spec=draft2020', '--strict=false', '-c', 'ajv-formats'],
    ...['-s', 'dist/schemas/record.json', '-d', `${folder}/*.yaml`],
  ])

/** What plandue uses for a command in a folder, as `used` has it. */
export const plandueIn = (cwd, ...args) => used([join(root, 'bin/plandue.js'), ...args], { cwd })

/** A check of a folder of records as JSON, in which nothing but a fault of a record is a failure. */
export const checkOf = (folder) => plandueIn(root, ...asJson(folder))

/** The JSON report on a folder. */
export const reportOn = (folder) =>
  JSON.parse(run([join(root, 'bin/plandue.js'), ...asJson(folder)], { output: 'pipe' }).stdout)

function asJson(folder) {
  return ['check', folder, '--format', 'json', '--fail-on', 'never', '--today', TODAY]
}

/** Runs git in a folder, as nobody in particular. */
export function gitIn(cwd, ...args) {
  const asNobody = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org']
  const { status, stderr } = spawnSync('git', [...asNobody, ...args], { cwd, encoding: 'utf8' })
  if (status !== 0) stop(`git ${args.join(' ')} ended with ${status}: ${stderr}`)
}

/** What a run of Node used: `cpu` and `wall` in milliseconds, `peak` in bytes; not what its children used. */
function used(args, { cwd = root } = {}) {
  const start = performance.now()
  const { output } = run(['--require', join(here, 'usage.cjs'), ...args], { cwd, third: 'pipe' })
  return { wall: performance.now() - start, ...JSON.parse(output[3]) }
}

/** In milliseconds; no command takes as long, even on a busy machine. */
const LONGEST = 600_000

function run(args, { cwd = root, output = 'ignore', third = 'ignore' }) {
  const result = spawnSync(process.execPath, args, {
    cwd,
    stdio: ['ignore', output, 'pipe', third],
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
    timeout: LONGEST,
  })
  // 1 says that something is overdue, or that records differ.
  if (result.status === 0 || result.status === 1) return result
  return stop(`node ${args.join(' ')} ended with ${result.status}: ${result.stderr.slice(0, 2000)}`)
}
