import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { availableParallelism } from 'node:os'
import { sep } from 'node:path'
import { dayFrom, type IsoDate, isoOf } from './calendar/day.ts'
import type { Entry, Host, Problem, Screen } from './host.ts'

/**
 * The real outside world: the one file that reads the clock, the files, the terminal. `worker` is
 * the script of a thread; without one, all is done in this thread.
 */
export function nodeHost(worker?: string): Host {
  endQuietlyWithoutReader(process.stdout)
  endQuietlyWithoutReader(process.stderr)
  return {
    cwd: slashed(process.cwd()),
    today,
    env: (name) => process.env[name],
    outScreen: screen(process.stdout),
    errScreen: screen(process.stderr),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    look,
    list,
    read: (path, limit) => tried(() => readFile(path, limit)),
    readInput,
    write,
    threads: worker === undefined ? 1 : availableParallelism(),
    inThread: (job) => inThread(worker ?? '', job),
    progress: progressOn(process.stderr),
  }
}

/** Somebody who closes the pipe, like `head`, has read enough. */
function endQuietlyWithoutReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

function screen(stream: NodeJS.WriteStream): Screen {
  const isTerminal = Boolean(stream.isTTY)
  const depth = isTerminal ? stream.getColorDepth() : 1
  const colours = depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0
  return { isTerminal, columns: isTerminal ? stream.columns : undefined, colours }
}

/**
 * The local date under a time zone. A zone that is not the machine's own would cost a fifth of a
 * start-up through Intl, so the process is put into the zone for a moment; Intl only says whether
 * there is such a zone.
 */
function today(timeZone: string): IsoDate | undefined {
  if (timeZone !== 'Europe/London' && !isTimeZone(timeZone)) return undefined
  const own = process.env['TZ']
  process.env['TZ'] = timeZone
  const now = new Date()
  const date = isoOf(dayFrom(now.getFullYear(), now.getMonth() + 1, now.getDate()))
  if (own === undefined) delete process.env['TZ']
  else process.env['TZ'] = own
  return date
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

function look(path: string): ReturnType<Host['look']> {
  return tried(() => {
    const stats = statSync(path)
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
    return { kind, realPath: slashed(realpathSync(path)) }
  })
}

function list(folder: string): ReturnType<Host['list']> {
  return tried(() =>
    readdirSync(folder, { withFileTypes: true })
      .map((entry): Entry => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  )
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

function readFile(path: string, limit: number): { text: string } | { problem: Problem } {
  const file = openSync(path, 'r')
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) return { problem: { kind: 'notAFile' } }
    if (stats.size > limit) return { problem: { kind: 'tooLarge', bytes: stats.size, limit } }
    const bytes = Buffer.allocUnsafe(stats.size)
    let length = 0
    while (length < bytes.length) {
      const count = readSync(file, bytes, length, bytes.length - length, null)
      if (count === 0) break
      length += count
    }
    return decoded(bytes.subarray(0, length))
  } finally {
    closeSync(file)
  }
}

async function readInput(limit: number): Promise<{ text: string } | { problem: Problem }> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of process.stdin) {
    bytes += chunk.length
    if (bytes > limit) return { problem: { kind: 'tooLarge', bytes, limit } }
    chunks.push(chunk)
  }
  return decoded(Buffer.concat(chunks))
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(bytes: Buffer): { text: string } | { problem: Problem } {
  try {
    return { text: utf8.decode(bytes) }
  } catch {
    const before = bytes.toString('utf8').split('\uFFFD', 1)[0] ?? ''
    return { problem: { kind: 'notUtf8', offset: Buffer.byteLength(before) } }
  }
}

async function write(path: string, text: string): Promise<{ problem?: Problem }> {
  try {
    const { default: writeFileAtomic } = await import('write-file-atomic')
    await writeFileAtomic(path, text)
    return {}
  } catch (failure) {
    return { problem: problemOf(failure) }
  }
}

async function inThread<Result>(script: string, job: unknown): Promise<Result> {
  const { Worker } = await import('node:worker_threads')
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, { workerData: job })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('a thread ended before its work was done')))
  })
}

const PATIENCE = 1000
const STEP = 100

/** Shows a count on a terminal after a second, renews it ten times a second, and wipes it at the end. */
function progressOn(stream: NodeJS.WriteStream): Host['progress'] {
  if (!stream.isTTY) return () => undefined
  const start = performance.now()
  let shown = 0
  return (done, total) => {
    const now = performance.now() - start
    if (done === total && shown > 0) stream.write('\r\u001b[K')
    if (done === total || now < PATIENCE || now - shown < STEP) return
    shown = now
    stream.write(`\r${done} of ${total} records\u001b[K`)
  }
}

function tried<T>(work: () => T): T | { problem: Problem } {
  try {
    return work()
  } catch (failure) {
    return { problem: problemOf(failure) }
  }
}

function problemOf(failure: unknown): Problem {
  switch (codeOf(failure)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' }
    case 'EACCES':
    case 'EPERM':
      return { kind: 'denied' }
    case 'ELOOP':
      return { kind: 'loop' }
    case 'EISDIR':
      return { kind: 'notAFile' }
    default:
      return { kind: 'other', why: wordsOf(failure) }
  }
}

function codeOf(failure: unknown): unknown {
  return failure instanceof Error && 'code' in failure ? failure.code : undefined
}

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
