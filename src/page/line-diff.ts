/** A line of two texts, one of which may not have it; numbers count from 1. */
export type DiffLine = {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
  /** Its number in the text before; for a line that was added, that of the line before which it came. */
  readonly before: number
  /** Likewise in the text after. */
  readonly after: number
}

/** With more pairs of lines to compare than this, what lies between two same ends counts as new. */
const MOST_PAIRS = 4_000_000

/** The lines of two texts in one list, as few of them marked as changed as need be. */
export function lineDiff(before: string, after: string): readonly DiffLine[] {
  const a = linesOf(before)
  const b = linesOf(after)
  const head = sameAtStart(a, b)
  const tail = sameAtStart(a.slice(head).reverse(), b.slice(head).reverse())
  const signs = [
    ...Array<' '>(head).fill(' '),
    ...signsOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...Array<' '>(tail).fill(' '),
  ]
  let i = 0
  let j = 0
  return signs.map((sign) => {
    const line = { sign, text: (sign === '+' ? b[j] : a[i]) ?? '', before: i + 1, after: j + 1 }
    if (sign !== '+') i++
    if (sign !== '-') j++
    return line
  })
}

/** The lines of a text; a line break at its end begins no further one, but is told by what it leaves. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function sameAtStart(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((line, index) => line !== b[index])
  return end < 0 ? Math.min(a.length, b.length) : end
}

/** What becomes of each line, by the longest list of lines that both have. */
function signsOf(a: readonly string[], b: readonly string[]): DiffLine['sign'][] {
  if (a.length * b.length > MOST_PAIRS) {
    return [...a.map(() => '-' as const), ...b.map(() => '+' as const)]
  }
  const lengths = commonLengths(a, b)
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  const signs: DiffLine['sign'][] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const isSame = i < a.length && a[i] === b[j]
    const isRemoved = !isSame && i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))
    signs.push(isSame ? ' ' : isRemoved ? '-' : '+')
    if (isSame || isRemoved) i++
    if (!isRemoved) j++
  }
  return signs
}

/** How many lines two texts have in common from a line of each on. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? []
    const below = lengths[i + 1] ?? []
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return lengths
}

/** So many lines are shown around a change. */
const CONTEXT = 3

const NO_LINE_BREAK = '\\ No newline at end of file'

/** The way from one text of a file to another, as `patch` and `git apply` take it; empty if there is none. */
export function unifiedDiff(file: string, before: string, after: string): readonly string[] {
  const lines = lineDiff(before, after)
  const hunks = hunksIn(lines)
  if (hunks.length === 0) return []
  return [
    `--- a/${file}`,
    `+++ b/${file}`,
    ...hunks.flatMap(([from, to]) => hunkLines(lines.slice(from, to))),
  ]
}

/** Where the changes lie with their context, from one line up to another; what overlaps is one. */
function hunksIn(lines: readonly DiffLine[]): [from: number, to: number][] {
  const hunks: [number, number][] = []
  for (const [index, { sign }] of lines.entries()) {
    if (sign === ' ') continue
    const [from, to] = [Math.max(0, index - CONTEXT), Math.min(lines.length, index + CONTEXT + 1)]
    const last = hunks.at(-1)
    if (last && from <= last[1]) last[1] = to
    else hunks.push([from, to])
  }
  return hunks
}

function hunkLines(lines: readonly DiffLine[]): string[] {
  const [first] = lines
  const range = (start: number, missing: DiffLine['sign']) => {
    const count = lines.filter(({ sign }) => sign !== missing).length
    return `${count === 0 ? start - 1 : start},${count}`
  }
  return [
    `@@ -${range(first?.before ?? 1, '+')} +${range(first?.after ?? 1, '-')} @@`,
    ...lines.flatMap(({ sign, text }) =>
      text.endsWith('\n') ? [sign + text.slice(0, -1)] : [sign + text, NO_LINE_BREAK],
    ),
  ]
}
