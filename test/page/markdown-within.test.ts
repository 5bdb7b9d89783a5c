import { describe, expect, it } from 'vitest'
import { markdownPage } from '../../src/page/markdown-page.ts'
import { markdownWithin } from '../../src/page/markdown-within.ts'
import { facts, heading, type Page, paragraph, points, rows } from '../../src/page/page.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `entry ${index}`)
const page: Page = [
  heading('Changes'),
  rows(
    [{ name: 'a' }, { name: 'b' }],
    words(300).map((text) => [text, 'b']),
  ),
  points(words(200)),
  facts(['Files', words(100)], ['With', 'abc']),
  paragraph('The end'),
]
const rowsIn = (text: string) => text.match(/^\| entry \d+ /gm)?.length ?? 0

describe('markdownWithin', () => {
  it('leaves a page as it is that fits', () => {
    const whole = markdownPage(page)
    expect(markdownWithin(page, whole.length)).toBe(whole)
  })

  it.each([8000, 5000, 1000])('fits into %d characters, and says how much is left out', (room) => {
    const text = markdownWithin(page, room)
    expect(text.length).toBeLessThanOrEqual(room)
    expect(text).toContain(`\n\nand ${300 - rowsIn(text)} more\n`)
    expect(text.endsWith('The end\n')).toBe(true)
  })

  it('uses the room that there is, alike for each list', () => {
    const text = markdownWithin(page, 2500)
    const shown = rowsIn(text)
    expect(text.length).toBeGreaterThan(2400)
    expect(text.match(/^- entry \d+$/gm)).toHaveLength(shown)
    expect(text).toContain(`entry ${shown - 1}<br>and ${100 - shown} more\n- **With:** abc`)
    expect(text).toContain(`and ${200 - shown} more`)
  })
})
