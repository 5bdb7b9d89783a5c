import type { Item } from '../../assessment/item.ts'
import { appliedWaivers } from '../../assessment/waivers.ts'
import { diagnosticShape } from '../../reports/json.ts'
import type { PaperAnswer } from './paper.ts'
import { lastOf } from './sum.ts'
import { movedBecause, movedByWhom } from './wording.ts'

/** A paper for programs. */
export function paperShape({ paper, complete, wasComplete, diagnostics }: PaperAnswer) {
  const { today, since, until, sum, plans, areas, owners, moved, others, decisions } = paper
  return {
    today,
    since,
    until,
    filters: paper.filters,
    complete,
    wasComplete,
    sum,
    plans,
    areas,
    owners,
    late: paper.late.map(itemShape),
    atRisk: paper.atRisk.map(itemShape),
    dueSoon: paper.dueSoon.map(itemShape),
    moved: moved.map((one) => ({
      ...itemShape(one.item),
      from: one.from,
      to: one.to,
      workingDays: one.workingDays,
      by: movedByWhom(one),
      reason: movedBecause(one),
    })),
    finished: paper.finished.map(itemShape),
    others: others.map((course) => ({ ...itemShape(lastOf(course)), flows: course.flows })),
    decisions: decisions.map(({ kind, items }) => ({ kind, items: items.map(({ id }) => id) })),
    diagnostics: diagnostics.map(diagnosticShape),
  }
}

function itemShape(item: Item) {
  const { id, authority, title, owner, status, due, expected, submitted, blocked, why } = item
  const waivers = appliedWaivers(item)
  return { id, authority, title, owner, status, due, expected, submitted, blocked, why, waivers }
}
