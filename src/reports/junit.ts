import { type Assessment, failuresBeside } from '../assessment/assessment.ts'
import type { ChangeFailure } from '../assessment/change-result.ts'
import { type Item, needsSomebody } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { longDate } from '../calendar/format-date.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { capitalised } from '../language/capitalised.ts'
import { shown } from '../page/layout.ts'
import { type Element, element, xmlLines, xmlOfLines } from '../page/xml.ts'
import { printable } from '../terminal/printable.ts'
import { filterWords } from './filter-wording.ts'
import type { Report, ReportOptions } from './report.ts'
import { explanations, headline, incompleteness, STATUS_WORDS, timeLeft } from './wording.ts'

/**
 * For test reports: a suite for each file, a case for each item. A case fails where its item makes
 * the run fail; a file with an error has a case in error, and its suite stands first.
 */
export const junit: Report = (assessment, options) => {
  const losses = failuresBeside(assessment)
  const suites = [
    ...(losses.length > 0 ? [suiteOfLosses(losses, options)] : []),
    ...[...grouped(assessment)].map(([file, said]) => suiteOf(file, said, assessment, options)),
  ]
  const warning = incompleteness(assessment)
  const name = ['plandue check', warning, filterWords(assessment.filters)]
    .filter((words) => words !== undefined)
    .join(': ')
  const sum = (key: keyof Counts) => suites.reduce((total, { counts }) => total + counts[key], 0)
  const attributes = { name, ...countsBy(sum) }
  return xmlOfLines(
    { name: 'testsuites', attributes },
    suites.map(({ lines }) => lines),
  )
}

/** A suite as it stands in the report. */
type Suite = { readonly counts: Counts; readonly lines: string }

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

function suiteOf(
  file: string,
  { items, diagnostics }: Said,
  assessment: Assessment,
  options: ReportOptions,
): Suite {
  const path = printable(options.pathInRepository(file))
  const cases = [
    ...diagnostics.filter(isError).map((one) => caseOfError(one, path)),
    ...items.map((item) => caseOfItem(item, path, assessment, options)),
  ]
  const remarks = diagnostics.filter((one) => !isError(one)).map((one) => remark(one, path))
  const output = remarks.length > 0 ? [element('system-out', {}, remarks.join('\n'))] : []
  return suite({ name: path, file: path }, cases, output)
}

/** The items that a change has taken away, and fails for. */
function suiteOfLosses(losses: readonly ChangeFailure[], options: ReportOptions): Suite {
  const cases = losses.map(({ item, file, reason, why }) => {
    const name = printable(item ?? '')
    const path = printable(options.pathInRepository(file))
    const message = shown(why)
    return element('testcase', { classname: path, name, file: path, time: 0 }, [
      element('failure', { type: reason, message }, `${name}: ${message}`),
    ])
  })
  return suite({ name: 'plandue check --base' }, cases)
}

function suite(
  names: Element['attributes'],
  cases: readonly Element[],
  output: readonly Element[] = [],
): Suite {
  const counts = countsBy((key) => cases.filter((one) => COUNTED[key](one)).length)
  const whole = element('testsuite', { ...names, ...counts }, [...cases, ...output])
  return { counts, lines: xmlLines(whole, '  ') }
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
  const facts = {
    item: id,
    status,
    due: due ?? '',
    waived: `${isWaived(item)}`,
    ...rareFacts(item),
  }
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
function rareFacts(item: Item) {
  const { background, percent, evidence, timesMoved, workingDaysMoved, provisional } = item
  return {
    ...(provisional ? { provisional: 'true' } : {}),
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

/** Which cases each number of a suite counts. */
const COUNTED = {
  tests: () => true,
  failures: having('failure'),
  errors: having('error'),
  skipped: having('skipped'),
}

type Counts = Readonly<Record<keyof typeof COUNTED, number>>

function countsBy(count: (key: keyof Counts) => number) {
  return {
    tests: count('tests'),
    failures: count('failures'),
    errors: count('errors'),
    skipped: count('skipped'),
    time: 0,
  }
}

function having(name: string): (one: Element) => boolean {
  return ({ content }) => typeof content !== 'string' && content.some((part) => part.name === name)
}
