import { type IsoDate, readIsoDate } from '../../../calendar/day.ts'
import type { Threshold } from './thresholds.ts'

/** What somebody was told of one item: the due date as it was then, and the rung. */
export type SentEntry = { readonly item: string; readonly due: IsoDate; readonly rung: Threshold }

/** A digest that is about to go. It is written before, so that none goes unrecorded. */
export type Intent = {
  readonly kind: 'intent'
  /** The moment in UTC, and the day for which the run spoke. */
  readonly at: string
  readonly asAt: IsoDate
  /** The same whenever the same is to be told to the same person. */
  readonly key: string
  readonly to: string
  readonly channel: string
  readonly items: readonly SentEntry[]
}

/** What became of a digest. Without one, the run ended in between, and nobody knows. */
export type Result = {
  readonly kind: 'result'
  readonly at: string
  readonly key: string
  readonly outcome: 'sent' | 'failed'
  readonly why?: string
}

/** Somebody wants to hear no more of an item, up to and with a day, as long as it is due then. */
export type Ack = {
  readonly kind: 'ack'
  readonly at: string
  readonly asAt: IsoDate
  readonly item: string
  readonly due: IsoDate
  readonly by: string
  readonly until: IsoDate
}

/** The damaged lines just before it were found, told, and kept as they are. */
export type Repair = { readonly kind: 'repair'; readonly at: string }

/** What one line of a ledger says. */
export type LedgerEntry = Intent | Result | Ack | Repair

/** What a ledger says, and what of it cannot be read. */
export type Ledger = {
  /** With their lines, as they stand in the file. */
  readonly lines: readonly { readonly text: string; readonly entry: LedgerEntry | undefined }[]
  /** The numbers, from 1, of damaged lines that no repair has told of yet. */
  readonly damaged: readonly number[]
  /** Whether a crash cut off the last line. */
  readonly isTorn: boolean
  /** What is to be added before anything else, so that the next line stands by itself. */
  readonly isOpenEnded: boolean
}

/** Reads a ledger. Whatever the text is, no line is lost: each is kept as it stands. */
export function readLedger(text: string): Ledger {
  const isOpenEnded = text !== '' && !text.endsWith('\n')
  const texts = text.split('\n').slice(0, isOpenEnded ? undefined : -1)
  const lines = texts.map((line) => ({ text: line, entry: entryOf(line) }))
  return {
    lines,
    damaged: untold(lines),
    isTorn: isTorn(lines.at(-1), isOpenEnded),
    isOpenEnded,
  }
}

/** What has an end may have got it from a run that was killed before it could note the repair. */
function isTorn(last: Ledger['lines'][number] | undefined, isOpenEnded: boolean): boolean {
  if (!last || last.entry || last.text.trim() === '') return false
  return isOpenEnded || isCutOff(last.text)
}

/** Whether a line is the start of an entry, and no more than that. */
export function isCutOff(line: string): boolean {
  const isStart = line.startsWith(START) || (line !== '' && START.startsWith(line))
  return isStart && parsed(line) === undefined
}

/** With what each line begins that this program writes. */
const START = '{"kind":"'

/** The numbers of damaged lines without a repair after the last of several in a row. */
function untold(lines: Ledger['lines']): number[] {
  const damaged: number[] = []
  let inARow = 0
  for (const [index, { text, entry }] of lines.entries()) {
    if (entry === undefined && text.trim() !== '') {
      damaged.push(index + 1)
      inARow++
    } else {
      if (entry?.kind === 'repair') damaged.splice(damaged.length - inARow)
      inARow = 0
    }
  }
  return damaged
}

/** An entry as a line of the file. */
export function lineOf(entry: LedgerEntry): string {
  return `${JSON.stringify(entry).replaceAll(NO_UTF8, '\\ufffd')}\n`
}

/** What stands in a text where the bytes of its file were none. */
const NO_UTF8 = '\uFFFD'

/** Whether a line was not written as it reads now. */
export function isGarbled(line: string): boolean {
  return line.includes(NO_UTF8)
}

function entryOf(line: string): LedgerEntry | undefined {
  const value = isGarbled(line) ? undefined : parsed(line)
  if (!isMap(value)) return undefined
  const { kind, at, asAt, key, to, channel, items, outcome, why, item, due, by, until } = value
  if (!isText(at)) return undefined
  switch (kind) {
    case 'intent':
      return isDate(asAt) && isText(key) && isText(to) && isText(channel) && areSentEntries(items)
        ? { kind: 'intent', at, asAt, key, to, channel, items }
        : undefined
    case 'result': {
      if (!isText(key) || (outcome !== 'sent' && outcome !== 'failed')) return undefined
      return { kind: 'result', at, key, outcome, ...(isText(why) ? { why } : {}) }
    }
    case 'ack':
      return isDate(asAt) && isText(item) && isDate(due) && isText(by) && isDate(until)
        ? { kind: 'ack', at, asAt, item, due, by, until }
        : undefined
    case 'repair':
      return { kind: 'repair', at }
    default:
      return undefined
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isDate(value: unknown): value is IsoDate {
  return isText(value) && typeof readIsoDate(value) === 'string'
}

function areSentEntries(value: unknown): value is readonly SentEntry[] {
  return Array.isArray(value) && value.every(isSentEntry)
}

function isSentEntry(value: unknown): value is SentEntry {
  if (!isMap(value)) return false
  const { item, due, rung } = value
  return isText(item) && isDate(due) && Number.isInteger(rung)
}
