import { longDate } from '../../../calendar/format-date.ts'
import { count } from '../../../language/count.ts'
import { cut, printable } from '../../../terminal/printable.ts'
import type { Digest, DigestEntry } from '../planning/channel.ts'

/** Characters of a text of a record in a chat message. */
const LONGEST = 300

/** One sanitised line, not yet escaped for a service. */
export function short(text: string): string {
  return cut(printable(text), LONGEST)
}

/** `Shropshire Council: Draft action plan (Head of Service)`. */
export function entryHeadline({ authority, title, owner }: DigestEntry): string {
  return short(`${authority}: ${title}${owner === null ? '' : ` (${owner})`}`)
}

/** The lines below the headline: due date, explanations, item. */
export function entryLines(entry: DigestEntry): string[] {
  const { movedFrom, item, why } = entry
  return [
    dueWording(entry),
    ...(movedFrom ? [`Moved: you were sent ${longDate(movedFrom)} before`] : []),
    ...why.slice(0, MOST_SENTENCES).map(short),
    short(item),
  ]
}

const MOST_SENTENCES = 5

function dueWording({ status, due, workingDaysLeft: left }: DigestEntry): string {
  if (status !== 'overdue') {
    return `Due ${longDate(due)}: ${left === 0 ? 'no working day' : count(left, 'working day')} left`
  }
  return `Was due ${longDate(due)}: ${left < 0 ? `${count(-left, 'working day')} late` : 'overdue'}`
}

/** The URL of the record; undefined where its link is a path. */
export function addressOf({ link }: DigestEntry): string | undefined {
  return /^https?:\/\//.test(link) && URL.canParse(link) ? new URL(link).href : undefined
}

/** As many entries as fit into `room`; `left` counts the others. Bytes are of the parts as JSON. */
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

/** Why a digest came and whom to ask, as one line. */
export function footerLine({ footer }: Digest): string {
  return footer.map(short).join(' ')
}

export function leftOut(left: number): string {
  return `And ${left} more, for which there is no room here`
}
