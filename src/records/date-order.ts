import type { IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import type { Path } from '../yaml/place.ts'
import type { PlanStage } from './plan-stage.ts'
import type { InspectionRecord } from './record.ts'

/**
 * The days of the report, of submissions and of what was done that have not come yet. A wrong year makes a
 * record wait for a report that is out, without a deadline.
 */
export function daysAhead(
  { published, received, sent, plan = {}, actions = [] }: InspectionRecord,
  today: IsoDate,
  placeOf: PlaceOf,
): Diagnostic[] {
  const days: [IsoDate | undefined, Path][] = [
    [published, ['published']],
    [received, ['received']],
    [sent, ['sent']],
    ...Object.entries(plan).map(([stage, { submitted }]): [IsoDate | undefined, Path] => [
      submitted,
      ['plan', stage, 'submitted'],
    ]),
    ...actions.map(({ done }, index): [IsoDate | undefined, Path] => [
      done,
      ['actions', index, 'done'],
    ]),
  ]
  return days.flatMap(([date, path]) => {
    if (date === undefined || date <= today) return []
    const args = { key: String(path.at(-1)), date: longDate(date) }
    return [diagnose(placeOf(path), 'date-ahead', args)]
  })
}

/** A contradiction in a record, by the path of the part that cannot be trusted. */
export type Fault = { readonly path: Path; readonly diagnostic: Diagnostic }
export type PlaceOf = (path: Path, part?: 'key' | 'value') => Place

/**
 * Of each action, that it is promised for a day before there was anything to promise; of each extension
 * and entry of progress the same; of each date that a letter states, that there was no letter yet.
 */
function earlyDues(record: InspectionRecord): DatePair[] {
  const { visited, received, sent, published, plan = {}, actions = [] } = record
  const visit = typeof visited === 'object' ? visited.from : visited
  const report = received ?? sent ?? published
  const [earlier, first] = visit ? ['`visited`', visit] : ['the report', report]
  const dues: Due[] = [
    ...actions.map(({ due }, index): Due => ['`due`', due, ['actions', index, 'due']]),
    ...loggedParts(record).flatMap(loggedDates),
    ...Object.entries(plan).map(
      ([stage, { stated }]): Due => ['`stated`', stated, ['plan', stage, 'stated']],
    ),
  ]
  return dues.map(([later, due, path]) => [earlier ?? '', first, later, due, path])
}

/** A stage or an action, and where it stands. */
type Logged = { readonly said: Pick<PlanStage, 'extensions' | 'progress'>; readonly path: Path }

function loggedParts({ plan = {}, actions = [] }: InspectionRecord): Logged[] {
  return [
    ...Object.entries(plan).map(([stage, said]) => ({ said, path: ['plan', stage] })),
    ...actions.map((said, index) => ({ said, path: ['actions', index] })),
  ]
}

/** The days on which its due date was moved, and those of which its progress speaks. */
function loggedDates({ said: { extensions = [], progress = [] }, path }: Logged): Due[] {
  return [
    ...extensions.flatMap(({ to, on }, index): Due[] => [
      ['`to` of an extension', to, [...path, 'extensions', index, 'to']],
      ['`on` of an extension', on, [...path, 'extensions', index, 'on']],
    ]),
    ...progress.map(
      ({ on }, index): Due => ['`on` of `progress`', on, [...path, 'progress', index, 'on']],
    ),
  ]
}

type Due = [string, string | undefined, Path]

/** Of each action, that it was closed before there was anything to close. */
function earlyClosures({ actions = [] }: InspectionRecord, report: string | undefined) {
  return actions.map(
    ({ closed }, index): DatePair => [
      'the report',
      report,
      '`closed`',
      closed?.on,
      ['actions', index, 'closed', 'on'],
    ],
  )
}

/** Of each school holiday, that it ends before it begins. */
function brokenHolidays({ schoolHolidays = [] }: InspectionRecord) {
  return schoolHolidays.map(
    ({ from, to }, index): DatePair => [
      'its first day',
      from,
      'the last day of a school holiday',
      to,
      ['schoolHolidays', index, 'to'],
    ],
  )
}

/** The name and the date that cannot be the later one, those of the other, and where that stands. */
type DatePair = [string, string | undefined, string, string | undefined, Path]

/** Pairs of dates of which the first cannot be after the second. */
export function disorder(record: InspectionRecord, placeOf: PlaceOf): Fault[] {
  const { visited, received, published, sent, plan = {} } = record
  const range = typeof visited === 'object' ? visited : undefined
  const visit = range?.from ?? (typeof visited === 'string' ? visited : undefined)
  const reported = received ?? sent ?? published
  const pairs: DatePair[] = [
    ['its first day', range?.from, 'the last day of `visited`', range?.to, ['visited', 'to']],
    ['`visited`', visit, '`received`', received, ['received']],
    ['`visited`', visit, '`published`', published, ['published']],
    ['`received`', received, '`published`', published, ['published']],
    ['`visited`', visit, '`sent`', sent, ['sent']],
    ['`sent`', sent, '`received`', received, ['received']],
    ['`sent`', sent, '`published`', published, ['published']],
    ...earlyDues(record),
    ...brokenHolidays(record),
    ...Object.entries(plan).flatMap(([stage, { submitted, closed }]): DatePair[] => [
      [
        received ? '`received`' : '`visited`',
        received ?? visit,
        '`submitted`',
        submitted,
        ['plan', stage, 'submitted'],
      ],
      ['the report', reported, '`closed`', closed?.on, ['plan', stage, 'closed', 'on']],
    ]),
    ...earlyClosures(record, reported),
  ]
  return pairs
    .filter(([, first, , second]) => first && second && second < first)
    .map(([earlier, , later, , path]) => ({
      path,
      diagnostic: diagnose(placeOf(path), 'out-of-order', { earlier, later }),
    }))
}
