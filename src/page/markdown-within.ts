import { markdownPage } from './markdown-page.ts'
import { type Block, type Fact, type Page, paragraph } from './page.ts'

/**
 * A page as Markdown of so many characters at most: where it is longer, each list, table and fact of it
 * has as many entries as fit, and says how many more there are.
 */
export function markdownWithin(page: Page, room: number): string {
  const whole = markdownPage(page)
  if (whole.length <= room) return whole
  const shortened = (most: number) => markdownPage(page.flatMap((block) => cutTo(most, block)))
  let [fitting, tooMany] = [0, Math.max(...page.map(entriesOf))]
  while (tooMany - fitting > 1) {
    const middle = Math.floor((fitting + tooMany) / 2)
    if (shortened(middle).length <= room) fitting = middle
    else tooMany = middle
  }
  return shortened(fitting)
}

function entriesOf(block: Block): number {
  switch (block.kind) {
    case 'rows':
      return block.rows.length
    case 'points':
      return block.points.length
    case 'facts':
      return Math.max(0, ...block.facts.map(([, values]) => [values].flat().length))
    default:
      return 0
  }
}

function cutTo(most: number, block: Block): Page {
  const left = entriesOf(block) - most
  if (left <= 0) return [block]
  switch (block.kind) {
    case 'rows':
      return [{ ...block, rows: block.rows.slice(0, most) }, paragraph(more(left))]
    case 'points':
      return [{ ...block, points: block.points.slice(0, most) }, paragraph(more(left))]
    case 'facts':
      return [{ ...block, facts: block.facts.map((fact) => cutFact(most, fact)) }]
    default:
      return [block]
  }
}

function cutFact(most: number, [name, values]: Fact): Fact {
  const all = [values].flat()
  const left = all.length - most
  return left > 0 ? [name, [...all.slice(0, most), more(left)]] : [name, values]
}

function more(count: number): string {
  return `and ${count} more`
}
