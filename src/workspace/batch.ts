import { tellsOfLater } from '../assessment/as-at.ts'
import { assessRecord, type Terms } from '../assessment/assess-record.ts'
import type { BackPlan } from '../assessment/back-plan.ts'
import type { Item } from '../assessment/item.ts'
import type { Margins } from '../assessment/margins.ts'
import type { BankHolidayList } from '../calendar/bank-holidays.ts'
import { type Day, isoOf } from '../calendar/day.ts'
import { workingDaysBy } from '../calendar/working-days.ts'
import { type Diagnostic, diagnose, isError, wholeFile } from '../diagnostics/diagnostic.ts'
import type { Ignore } from '../diagnostics/ignores.ts'
import { diagnoseProblem } from '../diagnostics/problem.ts'
import { type Framework, stageIds } from '../frameworks/framework.ts'
import type { Files, Problem } from '../host/host.ts'
import type { StagesOf } from '../records/consistency.ts'
import { type Evidence, evidenceOf } from '../records/evidence.ts'
import { type Link, linkOf } from '../records/links.ts'
import { type RecordFile, type RecordReading, readRecord } from '../records/read-record.ts'
import { ignoresIn } from '../yaml/ignore-comments.ts'

/** Records to read and assess, and by what: plain data, so that another thread can do it. */
export type Job = {
  readonly files: readonly RecordFile[]
  readonly today: Day
  readonly margins: Margins
  readonly backPlan: BackPlan
  readonly frameworks: readonly Framework[]
  readonly bankHolidayLists: readonly BankHolidayList[]
}

/** What came of some records. */
export type Batch = {
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
  readonly links: readonly Link[]
  readonly evidence: readonly Evidence[]
  readonly ignores: readonly Ignore[]
}

/** What reading a file has come to. */
export type Content = { readonly text: string } | { readonly problem: Problem }

/** More than any record needs, and little enough to be read at once. */
export const MAX_BYTES = 8 * 1_048_576

/** The record on standard input. */
export const INPUT: RecordFile = { file: '<stdin>', id: 'stdin' }

/** Reads and assesses records, one after the other, so that no more than one of them is held. */
export function doJob(job: Job, files: Pick<Files, 'read'>, tell: (done: number) => void): Batch {
  const assess = assessorFor(job)
  const batches = job.files.map((file, index) => {
    const batch = assess(files.read(file.file, MAX_BYTES), file)
    tell(index + 1)
    return batch
  })
  return merged(batches)
}

/** Several batches as one. */
export function merged(batches: readonly Batch[]): Batch {
  return {
    items: batches.flatMap(({ items }) => items),
    diagnostics: batches.flatMap(({ diagnostics }) => diagnostics),
    links: batches.flatMap(({ links }) => links),
    evidence: batches.flatMap(({ evidence }) => evidence),
    ignores: batches.flatMap(({ ignores }) => ignores),
  }
}

/** By what the records of a job are assessed. */
export function termsOf({ frameworks, bankHolidayLists, ...job }: Omit<Job, 'files'>): Terms {
  return {
    today: job.today,
    margins: job.margins,
    backPlan: job.backPlan,
    frameworks: new Map(frameworks.map((framework) => [framework.id, framework])),
    workingDaysOf: workingDaysBy(bankHolidayLists),
  }
}

/** A record that was read and assessed, with all that is to be said of it and of its comments. */
export type ReadRecord = {
  readonly reading: RecordReading
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
  readonly ignores: readonly Ignore[]
}

/** A function that reads and assesses the text of a record by the terms of a job. */
export function readerFor(
  frameworks: readonly Framework[],
  terms: Terms,
): (text: string, file: RecordFile) => ReadRecord {
  const stagesOf = stagesIn(frameworks)
  return (text, file) => {
    const reading = readRecord(text, file, stagesOf)
    const { items, diagnostics } = assessRecord(reading, terms)
    const isEarly = reading.record !== undefined && tellsOfLater(reading.record, isoOf(terms.today))
    return {
      reading,
      items,
      diagnostics: detached(someOf([...reading.diagnostics, ...diagnostics], file.file)),
      ignores: detached(ignoresIn(text, file.file, isEarly)).slice(0, MOST_FAULTS),
    }
  }
}

/** A function that assesses the content of one record's file by the terms of a job. */
export function assessorFor(job: Job): (content: Content, file: RecordFile) => Batch {
  const terms = termsOf(job)
  const read = readerFor(job.frameworks, terms)
  return (content, file) => {
    if ('problem' in content) {
      return {
        items: [],
        diagnostics: [diagnoseProblem(file.file, content.problem)],
        links: [],
        evidence: [],
        ignores: [],
      }
    }
    const { reading, items, diagnostics, ignores } = read(content.text, file)
    const link = linkOf(reading)
    return {
      items: items.map(detachedItem),
      diagnostics,
      links: link ? [detached(link)] : [],
      evidence: detached(evidenceOf(reading, isoOf(terms.today))),
      ignores,
    }
  }
}

/** More faults, or comments on them, than this in one file help nobody. */
const MOST_FAULTS = 100

/** The worst of many faults, and how many others there are. */
function someOf(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
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

/** An item of whose texts none is a part of the record's; its other values are none of them. */
function detachedItem(item: Item): Item {
  const { authority, framework, title, owner, why, waivers, snooze } = item
  return {
    ...item,
    authority: detachedText(authority),
    framework: detachedText(framework),
    title: detachedText(title),
    owner: owner && detachedText(owner),
    why: why.map(detachedText),
    waivers: waivers.length > 0 ? detached(waivers) : waivers,
    snooze: snooze && detached(snooze),
  }
}

/** A copy of a text. V8 has to write out a joined text before it can take a part of that. */
function detachedText(text: string): string {
  return ` ${text}`.slice(1)
}

/** The stages that a record may name, by its framework. */
export function stagesIn(frameworks: readonly Framework[]): StagesOf {
  const stages = new Map(frameworks.map((framework) => [framework.id, stageIds(framework)]))
  return Object.assign((id: string) => stages.get(id), { known: [...stages.keys()] })
}
