import { type IRunOptions, type ISectionOptions, type ParagraphChild, TextRun } from 'docx'
import type { Tone } from '../terminal/tones.ts'
import { shown } from './layout.ts'
import { spokenText, type Text, toneOf } from './page.ts'

/** What stands one below another in a document. */
export type DocxBlock = ISectionOptions['children'][number]

/** The grounds of what has to be seen, pale enough for black words (WCAG 2.2, 1.4.6: 7 to 1). */
export const GROUNDS: Readonly<Partial<Record<Tone, string>>> = {
  bad: 'F2BDB5',
  risky: 'FFE0A3',
  good: 'CCE2D8',
}

/** The style of a text by its tone; what has a ground is bold as well, for a print without colours. */
const LOOKS: Readonly<Partial<Record<Tone, IRunOptions>>> = {
  strong: { bold: true },
  faint: { color: '484949' },
  bad: { bold: true },
  risky: { bold: true },
  good: { bold: true },
}

/** A text of a page as runs of a paragraph, inert and in its tone. */
export function runsOf(text: Text): readonly ParagraphChild[] {
  const tone = toneOf(text)
  return plainRuns(shown(spokenText(text)), tone && LOOKS[tone])
}

/**
 * Words as runs, as they read. The library has placeholders of its own in braces and fills them in
 * wherever they stand, but in no words that go on in another run.
 */
export function plainRuns(words: string, look: IRunOptions = {}): readonly ParagraphChild[] {
  return words.split(/(?<=\{)/).map((part) => new TextRun({ text: part, ...look }))
}
