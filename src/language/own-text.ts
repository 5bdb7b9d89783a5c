/**
 * A copy of a text that shares nothing with the one that it is a part of: V8 keeps the whole alive for
 * each part, and the records of a run are more text than is to be held. V8 has to write out a joined
 * text before it can take a part of that.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1)
}
