import { type Item, partOf } from '../../../assessment/item.ts'
import { didYouMeanOr, listed } from '../../../diagnostics/suggest.ts'
import type { Action } from '../../../records/action.ts'
import type { RecordFile } from '../../../records/read-record.ts'
import type { ReadRecord } from '../../../workspace/read-records.ts'

/** What a row is about: an action, a stage, or a record that gets a new action; or why it is nothing. */
export type ActionTarget =
  | { readonly one: ReadRecord; readonly item: Item; readonly action: Action | undefined }
  | { readonly one: ReadRecord; readonly item: null }
  | { readonly why: string }

type Known = {
  readonly read: readonly ReadRecord[]
  /** All records that there are, also those with errors. */
  readonly records: readonly RecordFile[]
}

/** A function that finds what a row is about by its text under item; `usual` is the record of all rows. */
export function actionTargets(known: Known, usual: string | undefined) {
  const byRecord = new Map(known.read.map((one) => [one.reading.id.toLowerCase(), one]))
  const files = new Map(known.records.map(({ id, file }) => [id.toLowerCase(), file]))
  const items = known.read.flatMap((one) => one.items.map((item) => ({ one, item })))
  const byId = new Map(items.map((found) => [found.item.id.toLowerCase(), found]))
  const ids = [...items.map(({ item }) => item.id)]

  const inRecord = (record: string, part: string): ActionTarget => {
    const one = byRecord.get(record.toLowerCase())
    if (!one?.reading.record) return { why: noRecord(record, files, [...byRecord.keys()]) }
    if (part === '') return { one, item: null }
    const found = byId.get(`${record}#${part}`.toLowerCase())
    if (found) return targetOf(found)
    const own = one.items.map(({ id }) => id)
    return {
      why: `there is no \`${one.reading.id}#${part}\`: ${didYouMeanOr(`${record}#${part}`, own)}`,
    }
  }
  return (text: string): ActionTarget => {
    const at = text.lastIndexOf('#')
    if (at > 0) return inRecord(text.slice(0, at).trim(), text.slice(at + 1).trim())
    if (byRecord.has(text.toLowerCase())) return inRecord(text, '')
    if (usual !== undefined) return inRecord(usual, text.replace('#', '').trim())
    if (text === '') return { why: EMPTY }
    const same = items.filter(({ item }) => partOf(item).toLowerCase() === text.toLowerCase())
    const [only, ...others] = same.filter(({ item }) => item.kind === 'action')
    if (only && others.length === 0) return targetOf(only)
    if (only) {
      const all = [only, ...others].map(({ item }) => item.id)
      return {
        why: `\`${text}\` is an action of ${all.length} records: write one of ${listed(all)}`,
      }
    }
    return { why: `there is no \`${text}\`: ${didYouMeanOr(text, ids)}` }
  }
}

const EMPTY =
  'item is empty: write the id of the action there or, for a new one, that of its record, which stands before the # of its items'

function targetOf({ one, item }: { one: ReadRecord; item: Item }): ActionTarget {
  const action = one.reading.record?.actions?.find(({ id }) => id === partOf(item))
  return { one, item, action: item.kind === 'action' ? action : undefined }
}

function noRecord(
  record: string,
  files: ReadonlyMap<string, string>,
  known: readonly string[],
): string {
  const file = files.get(record.toLowerCase())
  return file === undefined
    ? `there is no record \`${record}\`: ${didYouMeanOr(record, known)}`
    : `its record ${file} has errors: correct them first, as plandue check shows them`
}
