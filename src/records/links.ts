import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import { composed } from '../host/spelled-path.ts'
import { shortened } from '../yaml/describe.ts'
import { nameForm } from './names.ts'
import type { RecordReading } from './read-record.ts'

/** A record among others: whose it is, of when, and which one it follows. */
export type Link = {
  readonly id: string
  readonly authority: string
  /** A day or, where no more is known, a month: that of the report, else of the visit. */
  readonly date: string
  /** The record before it, and where its file says so. */
  readonly follows: { readonly id: string; readonly place: Place } | null
}

/** A record as one among others; undefined where it cannot be trusted. */
export function linkOf({ id, record, placeOf }: RecordReading): Link | undefined {
  if (!record) return undefined
  const { authority, published, received, visited, follows } = record
  const visit = typeof visited === 'object' ? visited.from : visited
  return {
    id,
    authority,
    date: published ?? received ?? visit ?? '',
    follows: follows ? { id: composed(follows), place: placeOf(['follows']) } : null,
  }
}

/**
 * What contradicts itself between records that follow one another. A record that is named but is not
 * among them is passed over: whether it exists is checked elsewhere.
 */
export function linkFaults(links: readonly Link[]): Diagnostic[] {
  const byId = new Map(links.map((link) => [link.id, link]))
  const circles = circlesIn(byId)
  const inCircles = new Set(circles.flat())
  return [
    ...circles.flatMap(circleFault),
    ...links.flatMap((link) =>
      pairFaults(link, byId.get(link.follows?.id ?? ''), inCircles.has(link)),
    ),
  ]
}

function pairFaults(link: Link, before: Link | undefined, isInCircle: boolean): Diagnostic[] {
  const { authority, date, follows } = link
  if (!follows || !before || before === link) return []
  const names = { id: before.id, before: shortened(before.authority), own: shortened(authority) }
  const dates = { id: before.id, before: before.date, own: date }
  return [
    ...(nameForm(before.authority) !== nameForm(authority)
      ? [diagnose(follows.place, 'follows-other-authority', names)]
      : []),
    // In a circle one record must be later: the circle says it all.
    ...(isLater(before, link) && !isInCircle
      ? [diagnose(follows.place, 'follows-later', dates)]
      : []),
  ]
}

/** Whether the first is certainly of a later day; of a month, every day may be meant. */
function isLater({ date }: Link, other: Link): boolean {
  const length = Math.min(date.length, other.date.length)
  return date.slice(0, length) > other.date.slice(0, length)
}

/** Said once for each circle, at the record that follows a later one. */
function circleFault(circle: readonly Link[]): Diagnostic[] {
  const turn = circle.findIndex((link, index) => {
    const before = circle[(index + 1) % circle.length]
    return before !== undefined && isLater(before, link)
  })
  const start = Math.max(0, turn)
  const [first, ...others] = [...circle.slice(start), ...circle.slice(0, start)]
  if (!first?.follows) return []
  const { place } = first.follows
  if (others.length === 0) return [diagnose(place, 'follows-itself', {})]
  const ids = [first, ...others, first].map(({ id }) => id)
  return [diagnose(place, 'follows-circle', { ids })]
}

/** The circles: from each of their records `follows` leads back to it. */
function circlesIn(byId: ReadonlyMap<string, Link>): Link[][] {
  const seen = new Set<Link>()
  return [...byId.values()].flatMap((start) => {
    const path: Link[] = []
    let link: Link | undefined = start
    for (; link?.follows && !seen.has(link); link = byId.get(link.follows.id)) {
      seen.add(link)
      path.push(link)
    }
    const from = link ? path.indexOf(link) : -1
    return from < 0 ? [] : [path.slice(from)]
  })
}
