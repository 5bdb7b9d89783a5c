import { DIVISIONS } from '../calendar/division.ts'
import type { ValueOf } from '../yaml/read.ts'
import {
  either,
  filledList,
  integer,
  keyword,
  openMap,
  slug,
  text,
} from '../yaml/schema-builder.ts'
import { exampleStage, excludes, stage } from './stage.ts'

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
