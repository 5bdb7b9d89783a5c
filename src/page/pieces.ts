/** A text, or its pieces in their order where it is long; each piece is made of whole lines. */
export type TextInPieces = string | Iterable<string>

/** What a format writes: a text, or the bytes of a file that is none. */
export type Written = TextInPieces | Uint8Array

/** The pieces of a text. */
export function piecesOf(text: TextInPieces): Iterable<string> {
  return typeof text === 'string' ? [text] : text
}

/** The whole of a text; bytes are taken for UTF-8. */
export function wholeText(result: Written): string {
  if (result instanceof Uint8Array) return new TextDecoder().decode(result)
  return typeof result === 'string' ? result : [...result].join('')
}
