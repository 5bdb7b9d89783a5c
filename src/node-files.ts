import {
  appendFileSync,
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, sep } from 'node:path'
import type { Entry, Files, Host, Problem } from './host.ts'

/** The real files, and standard input. */
export function nodeFiles(): Files & Pick<Host, 'readInput'> {
  return {
    cwd: slashed(process.cwd()),
    look,
    list,
    read: (path, limit) => tried(() => readFile(path, limit)),
    write,
    append: async (path, text) => tried(() => appended(path, text)),
    readInput,
  }
}

function look(path: string): ReturnType<Host['look']> {
  const looked = tried(() => {
    const stats = statSync(path)
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
    return { kind, realPath: slashed(realpathSync(path)) } as const
  })
  const isMissing = 'problem' in looked && looked.problem.kind === 'missing'
  const isLink = isMissing && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
  return isLink ? { problem: { kind: 'dangling' } } : looked
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
  const stats = statSync(path)
  if (!stats.isFile()) return { problem: { kind: 'notAFile' } }
  if (stats.size > limit) return { problem: { kind: 'tooLarge', bytes: stats.size, limit } }
  const text = readFileSync(path, 'utf8')
  // Node puts this character where bytes are no UTF-8; only then is it worth a closer look.
  return text.includes('\uFFFD') ? decoded(readFileSync(path)) : { text }
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

/** Makes a file and its folders; half a file, on a full disk, is taken away again. */
export async function create(path: string, text: string): ReturnType<Host['create']> {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '', { flag: 'wx' })
  } catch (failure) {
    return codeOf(failure) === 'EEXIST' ? 'exists' : { problem: problemOf(failure) }
  }
  try {
    writeFileSync(path, text)
    return 'created'
  } catch (failure) {
    rmSync(path, { force: true })
    return { problem: problemOf(failure) }
  }
}

function appended(path: string, text: string): { problem?: Problem } {
  appendFileSync(path, text)
  return {}
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
