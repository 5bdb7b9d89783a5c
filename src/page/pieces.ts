/** A text, or its pieces in their order where it is long; each piece is made of whole lines. */
export type TextInPieces = string | Iterable<string>

/** The pieces of a text. */
export function piecesOf(text: TextInPieces): Iterable<string> {
  return typeof text === 'string' ? [text] : text
}
