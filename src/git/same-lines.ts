/**
 * A function that finds the line of a text before that a line of the text after is; both numbers count
 * from 1. A line that was moved is still the same; of equal lines the first is the first, and so on.
 */
export function sameLines(before: string, after: string): (line: number) => number | undefined {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const head = sameAtStart(a, b)
  const tail = sameAtStart(a.slice(head).reverse(), b.slice(head).reverse())
  const places = new Map<string, number[]>()
  for (const [index, text] of a.slice(head, a.length - tail).entries()) {
    places.set(text, [...(places.get(text) ?? []), head + index + 1])
  }
  const found = b.slice(head, b.length - tail).map((text) => places.get(text)?.shift())
  return (line) => {
    if (line <= head) return line
    return line > b.length - tail ? line - b.length + a.length : found[line - head - 1]
  }
}

/** How many lines two texts have in common at their start. */
function sameAtStart(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((line, index) => line !== b[index])
  return end < 0 ? Math.min(a.length, b.length) : end
}
