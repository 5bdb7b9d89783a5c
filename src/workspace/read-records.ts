import { hasLaterDates } from '../assessment/as-at.ts'
import { type AssessmentContext, assessRecord } from '../assessment/assess-record.ts'
import type { BackPlan } from '../assessment/back-plan.ts'
import type { Item } from '../assessment/item.ts'
import type { Margins } from '../assessment/margins.ts'
import type { BankHolidayList } from '../calendar/bank-holidays.ts'
import { type Day, isoOf } from '../calendar/day.ts'
import { workingDaysBy } from '../calendar/working-days.ts'
import { type Diagnostic, diagnose, isError, wholeFile } from '../diagnostics/diagnostic.ts'
import { applyIgnores, type Ignore } from '../diagnostics/ignores.ts'
import { diagnoseProblem } from '../diagnostics/problem.ts'
import { type Framework, stageIds } from '../frameworks/framework.ts'
import type { Files, Problem } from '../host/host.ts'
import type { StagesOf } from '../records/consistency.ts'
import { type RecordFile, type RecordReading, readRecord } from '../records/read-record.ts'
import { ignoresIn } from '../yaml/ignore-comments.ts'

/** What records are assessed by, as plain data that another thread can be handed. */
export type AssessmentBasis = {
  readonly today: Day
  readonly margins: Margins
  readonly backPlan: BackPlan
  readonly frameworks: readonly Framework[]
  readonly bankHolidayLists: readonly BankHolidayList[]
}

/** One record as it was read and assessed. It shares texts with its file: keep no more than needed. */
export type AssessedRecord = {
  readonly file: RecordFile
  /** Undefined where the file could not be read. */
  readonly reading: RecordReading | undefined
  readonly items: readonly Item[]
  /** At most 100, errors first; comments that ignore some have not been applied. */
  readonly diagnostics: readonly Diagnostic[]
  readonly ignores: readonly Ignore[]
}

/** The text of a file, or why it could not be read. */
type Content = { readonly text: string } | { readonly problem: Problem }

/** The record on standard input. */
export const INPUT: RecordFile = { file: '<stdin>', id: 'stdin' }

/** More than any record needs, and little enough to be read at once. */
export const MAX_BYTES = 8 * 1_048_576

/**
 * Reads and assesses records one after the other, and takes from each what is asked for: what `take`
 * returns is all that is kept, so that memory grows with the result and not with the records.
 */
export function readRecords<T>(
  records: readonly RecordFile[],
  basis: AssessmentBasis,
  files: Pick<Files, 'read'>,
  take: (record: AssessedRecord, context: AssessmentContext) => T,
): T[] {
  const context = contextOf(basis)
  const assess = assessorFor(basis.frameworks, context)
  return records.map((file) => take(assess(files.read(file.file, MAX_BYTES), file), context))
}

/** A record whose file could be read; there may be faults in it. */
export type ReadableRecord = AssessedRecord & { readonly reading: RecordReading }

/** What was taken from some records, and all that is to be said of their files. */
export type Taken<T> = {
  readonly taken: readonly T[]
  /** What no comment in the files ignores. */
  readonly diagnostics: readonly Diagnostic[]
  readonly ignores: readonly Ignore[]
}

/** The same for commands that need more of a record than its items, in which files were readable. */
export function takeFromRecords<T>(
  records: readonly RecordFile[],
  basis: AssessmentBasis,
  files: Pick<Files, 'read'>,
  take: (record: ReadableRecord, context: AssessmentContext) => readonly T[],
): Taken<T> {
  const read = readRecords(records, basis, files, ({ reading, ...record }, context) => ({
    taken: reading ? take({ ...record, reading }, context) : [],
    diagnostics: record.diagnostics,
    ignores: record.ignores,
  }))
  const ignores = read.flatMap((record) => record.ignores)
  const diagnostics = notIgnored(
    read.flatMap((record) => record.diagnostics),
    ignores,
  )
  return { taken: read.flatMap(({ taken }) => taken), diagnostics, ignores }
}

/** The same for the text of one record that is at hand. */
export function assessText(
  content: Content,
  file: RecordFile,
  basis: AssessmentBasis,
): AssessedRecord {
  return assessorFor(basis.frameworks, contextOf(basis))(content, file)
}

/**
 * The diagnostics that no comment wants ignored. What is wrong with the comments themselves a check
 * reports: it alone sees all that they could be about.
 */
export function notIgnored(
  diagnostics: readonly Diagnostic[],
  ignores: readonly Ignore[],
): readonly Diagnostic[] {
  const known = new Set(diagnostics)
  return applyIgnores(diagnostics, ignores).shown.filter((diagnostic) => known.has(diagnostic))
}

/** What a basis amounts to for the assessment. */
export function contextOf({
  frameworks,
  bankHolidayLists,
  ...basis
}: AssessmentBasis): AssessmentContext {
  return {
    ...basis,
    frameworks: new Map(frameworks.map((framework) => [framework.id, framework])),
    workingDaysOf: workingDaysBy(bankHolidayLists),
  }
}

/** The stages that a record may name, by its framework. */
export function stagesIn(frameworks: readonly Framework[]): StagesOf {
  const stages = new Map(frameworks.map((framework) => [framework.id, stageIds(framework)]))
  return Object.assign((id: string) => stages.get(id), { known: [...stages.keys()] })
}

function assessorFor(
  frameworks: readonly Framework[],
  context: AssessmentContext,
): (content: Content, file: RecordFile) => AssessedRecord {
  const stagesOf = stagesIn(frameworks)
  return (content, file) => {
    if ('problem' in content) {
      const diagnostics = [diagnoseProblem(file.file, content.problem)]
      return { file, reading: undefined, items: [], diagnostics, ignores: [] }
    }
    const reading = readRecord(content.text, file, stagesOf)
    const { items, diagnostics } = assessRecord(reading, context)
    const isEarly =
      reading.record !== undefined && hasLaterDates(reading.record, isoOf(context.today))
    return {
      file,
      reading,
      items,
      diagnostics: detached(mostOf([...reading.diagnostics, ...diagnostics], file.file)),
      ignores: detached(ignoresIn(content.text, file.file, isEarly)).slice(0, MOST_FAULTS),
    }
  }
}

/** More diagnostics, or comments on them, than this in one file help nobody. */
const MOST_FAULTS = 100

function mostOf(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_FAULTS) return diagnostics
  const errorsFirst = [...diagnostics].sort((a, b) => Number(isError(b)) - Number(isError(a)))
  const count = diagnostics.length - MOST_FAULTS
  return [...errorsFirst.slice(0, MOST_FAULTS), diagnose(wholeFile(file), 'more-faults', { count })]
}

/**
 * A copy that shares nothing with the text that it was read from. A part of a text keeps the whole
 * of it alive in V8, and the records of a run are more text than is to be held.
 */
export function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}
