import type { ChalkInstance } from 'chalk'
import type { Assessment, FailOn } from '../assessment/assessment.ts'
import { json } from './json.ts'
import { plain } from './plain.ts'
import { table } from './table.ts'

/** How a report is to be shown. */
export type ReportOptions = {
  readonly paint: ChalkInstance
  /** Characters in a line. */
  readonly width: number
  readonly failOn: FailOn
  /** Only what needs somebody: what is overdue or at risk. */
  readonly quiet: boolean
  /** With the reasons, the notes, and where the calendars come from. */
  readonly verbose: boolean
  readonly version: string
  titleOf(framework: string): string
}

/** An assessment as a text for one kind of reader. Every report tells the same facts. */
export type Report = (assessment: Assessment, options: ReportOptions) => string

/** The formats of `check`. To add one, write its file and add it here; choices and help follow. */
export const reports = { table, plain, json } satisfies Record<string, Report>

export type ReportName = keyof typeof reports
