import { type Assessment, failuresBeside } from '../assessment/assessment.ts'
import {
  type ChangeFailure,
  type ReleasedItem,
  releasedBeside,
} from '../assessment/change-result.ts'
import { type Item, needsSomebody } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { longDate } from '../calendar/format-date.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Severity } from '../diagnostics/messages.ts'
import { capitalised } from '../language/capitalised.ts'
import { shown } from '../page/layout.ts'
import { inert } from '../terminal/printable.ts'
import { titleOfReason } from './alert-rules.ts'
import { filterWords } from './filter-wording.ts'
import type { Report, ReportOptions } from './report.ts'
import { explanations, headline, incompleteness, STATUS_WORDS, timeLeft } from './wording.ts'

/** What a runner is to show: on a line of a file, or on the run as a whole. */
type Annotation = {
  readonly kind: 'error' | 'warning' | 'notice'
  readonly place: Readonly<Record<string, string | number>>
  readonly title: string
  readonly message: string
}

/** A runner shows no more of one kind in a step; what comes after is lost without a word. */
const MOST_OF_A_KIND = 10

/** For GitHub: workflow commands that a runner turns into annotations, the worst first. */
export const github: Report = (assessment, options) => {
  const all = annotations(assessment, options)
  const kinds = options.quiet ? (['error', 'warning'] as const) : KINDS
  return kinds
    .flatMap((kind) => limited(all.filter((one) => one.kind === kind)))
    .map(command)
    .join('')
}

const KINDS = ['error', 'warning', 'notice'] as const

function limited(all: readonly Annotation[]): readonly Annotation[] {
  const [first] = all
  if (!first || all.length <= MOST_OF_A_KIND) return all
  const shownOnes = all.slice(0, MOST_OF_A_KIND - 1)
  const message = `and ${all.length - shownOnes.length} more like these: see the report of this run`
  return [...shownOnes, { kind: first.kind, place: {}, title: 'plandue', message }]
}

function annotations(assessment: Assessment, options: ReportOptions): Annotation[] {
  const warning = incompleteness(assessment)
  const faults = assessment.diagnostics.map((one) => annotationOfFile(one, options))
  const items = assessment.items
    .filter((item) => needsSomebody(item) || options.isFailing(item))
    .map((item) => annotationOfItem(item, assessment, options))
  const only = filterWords(assessment.filters)
  const released = releasedBeside(assessment.change)
  return [
    ...(warning
      ? [{ kind: 'error', place: {}, title: 'Incomplete', message: warning } as const]
      : []),
    ...(only ? [{ kind: 'notice', place: {}, title: 'Filtered', message: only } as const] : []),
    ...faults.filter(({ kind }) => kind === 'error'),
    ...failuresBeside(assessment).map(annotationOfLoss),
    ...items,
    ...released.map((one) => annotationOfRelease(one, assessment, options)),
    ...faults.filter(({ kind }) => kind !== 'error'),
  ]
}

/** What is gone has no line to stand on. */
function annotationOfLoss({ item, reason, why }: ChangeFailure): Annotation {
  const message = shown(`${item}: ${why}`)
  return { kind: 'error', place: {}, title: titleOfReason(reason), message }
}

function annotationOfRelease(
  { item: id, why }: ReleasedItem,
  { items }: Assessment,
  { pathInRepository }: ReportOptions,
): Annotation {
  const item = items.find((one) => one.id === id)
  const place = item ? { file: pathInRepository(item.file), line: item.line } : {}
  return { kind: 'warning', place, title: 'To be agreed', message: shown(`${id}: ${why}`) }
}

const KIND_OF = { error: 'error', warning: 'warning', note: 'notice' } as const satisfies Record<
  Severity,
  Annotation['kind']
>

function annotationOfFile(diagnostic: Diagnostic, { pathInRepository }: ReportOptions): Annotation {
  const { severity, file, line, column: col, width, code, message, hint } = diagnostic
  const end = width > 0 ? { endColumn: col + width } : {}
  return {
    kind: KIND_OF[severity],
    place: { file: pathInRepository(file), line, col, ...end },
    title: code,
    message: lines(message, ...(hint ? [`hint: ${hint}`] : [])),
  }
}

/** What is overdue is an error, but not in a pull request that has nothing to do with it. */
function kindOfItem(item: Item, isChange: boolean, isFailing: boolean): Annotation['kind'] {
  if (isFailing && (isChange || item.status === 'overdue')) return 'error'
  if (isWaived(item)) return 'notice'
  return item.status === 'overdue' && !isChange ? 'error' : 'warning'
}

function annotationOfItem(
  item: Item,
  { change }: Assessment,
  { pathInRepository, isFailing }: ReportOptions,
): Annotation {
  const { file, line, due, id } = item
  const failures = (change?.fails ?? []).filter((one) => one.item === id)
  const reasons = [...new Set(failures.map(({ reason }) => titleOfReason(reason)))]
  const status = [capitalised(STATUS_WORDS[item.status]), ...(isWaived(item) ? ['waived'] : [])]
  const title = reasons.length > 0 ? reasons : status
  const when = due ? `, due on ${longDate(due)}, ${timeLeft(item)}` : ''
  return {
    kind: kindOfItem(item, change !== null, isFailing(item)),
    place: { file: pathInRepository(file), line },
    title: title.join(', '),
    message: lines(
      `${headline(item)}${when} (${id})`,
      ...failures.map(({ why }) => why),
      ...explanations(item),
    ),
  }
}

function lines(...texts: readonly string[]): string {
  return texts.map(shown).join('\n')
}

/** An annotation as the runner reads it; see `issueCommand` in GitHub's toolkit for actions. */
function command({ kind, place, title, message }: Annotation): string {
  const properties = Object.entries({ ...place, title })
    .map(([name, value]) => `${name}=${escapedProperty(inert(`${value}`))}`)
    .join(',')
  return `::${kind} ${properties}::${escaped(message)}\n`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
