import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { record } from '../../helpers/record.ts'

// Of the built program, in real processes; the build comes before the tests (`pretest`).

const bin = fileURLToPath(new URL('../../../bin/plandue.js', import.meta.url))
const bundle = fileURLToPath(new URL('../../../dist/plandue.cjs', import.meta.url))
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A repository of plans with one draft that is due on Friday 9 February 2024. */
function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plandue-remind-'))
  folders.push(folder)
  mkdirSync(join(folder, 'plans'))
  writeFileSync(join(folder, 'plandue.yaml'), 'reminders: { ledger: told.ndjson }\n')
  writeFileSync(join(folder, 'plans/a.yaml'), record('', { published: 'received: 2024-01-12' }))
  return folder
}

const ARGS = [bin, 'remind', '--today', '2024-02-07']

const remind = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [...ARGS, ...args], { cwd, encoding: 'utf8' })

async function remindAtOnce(cwd: string): Promise<{ stdout: string; code: number | null }> {
  const child = spawn(process.execPath, ARGS, { cwd })
  let stdout = ''
  child.stdout.on('data', (text) => {
    stdout += text
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { stdout, code }
}

/** Another process that keeps the ledger, until it is killed. */
async function keeper(cwd: string) {
  const script = `require(${JSON.stringify(bundle)}).nodeHost().lock('told.ndjson', 0).then(() => {
    console.log('kept'); setInterval(() => {}, 1000) })`
  const child = spawn(process.execPath, ['-e', script], { cwd })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

const flags = (cwd: string) => readdirSync(cwd).filter((name) => name.includes('.lock-'))

describe('runs at the same moment', () => {
  it('send once, and all end well', async () => {
    const cwd = repository()
    const runs = await Promise.all(Array.from({ length: 4 }, () => remindAtOnce(cwd)))
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    expect(runs.filter(({ stdout }) => stdout !== '')).toHaveLength(1)
    expect(readFileSync(join(cwd, 'told.ndjson'), 'utf8').split('\n')).toHaveLength(3)
    expect(flags(cwd)).toEqual([])
  })
})

describe('another process that keeps the ledger', () => {
  it('is waited for so long, then named, and nobody is told', async () => {
    const cwd = repository()
    const child = await keeper(cwd)
    const { status, stdout, stderr } = remind(cwd, '--wait', '1')
    child.kill('SIGKILL')
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toContain(
      `the ledger \`told.ndjson\` is locked by another run: process ${child.pid} on `,
    )
    expect(existsSync(join(cwd, 'told.ndjson'))).toBe(false)
  })

  it('keeps it no longer once it is dead, however it died', async () => {
    const cwd = repository()
    const child = await keeper(cwd)
    const closed = new Promise((resolve) => child.on('close', resolve))
    child.kill('SIGKILL')
    await closed
    expect(flags(cwd)).toHaveLength(1)
    const { status, stdout } = remind(cwd, '--wait', '0')
    expect(status).toBe(0)
    expect(stdout).toContain('Draft action plan due')
    expect(flags(cwd)).toEqual([])
  })

  it.each([
    ['has no name', (name: string) => name.slice(0, name.lastIndexOf('_') + 1)],
    ['has an odd name', (name: string) => `${name}_2`],
  ])('may run on a machine that %s', async (_because, renamed) => {
    const cwd = repository()
    const child = await keeper(cwd)
    for (const name of flags(cwd)) renameSync(join(cwd, name), join(cwd, renamed(name)))
    const { status } = remind(cwd, '--wait', '0')
    child.kill('SIGKILL')
    expect(status).toBe(3)
  })

  it('may keep it by another name', async () => {
    const cwd = repository()
    writeFileSync(join(cwd, 'told.ndjson'), '')
    mkdirSync(join(cwd, 'links'))
    symlinkSync('../told.ndjson', join(cwd, 'links/ledger'))
    const child = await keeper(cwd)
    const { status, stdout } = remind(cwd, '--wait', '0', '--ledger', 'links/ledger')
    child.kill('SIGKILL')
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
  })

  it('is another one if its number has been given to a later process', () => {
    const cwd = repository()
    writeFileSync(join(cwd, ownFlag(cwd).replace(/-(\d+)_(\d+)_/, `-${process.pid}_1_`)), '')
    expect(remind(cwd, '--wait', '0').status).toBe(0)
  })

  it.each([
    [9, 3, 'it may live'],
    [11, 0, 'it has given no sign of life for ten minutes'],
    [-600, 0, 'its clock was wrong, or it would go on for hours after its death'],
  ])(
    'on another machine, silent for %i minutes: exit code %i, because %s',
    (minutes, code, _because) => {
      const cwd = repository()
      const flag = join(cwd, `told.ndjson.lock-${process.pid}_1_elsewhere-1_x_another`)
      writeFileSync(flag, '')
      const then = new Date(Date.now() - minutes * 60_000)
      utimesSync(flag, then, then)
      expect(remind(cwd, '--wait', '0').status).toBe(code)
    },
  )

  /** The name of a flag that a process on this machine puts up. */
  function ownFlag(cwd: string): string {
    const script = `require(${JSON.stringify(bundle)}).nodeHost().lock('told.ndjson', 0).then(() => {
      console.log(require('fs').readdirSync('.').find((name) => name.includes('.lock-'))) })`
    const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8' })
    rmSync(join(cwd, stdout.trim()), { force: true })
    return stdout.trim()
  }
})

describe('what a crash or another process must find', () => {
  /** Tells what reaches the disk, which takes a little at a time, and when others are looked for. */
  const spy = `const fs = require('node:fs')
const { appendFileSync, fsyncSync, openSync, readdirSync, writeSync } = fs
const trace = (text) => appendFileSync('trace.txt', text + '\\n')
const paths = new Map()
fs.openSync = (path, ...more) => {
  const file = openSync(path, ...more)
  paths.set(file, path)
  return file
}
fs.writeSync = (file, bytes, from) => writeSync(file, bytes, from, Math.min(50, bytes.length - from))
fs.fsyncSync = (file) => {
  trace('on disk: ' + paths.get(file))
  return fsyncSync(file)
}
fs.readdirSync = (...args) => {
  const names = readdirSync(...args)
  if (args[0] === '.') trace('looked, own flag ' + names.some((name) => String(name).includes('.lock-')))
  return names
}
`

  it('is on the disk, whole, and each process shows its flag before it looks for others', () => {
    const cwd = repository()
    writeFileSync(join(cwd, 'spy.cjs'), spy)
    const args = ['--require', './spy.cjs', ...ARGS]
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    // The folder of a new file is on the disk too; the second line is the result.
    const lines = readFileSync(join(cwd, 'trace.txt'), 'utf8').trimEnd().split('\n')
    expect(lines).toEqual([
      'looked, own flag true',
      'on disk: told.ndjson',
      'on disk: .',
      'on disk: told.ndjson',
    ])
    expect(remind(cwd)).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })
})

describe.each([
  ['a full disk', '>/dev/full', 'the disk is full'],
  ['a pipe that nobody reads', '| true', 'nobody reads it'],
])('an output that goes to %s', (_what, where, why) => {
  it('keeps no other from being told, and is told of', () => {
    const cwd = repository()
    writeFileSync(
      join(cwd, 'plandue.yaml'),
      `reminders:
  ledger: told.ndjson
  recipients: [{ to: desk }, { to: tray, channel: command }]
  commands: { tray: [tee, tray.txt] }
`,
    )
    // What is on its way into a pipe can be lost there: so its reader must be gone before.
    const wait = where.startsWith('|') ? 'sleep 1; ' : ''
    const script = `(${wait}"$@" 2>err.txt; echo $? >code.txt) ${where}`
    spawnSync('sh', ['-c', script, 'sh', process.execPath, ...ARGS], { cwd })
    const text = (name: string) => readFileSync(join(cwd, name), 'utf8')
    expect(text('tray.txt')).toContain('Draft action plan due')
    expect(text('code.txt')).toBe('3\n')
    expect(text('err.txt')).toContain(`not delivered: desk: the output cannot be written: ${why}; `)
    const results = text('told.ndjson').match(/"outcome":"\w+"/g)
    expect(results).toEqual(['"outcome":"failed"', '"outcome":"sent"'])
  })
})

describe('a ledger with bytes that are no text', () => {
  const cutInALetter = Buffer.from('{"kind":"intent","to":"Si\u00e2', 'latin1')
  const file = (cwd: string) => join(cwd, 'told.ndjson')

  it('is read all the same, and keeps them', () => {
    const cwd = repository()
    remind(cwd)
    const before = Buffer.concat([readFileSync(file(cwd)), cutInALetter])
    writeFileSync(file(cwd), before)
    const { status, stdout, stderr } = remind(cwd)
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toBe('told.ndjson:3: truncated by a crash; kept but ignored\n')
    expect(readFileSync(file(cwd)).subarray(0, before.length).equals(before)).toBe(true)
    expect(remind(cwd)).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  it('is not pruned, since what is written would not be what was there', () => {
    const cwd = repository()
    remind(cwd)
    writeFileSync(
      file(cwd),
      Buffer.concat([cutInALetter, Buffer.from('\n'), readFileSync(file(cwd))]),
    )
    const before = readFileSync(file(cwd))
    const args = [bin, 'remind', 'prune', '--today', '2025-02-07', '--before', '2025-01-01']
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
    expect(status).toBe(3)
    expect(stderr).toContain('line 1 is not UTF-8')
    expect(readFileSync(file(cwd)).equals(before)).toBe(true)
  })
})

describe('a ledger that cannot be written', () => {
  it('is told of, and nothing is sent that is not recorded', () => {
    const cwd = repository()
    // As on a full disk, the file can be made, but not one byte goes into it.
    const script = 'ulimit -f 0; exec "$@"'
    const args = ['-c', script, 'sh', process.execPath, ...ARGS]
    const { status, stdout, stderr } = spawnSync('sh', args, { cwd, encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toMatch(/^plandue: the ledger `told.ndjson` cannot be written: .*too large/)
    expect(readFileSync(join(cwd, 'told.ndjson'), 'utf8')).toBe('')
    expect(flags(cwd)).toEqual([])
  })

  it('may be no file at all', () => {
    const { status, stdout, stderr } = remind(repository(), '--ledger', '/dev/full')
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toBe('plandue: the ledger `/dev/full` cannot be read: it is not a file\n')
  })

  it('may lie in a folder that is read-only', () => {
    const cwd = repository()
    chmodSync(cwd, 0o555)
    // For root, no folder is: then it is somebody else who reminds.
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const { status, stdout, stderr } = spawnSync(process.execPath, ARGS, {
      cwd,
      encoding: 'utf8',
      ...uid,
    })
    chmodSync(cwd, 0o755)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
    expect(stderr).toContain('permission denied')
  })
})
