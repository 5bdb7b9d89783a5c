/** Of every answer in JSON; raised when a key changes its meaning or goes. Keys may be added. */
export const SCHEMA_VERSION = 1

/**
 * A value as JSON that does nothing when it is shown: JSON leaves C1 control characters and marks of
 * direction as they are, and a terminal would obey them; a CI runner would obey `##[`.
 */
export function inertJson(value: unknown, { isOneLine = false } = {}): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const text = JSON.stringify(value, null, isOneLine ? 0 : 2)
  return `${text.replace(ACTING, escaped).replace(/##(?=[\w-]*\[)/g, '#\\u0023')}\n`
}

const ACTING = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/**
 * The same for an object with long lists as its last keys, in pieces that are lines: the text of a
 * large report is many times as long as all that it was made of.
 */
export function* inertJsonInPieces(
  head: object,
  lists: Readonly<Record<string, Iterable<unknown>>>,
): Generator<string> {
  yield inertJson(head).slice(0, -'\n}\n'.length)
  for (const [key, list] of Object.entries(lists)) {
    let opening = `,\n  "${key}": [`
    for (const batch of inBatches(list)) {
      // Within an object, so that the entries get their indent.
      const text = inertJson({ _: batch })
      yield opening + text.slice('{\n  "_": ['.length, -'\n  ]\n}\n'.length)
      opening = ','
    }
    yield opening === ',' ? '\n  ]' : `${opening}]`
  }
  yield '\n}\n'
}

/** Few enough entries for a small piece, and enough for few of them. */
const BATCH = 50

/** The entries of a list, some at a time. */
export function* inBatches<T>(list: Iterable<T>): Generator<T[]> {
  let batch: T[] = []
  for (const one of list) {
    batch.push(one)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
