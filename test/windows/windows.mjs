// Runs the built program by a real Windows Node under wine, through the commands of an officer's day, and
// the same by the Node of this machine: results, files, messages and exit codes must be equal, however
// the paths are written. Then what several do at once, and what cmd does. `npm run windows`; ends with 1
// where something differs, with 3 without wine.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fileDifferences, filesIn, runDifferences } from '../nodes/compare.mjs'
import { NODE_VERSIONS, registryNode } from '../nodes/registry-node.mjs'
import { commands } from './commands.mjs'
import { scenes } from './scenes.mjs'
import { env, onDrive, run, wine, work } from './wine.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const VERSION = NODE_VERSIONS[20]
const say = (text) => process.stdout.write(`${text}\n`)

if (wine === undefined) {
  rmSync(work, { recursive: true, force: true })
  say('skipped: wine is missing; on Debian, `apt-get install wine64` brings it')
  process.exit(3)
}

// Git for Windows does not run here, so neither has git.
const withoutGit = { ...env, PATH: work }

const worlds = { here: join(work, 'here/council'), windows: join(work, 'windows/council') }
for (const world of Object.values(worlds)) {
  mkdirSync(world, { recursive: true })
  cpSync(join(root, 'test/windows/council'), world, { recursive: true })
}

/** The arguments of a command for one of the worlds; `{here}` stands for its folder, whole. */
function argsFor(args, folder) {
  return args.map((arg) => arg.replaceAll('{here}', folder))
}

const program = join(root, 'bin/plandue.js')
const node = registryNode(root, VERSION, 'win-x64')
await run(wine, ['wineboot', '--init'], work)
const start = performance.now()
const faults = []
for (const { windows, here = windows } of commands) {
  const before = faults.length
  const expected = await run(
    process.execPath,
    [program, ...argsFor(here, worlds.here)],
    worlds.here,
    withoutGit,
  )
  const args = argsFor(windows, onDrive(worlds.windows))
  const found = await run(wine, [node, onDrive(program), ...args], worlds.windows)
  const words = `plandue ${windows.join(' ')}`
  faults.push(...runDifferences(words, expected, found))
  const then = filesIn(worlds.here)
  for (const { file, words: fault } of fileDifferences(words, then, filesIn(worlds.windows))) {
    faults.push(fault)
    // What differs once is not to be said after each command.
    if (then.has(file)) writeFileSync(join(worlds.windows, file), then.get(file))
    else rmSync(join(worlds.windows, file))
  }
  if (faults.length > before) say(faults.slice(before).join('\n'))
}

const sceneFaults = await scenes({ node, root, folder: worlds.windows })
if (sceneFaults.length > 0) say(sceneFaults.join('\n'))
faults.push(...sceneFaults)

rmSync(work, { recursive: true, force: true })
const seconds = Math.round((performance.now() - start) / 1000)
say(
  `${commands.length} commands and what they do together under Windows Node ${VERSION} in ${seconds} s: ${faults.length} differ`,
)
process.exitCode = faults.length > 0 ? 1 : 0
