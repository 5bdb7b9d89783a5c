import type { Item, Status } from '../assessment/item.ts'
import type { Settings } from '../config/settings.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import { stageIds } from '../frameworks/framework.ts'

/** What a report is about, and with it the exit code; an item must pass every filter that is given. */
export type Filters = {
  readonly authority?: readonly string[]
  readonly framework?: readonly string[]
  readonly owner?: readonly string[]
  readonly stage?: readonly string[]
  readonly kind?: Item['kind']
}

/** What of the items that a report is about is listed. */
export type StatusFilter = { readonly status?: readonly Status[] }

/** Whether the report is about an item. */
export function isMeant(
  item: Item,
  { authority, framework, owner, stage, kind }: Filters,
): boolean {
  return (
    (!authority || hasOne(item.authority, authority)) &&
    (!framework || framework.includes(item.framework)) &&
    (!owner || hasOne(item.owner ?? '', owner)) &&
    (!stage || stage.includes(item.stage ?? '')) &&
    (!kind || item.kind === kind)
  )
}

/** The filters that are given, as they are typed: `--owner "QA lead"`. */
export function filterWords({ authority, framework, owner, stage }: Filters): readonly string[] {
  return Object.entries({ authority, framework, owner, stage }).flatMap(([name, values = []]) =>
    values.map((value) => `--${name} ${value.includes(' ') ? `"${value}"` : value}`),
  )
}

/** Whether an item is to be listed. */
export function isListed(item: Item, { status }: StatusFilter): boolean {
  return !status || status.includes(item.status)
}

function hasOne(text: string, wanted: readonly string[]): boolean {
  return wanted.some((part) => text.toLowerCase().includes(part.toLowerCase()))
}

/** A filter by a name that nothing has would only ever find nothing: throws a UsageError for one. */
export function checkNames(
  { framework = [], stage = [] }: Filters,
  { frameworks }: Settings,
): void {
  const stages = new Set([...frameworks.values()].flatMap(stageIds))
  for (const id of framework) mustBeKnown(id, [...frameworks.keys()], 'framework')
  for (const id of stage) mustBeKnown(id, [...stages], 'stage')
}

function mustBeKnown(id: string, known: readonly string[], what: string): void {
  if (known.includes(id)) return
  throw new UsageError(`there is no ${what} \`${id}\`: ${didYouMeanOr(id, known)}`)
}
