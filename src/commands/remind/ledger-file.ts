import { dirname, isAbsolute, join } from 'node:path/posix'
import { count } from '../../assessment/sentences.ts'
import type { Settings } from '../../config/settings.ts'
import { UsageError, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host, Lock } from '../../host/host.ts'
import { isWithin } from '../../host/paths.ts'
import { printable } from '../../terminal/printable.ts'
import { isCutOff, type Ledger, type LedgerEntry, lineOf, readLedger } from './planning/ledger.ts'

/** Where the ledger is: as the command line says, else as the configuration does. */
export type LedgerOptions = { readonly ledger?: string }

/** Years of reminders for thousands of records; more than this is no ledger. */
const MAX_LEDGER_BYTES = 256 * 1_048_576

/**
 * The path of the ledger. A configuration can name only one in the repository: who can change it by a
 * pull request must not choose a file of the machine to write to. Throws a UsageError.
 */
export function ledgerPath({ ledger }: LedgerOptions, settings: Settings, host: Host): string {
  if (ledger !== undefined) return ledger
  const named = settings.reminders?.ledger
  if (named === undefined) throw noReminders(settings)
  const path = join(dirname(settings.file ?? ''), named)
  const there = host.look(path)
  if ('problem' in there && there.problem.kind === 'dangling') {
    // Writing to it would make a file wherever it leads.
    throw new UsageError(`\`${named}\`, the ledger, is a link that leads nowhere`)
  }
  const nearest = 'realPath' in there ? there : host.look(dirname(path))
  const repository = host.look(settings.root)
  const isInside =
    'realPath' in nearest &&
    'realPath' in repository &&
    isWithin(nearest.realPath, repository.realPath)
  if (isAbsolute(named) || ('realPath' in nearest && !isInside)) {
    throw new UsageError(
      `\`${settings.file}\`: the ledger \`${named}\` lies outside of the repository; only \`--ledger\` on the command line can name one there`,
    )
  }
  return path
}

/** What to say where the configuration has no reminders. */
export function noReminders({ file }: Settings): UsageError {
  const where = file === undefined ? 'there is no plandue.yaml' : `\`${file}\` has no \`reminders\``
  return new UsageError(`${where}: begin with the line \`reminders: { ledger: reminders.ndjson }\``)
}

/**
 * The ledger in a file; an empty one where there is none yet. Says which of its lines cannot be read.
 * Throws a WorkError.
 */
export function ledgerAt(path: string, host: Host): Ledger {
  const content = host.readDamaged(path, MAX_LEDGER_BYTES)
  if ('problem' in content) {
    if (content.problem.kind === 'missing') return readLedger('')
    throw new WorkError(`the ledger \`${path}\` cannot be read: ${why(content.problem)}`)
  }
  const ledger = readLedger(content.text)
  if (!isLedger(ledger)) {
    throw new WorkError(
      `\`${path}\` is no ledger: not one of its lines can be read as an entry of one`,
    )
  }
  tellDamage(ledger, path, host)
  return ledger
}

/** Whether a line can be read, or nothing is there but what was cut off while it was written. */
function isLedger({ lines }: Ledger): boolean {
  return (
    lines.some(({ entry }) => entry !== undefined) ||
    lines.every(({ text }) => text.trim() === '' || isCutOff(text))
  )
}

/** The entries of a ledger that can be read. */
export function ledgerEntries({ lines }: Ledger): LedgerEntry[] {
  return lines.flatMap(({ entry }) => entry ?? [])
}

function tellDamage({ damaged, isTorn, lines }: Ledger, path: string, host: Host): void {
  const torn = isTorn ? damaged.at(-1) : undefined
  const others = damaged.filter((line) => line !== torn)
  const file = printable(path)
  if (torn !== undefined) {
    host.err(`${file}:${torn}: cut off by a crash; it is kept as it is, and passed over\n`)
  }
  for (const line of others.slice(0, MOST_TOLD)) {
    host.err(`${file}:${line}: cannot be read, and is passed over: somebody may be told twice\n`)
  }
  const more = others.length - MOST_TOLD
  if (more > 0) host.err(`${file}: ${count(more, 'more line')} of ${lines.length} like that\n`)
}

const MOST_TOLD = 3

/** Adds entries to a ledger, and waits until they are on the disk. Throws a WorkError. */
export function addTo(path: string, entries: readonly LedgerEntry[], host: Host): void {
  addText(path, entries.map(lineOf).join(''), host)
}

/** Ends a last line that was cut off, so that what comes next stands by itself. */
export function repair(path: string, { isTorn, isOpenEnded }: Ledger, host: Host): void {
  const end = isOpenEnded ? '\n' : ''
  const note = isTorn ? lineOf({ kind: 'repair', at: host.now() }) : ''
  if (end + note !== '') addText(path, end + note, host)
}

function addText(path: string, text: string, host: Host): void {
  const { problem } = host.appendToDisk(path, text)
  if (problem) throw new WorkError(`the ledger \`${path}\` cannot be written: ${why(problem)}`)
}

/**
 * Does work on a ledger while no other process may, and lets go of it. Throws a WorkError if another
 * one does not let go of it in so many seconds.
 */
export async function whileLocked<T>(
  path: string,
  seconds: number,
  host: Host,
  work: () => Promise<T>,
): Promise<T> {
  const held = await host.lock(path, seconds)
  if ('problem' in held) {
    throw new WorkError(`the ledger \`${path}\` cannot be locked: ${why(held.problem)}`)
  }
  if ('heldBy' in held) {
    throw new WorkError(`another run keeps the ledger \`${path}\`: ${held.heldBy}; nobody was told`)
  }
  return withLock(held, work)
}

async function withLock<T>(lock: Lock, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    lock.release()
  }
}
