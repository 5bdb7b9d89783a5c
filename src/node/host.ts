import { localDate, localTime } from '../calendar/local-day.ts'
import type { Host, Screen } from '../host/host.ts'
import { nodeFiles } from './files.ts'
import { problemOf } from './problems.ts'

/** The real outside world: clock, terminal and environment here, the rest in the other files of this room. */
export function nodeHost(): Host {
  // A stream costs some milliseconds to open, and a short run needs one of them only.
  let isHandingOver = false
  const out = onFirstUse(() => guarded(process.stdout, () => isHandingOver))
  const err = onFirstUse(() => guarded(process.stderr))
  const progress = onFirstUse(() => progressOn(err()))
  return {
    ...nodeFiles(),
    today: (timeZone) => localDate(Date.now() / 1000, timeZone),
    timeOfDay: (timeZone) => localTime(Date.now() / 1000, timeZone),
    now: () => new Date().toISOString().replace(/\.\d+/, ''),
    lock: async (path, seconds) => (await import('./lock.ts')).lock(path, seconds),
    lockFolder: async (folder, seconds) => (await import('./lock.ts')).lockFolder(folder, seconds),
    env: (name) => process.env[name],
    get outScreen() {
      return screen(out())
    },
    get errScreen() {
      return screen(err())
    },
    out: (text) => void out().write(text),
    handOver: (text) =>
      new Promise((resolve) => {
        isHandingOver = true
        out().write(text, (error) => resolve(error ? { problem: problemOf(error) } : {}))
      }),
    err: (text) => void err().write(text),
    conversation: async () =>
      process.stdin.isTTY && err().isTTY
        ? (await import('./conversation.ts')).nodeConversation()
        : undefined,
    git: async () => (await import('./git.ts')).git,
    net: async () => (await import('./net.ts')).nodeNet(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: () => Math.random(),
    progress: (done, total) => progress()(done, total),
  }
}

function onFirstUse<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Somebody who closes the pipe, like `head`, has read enough; a full disk is another matter. Where
 * somebody waits for what becomes of a text, they see to both.
 */
function guarded(stream: NodeJS.WriteStream, isSeenTo = () => false): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (isSeenTo()) return
    if (error.code === 'EPIPE') process.exit()
    if (stream !== process.stderr) process.stderr.write(`plandue: cannot write: ${error.message}\n`)
    process.exit(3)
  })
}

function screen(stream: NodeJS.WriteStream): Screen {
  const isTerminal = Boolean(stream.isTTY)
  const depth = isTerminal ? stream.getColorDepth() : 1
  const colours = depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0
  return { isTerminal, columns: (isTerminal && stream.columns) || undefined, colours }
}

const PATIENCE = 1000
const STEP = 100

/** Shows a count on a terminal after a second, renews it ten times a second, and wipes it at the end. */
function progressOn(stream: NodeJS.WriteStream): Host['progress'] {
  if (!stream.isTTY) return () => undefined
  let shown = 0
  return (done, total) => {
    const now = performance.now()
    if (done === total && shown > 0) stream.write('\r\u001b[K')
    if (done === total || now < PATIENCE || now - shown < STEP) return
    shown = now
    stream.write(`\r${done} of ${total} records\u001b[K`)
  }
}
