import { formatsOf } from '../../page/formats.ts'
import { heading, type Page, paragraph, rows, type View } from '../../page/page.ts'

/** `left`: not written, as something is there already. */
export type InitFile = {
  readonly path: string
  readonly outcome: 'written' | 'left' | 'toWrite'
  /** What the file is for, or why it was left. */
  readonly words: string
}

export type InitAnswer = {
  readonly folder: string
  readonly isDryRun: boolean
  readonly files: readonly InitFile[]
  readonly next: readonly (readonly [what: string, why: string])[]
}

/** The formats of `init`. */
export const initReports = formatsOf<InitAnswer>(page, ({ folder, files, next }) => ({
  folder,
  files: files.map(({ path, outcome }) => ({ path, outcome })),
  next: next.map(([what]) => what),
}))

const OUTCOME_WORDS = { written: 'written', left: 'left', toWrite: 'to write' } as const

function page({ folder, isDryRun, files, next }: InitAnswer, { quiet, verbose }: View): Page {
  const made = files.filter(({ outcome }) => outcome !== 'left')
  if (quiet) {
    return [
      rows(
        1,
        made.map(({ path }) => [path]),
      ),
    ]
  }
  const where = folder === '.' ? 'this folder' : folder
  return [
    heading(titleOf(where, isDryRun, made.length)),
    rows(
      3,
      files.map(({ path, outcome, words }) => [
        { text: OUTCOME_WORDS[outcome], tone: outcome === 'left' ? 'risky' : 'good' },
        path,
        verbose || outcome === 'left' ? words : shortened(words),
      ]),
    ),
    ...(isDryRun
      ? [paragraph('Nothing was written.')]
      : [
          heading('Next'),
          rows(
            2,
            next.map(([what, words]) => [{ text: what, tone: 'strong' }, words]),
          ),
        ]),
  ]
}

function titleOf(where: string, isDryRun: boolean, made: number): string {
  if (made === 0) return `Nothing to write: ${where} is set up already`
  return isDryRun ? `Would set up ${where} for plans` : `Set up ${where} for plans`
}

function shortened(words: string): string {
  return words.split('; ', 1)[0] ?? ''
}
