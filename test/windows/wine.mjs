// Wine: where it is, and programs that it runs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Undefined where it is not installed. */
export const wine = ['/usr/lib/wine/wine64', '/usr/bin/wine64', '/usr/bin/wine'].find(existsSync)

/** A folder of this run. */
export const work = mkdtempSync(join(tmpdir(), 'plandue-windows-'))

export const env = {
  ...process.env,
  WINEPREFIX: join(work, 'wine'),
  WINEDEBUG: '-all',
  NODE_SKIP_PLATFORM_CHECK: '1',
  COLUMNS: '80',
  NO_COLOR: '1',
}

let runs = 0

/** What a program writes into files, since wine's pipes lose text, and its exit code. */
export async function run(program, args, cwd, variables = env) {
  runs += 1
  const files = ['out', 'err'].map((name) => join(work, `${name}-${runs}`))
  const streams = files.map((file) => openSync(file, 'w'))
  const child = spawn(program, args, { cwd, env: variables, stdio: ['ignore', ...streams] })
  for (const stream of streams) closeSync(stream)
  const [status] = await once(child, 'exit')
  const [out, err] = files.map((file) => readFileSync(file, 'utf8'))
  return { status, out, err }
}

/** A path of this machine as Windows sees it, on the drive that wine makes of the root. */
export const onDrive = (path) => `Z:${path.replaceAll('/', '\\')}`
