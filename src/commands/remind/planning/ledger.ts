import { type IsoDate, readIsoDate } from '../../../calendar/day.ts'
import { parsedJson } from '../../../language/parsed-json.ts'
import type { Threshold } from './thresholds.ts'

/** One item of a digest: its due date at that time, and the threshold under the key `rung`. */
export type SentEntry = { readonly item: string; readonly due: IsoDate; readonly rung: Threshold }

/** A digest about to be sent; written first, so that none goes unrecorded. */
export type Intent = {
  readonly kind: 'intent'
  /** The time in UTC; `asAt` is the day of the report. */
  readonly at: string
  readonly asAt: IsoDate
  /** The idempotency key. */
  readonly key: string
  readonly to: string
  readonly channel: string
  readonly items: readonly SentEntry[]
}

/** The outcome of a digest; unknown without one, as the run ended in between. */
export type Result = {
  readonly kind: 'result'
  readonly at: string
  readonly key: string
  readonly outcome: 'sent' | 'failed'
  readonly why?: string
}

/** An acknowledgement: no reminders of an item up to and including `until`, while `due` stands. */
export type Ack = {
  readonly kind: 'ack'
  readonly at: string
  readonly asAt: IsoDate
  readonly item: string
  readonly due: IsoDate
  readonly by: string
  readonly until: IsoDate
}

/** The damaged lines just before it were reported, and kept as they are. */
export type Repair = { readonly kind: 'repair'; readonly at: string }

export type LedgerEntry = Intent | Result | Ack | Repair

export type Ledger = {
  /** `text` is the line as it stands in the file; `entry` is undefined for an unreadable one. */
  readonly lines: readonly { readonly text: string; readonly entry: LedgerEntry | undefined }[]
  /** Line numbers, from 1, of damaged lines without a repair after them. */
  readonly damaged: readonly number[]
  /** Whether a crash truncated the last line. */
  readonly isTorn: boolean
  /** Whether the last line lacks its newline. */
  readonly isOpenEnded: boolean
}

/** Reads any text; every line is kept as it stands. */
export function readLedger(text: string): Ledger {
  const isOpenEnded = text !== '' && !text.endsWith('\n')
  const texts = text.split('\n').slice(0, isOpenEnded ? undefined : -1)
  const lines = texts.map((line) => ({ text: line, entry: entryOf(unmarked(line)) }))
  return {
    lines,
    damaged: unreported(lines),
    isTorn: isTorn(lines.at(-1), isOpenEnded),
    isOpenEnded,
  }
}

/** A truncated line with a newline got it from a run that was killed before it noted the repair. */
function isTorn(last: Ledger['lines'][number] | undefined, isOpenEnded: boolean): boolean {
  if (!last || last.entry || last.text.trim() === '') return false
  return isOpenEnded || isCutOff(last.text)
}

/** Whether a line is a truncated entry. */
export function isCutOff(text: string): boolean {
  const line = unmarked(text)
  const isStart = line.startsWith(START) || (line !== '' && START.startsWith(line))
  return isStart && parsedJson(line) === undefined
}

/** A line without the byte-order mark that an editor has put before the first one. */
function unmarked(line: string): string {
  return line.replace(/^\uFEFF/, '')
}

/** The start of every line that plandue writes. */
const START = '{"kind":"'

/** A repair covers all the damaged lines in a row just before it. */
function unreported(lines: Ledger['lines']): number[] {
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

export function lineOf(entry: LedgerEntry): string {
  return `${JSON.stringify(entry).replaceAll(NO_UTF8, '\\ufffd')}\n`
}

/** The replacement character, which decoding puts in place of invalid UTF-8. */
const NO_UTF8 = '\uFFFD'

/** Whether a line held invalid UTF-8. */
export function isGarbled(line: string): boolean {
  return line.includes(NO_UTF8)
}

function entryOf(line: string): LedgerEntry | undefined {
  const value = isGarbled(line) ? undefined : parsedJson(line)
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
