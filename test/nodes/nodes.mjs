// Runs the built program under every Node that it supports, through the commands of an officer's day, and
// the same under the Node that runs this: results, files, messages and exit codes must be equal. Then builds
// it under each, and runs what each has built under all of them. Then the quicker rooms of the tests.
// `npm run nodes`; ends with 1 where something differs.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands as day } from '../windows/commands.mjs'
import { fileDifferences, filesIn, runDifferences } from './compare.mjs'
import { NODE_VERSIONS, registryNode } from './registry-node.mjs'

const ROOMS = ['calendar', 'assessment', 'frameworks', 'diagnostics', 'page', 'terminal', 'config']

const root = fileURLToPath(new URL('../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'plandue-nodes-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
const env = { ...process.env, COLUMNS: '80', NO_COLOR: '1', GITHUB_ACTIONS: '', GITLAB_CI: '' }
const say = (text) => process.stdout.write(`${text}\n`)

/** What a program writes, and its exit code. */
function run(program, args, cwd = root, variables = env) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env: variables, maxBuffer: 1e8 }, (failure, out, err) =>
      resolve({ status: failure ? failure.code : 0, out, err }),
    )
  })
}

const start = performance.now()
const nodes = Object.values(NODE_VERSIONS).map((version) => {
  const isThis = version === process.versions.node
  return { version, node: isThis ? process.execPath : registryNode(root, version) }
})
const others = nodes.filter(({ node }) => node !== process.execPath)

/** What completion offers behind `check -f`: a word and its meaning a line. */
const offered = await run(process.execPath, ['bin/plandue.js', 'complete', 'words'], root, {
  ...env,
  PLANDUE_WORDS: 'check\n-f\n',
})
const formats = offered.out.match(/^[a-z]+(?=\t)/gm)
const CHECK = ['check', join(root, 'plans'), '--today', '2024-02-05']
const commands = [
  ...formats.map((format) => [...CHECK, '--all', '-v', '-f', format]),
  ...day.map(({ windows, here = windows }) => here),
  ['remind', '--dry-run', '--today', '2024-02-05'],
  ['remind', '--today', '2024-02-05'],
  // What differs in its spelling on Windows alone is the same here.
].filter((args, at, all) => args.join('\n') !== all[at - 1]?.join('\n'))

/** What each command does in a council of its own under a Node: its texts, and the files afterwards. */
async function dayUnder({ version, node }) {
  const council = join(work, version, 'council')
  cpSync(join(root, 'test/windows/council'), council, { recursive: true })
  const runs = []
  for (const args of commands) {
    const here = args.map((arg) => arg.replaceAll('{here}', council))
    const ended = await run(node, [join(root, 'bin/plandue.js'), ...here], council)
    runs.push({ ...ended, files: filesIn(council) })
  }
  return runs
}

/** The first difference of each command. */
async function dayFaults(expected, other) {
  const found = await dayUnder(other)
  return commands.flatMap((args, at) => {
    const words = `plandue ${args.join(' ')}`
    const files = fileDifferences(words, expected[at].files, found[at].files)
    const all = [
      ...runDifferences(words, expected[at], found[at]),
      ...files.map((one) => one.words),
    ]
    return all.slice(0, 1).map((fault) => `Node ${other.version}: ${fault}`)
  })
}

/** A checkout of its own, which each Node builds in its turn. */
function checkout() {
  const copy = join(work, 'checkout')
  mkdirSync(copy)
  for (const part of ['bin', 'src', 'plans', 'package.json', 'CHANGELOG.md']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

const TAKEN = `const { codeIn, read } = require('./bin/load.js')
const { file, bundle } = read('program')
process.stdout.write(String(codeIn(require('node:fs').readFileSync(file + '.cache'), bundle) !== undefined))`

/** Each builds, and the first one again after the last; all run what one has built. */
async function cacheFaults() {
  const copy = checkout()
  const expected = await run(process.execPath, [join(root, 'bin/plandue.js'), ...CHECK])
  const faults = []
  let first
  for (const maker of [...nodes, nodes[0]]) {
    const built = await run(maker.node, ['bin/build.mjs'], copy)
    if (built.status !== 0) return [`Node ${maker.version} does not build: ${built.err}`]
    const program = readFileSync(join(copy, 'dist/program.cjs'))
    first ??= program
    if (!program.equals(first)) faults.push(`Node ${maker.version} builds another program`)
    for (const { version, node } of nodes) {
      const words = `check under Node ${version}, built by ${maker.version}`
      const found = await run(node, [join(copy, 'bin/plandue.js'), ...CHECK])
      faults.push(...runDifferences(words, expected, found))
      const { out: taken } = await run(node, ['-e', TAKEN], copy)
      if (taken !== String(version === maker.version))
        faults.push(`code is taken: ${taken}, ${words}`)
    }
  }
  return faults
}

/** The tests of some rooms; what they say is shown where they fail. */
async function roomFaults({ version, node }) {
  const rooms = ROOMS.map((room) => `test/${room}/`)
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts']
  const { status, out, err } = await run(node, [...vitest, '--maxWorkers=1', ...rooms])
  if (status !== 0) return [`the tests under Node ${version}:\n${out}${err}`]
  say(`Node ${version}: ${/Tests .*/.exec(out)?.[0] ?? 'no tests'}`)
  return []
}

const expected = await dayUnder({ version: 'this', node: process.execPath })
const faults = (await Promise.all(others.map((other) => dayFaults(expected, other)))).flat()
faults.push(...(await cacheFaults()), ...(await Promise.all(others.map(roomFaults))).flat())
if (faults.length > 0) say(faults.join('\n'))
const seconds = Math.round((performance.now() - start) / 1000)
const names = nodes.map(({ version }) => version).join(', ')
say(
  `${commands.length} commands, builds and tests under Node ${names} in ${seconds} s: ${faults.length} differ`,
)
process.exitCode = faults.length > 0 ? 1 : 0
