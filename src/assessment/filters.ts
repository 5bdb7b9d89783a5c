import { hasName, nameForm } from '../records/names.ts'
import type { Background } from './background.ts'
import type { Item, Status } from './item.ts'

/** What a report is about, and with it the exit code; an item must pass every filter that is given. */
export type Filters = {
  readonly authority?: readonly string[]
  readonly framework?: readonly string[]
  readonly owner?: readonly string[]
  /** By its id, alone or as `RECORD#ID`, or by a part of its text. */
  readonly area?: readonly string[]
  readonly stage?: readonly string[]
  readonly kind?: Item['kind']
}

/** What of the items that a report is about is listed. */
export type StatusFilter = { readonly status?: readonly Status[] }

/** A filter that was given, by what it chooses from; an item passes by any of its values. */
export type ActiveFilter = {
  readonly name: (typeof FILTER_NAMES)[number]
  readonly values: readonly string[]
}

export const FILTER_NAMES = [
  'authority',
  'framework',
  'owner',
  'area',
  'stage',
  'status',
  'path',
] as const

/** The parts of an item by which it can be chosen. */
export type Chosen = Pick<
  Item,
  'record' | 'authority' | 'framework' | 'owner' | 'stage' | 'kind'
> & { readonly background: Pick<Background, 'areas'> }

/** Whether the report is about an item. */
export function isMeant(
  item: Chosen,
  { authority, framework, owner, area, stage, kind }: Filters,
): boolean {
  return (
    (!authority || hasOne(item.authority, authority)) &&
    (!framework || framework.includes(item.framework)) &&
    (!owner || hasOne(item.owner ?? '', owner)) &&
    (!area || answersOne(item, area)) &&
    (!stage || stage.includes(item.stage ?? '')) &&
    (!kind || item.kind === kind)
  )
}

/** Whether an item is to be listed. */
export function isListed(item: Item, { status }: StatusFilter): boolean {
  return !status || status.includes(item.status)
}

function hasOne(name: string, wanted: readonly string[]): boolean {
  return wanted.some((part) => hasName(name, part))
}

function answersOne({ record, background }: Chosen, wanted: readonly string[]): boolean {
  return background.areas.some(({ id, text }) => {
    const names = [id, `${record}#${id}`].map(nameForm)
    return wanted.some((value) => names.includes(nameForm(value)) || hasName(text, value))
  })
}

/** The filters that are given; `paths` are those that leave out a record. */
export function activeFilters(
  { authority, framework, owner, area, stage, status }: Omit<Filters, 'kind'> & StatusFilter,
  paths: readonly string[],
): readonly ActiveFilter[] {
  const all = { authority, framework, owner, area, stage, status, path: paths }
  return FILTER_NAMES.flatMap((name) => {
    const values = [...new Set(all[name])]
    return values.length > 0 ? [{ name, values }] : []
  })
}
