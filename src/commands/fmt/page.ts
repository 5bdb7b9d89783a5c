import type { IsoDate } from '../../calendar/day.ts'
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts'
import { count } from '../../language/count.ts'
import { diffBlock } from '../../page/diff-block.ts'
import { formatsOf } from '../../page/formats.ts'
import { facts, heading, lines, type Page, paragraph, type View } from '../../page/page.ts'

/** What came of putting records into their usual form. */
export type FmtAnswer = {
  readonly today: IsoDate
  readonly outcome: 'written' | 'dryRun' | 'checked'
  readonly files: readonly FmtFile[]
  /** Those that cannot be put into it without risk, and why. */
  readonly left: readonly {
    readonly file: string
    readonly line: number
    readonly because: string
  }[]
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** A record and its text before and after; `path` is from the root of the repository, as a patch names it. */
export type FmtFile = {
  readonly file: string
  readonly path: string
  readonly before: string
  readonly after: string
}

/** The formats of `fmt`. */
export const fmtReports = formatsOf<FmtAnswer>(page, (answer) => {
  const { today, outcome, complete, files, left } = answer
  return {
    today,
    outcome,
    complete,
    records: files.length + left.length,
    changed: changedIn(files).map(({ file }) => file),
    left,
  }
})

/** The files that are not in their usual form. */
export function changedIn(files: readonly FmtFile[]): readonly FmtFile[] {
  return files.filter(({ before, after }) => before !== after)
}

function page(answer: FmtAnswer, { quiet, verbose }: View): Page {
  const { outcome, files, left } = answer
  const changed = changedIn(files)
  const unread = [...new Set(answer.diagnostics.filter(isError).map(({ file }) => file))]
  const first: Page =
    unread.length > 0
      ? [
          paragraph({
            text: `Incomplete: not read because of errors: ${unread.join(', ')}`,
            tone: 'bad',
          }),
        ]
      : []
  const names = lines(changed.map(({ file }) => ({ text: quiet ? file : `  ${file}` })))
  if (quiet) return [...first, names]
  const isShown = outcome === 'dryRun' || verbose
  return [
    ...first,
    ...(changed.length > 0 ? [heading(HEADINGS[outcome]), names] : []),
    ...(isShown ? changed.map(({ path, before, after }) => diffBlock(path, before, after)) : []),
    ...(left.length > 0
      ? [
          heading('Left unchanged'),
          facts(...left.map(({ file, line, because }) => [`${file}:${line}`, because] as const)),
        ]
      : []),
    paragraph(totals(answer)),
  ]
}

const HEADINGS = {
  written: 'Formatted',
  dryRun: 'Not written (--dry-run)',
  checked: 'Not formatted; plandue fmt would change',
}

function totals({ outcome, files, left }: FmtAnswer): string {
  const changed = changedIn(files).length
  const what = outcome === 'written' ? 'formatted' : 'not formatted'
  const parts = [
    ...(changed > 0 ? [`${changed} ${what}`] : []),
    ...(left.length > 0 ? [`${left.length} left unchanged`] : []),
  ]
  const all = count(files.length + left.length, 'record')
  return parts.length > 0 ? `${all}: ${parts.join(', ')}` : `${all}, all formatted`
}
