import { count } from '../../../assessment/sentences.ts'
import { longDate } from '../../../calendar/words.ts'
import { cut, printable } from '../../../terminal/printable.ts'
import type { Digest, DigestEntry } from '../planning/channel.ts'

/** Longer texts are cut in messages, which have little room. */
const LONGEST = 300

/** A text of a record on one line, inert but for what a service makes of it, and not too long. */
export function short(text: string): string {
  return cut(printable(text), LONGEST)
}

/** Who has to do what: `Shropshire Council: Draft action plan`. */
export function entryHeadline({ authority, title, owner }: DigestEntry): string {
  return short(`${authority}: ${title}${owner === null ? '' : ` (${owner})`}`)
}

/** The lines below the entryHeadline: when it is due, the item, and what there is to know. */
export function entryLines(entry: DigestEntry): string[] {
  const { movedFrom, item, why } = entry
  return [
    dueWords(entry),
    ...(movedFrom ? [`Moved: you were told ${longDate(movedFrom)} before`] : []),
    ...why.slice(0, MOST_SENTENCES).map(short),
    short(item),
  ]
}

const MOST_SENTENCES = 5

function dueWords({ status, due, workingDaysLeft: left }: DigestEntry): string {
  if (status !== 'overdue') {
    return `Due ${longDate(due)}: ${left === 0 ? 'no working day' : count(left, 'working day')} left`
  }
  return `Was due ${longDate(due)}: ${left < 0 ? `${count(-left, 'working day')} late` : 'overdue'}`
}

/** An address that a service may make a link of; undefined where the link is a path. */
export function addressOf({ link }: DigestEntry): string | undefined {
  return /^https?:\/\//.test(link) && URL.canParse(link) ? new URL(link).href : undefined
}

/** As many entries as there is room for, and how many are left out. */
export function fitting<Part>(
  { entries }: Digest,
  make: (entry: DigestEntry) => Part,
  room: { readonly parts: number; readonly bytes: number },
): { readonly parts: readonly Part[]; readonly left: number } {
  const parts: Part[] = []
  let bytes = 0
  for (const entry of entries.slice(0, room.parts)) {
    const part = make(entry)
    bytes += new TextEncoder().encode(JSON.stringify(part)).length
    if (bytes > room.bytes) break
    parts.push(part)
  }
  return { parts, left: entries.length - parts.length }
}

/** What is said of entries that found no room. */
export function leftOut(left: number): string {
  return `And ${left} more: plandue remind log tells all of them`
}
