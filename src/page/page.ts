import type { ChalkInstance } from 'chalk'
import type { IsoDate } from '../calendar/day.ts'
import { longDate, shortDate } from '../calendar/format-date.ts'
import type { Tone } from '../terminal/tones.ts'

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
}

export type Column = {
  /** Empty where what stands in the column needs no name. */
  readonly name: string
  readonly align?: 'right'
  /** Takes the room that the others leave; the last column does where none says so. */
  readonly wraps?: true
  /** For the eye only: the plain format leaves it out. */
  readonly isDrawn?: true
}

/** A line of a file: with the blanks that it has, and never broken. */
export type Line = { readonly text: string; readonly tone?: Tone | undefined }

/** Drawn for a terminal; the plain format has the words instead. The lines are painted already. */
export type Picture = {
  readonly kind: 'picture'
  readonly draw: (view: View) => readonly string[]
  readonly words: readonly string[]
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
  { isHeaded = false } = {},
): Block => ({
  kind: 'rows',
  columns: typeof columns === 'number' ? Array(columns).fill({ name: '' }) : columns,
  rows: all,
  isHeaded,
})
export const lines = (all: readonly Line[]): Block => ({ kind: 'lines', lines: all })
export const picture = (draw: Picture['draw'], words: readonly string[]): Block => ({
  kind: 'picture',
  draw,
  words,
})

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
