import { join } from 'node:path/posix'
import { assessRecord, type Terms } from '../assessment/assess-record.ts'
import type { Item } from '../assessment/item.ts'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import { diagnoseProblem } from '../diagnostics/problem.ts'
import { type Framework, stageIds } from '../frameworks/framework.ts'
import type { Host } from '../host.ts'
import type { StagesOf } from '../records/consistency.ts'
import { findRecords, type Search } from '../records/find.ts'
import { type RecordFile, readRecord } from '../records/read-record.ts'

/** The items of all records that paths name, and all that is to be said of their files. */
export type Gathering = {
  readonly records: number
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
}

/** More than any record needs, and little enough to be read at once. */
const MAX_BYTES = 8 * 1_048_576

const INPUT: RecordFile = { file: '<stdin>', id: 'stdin' }

/**
 * Reads and assesses the records, one after the other, so that no more than one of them is held.
 * The path `-` stands for a record on standard input. Throws a UsageError for a path that matches
 * nothing.
 */
export async function gather(search: Search, terms: Terms, host: Host): Promise<Gathering> {
  const paths = search.paths.filter((path) => path !== '-')
  const found = await findRecords({ ...search, paths }, host)
  const fromInput = paths.length < search.paths.length
  const files = fromInput ? [INPUT, ...found.records] : found.records
  const stagesOf = stagesIn(terms.frameworks)
  const items: Item[] = []
  const diagnostics: Diagnostic[] = [...found.diagnostics]
  const followers: Follower[] = []
  for (const [index, file] of files.entries()) {
    const content =
      file === INPUT ? await host.readInput(MAX_BYTES) : host.read(file.file, MAX_BYTES)
    if ('problem' in content) {
      diagnostics.push(diagnoseProblem(file.file, content.problem))
    } else {
      const reading = readRecord(content.text, file, stagesOf)
      const assessed = assessRecord(reading, terms)
      items.push(...assessed.items)
      diagnostics.push(...reading.diagnostics, ...assessed.diagnostics)
      const { follows } = reading.record ?? {}
      if (follows) followers.push({ follows, place: reading.placeOf(['follows']) })
    }
    host.progress(index + 1, files.length)
  }
  const ids = files.map(({ id }) => id)
  diagnostics.push(...brokenFollows(followers, ids, search.folder, host))
  return { records: files.length, items, diagnostics }
}

type Follower = { readonly follows: string; readonly place: Place }

/** A record may follow one that this run did not read, as long as the file is there. */
function brokenFollows(
  followers: readonly Follower[],
  ids: readonly string[],
  folder: string,
  host: Host,
): Diagnostic[] {
  const known = new Set(ids)
  const isThere = (id: string) =>
    !id.split('/').includes('..') &&
    ['.yaml', '.yml'].some((ending) => !('problem' in host.look(join(folder, `${id}${ending}`))))
  return followers
    .filter(({ follows }) => !known.has(follows) && !isThere(follows))
    .map(({ follows, place }) =>
      diagnose(place, 'unknown-reference', { id: follows, what: 'record', known: ids }),
    )
}

function stagesIn(frameworks: ReadonlyMap<string, Framework>): StagesOf {
  const stages = new Map([...frameworks].map(([id, framework]) => [id, stageIds(framework)]))
  return Object.assign((id: string) => stages.get(id), { known: [...stages.keys()] })
}
