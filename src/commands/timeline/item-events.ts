import type { Item } from '../../assessment/item.ts'
import { compareText } from '../../language/text-order.ts'
import type { Action } from '../../records/action.ts'
import type { PlanStage } from '../../records/plan-stage.ts'
import type { ItemEvent } from './events.ts'

/**
 * What became of an item, or is still to be done about it; `said` is what its record says of the
 * stage or action. A stage that is not required has no events.
 */
export function itemEvents(item: Item, said: Said): ItemEvent[] {
  const extensions = extensionsOf(item, said)
  const outcome = outcomeOf(item, said)
  if (!outcome) return []
  const base = { until: null, precision: 'day' as const, record: item.record, item }
  const dated = extensions.filter(({ on }) => on !== null)
  const undated = extensions.filter(({ on }) => on === null)
  return [
    ...dated.map(({ on, extension }) => ({
      ...base,
      date: on,
      state: 'happened' as const,
      kind: 'extended' as const,
      extensions: [extension],
      reason: null,
    })),
    { ...base, ...outcome, extensions: undated.map(({ extension }) => extension) },
  ]
}

/** What of a stage or an action makes an event besides its item. */
type Said = Pick<PlanStage, 'extensions'> & Pick<PlanStage | Action, 'closed'>

/** How an item ended, or that it has not; undefined where it never was to be. */
function outcomeOf(
  { kind, status, due, submitted }: Item,
  { closed }: Said,
): Pick<ItemEvent, 'kind' | 'date' | 'state' | 'reason'> | undefined {
  switch (status) {
    case 'notRequired':
      return undefined
    case 'met':
    case 'metLate': {
      const end = kind === 'action' ? 'done' : 'submitted'
      return { kind: end, date: submitted, state: 'happened', reason: null }
    }
    case 'closed':
      return {
        kind: 'closed',
        date: closed?.on ?? null,
        state: 'happened',
        reason: closed?.reason ?? null,
      }
    case 'waiting':
      return { kind: 'waiting', date: null, state: 'toCome', reason: null }
    case 'overdue':
      return { kind: 'due', date: due, state: 'overdue', reason: null }
    case 'atRisk':
    case 'onTrack':
      return { kind: 'due', date: due, state: 'toCome', reason: null }
  }
}

/** The extensions of a stage in the order in which they were granted, those of unknown days first. */
function extensionsOf({ due, originalDue }: Item, { extensions = [] }: Said) {
  const inOrder = extensions
    .map(({ to, on = null, by = null, reason = null }) => ({ to, on, by, reason }))
    .sort((a, b) => compareText(`${a.on ?? ''} ${a.to}`, `${b.on ?? ''} ${b.to}`))
  const original = originalDue === due ? null : originalDue
  return inOrder.map(({ on, ...extension }, index) => {
    const [latest = original] = inOrder
      .slice(0, index)
      .map(({ to }) => to)
      .sort()
      .reverse()
    // Without the day of an extension, what it came after is unknown.
    const from = latest !== null && latest < extension.to ? latest : null
    return { on, extension: { from, ...extension } }
  })
}
