import {
  appendFileSync,
  closeSync,
  type Dirent,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, sep } from 'node:path'
import { decoded } from '../host/decoded.ts'
import type { Entry, Files, Host, Problem } from '../host/host.ts'
import { codeOf } from './failures.ts'
import { patiently } from './patience.ts'
import { tried } from './problems.ts'

/** The real files, and standard input. */
export function nodeFiles(): Files &
  Pick<Host, 'readInput' | 'readBytes' | 'readDamaged' | 'appendToDisk'> {
  return {
    cwd: slashed(process.cwd()),
    look,
    list,
    read: (path, limit) => tried(() => readFile(path, limit)),
    readBytes: (path, limit) => tried(() => readBytes(path, limit)),
    readDamaged: (path, limit) => tried(() => readAnyFile(path, limit)),
    write,
    appendToDisk,
    append: (path, text) => patiently(() => appended(path, text)),
    add: (path, text) => patiently(() => added(path, text)),
    readInput,
  }
}

function look(path: string): ReturnType<Host['look']> {
  const looked = tried(() => {
    const stats = statSync(path)
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
    return { kind, realPath: slashed(realpathSync.native(path)) } as const
  })
  const isMissing = 'problem' in looked && looked.problem.kind === 'missing'
  return isMissing && isLink(path) ? { problem: { kind: 'dangling' } } : looked
}

function isLink(path: string): boolean {
  const looked = tried(() => lstatSync(path).isSymbolicLink())
  return looked === true
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
  const content = readAnyFile(path, limit)
  // Node puts this character where bytes are no UTF-8, and UTF-16 has NUL in each plain letter; only
  // then is it worth a closer look.
  const isSound = 'problem' in content || !/\uFFFD|^.?\0/.test(content.text)
  return isSound ? content : decoded(readFileSync(path))
}

function readAnyFile(path: string, limit: number): { text: string } | { problem: Problem } {
  const problem = whyNotRead(path, limit)
  return problem ? { problem } : { text: readFileSync(path, UTF8) }
}

function readBytes(path: string, limit: number): { bytes: Uint8Array } | { problem: Problem } {
  const problem = whyNotRead(path, limit)
  return problem ? { problem } : { bytes: readFileSync(path) }
}

function whyNotRead(path: string, limit: number): Problem | undefined {
  const stats = statSync(path)
  if (!stats.isFile()) return { kind: 'notAFile' }
  return stats.size > limit ? { kind: 'tooLarge', bytes: stats.size, limit } : undefined
}

/** Node copies a word into options of its own, for each file again. */
const UTF8 = { encoding: 'utf8', flag: 'r' } as const

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

/** A device or a pipe cannot be replaced: what is written to it passes through. */
async function write(path: string, content: string | Uint8Array): Promise<{ problem?: Problem }> {
  return patiently(async () => {
    const there = statSync(path, { throwIfNoEntry: false })
    if (there && !there.isFile() && !there.isDirectory()) return writeFileSync(path, content)
    const { default: writeFileAtomic } = await import('write-file-atomic')
    // It takes bytes for a text where they are not in a buffer of Node's.
    return writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content))
  })
}

function appendToDisk(path: string, text: string): { problem?: Problem } {
  return tried(() => {
    const isNew = !existsSync(path)
    onDisk(path, 'a', (file) => {
      const bytes = Buffer.from(text)
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    })
    // A new file is lost in a power cut unless its folder is on the disk too.
    if (isNew && sep === '/') onDisk(dirname(path), 'r', () => undefined)
    return {}
  })
}

function onDisk(path: string, flags: string, work: (file: number) => void): void {
  const file = openSync(path, flags)
  try {
    work(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

async function appended(path: string, text: string): Promise<void> {
  appendFileSync(path, text)
}

/** A link to a whole file either comes to be at once, or fails because something is there. */
async function added(path: string, text: string): Promise<void> {
  const whole = `${path}.${process.pid}.new`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(whole, text, { flag: 'wx' })
  try {
    linkSync(whole, path)
  } catch (failure) {
    if (!NO_LINKS.has(codeOf(failure))) throw failure
    writeFileSync(path, text, { flag: 'wx' })
  } finally {
    unlinkSync(whole)
  }
}

/** What a file system says that has no links to files. */
const NO_LINKS = new Set<unknown>(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}
