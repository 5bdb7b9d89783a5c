import type { IsoDate } from '../../calendar/day.ts'
import { DIVISION_NAMES } from '../../calendar/division.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { count } from '../../language/count.ts'
import {
  dateText,
  facts,
  heading,
  type Page,
  rows,
  type Text,
  type View,
  warning,
} from '../../page/page.ts'
import { headline, incompleteness, STATUS_WORDS } from '../../reports/wording.ts'
import type { CalendarChange, YearChange } from './changes.ts'
import { type Cause, isToAnotherDay, type Move } from './list-impact.ts'

/** What a list of bank holidays changes, as at a day. */
export type ListComparison = {
  readonly today: IsoDate
  /** The file of the list, as the user named it. */
  readonly list: string
  /** False where a record, or a part of one, could not be read. */
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** The divisions in which something changes. */
  readonly changes: readonly CalendarChange[]
  /** How many open items were looked at. */
  readonly openItems: number
  readonly moves: readonly Move[]
}

/** That a comparison is not about all the records that there are; nothing where it is. */
export function incompleteBlocks(comparison: ListComparison): Page {
  return warning(incompleteness(comparison))
}

/** The bank holidays that change, by division. */
export function changeBlocks({ changes }: ListComparison): Page {
  return changes.flatMap(({ division, years, lastOfficial }) => [
    heading(DIVISION_NAMES[division]),
    rows(2, [...years.flatMap(changeRows), ...untilRows(lastOfficial)]),
  ])
}

function untilRows({ from, to }: CalendarChange['lastOfficial']): Text[][] {
  if (from === to) return []
  return [['Official', `up to ${longDate(to)}; until now, up to ${longDate(from)}`]]
}

function changeRows({ year, isNewlyOfficial, added, removed, renamed }: YearChange): Text[][] {
  const isAsProjected = added.length + removed.length === 0
  const days = [
    ...added.map(({ date, title }) => ({ date, words: `${title}, added` })),
    ...removed.map(({ date, title }) => ({ date, words: `${title}, removed` })),
    ...renamed.map(({ date, title, to }) => ({ date, words: `${title}, renamed ${to}` })),
  ]
  return [
    ...(isNewlyOfficial
      ? [[String(year), isAsProjected ? 'now official, as projected' : 'now official']]
      : []),
    ...days
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, words }): Text[] => [dateText(date), words]),
  ]
}

/** The open items that move and why, and those whose date becomes or stops being provisional. */
export function impactBlocks({ moves }: ListComparison, view: View): Page {
  const stays = moves.filter((move) => !isToAnotherDay(move))
  const settled = stays.filter(({ moved }) => !moved.provisional)
  const unsettled = stays.filter(({ moved }) => moved.provisional)
  return [
    ...moves
      .filter(isToAnotherDay)
      .flatMap((move) => [heading(headline(move.item)), moveFacts(move, view)]),
    ...listed('No longer provisional', settled),
    ...listed('Now provisional', unsettled),
  ]
}

/** How many of the open items move. */
export function totalOf({ moves, openItems }: ListComparison): string {
  const moved = moves.filter(isToAnotherDay).length
  if (openItems === 0) return 'No open items'
  return `${moved === 0 ? 'None' : moved} of ${count(openItems, 'open item')} ${moved > 1 ? 'move' : 'moves'}`
}

function moveFacts({ item, moved, from, to, start, because, ...by }: Move, { verbose }: View) {
  const isSettled = item.provisional && !moved.provisional
  const notes = [
    byWords(by),
    ...(moved.provisional ? ['provisional'] : []),
    ...(isSettled ? ['no longer provisional'] : []),
  ]
  return facts(
    ['From', longDate(from)],
    ['To', `${longDate(to)}, ${notes.join(', ')}`],
    ['Because', because.map(causeWords)],
    [
      'Status',
      item.status === moved.status
        ? ''
        : `${STATUS_WORDS[item.status]}, then ${STATUS_WORDS[moved.status]}`,
    ],
    ['Counted', verbose ? `from ${longDate(start)}` : ''],
    ['Item', verbose ? `${item.id}, ${item.file}:${item.line}` : item.id],
  )
}

function causeWords({ date, title, change }: Cause): string {
  return change === 'added'
    ? `${longDate(date)} becomes a bank holiday (${title})`
    : `${longDate(date)} becomes a working day (no longer ${title})`
}

/** `1 working day (3 days) later`. */
function byWords({
  workingDays,
  calendarDays,
}: Pick<Move, 'workingDays' | 'calendarDays'>): string {
  const days = count(Math.abs(calendarDays), 'day')
  return `${count(Math.abs(workingDays), 'working day')} (${days}) ${calendarDays > 0 ? 'later' : 'earlier'}`
}

function listed(title: string, moves: readonly Move[]): Page {
  if (moves.length === 0) return []
  const cells = moves.map(({ item, to }): Text[] => [dateText(to), `${headline(item)}; ${item.id}`])
  return [heading(title), rows(2, cells)]
}

/** A comparison as programs read it. */
export function comparisonShape({
  today,
  complete,
  list,
  changes,
  openItems,
  moves,
}: ListComparison) {
  return {
    today,
    complete,
    from: list,
    changes,
    openItems,
    moves: moves.filter(isToAnotherDay).map(moveShape),
    provisionalChanges: moves
      .filter(({ item, moved }) => item.provisional !== moved.provisional)
      .map(({ item, moved }) => ({ id: item.id, due: moved.due, provisional: moved.provisional })),
  }
}

function moveShape({ item, moved, from, to, workingDays, calendarDays, start, because }: Move) {
  const { id, file, line, authority, framework, stage, title, basis } = item
  return {
    id,
    file,
    line,
    authority,
    framework,
    stage,
    title,
    basis,
    start,
    from,
    to,
    workingDays,
    calendarDays,
    status: { from: item.status, to: moved.status },
    provisional: moved.provisional,
    because,
  }
}
