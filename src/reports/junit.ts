import { type Assessment, failuresBeside } from '../assessment/assessment.ts'
import type { ChangeFailure } from '../assessment/change-result.ts'
import { type Item, needsSomebody } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { longDate } from '../calendar/format-date.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { capitalised } from '../language/capitalised.ts'
import { shown } from '../page/layout.ts'
import { type Element, element, xml } from '../page/xml.ts'
import { printable } from '../terminal/printable.ts'
import { filterWords } from './filter-wording.ts'
import type { Report, ReportOptions } from './report.ts'
import { explanations, headline, incompleteness, STATUS_WORDS, timeLeft } from './wording.ts'

/**
 * For test reports: a suite for each file, a case for each item. A case fails where its item makes
 * the run fail; a file with an error has a case in error, and its suite stands first.
 */
export const junit: Report = (assessment, options) => {
  const files = grouped(assessment)
  const losses = failuresBeside(assessment)
  const suites = [
    ...(losses.length > 0 ? [suiteOfLosses(losses, options)] : []),
    ...[...files].map(([file, said]) => suite(file, said, assessment, options)),
  ]
  const warning = incompleteness(assessment)
  const name = ['plandue check', warning, filterWords(assessment.filters)]
    .filter((words) => words !== undefined)
    .join(': ')
  return xml(element('testsuites', { name, ...counts(suites.flatMap(casesIn)) }, suites))
}

/** What there is to say of one file. */
type Said = { readonly items: Item[]; readonly diagnostics: Diagnostic[] }

/** The files with errors come first, then those with the most urgent items. */
function grouped({ items, diagnostics }: Assessment): Map<string, Said> {
  const errors = diagnostics.filter(isError)
  const files = [...errors, ...items, ...diagnostics].map(({ file }) => file)
  const groups = new Map(
    files.map((file): [string, Said] => [file, { items: [], diagnostics: [] }]),
  )
  for (const item of items) groups.get(item.file)?.items.push(item)
  for (const diagnostic of diagnostics) groups.get(diagnostic.file)?.diagnostics.push(diagnostic)
  return groups
}

function suite(
  file: string,
  { items, diagnostics }: Said,
  assessment: Assessment,
  options: ReportOptions,
): Element {
  const path = printable(options.pathInRepository(file))
  const cases = [
    ...diagnostics.filter(isError).map((one) => caseOfError(one, path)),
    ...items.map((item) => caseOfItem(item, path, assessment, options)),
  ]
  const remarks = diagnostics.filter((one) => !isError(one)).map((one) => remark(one, path))
  const output = remarks.length > 0 ? [element('system-out', {}, remarks.join('\n'))] : []
  return element('testsuite', { name: path, file: path, ...counts(cases) }, [...cases, ...output])
}

/** The items that a change has taken away, and fails for. */
function suiteOfLosses(losses: readonly ChangeFailure[], options: ReportOptions): Element {
  const cases = losses.map(({ item, file, reason, why }) => {
    const name = printable(item ?? '')
    const path = printable(options.pathInRepository(file))
    const message = shown(why)
    return element('testcase', { classname: path, name, file: path, time: 0 }, [
      element('failure', { type: reason, message }, `${name}: ${message}`),
    ])
  })
  return element('testsuite', { name: 'plandue check --base', ...counts(cases) }, cases)
}

function remark({ line, column, severity, code, message }: Diagnostic, path: string): string {
  return `${path}:${line}:${column}: ${severity} ${code}: ${shown(message)}`
}

function caseOfError({ line, column, code, message, hint }: Diagnostic, file: string): Element {
  const text = shown(hint ? `${message}; ${hint}` : message)
  const name = `${code} (line ${line}, column ${column})`
  return element('testcase', { classname: file, name, file, line, time: 0 }, [
    element('error', { type: code, message: text }, `${file}:${line}:${column}: ${text}`),
  ])
}

function caseOfItem(
  item: Item,
  file: string,
  { change }: Assessment,
  options: ReportOptions,
): Element {
  const { id, record, line, status, due } = item
  const name = `${headline(item)} (${printable(id)})`
  const facts = { item: id, status, due: due ?? '', waived: `${isWaived(item)}`, ...ofAction(item) }
  const properties = Object.entries(facts).map(([key, value]) =>
    element('property', { name: key, value: printable(value) }),
  )
  const attributes = { classname: printable(record), name, file, line, time: 0 }
  return element('testcase', attributes, [
    element('properties', {}, properties),
    ...outcome(item, change?.fails.filter((one) => one.item === id) ?? [], options),
  ])
}

/** What few items have, by the keys of JSON. */
function ofAction({ background, percent, evidence, timesMoved, workingDaysMoved }: Item) {
  return {
    ...(background.areas.length > 0
      ? { answers: background.areas.map(({ id }) => id).join(' ') }
      : {}),
    ...(percent === null ? {} : { percent: `${percent}` }),
    ...(evidence === null ? {} : { evidence }),
    ...(timesMoved > 0
      ? { timesMoved: `${timesMoved}`, workingDaysMoved: `${workingDaysMoved}` }
      : {}),
  }
}

/** Where a change fails for an item, `brought` says why: its status alone need not be bad. */
function outcome(
  item: Item,
  brought: readonly ChangeFailure[],
  { isFailing }: ReportOptions,
): Element[] {
  const title = itemState(item)
  const reasons = brought.map(({ why }) => shown(why))
  const text = [title, ...reasons, ...explanations(item).map(shown)].join('\n')
  if (isFailing(item)) {
    const [first] = brought
    const type = first?.reason ?? item.status
    return [element('failure', { type, message: first ? reasons.join('; ') : title }, text)]
  }
  if (isWaived(item)) return [element('skipped', { message: text })]
  return needsSomebody(item) ? [element('system-out', {}, text)] : []
}

function itemState(item: Item): string {
  const words = [capitalised(STATUS_WORDS[item.status])]
  const when = item.due ? [`due on ${longDate(item.due)}`, timeLeft(item)] : []
  return [...words, ...when].join(', ')
}

function counts(cases: readonly Element[]) {
  const having = (name: string) => cases.filter(({ content }) => contains(content, name)).length
  return {
    tests: cases.length,
    failures: having('failure'),
    errors: having('error'),
    skipped: having('skipped'),
    time: 0,
  }
}

function casesIn({ content }: Element): readonly Element[] {
  return typeof content === 'string' ? [] : content.filter(({ name }) => name === 'testcase')
}

function contains(content: Element['content'], name: string): boolean {
  return typeof content !== 'string' && content.some((one) => one.name === name)
}
