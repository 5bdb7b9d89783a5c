import { unifiedDiff } from './line-diff.ts'
import { type Block, type Line, lines } from './page.ts'

const TONES: Readonly<Record<string, Line['tone']>> = { '-': 'bad', '+': 'good', '@': 'open' }

/** The unified diff of two texts of a file; added lines look good, removed ones bad. */
export function diffBlock(file: string, before: string, after: string): Block {
  const diff = unifiedDiff(file, before, after)
  return lines(
    diff.map((text, index) => ({ text, tone: index < 2 ? 'strong' : TONES[text[0] ?? ''] })),
  )
}
