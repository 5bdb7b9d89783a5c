import type { Problem } from './host.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text that bytes are in UTF-8, or why they are none; a byte-order mark stays. */
export function decoded(bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (isUtf16(bytes)) return { problem: { kind: 'notUtf8', offset: 0, isUtf16: true } }
  try {
    return { text: utf8.decode(bytes) }
  } catch {
    const [before = ''] = new TextDecoder('utf-8', { ignoreBOM: true })
      .decode(bytes)
      .split('\uFFFD', 1)
    return { problem: { kind: 'notUtf8', offset: new TextEncoder().encode(before).length } }
  }
}

/** By its mark, or by its first letter: one of the two bytes of a plain one is NUL. */
function isUtf16([first, second]: Uint8Array): boolean {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || (second !== undefined && (first === 0) !== (second === 0))
}
