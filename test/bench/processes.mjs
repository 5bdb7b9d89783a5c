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
const TODAY = '2026-06-30'

export function requireBuild() {
  if (!existsSync(join(root, 'dist/program.cjs'))) stop('there is no build: npm run build makes it')
}

/** Ends the bench with a message: what it would print further could not be trusted. */
export function stop(why) {
  process.stderr.write(`bench: ${why}\n`)
  process.exit(1)
}

export const bareNode = () => run(['-e', '0'])
export const plandueVersion = () => run(['bin/plandue.js', '--version'])
export const plandueOnPlans = () => run(['bin/plandue.js', 'check', 'plans'], { allowed: [0, 1] })

/** `folder` holds the records; plandue runs beside it, so that their ids are as in a repository. */
export const plandueOn = (folder) => run([join(root, 'bin/plandue.js'), ...check(folder)])
export const bareParse = (folder) => run([join(here, 'bare-parse.mjs'), folder])
export const ajv = (folder) =>
  run([
    ...[ajvCli, 'validate', '--spec=draft2020', '--strict=false', '-c', 'ajv-formats'],
    ...['-s', 'dist/schemas/record.json', '-d', `${folder}/*.yaml`],
  ])

/** The JSON report on a folder. */
export const reportOn = (folder) =>
  JSON.parse(run([join(root, 'bin/plandue.js'), ...check(folder)], { output: 'pipe' }).stdout)

/** How much memory a check of a folder holds at most, in bytes. */
export function peakMemory(folder) {
  const { output } = run([join(here, 'peak-memory.mjs'), ...check(folder)], { third: 'pipe' })
  return Number(output[3]) * 1024
}

function check(folder) {
  return ['check', folder, '--format', 'json', '--fail-on', 'never', '--today', TODAY]
}

function run(args, { allowed = [0], output = 'ignore', third = 'ignore' } = {}) {
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', output, 'pipe', third],
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  })
  if (allowed.includes(result.status)) return result
  return stop(`node ${args.join(' ')} ended with ${result.status}: ${result.stderr.slice(0, 2000)}`)
}
