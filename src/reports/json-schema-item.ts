import { type Item, REASONS, STATUS_REASONS, STATUSES } from '../assessment/item.ts'
import { progressSchema, stepSchema, waiverSchema } from './json-schema-item-parts.ts'
import {
  amount,
  isoDay,
  listOf,
  note,
  number,
  objectOf,
  orNull,
  percentage,
  position,
  string,
  yesOrNo,
} from './json-schema-parts.ts'

/** Where the item comes from. */
const origin = {
  id: note(
    string,
    'Id',
    'The record and, after `#`, the stage or action.',
    'shropshire-2023#draft',
  ),
  record: note(string, 'Record', 'The id of the record.', 'shropshire-2023'),
  file: note(string, 'File', 'The file of the record.', 'plans/shropshire-2023.yaml'),
  line: note(position, 'Line', 'The line on which it stands, from 1.', 28),
  authority: note(string, 'Authority', 'Who was inspected.', 'Shropshire Council'),
  framework: note(string, 'Framework', 'The id of the framework.', 'ilacs-focused-visit'),
  kind: note({ enum: ['stage', 'action'] }, 'Kind', 'A stage or an action.', 'stage'),
  stage: note(orNull(string), 'Stage', 'The id of the stage; null for an action.', 'draft'),
  title: note(string, 'Title', 'Its name for people.', 'Draft action plan'),
  owner: note(orNull(string), 'Owner', 'Who is responsible for it.', 'Head of Service'),
}

/** Where it stands, and by when it is due. */
const standing = {
  status: note({ enum: STATUSES }, 'Status', 'Where it stands.', 'atRisk'),
  statusReason: note(
    { enum: [...STATUS_REASONS, null] },
    'Status reason',
    'Why an item that is `waiting` or `notRequired` has no deadline; null for any other status.',
    null,
  ),
  reasons: note(
    listOf(note({ enum: REASONS }, 'Reason', 'A reason for being at risk.', 'dueSoon')),
    'Reasons',
    'Why the item is at risk.',
    ['dueSoon'],
  ),
  why: note(
    listOf(note(string, 'Sentence', 'One reason in words.', 'due soon: 6 working days left')),
    'Why',
    'A sentence for each reason, or on the status.',
    ['due soon: 6 working days left'],
  ),
  due: note(
    orNull(isoDay),
    'Due',
    'The last day that is in time; null where no clock runs.',
    '2024-02-09',
  ),
  originalDue: note(
    orNull(isoDay),
    'Original due date',
    'The due date before any extension.',
    '2024-02-09',
  ),
  timesMoved: note(amount, 'Times moved', 'How often extensions moved the due date.', 2),
  workingDaysMoved: note(
    number,
    'Working days moved',
    'From the original due date to the due date; negative where that is earlier.',
    38,
  ),
  earliestDue: note(
    orNull(isoDay),
    'Earliest due date',
    'Where only the day of publication is known: how early the true due date can be.',
    '2024-01-30',
  ),
  lastWorkingDay: note(
    orNull(isoDay),
    'Last working day',
    'The last working day before a due date that is not one; null where it is.',
    '2024-02-09',
  ),
  schoolHolidaysKnown: note(
    { enum: [true, false, null] },
    'School holidays known',
    'Whether the record says when the school has holidays, for a framework that leaves them out; if false, the due date is the earliest possible. Null where they do not matter.',
    null,
  ),
  basis: note(
    {
      enum: [
        'extended',
        'stated',
        'received',
        'sent',
        'published',
        'visited',
        'submitted',
        'fixed',
        null,
      ],
    },
    'Basis',
    'The basis of the due date; `fixed` is the date that an action names.',
    'published',
  ),
  provisional: note(
    yesOrNo,
    'Provisional',
    'Computed with bank holidays that no official list names yet.',
    false,
  ),
  expected: note(orNull(isoDay), 'Expected', "The authority's own forecast.", '2024-02-08'),
  submitted: note(
    orNull(isoDay),
    'Submitted',
    'The day on which it was submitted or done.',
    '2024-01-22',
  ),
  workingDaysLeft: note(
    orNull(number),
    'Working days left',
    'Working days until due, as at today or as at the submission: 0 on the due day (and on the closed days before it), negative after.',
    6,
  ),
  calendarDaysLeft: note(
    orNull(number),
    'Calendar days left',
    'Calendar days until due, likewise.',
    8,
  ),
  atRiskFrom: note(
    orNull(isoDay),
    'At risk from',
    'The first day at risk, if nothing is done.',
    '2024-01-31',
  ),
}

/** An item as programs read it: what follows from its other keys is left out. */
export type ReportedItem = Omit<
  Item,
  'background' | 'extension' | 'schoolHolidays' | 'workingDaysLate' | 'atRiskWhy' | 'risksAhead'
> & {
  readonly answers: readonly string[]
  readonly waived: boolean
}

/** The keys of an item: JSON, NDJSON and CSV have them in this order. */
const itemProperties = {
  ...origin,
  ...standing,
  steps: note(
    listOf(stepSchema),
    'Steps',
    "The authority's own steps on the way to an open submission.",
    [],
  ),
  progress: note(
    listOf(progressSchema),
    'Progress',
    'Every entry up to the day of the report, oldest first.',
    [],
  ),
  percent: note(
    orNull(percentage),
    'Percent',
    'The newest percentage of the progress entries; 100 does not complete an item.',
    40,
  ),
  answers: note(
    listOf(note(string, 'Area', 'The id of an area.', 'P1')),
    'Answers',
    'The areas for priority action or improvement that an action answers, as `records` lists them.',
    ['P1'],
  ),
  evidence: note(
    orNull(string),
    'Evidence',
    'What shows that it was submitted or done: a path in the repository or a URL.',
    'papers/draft-plan.pdf',
  ),
  blocked: note(
    orNull(string),
    'Blocked',
    'What stands in the way of an open action.',
    'The post is not filled',
  ),
  waived: note(yesOrNo, 'Waived', 'Everything that would fail a run is waived.', false),
  waivers: note(listOf(waiverSchema), 'Waivers', 'The waivers on it that are in force.', []),
  snooze: {
    title: 'Snooze',
    description: 'Pauses its reminders.',
    examples: [null],
    oneOf: [
      { type: 'null' },
      objectOf({
        until: note(isoDay, 'Until', 'The last day without reminders.', '2024-02-29'),
        reason: note(string, 'Reason', 'Why.', 'The auditor is on leave'),
      }),
    ],
  },
} satisfies Record<keyof ReportedItem, object>

/** One stage or action of a report. */
export const itemSchema = objectOf(itemProperties)

export const ITEM_KEYS = Object.keys(itemProperties) as (keyof typeof itemProperties)[]
