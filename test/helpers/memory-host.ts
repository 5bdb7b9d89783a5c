import { dirname, join, normalize } from 'node:path/posix'
import { type IsoDate, readIsoDate } from '../../src/calendar/day.ts'
import type { Entry, Git, Host, Problem } from '../../src/host/host.ts'
import { absolutePath, isOfWindows, pathFrom } from '../../src/host/paths.ts'

/** A file of a memory host: its text or bytes, or the problem that reading it meets, or a link. */
export type MemoryFile = string | { bytes: Uint8Array } | { problem: Problem } | { link: string }

export type World = {
  files?: Record<string, MemoryFile>
  today?: string
  /** Columns of the terminal; none if the output goes to a pipe. */
  columns?: number
  colours?: 0 | 1 | 2 | 3
  env?: Record<string, string>
  input?: string
  /** What somebody at the terminal answers, in order; then they stop. Without it, nobody is there. */
  answers?: readonly string[]
  /** The git program of this world; without one, nobody has installed it. */
  git?: Git
  /** The time of day, and the same for the moment in UTC. */
  time?: string
  /** Who holds the lock on every file. */
  lockedBy?: string
  /** The working directory. One with a drive or a server is that of a Windows: names have any case. */
  cwd?: string
}

/** A world in memory: files by their paths from the working directory, a fixed day, two texts. */
export function memoryHost({
  files = {},
  today = '2024-02-05',
  columns,
  colours = 0,
  env = {},
  input = '',
  answers,
  git = () => ({ failure: 'noGit', why: '' }),
  time = '06:05',
  lockedBy,
  cwd = '/repository',
}: World) {
  const isWindows = isOfWindows(cwd)
  const content = new Map(Object.entries(files).map(([path, file]) => [normalize(path), file]))
  const seen = {
    out: '',
    err: '',
    /** All that a person at the terminal sees, with what they type. */
    screen: '',
    progress: [] as number[],
    asked: [] as string[],
  }
  const toCome = [...(answers ?? [])]

  const fromHere = (path: string) => {
    const slashed = isWindows ? path.replaceAll('\\', '/') : path
    const clean = pathFrom('.', slashed, cwd) || '.'
    return isWindows ? spelled(clean) : clean.startsWith('..') ? slashed : clean
  }
  const spelled = (path: string) => {
    const names = [...content.keys()].flatMap((file) => pathsTo(file))
    return names.find((name) => name.toLowerCase() === path.toLowerCase()) ?? path
  }
  const resolve = (path: string, depth = 0): string | Problem => {
    const inside = fromHere(path)
    if (depth > 20) return { kind: 'loop' }
    const parts = inside.split('/')
    for (let length = 1; length <= parts.length; length++) {
      const start = parts.slice(0, length).join('/')
      const file = content.get(start)
      if (typeof file === 'object' && 'link' in file) {
        return resolve(join(dirname(start), file.link, ...parts.slice(length)), depth + 1)
      }
    }
    return inside
  }
  const isFolder = (path: string) =>
    path === '.' || [...content.keys()].some((file) => file.startsWith(`${path}/`))

  const look: Host['look'] = (path) => {
    const real = resolve(path)
    if (typeof real !== 'string') return { problem: real }
    const file = content.get(real)
    if (file === undefined && !isFolder(real)) {
      const own = content.get(fromHere(path))
      const isLink = typeof own === 'object' && 'link' in own
      return { problem: { kind: isLink ? 'dangling' : 'missing' } }
    }
    if (typeof file === 'object' && 'problem' in file && file.problem.kind === 'notAFile') {
      return { kind: 'other', realPath: absolutePath(real, cwd) }
    }
    return {
      kind: file === undefined ? 'folder' : 'file',
      realPath: absolutePath(real, cwd),
    }
  }

  const host: Host = {
    cwd,
    look,
    today: () => isoDate(today),
    timeOfDay: () => time,
    now: () => `${today}T${time}:00Z`,
    lock: async () =>
      lockedBy === undefined ? { release: () => undefined } : { heldBy: lockedBy },
    lockFolder: (folder, seconds) => host.lock(folder, seconds),
    env: (name) => env[name],
    outScreen: { isTerminal: columns !== undefined, columns, colours },
    errScreen: { isTerminal: columns !== undefined, columns, colours },
    out: (text) => {
      seen.out += text
      seen.screen += text
    },
    handOver: async (text) => {
      seen.out += text
      return {}
    },
    err: (text) => {
      seen.err += text
      seen.screen += text
    },
    git: async () => git,
    net: () => Promise.reject(new Error('this world has no network')),
    sleep: async () => undefined,
    random: () => 0.5,
    progress: (done) => void seen.progress.push(done),
    list: (folder) => {
      const real = resolve(folder)
      if (typeof real !== 'string') return { problem: real }
      const file = content.get(real)
      if (typeof file === 'object' && 'problem' in file) return { problem: file.problem }
      const prefix = real === '.' ? '' : `${real}/`
      const names = new Set(
        [...content.keys()]
          .filter((path) => path.startsWith(prefix))
          .map((path) => path.slice(prefix.length).split('/')[0] ?? ''),
      )
      return [...names]
        .sort()
        .map((name): Entry => ({ name, kind: kindOf(content.get(prefix + name)) }))
    },
    read: (path, limit) => {
      const real = resolve(path)
      if (typeof real !== 'string') return { problem: real }
      const file = content.get(real)
      if (file === undefined) {
        return { problem: { kind: isFolder(real) ? 'notAFile' : 'missing' } }
      }
      if (typeof file !== 'string') {
        if ('bytes' in file) return { problem: { kind: 'notUtf8', offset: 0 } }
        return 'problem' in file ? file : { problem: { kind: 'missing' } }
      }
      const bytes = Buffer.byteLength(file)
      return bytes > limit ? { problem: { kind: 'tooLarge', bytes, limit } } : { text: file }
    },
    readBytes: (path, limit) => {
      const real = resolve(path)
      const file = typeof real === 'string' ? content.get(real) : undefined
      if (typeof file === 'object' && 'bytes' in file) {
        const { length } = file.bytes
        return length > limit ? { problem: { kind: 'tooLarge', bytes: length, limit } } : file
      }
      const read = host.read(path, limit)
      return 'text' in read ? { bytes: new TextEncoder().encode(read.text) } : read
    },
    readDamaged: (path, limit) => host.read(path, limit),
    conversation: async () =>
      answers && {
        ask: async (question) => {
          seen.asked.push(question)
          const answer = toCome.shift()
          seen.screen += `${question}${answer ?? ''}`.trimEnd().concat('\n')
          return answer
        },
        end: () => undefined,
      },
    readInput: async () => ({ text: input }),
    write: async (path, written) => {
      if (path.startsWith('/denied/')) return { problem: { kind: 'denied' } }
      content.set(normalize(path), typeof written === 'string' ? written : { bytes: written })
      return {}
    },
    appendToDisk: (path, text) => {
      if (path.startsWith('/denied/')) return { problem: { kind: 'denied' } }
      const before = content.get(normalize(path)) ?? ''
      if (typeof before !== 'string') return { problem: { kind: 'denied' } }
      content.set(normalize(path), before + text)
      return {}
    },
    append: async (path, text) => {
      const before = content.get(normalize(path)) ?? ''
      if (typeof before !== 'string') return { problem: { kind: 'denied' } }
      return host.write(path, `${before}${text}`)
    },
    add: async (path, text) => {
      if (!('problem' in look(path))) return { problem: { kind: 'exists' } }
      return host.write(path, text)
    },
  }
  return { host, seen, content }
}

/** A path with the folders on the way to it. */
function pathsTo(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function kindOf(file: MemoryFile | undefined): Entry['kind'] {
  if (file === undefined) return 'folder'
  if (typeof file === 'string') return 'file'
  if ('link' in file) return 'link'
  if ('bytes' in file) return 'file'
  if (file.problem.kind === 'notAFile') return 'other'
  return file.problem.kind === 'denied' ? 'folder' : 'file'
}

/** A date that the calendar has. */
export function isoDate(text: string): IsoDate {
  const date = readIsoDate(text)
  if (typeof date !== 'string') throw new Error(`not a date: ${text}`)
  return date
}
