import { type Chosen, type Filters, isMeant } from '../assessment/filters.ts'
import type { Settings } from '../config/settings.ts'
import { type Diagnostic, hidesDeadlines } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { didYouMeanOr, didYouMeanPart } from '../diagnostics/suggest.ts'
import { stageIds } from '../frameworks/framework.ts'
import { normalPath } from '../host/paths.ts'
import { INPUT } from './read-records.ts'
import type { Workspace } from './workspace.ts'

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

/**
 * Throws a UsageError where no item passes the filters, with what was probably meant. While records
 * cannot be read, what is wanted may be in one of those, and the report says so.
 */
export function mustMeanSome(
  items: readonly Chosen[],
  filters: Filters,
  diagnostics: readonly Diagnostic[],
): void {
  if (diagnostics.some(hidesDeadlines)) return
  for (const { key, what, namesOf } of NAMED.filter(({ key }) => filters[key])) {
    const known = [...new Set(items.flatMap(namesOf))]
    for (const value of filters[key] ?? []) {
      if (items.some((item) => isMeant(item, { [key]: [value] }))) continue
      throw new UsageError(`${what} \`${value}\`${didYouMeanPart(value, known)}`)
    }
  }
  if (!items.some((item) => isMeant(item, filters)))
    throw new UsageError('no item passes all of the filters: leave one out')
}

type NamedFilter = {
  readonly key: 'authority' | 'framework' | 'owner' | 'area'
  /** What is said of a value that nothing has. */
  readonly what: string
  readonly namesOf: (item: Chosen) => readonly string[]
}

const NAMED: readonly NamedFilter[] = [
  {
    key: 'authority',
    what: 'there is no record of an authority',
    namesOf: ({ authority }) => [authority],
  },
  {
    key: 'framework',
    what: 'there is no record of the framework',
    namesOf: ({ framework }) => [framework],
  },
  {
    key: 'owner',
    what: 'nothing has an owner',
    namesOf: ({ owner }) => (owner ? [owner] : []),
  },
  {
    key: 'area',
    what: 'no action answers an area',
    namesOf: ({ background }) => background.areas.flatMap(({ id, text }) => [id, text]),
  },
]

/** The filters that are given, as they are typed: `--owner "QA lead"`. */
export function typedFilters({
  authority,
  framework,
  owner,
  area,
  stage,
}: Filters): readonly string[] {
  return Object.entries({ authority, framework, owner, area, stage }).flatMap(
    ([name, values = []]) =>
      values.map((value) => `--${name} ${value.includes(' ') ? `"${value}"` : value}`),
  )
}

/** The paths that the user gave, where they are not those of all records. */
export function chosenPaths({
  asked: { paths },
  search: { folder },
}: Workspace): readonly string[] {
  const whole = normalPath(folder)
  const isWhole = paths.some((path) => normalPath(path) === whole)
  return isWhole ? [] : paths.map((path) => (path === '-' ? INPUT.file : path))
}
