import type { Place } from '../diagnostics/diagnostic.ts'
import type { Arguments, Code } from '../diagnostics/messages.ts'
import type { FreeIds } from './free-ids.ts'
import type { YamlTree } from './parse.ts'
import type { Path, Positions } from './place.ts'

/** Stands for a value that was there, but did not fit. */
export const FAULTY = Symbol('faulty')

/** What was found so far in a tree. */
export type ReadState = {
  readonly tree: YamlTree
  /** The parts of the value that have an error. */
  readonly faults: Path[]
  readonly positions: Positions
  /** How many nodes were read, those behind an alias each time. */
  nodes: number
  isTooDeep: boolean
  /** Of the lists that are being read, the innermost last: the ids that entries without one could have. */
  readonly idsOfLists: FreeIds[]
  /** Adds a fault at a place; `path` is the part of the value that it spoils. */
  report<C extends Code>(place: Place, path: Path, code: C, args: Arguments<C>): typeof FAULTY
}
