import { count } from '../../assessment/sentences.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate, shortDate } from '../../calendar/words.ts'
import { formatsOf } from '../../page/formats.ts'
import { heading, type Page, paragraph, rows, type Text } from '../../page/page.ts'
import type { Tone } from '../../terminal/tones.ts'
import type { Ack } from './planning/ledger.ts'
import type { Delivery } from './planning/memory.ts'
import { thresholdWording } from './planning/thresholds.ts'
import { recipientWords } from './wording.ts'

/** Who was told what and when, and who wants to hear no more of what, in the order of the ledger. */
export type LogAnswer = {
  /** False where a line of the ledger cannot be read. */
  readonly complete: boolean
  readonly told: readonly Delivery[]
  readonly acks: readonly Ack[]
}

/** The formats of `remind log`. */
export const logReports = formatsOf<LogAnswer>(
  ({ complete, told, acks }, { quiet, verbose }) => [
    ...(complete ? [] : [paragraph({ text: INCOMPLETE, tone: 'bad' })]),
    ...toldBlocks(quiet ? told.filter(({ outcome }) => outcome !== 'sent') : told, quiet, verbose),
    ...(quiet ? [] : ackBlocks(acks)),
  ],
  ({ complete, told, acks }) => ({
    complete,
    told: told.map(({ intent, outcome, why }) => ({ ...bare(intent), outcome, why })),
    acks: acks.map(bare),
  }),
)

const INCOMPLETE =
  'Incomplete: a line of the ledger cannot be read, so that something may be missing'

const COLUMNS = [{ name: '' }, { name: '' }]

/** What follows the name of a recipient, and how it looks. */
const OUTCOMES: Readonly<Record<Delivery['outcome'], { words: string; tone?: Tone }>> = {
  sent: { words: '' },
  failed: { words: ': not reached', tone: 'bad' },
  unknown: { words: ': perhaps, as the run ended before the answer', tone: 'risky' },
}

function toldBlocks(told: readonly Delivery[], quiet: boolean, verbose: boolean): Page {
  if (told.length > 0) {
    return [
      heading('Told'),
      rows(
        COLUMNS,
        told.flatMap((one) => toldRows(one, verbose)),
      ),
    ]
  }
  return quiet ? [] : [paragraph('Nobody was told anything.')]
}

function toldRows({ intent, outcome, why }: Delivery, verbose: boolean): Text[][] {
  const { at, asAt, key, items } = intent
  const { words, tone } = OUTCOMES[outcome]
  const remarks = [
    why ?? '',
    ...items.map(
      ({ item, due, rung }) => `${item}: ${thresholdWording(rung)}${dueWords(rung, due)}`,
    ),
    at.startsWith(asAt) ? '' : `for ${longDate(asAt)}`,
    verbose ? `written at ${at}, key ${key}` : '',
  ]
  return [
    [moment(at), { text: `${recipientWords(intent)}${words}`, tone }],
    ...remarks.filter(Boolean).map((text): Text[] => ['', { text, isPoint: true }]),
  ]
}

/** A moment in UTC in few words. */
function moment(at: string): string {
  return `${shortDate(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`
}

/** The due day, after a rung in words. */
function dueWords(rung: number, due: IsoDate): string {
  if (rung > 0) return ` ${longDate(due)}`
  return rung === 0 ? `, ${longDate(due)}` : `, due on ${longDate(due)}`
}

function ackBlocks(acks: readonly Ack[]): Page {
  if (acks.length === 0) return []
  return [
    heading(`Acknowledged (${count(acks.length, 'item')})`),
    rows(
      COLUMNS,
      acks.map(({ at, by, item, until }) => [
        moment(at),
        `${by}: ${item}, quiet up to ${longDate(until)}`,
      ]),
    ),
  ]
}

function bare<T extends { readonly kind: string }>({ kind, ...rest }: T): Omit<T, 'kind'> {
  return rest
}
