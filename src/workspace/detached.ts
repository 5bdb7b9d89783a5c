import type { Item } from '../assessment/item.ts'

/**
 * A copy that shares nothing with the text that it was read from. A part of a text keeps the whole
 * of it alive in V8, and the records of a run are more text than is to be held.
 */
export function detached<T>(value: T): T {
  // Most lists of a record are empty.
  if (Array.isArray(value) && value.length === 0) return value
  return JSON.parse(JSON.stringify(value))
}

/** An item of whose texts none is a part of the record's; its other values are none of them. */
export function detachedItem(item: Item): Item {
  const { authority, framework, title, owner, why, waivers, extension, snooze, background } = item
  const { evidence, blocked, progress } = item
  return {
    ...item,
    authority: detachedText(authority),
    framework: detachedText(framework),
    title: detachedText(title),
    owner: owner && detachedText(owner),
    why: why.map(detachedText),
    waivers: detached(waivers),
    extension: extension && detached(extension),
    snooze: snooze && detached(snooze),
    evidence: evidence && detachedText(evidence),
    blocked: blocked && detachedText(blocked),
    progress: progress.length > 0 ? detached(progress) : progress,
    background: hasText(background) ? detached(background) : background,
  }
}

/** Whether it says more than dates, which are too short to be parts of a text in V8. */
function hasText({ areas, extensions }: Item['background']): boolean {
  return areas.length + extensions.length > 0
}

/** A copy of a text. V8 has to write out a joined text before it can take a part of that. */
function detachedText(text: string): string {
  return ` ${text}`.slice(1)
}
