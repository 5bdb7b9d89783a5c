import { diffLines, type StructuredPatchHunk, structuredPatch } from 'diff'

/** A line of two texts, one of which may not have it; numbers count from 1. */
export type DiffLine = {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
  /** Its number in the text before; for a line that was added, that of the line before which it came. */
  readonly before: number
  /** Likewise in the text after. */
  readonly after: number
}

/** Two texts with more lines removed or added than this count as wholly different: more would take seconds. */
const LIMIT = { maxEditLength: 1000 }

/** The lines of two texts in one list, as few of them marked as changed as need be. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  let next = { before: 1, after: 1 }
  return changesBetween(before, after).flatMap(({ value, removed, added }) =>
    linesOf(value).map((text) => {
      const line = { sign: removed ? '-' : added ? '+' : ' ', text, ...next } as const
      next = { before: next.before + (added ? 0 : 1), after: next.after + (removed ? 0 : 1) }
      return line
    }),
  )
}

function changesBetween(before: string, after: string) {
  return diffLines(before, after, LIMIT) ?? [...diffLines(before, ''), ...diffLines('', after)]
}

/** The lines of a text with their line ends; one at the end of the text begins no further line. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** The way from one text of a file to another, as `patch` and `git apply` take it; empty if there is none. */
export function unifiedDiff(file: string, before: string, after: string): readonly string[] {
  const hunks = hunksBetween(before, after)
  if (hunks.length === 0) return []
  return [
    `--- a/${file}`,
    `+++ b/${file}`,
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`,
      ...lines,
    ]),
  ]
}

/** The changes with three lines around each. */
function hunksBetween(before: string, after: string): readonly StructuredPatchHunk[] {
  return patch(before, after, LIMIT)?.hunks ?? [replacement(before, after)]
}

/** One change that takes away all lines of one text and adds all of the other. */
function replacement(before: string, after: string): StructuredPatchHunk {
  const removed = patch(before, '')?.hunks[0] ?? NO_HUNK
  const added = patch('', after)?.hunks[0] ?? NO_HUNK
  const { newStart, newLines } = added
  return { ...removed, newStart, newLines, lines: [...removed.lines, ...added.lines] }
}

const NO_HUNK = { oldStart: 1, oldLines: 0, newStart: 1, newLines: 0, lines: [] }

function patch(before: string, after: string, limit: { readonly maxEditLength?: number } = {}) {
  return structuredPatch('', '', before, after, undefined, undefined, { context: 3, ...limit })
}

/** Where no line is left, the number of the line before stands in its place. */
function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`
}
