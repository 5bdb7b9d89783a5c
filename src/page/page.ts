import type { ChalkInstance } from 'chalk'
import type { Day, IsoDate } from '../calendar/day.ts'
import { longDate, shortDate } from '../calendar/format-date.ts'
import type { Tone } from '../terminal/tones.ts'
import type { TimeLine } from './time-line.ts'

/**
 * A page says one thing for people, once: the table and the plain format both follow from it. Its
 * texts may come from records; what draws a page makes them inert.
 */
export type Page = readonly Block[]

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: Text }
  /** Sentences one below another; in Markdown each is a paragraph. */
  | { readonly kind: 'sentences'; readonly texts: readonly Text[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | Rows
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | Months
  | Picture

/** A name and what is to be said under it: one text or several. */
export type Fact = readonly [name: string, values: Text | readonly Text[]]

/** Lines of cells. The plain format says each line as `first: name second, name third`. */
export type Rows = {
  readonly kind: 'rows'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Text[])[]
  /** Whether the names of the columns stand above them. */
  readonly isHeaded: boolean
  /** Blanks between two columns; 3 if left out. */
  readonly gap?: number
  /** Blanks before the first column; 2 if left out. */
  readonly indent?: number
}

export type Column = {
  /** Empty where what stands in the column needs no name. */
  readonly name: string
  readonly align?: 'right'
  /** Takes the room that the others leave; the last column does where none says so. */
  readonly wraps?: true
  /** For the eye only: the plain format leaves it out. */
  readonly isDrawn?: true
  /** At least so many characters wide, if there is room: to stand in line with other rows. */
  readonly least?: number
  /** At most so many characters wide: what is longer breaks between words. */
  readonly most?: number
}

/** A line of a file: with the blanks that it has, and never broken. */
export type Line = { readonly text: string; readonly tone?: Tone | undefined }

/** Whole months with marked days, for who looks; that there are some is said elsewhere in words. */
export type Months = {
  readonly kind: 'months'
  /** The days that it is about; those of the same months around them are faint. */
  readonly from: Day
  readonly to: Day
  readonly marks: readonly CalendarMark[]
}

/** What stands at a day: one letter directly after its number, and how both are painted. */
export type Mark = { readonly letter: string; readonly tone: Tone }

/** A mark, what it stands for, and its days. Of two marks on one day the later one is drawn. */
export type CalendarMark = Mark & { readonly words: string; readonly days: readonly Day[] }

/**
 * Drawn for a terminal; the plain format has the words instead. The lines are painted already. A browser
 * shows the time line above the words.
 */
export type Picture = {
  readonly kind: 'picture'
  readonly draw: (view: View) => readonly string[]
  readonly words: readonly string[]
  readonly timeLine?: TimeLine | undefined
}

/** A text, perhaps with a tone, and with other words for who listens than for who looks. */
export type Text =
  | string
  | {
      readonly text: string
      readonly tone?: Tone | undefined
      readonly spoken?: string
      /** In a cell or a sentence: drawn with a dash, and its further lines further in. */
      readonly isPoint?: true
      /** In a cell: all its lines stand so many characters further in. */
      readonly indent?: number
    }

/** How a page is to be shown. */
export type View = {
  readonly paint: ChalkInstance
  /** Characters in a line. */
  readonly width: number
  readonly quiet: boolean
  readonly verbose: boolean
}

export const heading = (text: Text): Block => ({ kind: 'heading', text })
export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text })
/** A paragraph that looks bad; nothing without a text. */
export const warning = (text: string | undefined): Page =>
  text === undefined ? [] : [paragraph({ text, tone: 'bad' })]
export const sentences = (texts: readonly Text[]): Block => ({ kind: 'sentences', texts })
/** Facts that have nothing to say are left out. */
export const facts = (...all: readonly Fact[]): Block => ({
  kind: 'facts',
  facts: all.filter(([, values]) => [values].flat().some((value) => value !== '')),
})
export const points = (all: readonly string[]): Block => ({ kind: 'points', points: all })
/** `columns` is a number where none has a name. */
export const rows = (
  columns: readonly Column[] | number,
  all: Rows['rows'],
  { isHeaded = false, ...layout }: Partial<Pick<Rows, 'isHeaded' | 'gap' | 'indent'>> = {},
): Block => ({
  kind: 'rows',
  columns: typeof columns === 'number' ? Array(columns).fill({ name: '' }) : columns,
  rows: all,
  isHeaded,
  ...layout,
})
export const lines = (all: readonly Line[]): Block => ({ kind: 'lines', lines: all })
export const months = (
  { from, to }: Pick<Months, 'from' | 'to'>,
  marks: readonly CalendarMark[],
): Block => ({ kind: 'months', from, to, marks })
export const picture = (
  draw: Picture['draw'],
  words: readonly string[],
  timeLine?: TimeLine,
): Block => ({ kind: 'picture', draw, words, timeLine })

/** A date: short in a column, in full where it is read out. */
export function dateText(date: IsoDate, tone?: Tone): Text {
  return { text: shortDate(date), tone, spoken: longDate(date) }
}

/** What is displayed. */
export function visibleText(text: Text): string {
  return typeof text === 'string' ? text : text.text
}

/** What is read out: the words for the ear where there are any. */
export function spokenText(text: Text): string {
  return typeof text === 'string' ? text : (text.spoken ?? text.text)
}

/** How a text is painted. */
export function toneOf(text: Text): Tone | undefined {
  return typeof text === 'string' ? undefined : text.tone
}
