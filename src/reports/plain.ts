import type { Assessment } from '../assessment/assessment.ts'
import { type Item, isOpen, STATUSES } from '../assessment/item.ts'
import { dueSoon } from '../assessment/sentences.ts'
import { dayOf } from '../calendar/day.ts'
import { longDate, monthName } from '../calendar/format-date.ts'
import { capitalised } from '../language/capitalised.ts'
import { count } from '../language/count.ts'
import { groupBy } from '../language/group-by.ts'
import { type Block, facts, sentences } from '../page/page.ts'
import { plainPage } from '../page/plain-page.ts'
import { withBlanks } from '../terminal/columns.ts'
import { changeWords } from './change-wording.ts'
import { closingLines, countsOf, isShown, isSilent, showsNothing } from './closing-lines.ts'
import { nextCommands, nothingOpenWords } from './nothing-open.ts'
import { incompleteWords, reportTitle } from './opening.ts'
import { byRecord, type RecordGroup } from './record-groups.ts'
import { recordDay } from './record-heading.ts'
import type { Report, ReportOptions } from './report.ts'
import { BASIS_WORDS, explanations, STATUS_WORDS, timeLeft } from './wording.ts'

/**
 * For screen readers and pipes: one fact a line, each with its name. The totals come first, so that
 * nobody has to listen to all items to hear that two are late.
 */
export const plainReport: Report = (assessment, options) => {
  const items = assessment.items.filter((item) => isShown(item, options))
  const warning = incompleteWords(assessment)
  const change = changeWords(assessment, options.failOn)
  if (isSilent(items, assessment, options)) return ''
  const openOf = groupBy(assessment.items.filter(isOpen), ({ record }) => record)
  return plainPage([
    sentences([
      ...(warning ? [warning] : []),
      ...(showsNothing(items, assessment, options) ? [] : [reportTitle(assessment, options)]),
      ...(options.quiet ? [] : totals(assessment, options)),
    ]),
    sentences(options.quiet ? [] : nextSteps(assessment, options)),
    sentences(change),
    ...byRecord(items).flatMap((group) => [
      recordFacts(group, openOf.get(group.first.record) ?? [], options),
      ...group.items.map(itemFacts),
    ]),
  ])
}

function totals(assessment: Assessment, options: ReportOptions): string[] {
  const nothing = nothingOpenWords(assessment, options)
  const dueOn = (item: string, day: string) => `${item}, ${longDate(day)}`
  const lines = closingLines(assessment, options, { date: longDate, dueOn })
  return [
    ...(nothing === undefined ? [] : [nothing]),
    ...lines.map(([label, text]) => `${label}: ${text}`),
  ].map(withBlanks)
}

function nextSteps(assessment: Assessment, { busiest }: ReportOptions): string[] {
  return nextCommands(assessment, busiest).map(([command, words]) => `${command}: ${words}`)
}

function recordFacts({ first }: RecordGroup, open: readonly Item[], options: ReportOptions): Block {
  const counts = Object.fromEntries(
    STATUSES.map((status) => [status, open.filter((item) => item.status === status).length]),
  )
  const words = withBlanks(countsOf(counts, STATUSES).join(', '))
  return facts(
    ['Record', first.record],
    ['Authority', first.authority],
    ['Framework', options.titleOf(first.framework)],
    recordDayFact(first, options),
    ['Open items', open.length > 0 ? `${open.length}: ${words}` : '0'],
  )
}

/** The day of a record under a name of its own: `Letter published`, `Received`. */
function recordDayFact(first: Item, options: ReportOptions): readonly [string, string] {
  const { event, day } = recordDay(first, options) ?? { event: 'visited', day: '' }
  const name = day === first.background.published ? `${event} published` : event
  const isMonth = day.length === '2023-11'.length
  return [capitalised(name), isMonth ? monthName(dayOf(`${day}-01`)) : day && longDate(day)]
}

function itemFacts(item: Item): Block {
  const { due, basis, provisional, submitted, expected, kind, background } = item
  const time = timeLeft(item)
  return facts(
    ['Item', item.id],
    ['Status', `${STATUS_WORDS[item.status]}${time && `, ${time}`}`],
    [kind === 'stage' ? 'Stage' : 'Action', item.title],
    ['Owner', item.owner ?? ''],
    ['Area', background.areas.map(({ id, text }) => `${id}, ${text}`)],
    ['Due', due ? `${longDate(due)}${provisional ? ' (provisional)' : ''}` : ''],
    ['Due because', due && basis && kind === 'stage' ? basisWords(item) : ''],
    ['Expected', isOpen(item) && expected ? expectedWords(item) : ''],
    [kind === 'stage' ? 'Submitted' : 'Done', submitted ? longDate(submitted) : ''],
    ['Why', remarks(item)],
    ['Place', `${item.file}, line ${item.line}`],
  )
}

function basisWords({ basis, background: { countedFrom } }: Item): string {
  const from = countedFrom ? ` on ${longDate(countedFrom)}` : ''
  return basis ? `${BASIS_WORDS[basis]}${from}` : ''
}

function expectedWords({ expected, status, background }: Item): string {
  const { workingDaysExpectedLate: days } = background
  const late = days > 0 && status !== 'overdue' ? `, ${count(days, 'working day')} late` : ''
  return expected ? `${longDate(expected)}${late}` : ''
}

/** What is said of an item apart from what its status and its expected day say. */
function remarks(item: Item): readonly string[] {
  const isSaid = (index: number) =>
    item.reasons[index] === 'forecastLate' ||
    item.why[index] === dueSoon(item.workingDaysLeft ?? 0, item.calendarDaysLeft ?? 0)
  return explanations(item).filter((_, index) => !isSaid(index))
}
