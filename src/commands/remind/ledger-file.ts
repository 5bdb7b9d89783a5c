import { dirname, join } from 'node:path/posix'
import type { Settings } from '../../config/settings.ts'
import { UsageError, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { isAbsoluteAnywhere, repositoryBoundary } from '../../host/repository-boundary.ts'
import { count } from '../../language/count.ts'
import { printable } from '../../terminal/printable.ts'
import { withLock } from '../../workspace/records-lock.ts'
import { isCutOff, type Ledger, type LedgerEntry, lineOf, readLedger } from './planning/ledger.ts'

export type LedgerOptions = { readonly ledger?: string }

/** Enough for years of reminders of thousands of records. */
const MAX_LEDGER_BYTES = 256 * 1_048_576

/**
 * The path of the ledger. A configuration can name only one in the repository: who can change it by a
 * pull request must not choose which file of the machine is written. Throws a UsageError.
 */
export function ledgerPath({ ledger }: LedgerOptions, settings: Settings, host: Host): string {
  if (ledger !== undefined) return ledger
  const named = settings.reminders?.ledger
  if (named === undefined) throw noReminders(settings)
  const path = join(dirname(settings.file ?? ''), named)
  const there = host.look(path)
  if ('problem' in there && there.problem.kind === 'dangling') {
    // Writing to a dangling link would create its target.
    throw new UsageError(`the ledger \`${named}\` is a dangling symbolic link`)
  }
  if (isAbsoluteAnywhere(named) || !repositoryBoundary(settings.root, host)(path)) {
    throw new UsageError(
      `\`${settings.file}\`: the ledger \`${named}\` is outside the repository; pass \`--ledger\` to use one there`,
    )
  }
  return path
}

export function noReminders({ file }: Settings): UsageError {
  const where = file === undefined ? 'there is no plandue.yaml' : `\`${file}\` has no \`reminders\``
  return new UsageError(`${where}: add the line \`reminders: { ledger: reminders.ndjson }\``)
}

/**
 * The ledger in a file, empty if there is no file yet. Reports unreadable lines on standard error.
 * Throws a WorkError if it cannot be read.
 */
export function ledgerAt(path: string, host: Host): Ledger {
  const ledger = quietLedgerAt(path, host)
  reportDamage(ledger, path, host)
  return ledger
}

/** The same, with nothing reported. */
export function quietLedgerAt(path: string, host: Host): Ledger {
  const content = host.readDamaged(path, MAX_LEDGER_BYTES)
  if ('problem' in content) {
    if (content.problem.kind === 'missing') return readLedger('')
    throw new WorkError(`the ledger \`${path}\` cannot be read: ${why(content.problem)}`)
  }
  const ledger = readLedger(content.text)
  if (!isLedger(ledger)) {
    throw new WorkError(`\`${path}\` is not a ledger: none of its lines is a ledger entry`)
  }
  return ledger
}

/** Also of an empty file, or one with nothing but a truncated first line. */
function isLedger({ lines }: Ledger): boolean {
  return (
    lines.some(({ entry }) => entry !== undefined) ||
    lines.every(({ text }) => text.trim() === '' || isCutOff(text))
  )
}

export function ledgerEntries({ lines }: Ledger): LedgerEntry[] {
  return lines.flatMap(({ entry }) => entry ?? [])
}

function reportDamage({ damaged, isTorn, lines }: Ledger, path: string, host: Host): void {
  const torn = isTorn ? damaged.at(-1) : undefined
  const others = damaged.filter((line) => line !== torn)
  const file = printable(path)
  if (torn !== undefined) {
    host.err(`${file}:${torn}: truncated by a crash; kept but ignored\n`)
  }
  for (const line of others.slice(0, MOST_REPORTED)) {
    host.err(`${file}:${line}: unreadable, ignored: a reminder may be sent twice\n`)
  }
  const more = others.length - MOST_REPORTED
  if (more > 0) host.err(`${file}: ${count(more, 'more unreadable line')} of ${lines.length}\n`)
}

const MOST_REPORTED = 3

/** Appends entries and waits until they are on disk (fsync). Throws a WorkError. */
export function addTo(path: string, entries: readonly LedgerEntry[], host: Host): void {
  addText(path, entries.map(lineOf).join(''), host)
}

/** Terminates a truncated last line, so that the next entry gets a line of its own. */
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
 * Does work while holding the lock of a ledger. Throws a WorkError if another run still holds it after
 * so many seconds.
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
    throw new WorkError(
      `the ledger \`${path}\` is locked by another run: ${held.heldBy}; no reminders sent`,
    )
  }
  return withLock(held, work)
}
