// Runs the built program by a real Windows Node under wine, through the commands of an officer's day, and
// the same by the Node of this machine: results, files, messages and exit codes must be equal, however
// the paths are written. Then what several do at once, and what cmd does. `npm run windows`; ends with 1
// where something differs, with 3 without wine.
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from './commands.mjs'
import { scenes } from './scenes.mjs'
import { env, onDrive, run, VERSION, windowsNode, wine, work } from './wine.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
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

/** All files below a folder, with what is in them. */
function textsIn(folder, path = '') {
  const entries = readdirSync(join(folder, path)).sort()
  return entries.flatMap((name) => {
    const file = path === '' ? name : `${path}/${name}`
    if (name === '.plandue-lock') return []
    if (statSync(join(folder, file)).isDirectory()) return textsIn(folder, file)
    return [[file, readFileSync(join(folder, file), 'utf8')]]
  })
}

const program = join(root, 'bin/plandue.js')
const node = windowsNode(root)
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
  // The clock goes on between the two, and each runs in a process of its own.
  const same = (text) =>
    text
      .replaceAll('\r\n', '\n')
      .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME')
      .replace(/"duration": \d+/g, '')
  for (const part of ['status', 'out', 'err']) {
    if (same(String(found[part])) === same(String(expected[part]))) continue
    faults.push(
      `${part} of \`plandue ${windows.join(' ')}\`:\n${difference(expected[part], found[part])}`,
    )
  }
  const [now, then] = [worlds.windows, worlds.here].map((world) => new Map(textsIn(world)))
  for (const file of new Set([...now.keys(), ...then.keys()])) {
    if (same(now.get(file) ?? '(none)') === same(then.get(file) ?? '(none)')) continue
    faults.push(
      `${file} after \`plandue ${windows.join(' ')}\`:\n${difference(then.get(file), now.get(file))}`,
    )
    // What differs once is not to be said after each command.
    if (then.has(file)) writeFileSync(join(worlds.windows, file), then.get(file))
    else rmSync(join(worlds.windows, file))
  }
  if (faults.length > before) say(faults.slice(before).join('\n'))
}

/** The first lines in which two texts differ. */
function difference(expected, found) {
  const [one, other] = [expected, found].map((text) => String(text ?? '(none)').split('\n'))
  const line = one.findIndex((text, index) => text !== other[index])
  const at = line < 0 ? one.length : line
  return `  expected ${JSON.stringify(one[at])}\n  found    ${JSON.stringify(other[at])}`
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
