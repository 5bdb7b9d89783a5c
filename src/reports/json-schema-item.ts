import { REASONS, STATUSES } from '../assessment/item.ts'
import {
  closed,
  count,
  date,
  listOf,
  number,
  orNull,
  position,
  text,
  told,
  yesOrNo,
} from './json-schema-parts.ts'

const step = told(
  closed({
    id: told(text, 'Id', 'What the configuration calls it.', 'board'),
    title: told(text, 'Title', 'Its name for people.', 'Improvement board'),
    workingDaysBefore: told(count, 'Working days before', 'Before the due day.', 15),
    on: told(date, 'On', 'The day for which it is planned.', '2024-03-28'),
    usual: told(
      date,
      'Usual day',
      'The day so many working days before the due day.',
      '2024-03-27',
    ),
    done: told(orNull(date), 'Done on', 'The day on which it was taken.', '2024-03-28'),
    closure: told(
      orNull(text),
      'Closure',
      'The closure of the authority on which it falls.',
      'Christmas closure',
    ),
  }),
  'Step',
  "A step of the authority's own.",
  {
    id: 'board',
    title: 'Improvement board',
    workingDaysBefore: 15,
    on: '2024-03-28',
    usual: '2024-03-27',
    done: null,
    closure: null,
  },
)

const waiver = told(
  closed({
    rule: told(text, 'Rule', '`overdue`, or a reason.', 'overdue'),
    reason: told(text, 'Reason', 'Why it is waived.', 'The auditor fell ill'),
    approvedBy: told(text, 'Approved by', 'Who approved it.', 'Director'),
    until: told(date, 'Until', 'The last day on which it holds.', '2024-06-30'),
  }),
  'Waiver',
  'A waiver in force.',
  { rule: 'overdue', reason: 'The auditor fell ill', approvedBy: 'Director', until: '2024-06-30' },
)

/** Where the item comes from. */
const origin = {
  id: told(text, 'Id', 'The record and, after `#`, the stage or action.', 'shropshire-2023#draft'),
  record: told(text, 'Record', 'The id of the record.', 'shropshire-2023'),
  file: told(text, 'File', 'The file of the record.', 'plans/shropshire-2023.yaml'),
  line: told(position, 'Line', 'The line on which it stands, from 1.', 28),
  authority: told(text, 'Authority', 'Who was inspected.', 'Shropshire Council'),
  framework: told(text, 'Framework', 'The id of the framework.', 'ilacs-focused-visit'),
  kind: told({ enum: ['stage', 'action'] }, 'Kind', 'A stage or an action.', 'stage'),
  stage: told(orNull(text), 'Stage', 'The id of the stage; null for an action.', 'draft'),
  title: told(text, 'Title', 'Its name for people.', 'Draft action plan'),
  owner: told(orNull(text), 'Owner', 'Who answers for an action.', 'Head of Service'),
}

/** Where it stands, and by when it is due. */
const standing = {
  status: told({ enum: STATUSES }, 'Status', 'Where it stands.', 'atRisk'),
  reasons: told(
    listOf(told({ enum: REASONS }, 'Reason', 'A reason for being at risk.', 'dueSoon')),
    'Reasons',
    'Why the item is at risk.',
    ['dueSoon'],
  ),
  why: told(
    listOf(told(text, 'Sentence', 'One reason in words.', 'due soon: 6 working days left')),
    'Why',
    'A sentence for each reason, or on the status.',
    ['due soon: 6 working days left'],
  ),
  due: told(
    orNull(date),
    'Due',
    'The last day that is in time; null where no clock runs.',
    '2024-02-09',
  ),
  originalDue: told(
    orNull(date),
    'Original due date',
    'The due date before any extension.',
    '2024-02-09',
  ),
  earliestDue: told(
    orNull(date),
    'Earliest due date',
    'Where only the day of publication is known: how early the true due date can be.',
    '2024-01-30',
  ),
  lastWorkingDay: told(
    orNull(date),
    'Last working day',
    'The last working day before a due date that is not one; null where it is.',
    '2024-02-09',
  ),
  schoolHolidaysKnown: told(
    { enum: [true, false, null] },
    'School holidays known',
    'Whether the record says when the school has holidays, for a framework that leaves them out; if false, the due date is the earliest possible. Null where they do not matter.',
    null,
  ),
  basis: told(
    { enum: ['extended', 'stated', 'received', 'sent', 'published', 'visited', 'fixed', null] },
    'Basis',
    'What the due date rests on; `fixed` is the date that an action names.',
    'published',
  ),
  provisional: told(
    yesOrNo,
    'Provisional',
    'Computed with bank holidays that no official list names yet.',
    false,
  ),
  expected: told(orNull(date), 'Expected', "The authority's own forecast.", '2024-02-08'),
  submitted: told(
    orNull(date),
    'Submitted',
    'The day on which it was submitted or done.',
    '2024-01-22',
  ),
  workingDaysLeft: told(
    orNull(number),
    'Working days left',
    'Working days until due, as at today or as at the submission: 0 on the due day (and on the closed days before it), negative after.',
    6,
  ),
  calendarDaysLeft: told(
    orNull(number),
    'Calendar days left',
    'Calendar days until due, likewise.',
    8,
  ),
  atRiskFrom: told(
    orNull(date),
    'At risk from',
    'The first day at risk, if nothing is done.',
    '2024-01-31',
  ),
}

/** One stage or action of a report. */
export const itemSchema = closed({
  ...origin,
  ...standing,
  steps: told(
    listOf(step),
    'Steps',
    "The authority's own steps on the way to an open submission.",
    [],
  ),
  waived: told(yesOrNo, 'Waived', 'All that is wrong with it is waived: it fails no run.', false),
  waivers: told(listOf(waiver), 'Waivers', 'The waivers on it that are in force.', []),
  snooze: {
    title: 'Snooze',
    description: 'What keeps it out of reminders for now.',
    examples: [null],
    oneOf: [
      { type: 'null' },
      closed({
        until: told(date, 'Until', 'The last quiet day.', '2024-02-29'),
        reason: told(text, 'Reason', 'Why.', 'The auditor is on leave'),
      }),
    ],
  },
})
