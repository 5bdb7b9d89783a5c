/** A word in which UTF-8 was read as Windows-1252, such as `GÃ¢r`, and what it meant. */
export type Misread = { readonly index: number; readonly found: string; readonly meant: string }

const HIGH = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 0x80 }, (_, index) => index + 0x80),
)
const NEXT = `[${[...HIGH.slice(0, 0x40)].map((sign) => `\\u${hex(sign)}`).join('')}]`

/**
 * The letters of western Europe, those of Welsh beyond them, and the signs of typography. `Â` before a
 * quotation mark can be meant so.
 */
const MISREAD = new RegExp(`Ã${NEXT}|Â[\\u00a0-\\u00bf]|[ÄÅ][\\u00a1-\\u00bf]|â€${NEXT}`)

/** How each of them begins. */
const FIRST = /[ÂÃÄÅâ]/

/** More of a word is not shown. */
const AROUND = 40

/** The first misread word of a text; undefined where there is none. */
export function misreadIn(text: string): Misread | undefined {
  // The long pattern is costly to compile, and no text of a usual run needs it.
  const match = FIRST.test(text) ? MISREAD.exec(text) : null
  if (!match) return undefined
  const { index } = match
  const [before = ''] = /\S*$/.exec(text.slice(Math.max(0, index - AROUND), index)) ?? []
  const start = index - before.length
  const [found = ''] = /^[^ \t\r\n]*/.exec(text.slice(start, index + AROUND)) ?? []
  return { index: start, found, meant: found.replace(new RegExp(MISREAD, 'g'), decoded) }
}

function decoded(signs: string): string {
  const bytes = Array.from(signs, (sign) => HIGH.indexOf(sign) + 0x80)
  return new TextDecoder().decode(Uint8Array.from(bytes))
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).padStart(4, '0')
}
