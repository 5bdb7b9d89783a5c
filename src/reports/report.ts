import type { ChalkInstance } from 'chalk'
import type { Assessment } from '../assessment/assessment.ts'
import type { FailOn } from '../assessment/failing.ts'
import type { Item } from '../assessment/item.ts'
import type { IsoDate } from '../calendar/day.ts'
import type { Written } from '../page/pieces.ts'

/** How a report is to be shown. */
export type ReportOptions = {
  readonly paint: ChalkInstance
  /** Characters in a line. */
  readonly width: number
  readonly failOn: FailOn
  /** Whether an item makes the run fail. */
  isFailing(item: Item): boolean
  /** Only what needs attention: what is overdue or at risk. */
  readonly quiet: boolean
  /** With the reasons, the notes, and where the calendars come from. */
  readonly verbose: boolean
  /** Whether finished items are listed, and records are shown whole. */
  readonly all: boolean
  /** Whether an item is listed although it is finished: somebody asked for it, or must see it. */
  isListed(item: Item): boolean
  /** The filters that are active, as they are typed: `--owner "QA lead"`. */
  readonly filters: readonly string[]
  /** The latest of the days on which most was open, to be shown where nothing is now. */
  readonly busiest: BusiestDay | undefined
  readonly version: string
  titleOf(framework: string): string
  /** What an authority is sent under a framework: `letter`, `report`. */
  documentOf(framework: string): string
  /** Whether owners, and what people wrote, go into a file that is often published. */
  readonly people: boolean
  /** The name of the calendar that the same run writes beside this file. */
  readonly calendar: string | null
  /** The address of a record, where the configuration has a template for it. */
  linkOf(item: Item): string | null
  /** How often commits changed a file, and when the last one did; undefined where git does not know. */
  touches(): Promise<(file: string) => FileTouches | undefined>
  /** The path of a file from the root of the repository, which is how a CI server knows it. */
  pathInRepository(file: string): string
}

/** How often a file was changed, and when last, in seconds since the beginning of 1970. */
export type FileTouches = { readonly commits: number; readonly lastSeconds: number }

/** A day, and how many items were open on it. */
export type BusiestDay = { readonly day: IsoDate; readonly open: number }

/** An assessment as a text or a file for one kind of reader. Every report states the same facts. */
export type Report = (assessment: Assessment, options: ReportOptions) => Written | Promise<Written>

/** A format of `check`. */
export type Format = {
  /** For what, in the help and in the guide. */
  readonly for: string
  /** How the names of its files end. */
  readonly ending: string
  readonly load: () => Promise<Report>
}
