import { DIVISIONS } from '../calendar/division.ts'
import type { ValueOf } from '../yaml/read.ts'
import {
  date,
  either,
  filledList,
  flag,
  integer,
  keyword,
  list,
  map,
  openMap,
  slug,
  text,
} from '../yaml/schema-builder.ts'
import { citation, exampleCitation } from './citation.ts'
import { exampleRelaxation, relaxation } from './relaxation.ts'

const exampleStage = {
  id: 'final',
  title: 'Final action plan',
  period: { count: 70, unit: 'workingDays' },
  clock: 'received',
  firstDay: 'dayAfter',
  required: 'always',
  citation: exampleCitation,
} as const

/** The dates of a record from which a period can run; `submitted` is that of the stage named by `after`. */
export const CLOCKS = ['received', 'sent', 'published', 'visited', 'submitted'] as const

const excludes = (description: string) =>
  list(
    keyword(['schoolHolidays'], 'What is excluded', 'A kind of days.', 'schoolHolidays'),
    'Excludes',
    description,
    ['schoolHolidays'],
  )

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
      ['send', 'publish', 'prepare', 'make'],
      'Demand',
      'What the authority must do: send it to the inspectorate (if left out), publish it, prepare it, or make it, as a decision.',
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
      CLOCKS,
      'Clock',
      'The date of the record from which the period runs; `submitted` is that of another stage, which `after` names.',
      'received',
    ),
    fallback: either(
      [
        keyword(CLOCKS, 'a date such as `published`'),
        filledList(
          keyword(CLOCKS, 'Date', 'A date of the record.', 'published'),
          'a list like `[sent, published]`',
        ),
      ],
      'Fallback',
      'The date to count from where the other is not known, or several, the first one first. `sent` in place of `received` gives the earliest date that can be right, `published` the latest.',
      'published',
      ['sent', 'published'],
    ),
    after: {
      ...slug('For the clock `submitted`: the stage whose submission starts the period.', 'final'),
      title: 'After',
    },
    excludes: excludes(
      'Other days that are no working days for this stage, where it differs from the framework: `[]` for none.',
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
    optional: flag(
      'Optional',
      'Left out of every report until `stages` in the configuration, or a key under `plan` in the record, asks for it.',
      true,
    ),
    recipients: text(
      'Recipients',
      'To whom it is sent, as words in a sentence; the inspectorate if left out. Of what is published, who gets a copy of it thereby.',
      'the Chief Inspector and the Secretary of State',
    ),
    relaxed: list(
      relaxation,
      'Relaxed',
      'Times in which a law put something beside the period: a due date that falls in one is not firm.',
      [exampleRelaxation],
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
    calendar: either(
      [
        keyword(DIVISIONS, 'a division such as `england-and-wales`'),
        filledList(
          keyword(
            DIVISIONS,
            'Division',
            'A part of the United Kingdom, as GOV.UK names it.',
            'scotland',
          ),
          'a list of divisions',
        ),
      ],
      'Calendar',
      'Whose bank holidays count: of one division, or of several, where a holiday in any of them is no working day.',
      'england-and-wales',
      ['england-and-wales', 'scotland'],
    ),
    roll: keyword(
      ['none', 'next', 'previous'],
      'Roll',
      'Where the last day of a period goes that is no working day: nowhere (if left out), to the next working day, or to the previous one.',
      'none',
    ),
    lead: integer(
      0,
      250,
      'Lead',
      'By how many working days receipt can precede publication, for periods that run from receipt where only publication is known; 8 if left out, as with letters of Ofsted.',
      8,
    ),
    leadEvidence: text(
      'Evidence for the lead',
      'What the lead rests on.',
      'Due dates printed in 62 letters, 2016 to 2026',
    ),
    excludes: excludes(
      'Other days that are no working days: `schoolHolidays` for the holidays of the school that the record names, where they last longer than a week.',
    ),
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

/** The dates from which a stage can be counted, in the order in which they are looked for. */
export function clocksOf({ clock, fallback = [] }: Pick<Stage, 'clock' | 'fallback'>): Clock[] {
  return [clock, ...[fallback].flat()]
}

/** The ids of the stages of a framework, in order, each once. */
export function stageIds(framework: Framework): string[] {
  return [...new Set(framework.stages.map(({ id }) => id))]
}
