import { longDate, shortDate } from '../../calendar/format-date.ts'
import { count } from '../../language/count.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  type Column,
  dateText,
  facts,
  heading,
  type Page,
  rows,
  type Text,
  warning,
} from '../../page/page.ts'
import { diagnosticShape } from '../../reports/json.ts'
import { headline, incompleteness, STATUS_TONES, STATUS_WORDS } from '../../reports/wording.ts'
import type { AspectMove, HistoryAnswer, ItemEdit, ItemHistory } from './changes.ts'

type Shown = HistoryAnswer & { readonly complete: boolean }

/** The formats of `history`. */
export const historyReports = formatsOf<Shown>(pageOf, shape)

function pageOf(answer: Shown): Page {
  const { histories, unreadable, withAuthors } = answer
  const lost =
    unreadable > 0 ? `${count(unreadable, 'commit')} left errors in the record` : undefined
  return [
    ...warning(incompleteness(answer)),
    ...warning(lost && `${lost}: what moved there shows at the next one`),
    ...histories.flatMap((history) => blocksOf(history, withAuthors)),
  ]
}

function blocksOf({ item, now, changes }: ItemHistory, withAuthors: boolean): Page {
  const names = ['on', '', '', 'from', 'to', ...(withAuthors ? ['by'] : [])]
  const columns = names.map((name): Column => ({ name }))
  const cells = changes.flatMap((change) =>
    change.moves.map((move) => cellsOf(change, move, withAuthors)),
  )
  return [
    heading(headline(item)),
    rows(columns, cells, { isHeaded: true }),
    now
      ? facts(
          ['Due', now.due ? dateText(now.due) : 'no due date'],
          ['Owner', now.owner ?? 'nobody'],
          ['Status', { text: STATUS_WORDS[now.status], tone: STATUS_TONES[now.status] }],
          ['Item', item.id],
        )
      : facts(['Status', 'removed'], ['Item', item.id]),
  ]
}

function cellsOf({ oid, on, author }: ItemEdit, move: AspectMove, withAuthors: boolean): Text[] {
  return [
    dateText(on),
    oid ? `commit ${oid.slice(0, SHORT)}` : 'not committed',
    WORDS[move.what],
    valueText(move.what, move.from),
    valueText(move.what, move.to),
    ...(withAuthors ? [author ?? ''] : []),
  ]
}

/** Git finds a commit by so many characters of its id. */
const SHORT = 10

const WORDS = { due: 'due date', owner: 'owner', status: 'status' } as const

const STATUSES_IN_WORDS: Readonly<Record<string, string>> = STATUS_WORDS

function valueText(what: AspectMove['what'], value: string | null): Text {
  if (value === null) return 'none'
  if (what === 'due') return { text: shortDate(value), spoken: longDate(value) }
  return what === 'status' ? (STATUSES_IN_WORDS[value] ?? value) : value
}

function shape({ today, complete, unreadable, withAuthors, histories, diagnostics }: Shown) {
  return {
    today,
    complete,
    unreadable,
    items: histories.map(({ item, now, changes }) => ({
      id: item.id,
      record: item.record,
      file: item.file,
      authority: item.authority,
      title: item.title,
      now,
      changes: changes.map(({ oid, on, author, change, moves }) => ({
        commit: oid,
        on,
        ...(withAuthors ? { author } : {}),
        change,
        moves,
      })),
    })),
    diagnostics: diagnostics.map(diagnosticShape),
  }
}
