import type { Chapter, Judgement } from './events.ts'

/**
 * A chapter with what each of its judgements was before: in the record that it follows or, where that
 * one is silent, in the nearest before it that says so.
 */
export function compared(chapter: Chapter, byRecord: ReadonlyMap<string, Chapter>): Chapter {
  const earlier = before(chapter, byRecord).flatMap(judgementsOf)
  const valueBefore = (wanted: string) => earlier.find(({ name }) => name === wanted)?.value ?? null
  const events = chapter.events.map((event) => {
    if (!('findings' in event) || !event.findings) return event
    const judgements = event.findings.judgements.map((judgement) => ({
      ...judgement,
      before: valueBefore(judgement.name),
    }))
    return { ...event, findings: { ...event.findings, judgements } }
  })
  return { ...chapter, events }
}

/** The records before one, the nearest first. A circle ends where it begins. */
function before(chapter: Chapter, byRecord: ReadonlyMap<string, Chapter>): Chapter[] {
  const path = new Set([chapter])
  for (let one = next(chapter); one && !path.has(one); one = next(one)) path.add(one)
  return [...path].slice(1)

  function next({ follows }: Chapter): Chapter | undefined {
    return byRecord.get(follows ?? '')
  }
}

function judgementsOf({ events }: Chapter): readonly Judgement[] {
  return events.flatMap((event) => ('findings' in event ? (event.findings?.judgements ?? []) : []))
}
