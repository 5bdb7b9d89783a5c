import { type Basis, type Item, partOf } from '../../assessment/item.ts'
import { isInForce } from '../../assessment/rules.ts'
import { spanInBrief } from '../../calendar/date-span.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { dateWithin, longDate } from '../../calendar/format-date.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import { listing } from '../../language/listing.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  type Block,
  heading,
  type Page,
  paragraph,
  rows,
  sentences,
  type Text,
  type View,
} from '../../page/page.ts'
import { CLOCK_WORDS, periodWords } from '../../reports/rule-wording.ts'
import { BASIS_WORDS, STATUS_TONES, STATUS_WORDS, timeLeft } from '../../reports/wording.ts'
import { padded } from '../../terminal/columns.ts'
import { commandWord } from '../../terminal/command-word.ts'
import { printable } from '../../terminal/printable.ts'
import type { RecordDraft } from './new-record.ts'
import { statedDates } from './printed-due.ts'

/** A new record and its items as at a day. */
export type NewAnswer = {
  readonly today: IsoDate
  readonly id: string
  readonly file: string
  /** It lies outside of the folder of records, where no command looks for it unless it is named. */
  readonly isApart: boolean
  readonly published: IsoDate | undefined
  readonly framework: Framework
  /** The schema for editors, where it was written with the record. */
  readonly schemaFile: string | null
  readonly items: readonly Item[]
}

/** The formats of `new`. */
export const newReports = formatsOf<NewAnswer>(page, ({ today, id, file, schemaFile, items }) => ({
  today,
  id,
  file,
  schemaFile,
  items: items.map((item) => ({
    id: item.id,
    title: item.title,
    status: item.status,
    due: item.due,
    provisional: item.provisional,
    workingDaysLeft: item.workingDaysLeft,
  })),
}))

function page(answer: NewAnswer, { quiet }: View): Page {
  const { file, schemaFile } = answer
  if (quiet) return [paragraph(file)]
  const written = [file, ...(schemaFile === null ? [] : [`${schemaFile}, for editors`])]
  return [
    sentences(written.map((one) => `Written: ${one}`)),
    itemRows(answer),
    paragraph('Actions go into the same file: an example stands there, commented out.'),
    ...nextSteps(answer),
  ]
}

/** What is known of an inspection before its record is written, one fact a line. */
export function draftLines(draft: RecordDraft, framework: Framework): string {
  const { authority, title, visited, published, received, source, areas, stated } = draft
  const printed = [...statedDates(stated, framework)].map(
    ([stage, date]) => `${stage} by ${longDate(date)}`,
  )
  const facts: [string, string | undefined][] = [
    ['authority', authority],
    ['framework', framework.title],
    ['title', title],
    ['visited', visited && spanInBrief(visited)],
    ['received', received && longDate(received)],
    ['published', published && longDate(published)],
    ['source', source],
    ['areas', areas && (areas.map((_, index) => `P${index + 1}`).join(', ') || 'none')],
    ['stated', listing(printed)],
  ]
  return facts
    .flatMap(([name, value]) =>
      value ? `  ${padded(name, 'authority  '.length)}${printable(value)}\n` : [],
    )
    .join('')
}

/** Left, due, stage, and what is due; the first column says what needs attention, if anything does. */
function itemRows(answer: NewAnswer): Block {
  const { items } = answer
  const all = items.map((item) => itemCells(item, answer))
  const isCalm = items.every(({ status }) => status === 'onTrack')
  const columns = [
    { name: '' },
    { name: '', align: 'right' as const },
    ...Array(3).fill({ name: '' }),
  ]
  return rows(
    isCalm ? columns.slice(1) : columns,
    isCalm ? all.map(([, ...cells]) => cells) : all,
    { gap: 2 },
  )
}

function itemCells(item: Item, { today, framework }: NewAnswer): Text[] {
  const { status, due, workingDaysLeft: left } = item
  const isOnTrack = status === 'onTrack'
  const words = isOnTrack ? '' : STATUS_WORDS[status]
  const title = [item.title, ...periodOf(item, framework, today)].join(', ')
  return [
    { text: words, tone: STATUS_TONES[status] },
    { text: left === null ? '' : String(Math.abs(left)), tone: 'strong', spoken: timeLeft(item) },
    due === null ? 'no date yet' : { text: dateWithin(today, due), spoken: longDate(due) },
    partOf(item),
    title,
  ]
}

/** How long the authority has from when, and how early the day can be. */
function periodOf(
  { stage, basis, due, earliestDue, why }: Item,
  { stages }: Framework,
  today: IsoDate,
): string[] {
  if (due === null || !basis) return [...why]
  const rule = stages.find((one) => one.id === stage && isInForce(one, due))
  return [
    ...countedWords(basis, rule),
    ...(earliestDue ? [`may be due ${dateWithin(today, earliestDue)}`] : []),
  ]
}

function countedWords(basis: Basis, rule: Stage | undefined): string[] {
  if (basis === 'extended' || basis === 'stated' || basis === 'fixed') return [BASIS_WORDS[basis]]
  return rule ? [`${periodWords(rule.period)} from ${CLOCK_WORDS[basis]}`] : []
}

function nextSteps(answer: NewAnswer): Block[] {
  const steps = [...stepsApart(answer), ...stepsOf(answer)]
  if (steps.length === 0) return []
  return [
    heading('Next'),
    rows(
      2,
      steps.map(([command, when]) => [{ text: command, tone: 'strong' }, when]),
    ),
  ]
}

type Step = readonly [command: string, when: string]

function stepsApart({ file, isApart }: NewAnswer): Step[] {
  const when = 'reports on it; without its name, no report shows it: it is not among the records'
  return isApart ? [[`plandue check ${commandWord(file)}`, when]] : []
}

function stepsOf(answer: NewAnswer): Step[] {
  const { id, file, isApart, items, today, published, framework } = answer
  const name = isApart ? file : id
  const [first] = items.filter(({ status }) => ['overdue', 'atRisk', 'onTrack'].includes(status))
  if (first?.due) {
    const item = commandWord(`${name}#${partOf(first)}`)
    const sent = partOf(first) === 'draft' ? 'the draft' : 'it'
    return [
      [`plandue explain ${item}`, `why ${dayWords(first.due)}`],
      [`plandue submit ${item}`, `when ${sent} has been sent`],
    ]
  }
  if (items.every(({ status }) => status !== 'waiting')) return []
  // Today is not the day of receipt of what is public already.
  const day = published !== undefined && published < today ? ' --on DATE' : ''
  const { document = 'report' } = framework
  return [[`plandue receive ${commandWord(name)}${day}`, `when the ${document} has come`]]
}

/** A day within a few months: `2 April`. */
function dayWords(date: IsoDate): string {
  return longDate(date).split(' ').slice(1, 3).join(' ')
}
