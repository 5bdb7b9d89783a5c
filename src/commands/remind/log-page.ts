import { type IsoDate, readIsoDate } from '../../calendar/day.ts'
import { longDate, shortDate } from '../../calendar/format-date.ts'
import { count } from '../../language/count.ts'
import { formatsOf } from '../../page/formats.ts'
import { heading, type Page, paragraph, rows, type Text, warning } from '../../page/page.ts'
import type { Tone } from '../../terminal/tones.ts'
import type { Ack } from './planning/ledger.ts'
import type { Delivery } from './planning/memory.ts'
import { thresholdWording } from './planning/thresholds.ts'
import { recipientWording } from './wording.ts'

/** Reminders and acknowledgements, in the order of the ledger. */
export type LogAnswer = {
  /** False where a line of the ledger is unreadable. */
  readonly complete: boolean
  readonly deliveries: readonly Delivery[]
  readonly acks: readonly Ack[]
}

/** The formats of `remind log`. */
export const logReports = formatsOf<LogAnswer>(
  ({ complete, deliveries, acks }, { quiet, verbose }) => [
    ...warning(complete ? undefined : INCOMPLETE),
    ...deliveryBlocks(
      quiet ? deliveries.filter(({ outcome }) => outcome !== 'sent') : deliveries,
      quiet,
      verbose,
    ),
    ...(quiet ? [] : ackBlocks(acks)),
  ],
  ({ complete, deliveries, acks }) => ({
    complete,
    told: deliveries.map(({ intent, outcome, why }) => ({ ...bare(intent), outcome, why })),
    acks: acks.map(bare),
  }),
)

const INCOMPLETE = 'Incomplete: a line of the ledger is unreadable, so entries may be missing'

const OUTCOMES: Readonly<Record<Delivery['outcome'], { words: string; tone?: Tone }>> = {
  sent: { words: '' },
  failed: { words: ': not delivered', tone: 'bad' },
  unknown: { words: ': unknown, the run ended before the answer', tone: 'risky' },
}

function deliveryBlocks(deliveries: readonly Delivery[], quiet: boolean, verbose: boolean): Page {
  if (deliveries.length > 0) {
    return [
      heading('Reminders'),
      rows(
        2,
        deliveries.flatMap((one) => deliveryRows(one, verbose)),
      ),
    ]
  }
  return quiet ? [] : [paragraph('No reminders were sent.')]
}

function deliveryRows({ intent, outcome, why }: Delivery, verbose: boolean): Text[][] {
  const { at, asAt, key, items } = intent
  const { words, tone } = OUTCOMES[outcome]
  const remarks = [
    why ?? '',
    ...items.map(
      ({ item, due, rung }) => `${item}: ${thresholdWording(rung)}${dueWording(rung, due)}`,
    ),
    at.startsWith(asAt) ? '' : `for ${longDate(asAt)}`,
    verbose ? `written at ${at}, key ${key}` : '',
  ]
  return [
    [utcTime(at), { text: `${recipientWording(intent)}${words}`, tone }],
    ...remarks.filter(Boolean).map((text): Text[] => ['', { text, isPoint: true }]),
  ]
}

/** A time that a hand has written in another way is shown as it stands. */
function utcTime(at: string): string {
  if (typeof readIsoDate(at.slice(0, 10)) !== 'string') return at
  return `${shortDate(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`
}

/** The due day as it follows the wording of a threshold. */
function dueWording(rung: number, due: IsoDate): string {
  if (rung > 0) return ` ${longDate(due)}`
  return rung === 0 ? `, ${longDate(due)}` : `, due on ${longDate(due)}`
}

function ackBlocks(acks: readonly Ack[]): Page {
  if (acks.length === 0) return []
  return [
    heading(`Acknowledged (${count(new Set(acks.map(({ item }) => item)).size, 'item')})`),
    rows(
      2,
      acks.map(({ at, by, item, until }) => [
        utcTime(at),
        `${by}: ${item}, no reminders until after ${longDate(until)}`,
      ]),
    ),
  ]
}

function bare<T extends { readonly kind: string }>({ kind, ...rest }: T): Omit<T, 'kind'> {
  return rest
}
