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

/** A stage as a framework may have it. */
export const exampleStage = {
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

const exampleRelaxation = {
  from: '2020-04-24',
  until: '2020-09-24',
  text: 'or as soon as reasonably practicable',
  citation: exampleCitation,
} as const

const relaxation = map({
  title: 'a time with `from`, `until`, `text` and `citation`',
  description: 'A time in which the period was not the only limit.',
  examples: [exampleRelaxation],
  properties: {
    from: date('From', 'Its first day.', '2020-04-24'),
    until: date('Until', 'Its last day.', '2020-09-24'),
    text: text(
      'Text',
      'What stood beside the period, as words in a sentence.',
      'or as soon as reasonably practicable',
    ),
    citation,
  },
  required: ['from', 'until', 'text', 'citation'],
})

/** The days that are no working days besides weekends and bank holidays. */
export const excludes = (description: string) =>
  list(
    keyword(['schoolHolidays'], 'What is excluded', 'A kind of days.', 'schoolHolidays'),
    'Excludes',
    description,
    ['schoolHolidays'],
  )

/** One submission that a framework demands, with its rule. */
export const stage = openMap({
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
