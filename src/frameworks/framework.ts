import { DIVISIONS } from '../calendar/division.ts'
import type { ValueOf } from '../yaml/read.ts'
import {
  date,
  filledList,
  integer,
  keyword,
  map,
  openMap,
  slug,
  text,
} from '../yaml/schema-builder.ts'
import { citation, exampleCitation } from './citation.ts'

const exampleStage = {
  id: 'final',
  title: 'Final action plan',
  period: { count: 70, unit: 'workingDays' },
  clock: 'received',
  firstDay: 'dayAfter',
  required: 'always',
  citation: exampleCitation,
} as const

const stage = openMap({
  title: 'a stage',
  description: 'One submission that the framework demands.',
  examples: [exampleStage],
  properties: {
    id: slug(
      'What the stage is called under `plan` in a record. Two entries may share an id if their dates of validity do not overlap.',
      'final',
    ),
    title: text('Title', 'Its name for people.', 'Final action plan'),
    demand: keyword(
      ['send', 'publish'],
      'Demand',
      'What the authority must do with it: send it to the inspectorate (if left out), or publish it.',
      'publish',
    ),
    period: map({
      title: 'a period like `{ count: 20, unit: workingDays }`',
      description: 'How long the authority has.',
      examples: [{ count: 20, unit: 'workingDays' }],
      properties: {
        count: integer(1, 10_000, 'Count', 'How many of the unit.', 20),
        unit: keyword(
          ['workingDays', 'calendarDays', 'months'],
          'Unit',
          'What is counted.',
          'workingDays',
        ),
      },
      required: ['count', 'unit'],
    }),
    clock: keyword(
      ['received', 'published', 'visited'],
      'Clock',
      'The date of the record from which the period runs.',
      'received',
    ),
    fallback: keyword(
      ['received', 'published', 'visited'],
      'Fallback',
      'The date to count from where the other is not known.',
      'published',
    ),
    firstDay: keyword(
      ['dayAfter', 'sameDay'],
      'First day',
      '`dayAfter` for "within N days of", where the next day is day 1; `sameDay` for "beginning with the day".',
      'dayAfter',
    ),
    required: keyword(
      ['always', 'ifPriorityAction'],
      'Required',
      'Whether it is always demanded, or only with an area for priority action.',
      'always',
    ),
    from: date(
      'In force from',
      'The first date of the clock for which the rule holds.',
      '2018-08-01',
    ),
    until: date(
      'In force until',
      'The last date of the clock for which the rule holds.',
      '2022-12-31',
    ),
    citation,
  },
  required: ['id', 'title', 'period', 'clock', 'firstDay', 'required', 'citation'],
})

/** The shape of a framework: rules as data, which an officer of the field can hold to the source. */
export const frameworkSchema = openMap({
  title: 'plandue framework',
  description: 'What an inspection framework demands, by when, and where that is written.',
  properties: {
    id: slug('What records call it.', 'ilacs-focused-visit'),
    title: text('Title', 'Its name for people.', 'ILACS focused visit'),
    inspectorate: text('Inspectorate', 'Who inspects.', 'Ofsted'),
    document: text(
      'Document',
      'What the authority is sent, as a word in a sentence; a report if left out.',
      'letter',
    ),
    calendar: keyword(DIVISIONS, 'Calendar', 'Whose bank holidays count.', 'england-and-wales'),
    stages: filledList(stage, 'Stages', 'What it demands, in order.', [exampleStage]),
  },
  required: ['id', 'title', 'calendar', 'stages'],
})

/** An inspection framework: who counts by which calendar, and the stages that it demands. */
export type Framework = ValueOf<typeof frameworkSchema>

/** One rule for one submission. Two rules may share a stage id, each for its own time. */
export type Stage = Framework['stages'][number]

/** A date of the record from which a period can run. */
export type Clock = Stage['clock']

/** The ids of the stages of a framework, in order, each once. */
export function stageIds(framework: Framework): string[] {
  return [...new Set(framework.stages.map(({ id }) => id))]
}
