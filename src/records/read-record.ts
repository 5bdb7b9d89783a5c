import { type Diagnostic, isError, type Place } from '../diagnostics/diagnostic.ts'
import type { Path } from '../yaml/place.ts'
import { readYaml } from '../yaml/read.ts'
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
export function readRecord(
  text: string,
  { file, id }: RecordFile,
  stagesOf: StagesOf,
): RecordReading {
  const reading = readYaml<InspectionRecord>(text, file, recordSchema)
  const more = reading.value ? faultsOf(reading.value, reading.placeOf, stagesOf) : []
  const errors = more.filter(({ diagnostic }) => isError(diagnostic))
  const spoilt = new Set([
    // An action with a fault has been left out already.
    ...reading.faults
      .filter(([key, part]) => !(key === 'actions' && part !== undefined))
      .map(spoiltPart),
    ...errors.map(({ path }) => spoiltPart(path)),
  ])
  return {
    file,
    id,
    record: spoilt.has(WHOLE_RECORD) ? undefined : reading.value,
    diagnostics: [...reading.diagnostics, ...more.map(({ diagnostic }) => diagnostic)],
    isSpoilt: (part) => spoilt.has(part),
    placeOf: reading.placeOf,
  }
}

const WHOLE_RECORD = Symbol('the whole record')
const NOTHING = Symbol('nothing')

/** Keys on which no deadline hangs. */
const ASIDE = [
  'title',
  'source',
  'judgements',
  'areasForImprovement',
  'follows',
  'notes',
  'waivers',
]

function spoiltPart([key, part]: Path): string | number | symbol {
  if ((key === 'plan' || key === 'actions') && part !== undefined) return part
  return ASIDE.includes(String(key)) || String(key).startsWith('x-') ? NOTHING : WHOLE_RECORD
}
