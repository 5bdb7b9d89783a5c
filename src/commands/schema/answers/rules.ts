import { frameworkSchema } from '../../../frameworks/framework.ts'
import {
  amount,
  isoDay,
  listOf,
  note,
  number,
  position,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import { closuresSchema } from './derivation.ts'
import {
  allKeys,
  answerOneOf,
  answerShape,
  dayOrNull,
  each,
  type Keys,
  orNothing,
  TODAY,
  textOrNull,
} from './parts.ts'

const DIVISION = 'england-and-wales'

const dueStages = each('One stage.', {
  stage: [string, 'Its id.', 'draft'],
  title: [string, 'Its name for people.', 'Draft action plan'],
  due: [isoDay, 'The last day that is in time.', '2024-02-09'],
  provisional: [yesOrNo, 'Computed with projected bank holidays.', false],
  lastWorkingDay: [dayOrNull, 'The last working day before a due day that is none.', null],
  workingDaysLeft: [number, 'Negative after the due day.', 4],
  calendarDaysLeft: [number, 'Likewise.', 4],
  schoolHolidaysKnown: [words3(), 'False where they are left out and not known.', null],
})

function words3() {
  return { enum: [false, null] }
}

const DUE: Keys = {
  framework: [string, 'The id of the framework.', 'ilacs-focused-visit'],
  clock: [textOrNull, 'From what its periods run.', 'received'],
  date: [isoDay, 'The date of the clock.', '2024-01-12'],
  ...TODAY,
  stages: [dueStages, 'Those in force on that date.', []],
}
export const dueJson = answerOneOf('plandue due', 'The due dates for a date, without a record.', [
  DUE,
  {
    date: [isoDay, 'The date of the clocks.', '2024-01-12'],
    ...TODAY,
    frameworks: [each('One framework.', DUE), 'All that have a stage for that date.', []],
  },
])

const framework: Keys = {
  file: [textOrNull, 'Where your own one stands; null for one that plandue ships.', null],
}
const frameworkOf = (more: Keys) => ({
  ...frameworkSchema,
  properties: { ...frameworkSchema.properties, ...allKeys(more).properties },
  required: [...frameworkSchema.required, ...Object.keys(more)],
})

export const frameworksJson = {
  title: 'plandue frameworks',
  description: 'The frameworks, or one by its id, with their rules and sources.',
  oneOf: [
    frameworkOf({
      schemaVersion: [{ const: 1 }, 'Rises when a key changes or goes.', 1],
      ...framework,
    }),
    answerShape('All of them', 'The frameworks.', {
      ...TODAY,
      frameworks: [
        listOf(note(frameworkOf(framework), 'Framework', 'One framework.', {})),
        'In the order of their list.',
        [],
      ],
    }),
  ],
}

const holiday: Keys = {
  date: [isoDay, 'The day.', '2024-03-29'],
  title: [string, 'Its name.', 'Good Friday'],
  substitute: [yesOrNo, 'Whether it is kept in place of a day at a weekend.', false],
  official: [yesOrNo, 'Whether a list names it.', true],
}

export const calendarJson = answerShape('plandue calendar', 'The bank holidays of a year.', {
  division: [string, 'Whose they are.', DIVISION],
  year: [position, 'The year.', 2024],
  official: [yesOrNo, 'Whether a list covers it.', true],
  source: [string, 'Where the list comes from.', 'GOV.UK'],
  retrieved: [dayOrNull, 'The day on which it was fetched.', '2026-08-21'],
  lastOfficial: [isoDay, 'The last bank holiday that it names.', '2028-12-26'],
  workingDays: [amount, 'How many the year has.', 254],
  bankHolidays: [each('One bank holiday.', holiday), 'In order.', []],
  closures: [closuresSchema(), 'Of the authority, in that year.', []],
  nextBankHoliday: [orNothing(allKeys(holiday)), 'The first from today on.', null],
})
