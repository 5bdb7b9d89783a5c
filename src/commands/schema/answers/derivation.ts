import { STATUSES } from '../../../assessment/item.ts'
import { frameworkSchema } from '../../../frameworks/framework.ts'
import { itemSchema } from '../../../reports/json-schema-item.ts'
import {
  amount,
  FILE,
  isoDay,
  listOf,
  note,
  number,
  objectOf,
  position,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import {
  allKeys,
  areaList,
  dayOrNull,
  each,
  type Keys,
  orNothing,
  someKeys,
  textOrNull,
  words,
} from './parts.ts'

const DIVISION = 'england-and-wales'

const stageSchema = frameworkSchema.properties.stages.items

/** A rule without the citation, which stands beside it. */
const rule = {
  ...stageSchema,
  properties: Object.fromEntries(
    Object.entries(stageSchema.properties).filter(([key]) => key !== 'citation'),
  ),
  required: stageSchema.required.filter((key) => key !== 'citation'),
}

/** Why a day is no working day. */
const CLOSED: Keys = {
  skipped: [
    words(['weekend', 'bankHoliday', 'schoolHoliday']),
    'Why it does not count.',
    'weekend',
  ],
  title: [string, 'The name of the bank holiday.', 'Good Friday'],
  isSubstitute: [yesOrNo, 'Whether it is kept in place of a day at a weekend.', true],
}
export const closedSchema = someKeys(CLOSED, ['title', 'isSubstitute'])

const day = someKeys(
  { date: [isoDay, 'The day.', '2024-01-15'], number: [position, 'Its number.', 1], ...CLOSED },
  ['number', ...Object.keys(CLOSED)],
)

export const derivationSchema = allKeys({
  rule: [rule, 'The rule of the framework.', {}],
  division: [
    { oneOf: [string, listOf(note(string, 'Division', 'One division.', DIVISION))] },
    'Whose bank holidays count.',
    DIVISION,
  ],
  clock: [
    allKeys({
      name: [string, 'Which date of the record it is.', 'published'],
      date: [isoDay, 'Day 0.', '2024-01-12'],
      file: [textOrNull, 'Where it stands.', FILE],
      line: [{ type: ['integer', 'null'], minimum: 1 }, 'On which line.', 6],
    }),
    'From what the period runs.',
    {},
  ],
  dayOne: [isoDay, 'The first day that counts.', '2024-01-15'],
  due: [isoDay, 'The last day of the period.', '2024-02-09'],
  provisional: [yesOrNo, 'Computed with projected bank holidays.', false],
  relaxed: [stageSchema.properties.relaxed, 'Relaxations in which the due date falls.', []],
  counted: [amount, 'How many days or months the rule counts.', 20],
  weekendDays: [amount, 'How many were passed over.', 8],
  schoolHolidayDays: [amount, 'How many were passed over.', 0],
  bankHolidays: [
    each('A bank holiday.', {
      date: [isoDay, 'The day.', '2024-03-29'],
      title: [string, 'Its name.', 'Good Friday'],
      isSubstitute: [yesOrNo, 'Whether it is kept in place of a day at a weekend.', false],
      official: [yesOrNo, 'Whether an official list names it.', true],
    }),
    'Those passed over.',
    [],
  ],
  elapsed: [amount, 'Calendar days from day 0 to the last.', 28],
  lastOfficial: [isoDay, 'The last bank holiday that a list names.', '2028-12-26'],
  days: [
    listOf(note(day, 'Day', 'Counted or passed over.', { date: '2024-01-15' })),
    'In order.',
    [],
  ],
  readings: [
    each('The period under another definition.', {
      id: [string, 'Which one.', 'weekendsOnly'],
      title: [string, 'The same in words.', 'weekends only'],
      due: [isoDay, 'When it would be due.', '2024-02-09'],
      workingDays: [number, 'Working days from the true due date.', 0],
      calendarDays: [number, 'Calendar days from it.', 0],
    }),
    "The rule's own first.",
    [],
  ],
  citation: [stageSchema.properties.citation, 'The source of the rule.', {}],
})

const place: Keys = {
  file: [string, 'The file of the record.', FILE],
  line: [position, 'The line on which it stands.', 12],
}

export const explainedSchema = {
  ...itemSchema,
  ...objectOf({
    ...itemSchema.properties,
    ...allKeys({
      areas: [areaList, 'The areas for priority action or improvement that an action answers.', []],
      plan: [
        orNothing(
          allKeys({
            id: [string, 'The id of the stage.', 'shropshire-2023#final'],
            title: [string, 'Its name for people.', 'Final action plan'],
            status: [words(STATUSES), 'Where it stands.', 'onTrack'],
            due: [dayOrNull, 'Its due date.', '2024-04-23'],
            workingDaysAfter: [
              { type: ['integer', 'null'] },
              'How many working days after it the action is due; negative where before.',
              -18,
            ],
          }),
        ),
        'The plan that an action belongs to; null for a stage.',
        null,
      ],
      derivation: [orNothing(derivationSchema), 'How the rule comes to its date.', null],
      stated: [
        orNothing(
          allKeys({
            date: [isoDay, 'The date that the letter prints.', '2024-04-23'],
            workingDaysFromRule: [
              { type: ['integer', 'null'] },
              'How many working days after the date of the rule.',
              0,
            ],
            fits: [
              orNothing(
                allKeys({
                  received: [isoDay, 'The day.', '2024-01-05'],
                  workingDaysBefore: [number, 'Before publication.', 5],
                }),
              ),
              'The day of receipt from which the rule gives this date.',
              null,
            ],
            ...place,
          }),
        ),
        'A due date that the letter itself prints.',
        null,
      ],
      extensions: [
        listOf(
          note(
            {
              ...someKeys(
                {
                  to: [isoDay, 'The new due date.', '2024-05-07'],
                  on: [isoDay, 'The day on which it was granted.', '2024-04-15'],
                  by: [string, 'Who granted it.', 'Ofsted'],
                  reason: [string, 'Why.', 'The director changed'],
                  ...place,
                },
                ['on', 'by', 'reason'],
              ),
              // Keys of the user's own.
              additionalProperties: true,
            },
            'Extension',
            'A later due date that was granted.',
            {},
          ),
        ),
        'As granted.',
        [],
      ],
      dueClosed: [orNothing(closedSchema), 'Why the due day is no working day.', null],
      closures: [closuresSchema(), 'Of the authority, until the due day.', []],
    }).properties,
  }),
}

export function closuresSchema() {
  return listOf(note(closureOf(), 'Closure', 'A closure of the authority.', {}))
}

function closureOf() {
  return someKeys(
    {
      from: [isoDay, 'The first closed day.', '2024-12-24'],
      to: [isoDay, 'The last one; the first where it is left out.', '2025-01-01'],
      title: [string, 'Its name.', 'Christmas closure'],
    },
    ['to'],
  )
}
