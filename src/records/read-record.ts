import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { type Path, type Reading, readYaml } from '../yaml/read.ts'
import { faultsOf, type StagesOf } from './consistency.ts'
import { type InspectionRecord, recordSchema } from './record.ts'

/** A record's file, and the id by which people and other records name it. */
export type RecordFile = { readonly file: string; readonly id: string }

/** What a file says of an inspection. */
export type RecordReading = RecordFile & {
  /** Undefined where nothing that the file says of deadlines can be trusted. */
  readonly record: InspectionRecord | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Whether an error keeps a stage (by its id) or an action (by its position) from being trusted. */
  isSpoilt(part: string | number): boolean
  placeOf(path: Path, part?: 'key' | 'value'): Place
}

/**
 * Reads the YAML text of a record, given the stages of each framework that it may name. An error
 * spoils the stage or the action that it lies in; elsewhere it spoils the record, unless no deadline
 * hangs on what is there.
 */
export function readRecord(text: string, { file, id }: RecordFile, stagesOf: StagesOf): RecordReading {
  const reading = readYaml<InspectionRecord>(text, file, recordSchema)
  const { diagnostics, faults } = withConsistency(reading, stagesOf)
  const spoilt = new Set(faults.map(spoiltPart))
  return {
    file,
    id,
    record: spoilt.has(WHOLE_RECORD) ? undefined : reading.value,
    diagnostics,
    isSpoilt: (part) => spoilt.has(part),
    placeOf: reading.placeOf,
  }
}

function withConsistency(reading: Reading<InspectionRecord>, stagesOf: StagesOf) {
  if (!reading.value) return reading
  const more = faultsOf(reading.value, reading.placeOf, stagesOf)
  return {
    diagnostics: [...reading.diagnostics, ...more.map(({ diagnostic }) => diagnostic)],
    faults: [
      ...reading.faults,
      ...more.filter(({ diagnostic }) => diagnostic.severity === 'error').map(({ path }) => path),
    ],
  }
}

const WHOLE_RECORD = Symbol('the whole record')
const NOTHING = Symbol('nothing')

/** Keys on which no deadline hangs. */
const ASIDE: readonly unknown[] = ['title', 'source', 'judgements', 'areasForImprovement', 'follows']
const ASIDE_TOO: readonly unknown[] = ['notes', 'waivers']

function spoiltPart([key, part]: Path): string | number | symbol {
  if ((key === 'plan' || key === 'actions') && part !== undefined) return part
  if (ASIDE.includes(key) || ASIDE_TOO.includes(key) || String(key).startsWith('x-')) return NOTHING
  return WHOLE_RECORD
}
