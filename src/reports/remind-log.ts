import { count } from '../assessment/sentences.ts'
import type { IsoDate } from '../calendar/day.ts'
import { longDate, shortDate } from '../calendar/words.ts'
import type { Ack } from '../reminders/ledger.ts'
import type { Delivery } from '../reminders/memory.ts'
import { rungWords } from '../reminders/rungs.ts'
import { formatsOf, heading, type Page, paragraph, rows, type Text } from './page.ts'

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
    ...(told.length > 0
      ? [
          heading('Told'),
          rows(
            COLUMNS,
            told.flatMap((one) => toldRows(one, quiet, verbose)),
          ),
        ]
      : [paragraph('Nobody was told anything.')]),
    ...ackBlocks(acks),
  ],
  ({ complete, told, acks }) => ({
    complete,
    told: told.map(({ intent, outcome, why }) => ({ ...bare(intent), outcome, why })),
    acks: acks.map(bare),
  }),
)

const INCOMPLETE =
  'Incomplete: a line of the ledger cannot be read, so that something may be missing'

const COLUMNS = [{ name: '' }, { name: '' }, { name: '' }]

const OUTCOMES: Readonly<Record<Delivery['outcome'], Text>> = {
  sent: '',
  failed: { text: 'not reached', tone: 'bad' },
  unknown: { text: 'perhaps: the run ended before the answer', tone: 'risky' },
}

function toldRows({ intent, outcome, why }: Delivery, quiet: boolean, verbose: boolean): Text[][] {
  if (quiet && outcome === 'sent') return []
  const { at, asAt, to, channel, items } = intent
  const forDay = at.startsWith(asAt) ? '' : `for ${longDate(asAt)}`
  const remarks: Text[] = [
    OUTCOMES[outcome],
    why ?? '',
    forDay,
    verbose ? `written at ${at}, key ${intent.key}` : '',
  ]
  return [
    ...items.map(({ item, due, rung }, index): Text[] => [
      index === 0 ? { text: moment(at), spoken: moment(at) } : '',
      index === 0 ? `${to}${channel === 'stdout' ? '' : ` by ${channel}`}` : '',
      `${item}: ${rungWords(rung)}${dueWords(rung, due)}`,
    ]),
    ...remarks.filter(isSaid).map((text): Text[] => ['', '', point(text)]),
  ]
}

/** A moment in UTC in few words. */
function moment(at: string): string {
  return `${shortDate(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`
}

function dueWords(rung: number, due: IsoDate): string {
  return rung === 0 ? `, ${longDate(due)}` : `${rung > 0 ? '' : ':'} ${longDate(due)}`
}

function isSaid(text: Text): boolean {
  return text !== ''
}

function point(text: Text): Text {
  return typeof text === 'string' ? { text, isPoint: true } : { ...text, isPoint: true }
}

function ackBlocks(acks: readonly Ack[]): Page {
  if (acks.length === 0) return []
  return [
    heading(`Acknowledged (${count(acks.length, 'item')})`),
    rows(
      COLUMNS,
      acks.map(({ at, by, item, until }) => [
        moment(at),
        by,
        `${item}: quiet up to ${longDate(until)}`,
      ]),
    ),
  ]
}

function bare<T extends { readonly kind: string }>({ kind, ...rest }: T): Omit<T, 'kind'> {
  return rest
}
