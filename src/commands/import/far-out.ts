/** A sheet is padded to its widest row: one cell far out makes a table of a small file. */
const MAX_CELLS = 20_000_000

/**
 * Whether the cells of a sheet say that they are where no table has one. Empty ones, which a program may
 * write far to the right, make no table wider; unless the tags are written as no program does.
 */
export function isFarOut(xml: string): boolean {
  const all = extentOf(xml.matchAll(PLACE))
  const tags = [...xml.matchAll(/<(?:\w+:)?(?:row|c)\b[^<>]*>/g)].map(([tag]) => tag)
  const filled = tags.map((tag) =>
    tag.endsWith('/>') ? tag.replace(/"[A-Za-z]+(?=\d)/, '"') : tag,
  )
  const usual = extentOf(filled.flatMap((tag) => [...tag.matchAll(PLACE)]))
  const { rows, columns } = all.places === usual.places ? usual : all
  return all.isAway || rows * columns > MAX_CELLS
}

/** Where a cell or a row is, such as `C4`. */
const PLACE = /\br\s*=\s*["']([A-Za-z]*)(\d+)["']/g

type Extent = { rows: number; columns: number; places: number; isAway: boolean }

function extentOf(places: Iterable<RegExpMatchArray>): Extent {
  const extent: Extent = { rows: 0, columns: 0, places: 0, isAway: false }
  for (const [, letters = '', number = ''] of places) {
    extent.places += 1
    extent.isAway ||= letters.length > 3 || number.length > 7
    extent.rows = Math.max(extent.rows, Number(number))
    extent.columns = Math.max(extent.columns, columnNumber(letters))
  }
  return extent
}

/** The number of a column by its letters: 1 for `A`, 27 for `AA`. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
