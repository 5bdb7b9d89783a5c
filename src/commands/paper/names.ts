import type { Item } from '../../assessment/item.ts'
import { groupBy } from '../../language/group-by.ts'
import { nameForm } from '../../records/names.ts'

/** What things are called in a paper, without an id. */
export type PaperNames = {
  /** An action plan. */
  plan(item: Item): string
  /** An item, with its authority where there are several. */
  what(item: Item): string
  area(item: Item): string
  owner(item: Item): string
}

export const ALL_AREAS = 'The plans themselves, for all areas'
export const NO_AREA = 'No area named'
export const NO_OWNER = 'No owner given'

/** The names in a paper about some items; `titleOf` names a framework. */
export function namesFor(
  items: readonly Item[],
  titleOf: (framework: string) => string,
): PaperNames {
  const authorities = new Set(items.map(({ authority }) => authority))
  const short = (authority: string) => shortName(authority, authorities)
  const within = (item: Item, words: string) =>
    authorities.size > 1 ? `${short(item.authority)}: ${words}` : words
  const title = ({ authority, framework }: Item) => `${authority}, ${titleOf(framework)}`
  const records = new Map(items.map((item) => [item.record, title(item)]))
  const spellings = usualSpellings(items.flatMap(({ owner }) => owner ?? []))
  const isTwice = (name: string) => [...records.values()].filter((one) => one === name).length > 1
  return {
    plan: (item) => {
      const name = title(item)
      return isTwice(name) ? `${name} of ${yearOf(item)}` : name
    },
    what: (item) => within(item, item.title),
    area: (item) => {
      const [area] = item.background.areas
      if (item.kind === 'stage') return ALL_AREAS
      return area ? within(item, area.text) : NO_AREA
    },
    owner: (item) => {
      const owner = spellings.get(nameForm(item.owner ?? '')) ?? item.owner
      return owner ? within(item, owner) : NO_OWNER
    },
  }
}

/** The most frequent spelling of each name, by the form that all of its spellings share. */
function usualSpellings(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    [...groupBy(names, nameForm)].map(([form, all]) => {
      const spellings = [...groupBy(all, (one) => one)]
      const [usual] = spellings.reduce((best, one) => (one[1].length > best[1].length ? one : best))
      return [form, usual]
    }),
  )
}

/** The first word of a name, where no other begins so. */
function shortName(authority: string, all: ReadonlySet<string>): string {
  const [first = authority] = authority.split(' ')
  const others = [...all].filter((one) => one !== authority)
  return others.some((one) => one.split(' ')[0] === first) ? authority : first
}

function yearOf({ background: { published, received, sent, visited } }: Item): string {
  return (published ?? received ?? sent ?? visited)?.slice(0, 4) ?? 'an unknown year'
}
