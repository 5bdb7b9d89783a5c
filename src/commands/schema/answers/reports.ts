import { STATUSES } from '../../../assessment/item.ts'
import { summarySchema } from '../../../reports/json-schema.ts'
import { nextChangeSchema } from '../../../reports/json-schema-next.ts'
import {
  amount,
  ITEM,
  isoDay,
  listOf,
  note,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import {
  allKeys,
  answerShape,
  COMPLETE,
  dayOrNull,
  each,
  FILTERS,
  type Keys,
  numberOrNull,
  orNothing,
  TODAY,
  textOrNull,
  texts,
  words,
} from './parts.ts'

const STATUS = words(STATUSES)

const CLOSED_REASON = note(
  words(['weekend', 'bankHoliday', 'schoolHoliday', 'closure', 'christmasWeek']),
  'Reason',
  'One reason.',
  'bankHoliday',
)

const DUE: Keys = {
  item: [string, 'The id of the item.', ITEM],
  title: [string, 'Its name for people.', 'Final action plan'],
  due: [isoDay, 'Its due date.', '2024-05-03'],
  canMove: [yesOrNo, 'True of an action; the date of a stage is the law’s.', true],
}

export const forecastJson = answerShape('plandue forecast', 'What changes if nothing is done.', {
  ...TODAY,
  until: [isoDay, 'The last day.', '2024-05-06'],
  ...COMPLETE,
  ...FILTERS,
  exitCode: [
    allKeys({
      today: [words01(), 'On the first day.', 0],
      until: [words01(), 'On the last day.', 1],
    }),
    'The exit code of a check.',
    { today: 0, until: 1 },
  ],
  nextChange: [orNothing(nextChangeSchema), 'When the exit code changes.', null],
  days: [
    each('The counts on one day.', {
      on: [isoDay, 'The day.', '2024-02-05'],
      summary: [summarySchemaOfDays(), 'How many items have each status.', {}],
    }),
    'The first day, the last, and with `--weekly` those between.',
    [],
  ],
  changes: [
    each('One change of a status.', {
      on: [isoDay, 'The first day of the other status.', '2024-04-24'],
      item: [string, 'The id of the item.', ITEM],
      authority: [string, 'Who was inspected.', 'Shropshire Council'],
      title: [string, 'Its name for people.', 'Final action plan'],
      from: [STATUS, 'The status before.', 'onTrack'],
      to: [STATUS, 'The status from then on.', 'atRisk'],
      why: [texts('One reason.', 'due soon: 10 working days left'), 'The reasons.', []],
      due: [dayOrNull, 'The last day that is in time.', '2024-04-23'],
      earliestDue: [dayOrNull, 'How early the true due date can be.', '2024-04-11'],
      provisional: [yesOrNo, 'Computed with projected bank holidays.', false],
    }),
    'By day, then the most urgent first.',
    [],
  ],
  steps: [
    each("One of the authority's own steps.", {
      on: [isoDay, 'The day for which it is planned.', '2024-03-28'],
      item: [string, 'The id of the item.', ITEM],
      authority: [string, 'Who was inspected.', 'Shropshire Council'],
      step: [string, 'What the configuration calls it.', 'board'],
      title: [string, 'Its name for people.', 'Improvement board'],
      done: [dayOrNull, 'The day on which it was taken.', null],
      closure: [textOrNull, 'The closure on which it falls.', null],
      provisional: [yesOrNo, 'Whether the due date is provisional.', false],
    }),
    'By day.',
    [],
  ],
  busy: [
    amount,
    'How much is due for one owner in a busy week; twice as much for an authority.',
    4,
  ],
  busyWeeks: [
    each('A busy week.', {
      from: [isoDay, 'Its Monday.', '2024-04-29'],
      to: [isoDay, 'Its Sunday.', '2024-05-05'],
      authority: [string, 'Whose.', 'Shropshire Council'],
      owner: [textOrNull, 'For whom; null for the authority as a whole.', 'QA lead'],
      items: [each('An item.', DUE), 'What is due, by day.', []],
    }),
    'By week, owners first.',
    [],
  ],
  dueWhenClosed: [
    each('An item.', {
      ...DUE,
      authority: [string, 'Who was inspected.', 'Shropshire Council'],
      owner: [textOrNull, 'Who answers for it.', 'QA lead'],
      reasons: [listOf(CLOSED_REASON), 'Why hardly anybody works on its due day.', []],
      why: [texts('One reason.', 'a bank holiday, Good Friday'), 'The same in words.', []],
      openDayBefore: [dayOrNull, 'The last day before it that is none of these.', '2024-03-28'],
    }),
    'By day.',
    [],
  ],
})

function words01() {
  return { enum: [0, 1] }
}

/** A forecast ignores nothing, so it does not count that. */
function summarySchemaOfDays() {
  const { ignored: _, ...properties } = summarySchema.properties
  return { ...summarySchema, properties, required: Object.keys(properties) }
}

const TALLY: Keys = {
  items: [amount, 'How many there are.', 3],
  met: [amount, 'In time.', 2],
  metLate: [amount, 'Late.', 0],
  open: [amount, 'On track or at risk.', 1],
  overdue: [amount, 'Past due.', 0],
  closed: [amount, 'No longer required.', 0],
  notRequired: [amount, 'Never required.', 0],
  waiting: [amount, 'Without a date yet.', 0],
  medianWorkingDays: [numberOrNull, 'Working days early, negative if late; null if none.', 1],
  onTimeShare: [numberOrNull, 'From 0 to 1 of what was due; null if nothing was.', 1],
  lateBy: [
    allKeys({
      upTo5: [amount, 'At most 5 working days late.', 1],
      upTo20: [amount, '6 to 20.', 0],
      upTo60: [amount, '21 to 60.', 0],
      more: [amount, 'More than 60.', 0],
    }),
    'How late what is overdue is.',
    {},
  ],
}

export const statsJson = answerShape('plandue stats', 'What was met, late, open or overdue.', {
  ...TODAY,
  ...COMPLETE,
  ...FILTERS,
  kinds: [
    listOf(note(words(['stage', 'action']), 'Kind', 'A kind of item.', 'stage')),
    'Counted.',
    [],
  ],
  totals: [allKeys({ records: [amount, 'Records.', 2], ...TALLY }), 'Of all.', {}],
  groups: [
    each('The items with something in common.', {
      by: [
        words(['framework', 'authority', 'quarter', 'owner', 'area']),
        'What they have in common.',
        'quarter',
      ],
      id: [
        string,
        'A framework, an authority, a quarter, an owner, an area, or `none`.',
        '2024-Q1',
      ],
      title: [string, 'The same for people.', '2024, first quarter'],
      ...TALLY,
    }),
    'The groups.',
    [],
  ],
})
