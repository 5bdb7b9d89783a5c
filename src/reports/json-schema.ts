import { CHANGE_REASONS } from '../assessment/change.ts'
import { REASONS, STATUSES } from '../assessment/item.ts'

const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' }
const orNull = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })
const text = { type: 'string' }
const number = { type: 'integer' }
const count = { type: 'integer', minimum: 0 }

const closed = (properties: Record<string, unknown>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const item = closed({
  id: { ...text, description: 'The record and, after `#`, the stage or action.' },
  record: { ...text, description: 'The id of the record.' },
  file: text,
  line: { type: 'integer', minimum: 1 },
  authority: text,
  framework: { ...text, description: 'The id of the framework.' },
  kind: { enum: ['stage', 'action'] },
  stage: { ...orNull(text), description: 'The id of the stage; null for an action.' },
  title: text,
  owner: { ...orNull(text), description: 'Who answers for an action.' },
  status: { enum: STATUSES },
  reasons: { type: 'array', items: { enum: REASONS }, description: 'Why the item is at risk.' },
  why: { type: 'array', items: text, description: 'A sentence for each reason, or on the status.' },
  due: { ...orNull(date), description: 'The last day that is in time; null where no clock runs.' },
  originalDue: { ...orNull(date), description: 'The due date before any extension.' },
  earliestDue: {
    ...orNull(date),
    description: 'Where only the day of publication is known: how early the true due date can be.',
  },
  basis: {
    enum: ['extended', 'stated', 'received', 'published', 'visited', 'fixed', null],
    description: 'What the due date rests on; `fixed` is the date that an action names.',
  },
  provisional: {
    type: 'boolean',
    description: 'Computed with bank holidays that no official list names yet.',
  },
  expected: { ...orNull(date), description: "The authority's own forecast." },
  submitted: { ...orNull(date), description: 'The day on which it was submitted or done.' },
  workingDaysLeft: {
    ...orNull(number),
    description:
      'Working days until due, as at today or as at the submission: 0 on the due day (and on the closed days before it), negative after.',
  },
  calendarDaysLeft: { ...orNull(number), description: 'Calendar days until due, likewise.' },
  atRiskFrom: { ...orNull(date), description: 'The first day at risk, if nothing is done.' },
  steps: {
    type: 'array',
    description: "The authority's own steps on the way to an open submission.",
    items: closed({
      id: text,
      title: text,
      workingDaysBefore: { ...count, description: 'Before the due day.' },
      on: { ...date, description: 'The day for which it is planned.' },
      usual: { ...date, description: 'The day so many working days before the due day.' },
      done: orNull(date),
      closure: { ...orNull(text), description: 'The closure of the authority on which it falls.' },
    }),
  },
  waived: { type: 'boolean', description: 'All that is wrong with it is waived: it fails no run.' },
  waivers: {
    type: 'array',
    description: 'The waivers on it that are in force.',
    items: closed({
      rule: { ...text, description: '`overdue`, or a reason.' },
      reason: text,
      approvedBy: text,
      until: { ...date, description: 'The last day on which it holds.' },
    }),
  },
})

const diagnostic = closed({
  file: text,
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
  severity: { enum: ['error', 'warning', 'note'] },
  code: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
  message: text,
  hint: orNull(text),
})

const change = closed({
  base: { ...text, description: 'The commit with which to compare, as it was named.' },
  mergeBase: { ...text, description: 'The id of the last commit in common with it.' },
  fails: {
    type: 'array',
    description: 'Why the change fails the run; nothing where it does not.',
    items: closed({
      item: { ...orNull(text), description: 'The id of an item; null for the errors of a file.' },
      file: text,
      reason: { enum: CHANGE_REASONS },
      why: { ...text, description: 'The reason as a sentence.' },
    }),
  },
  aside: {
    description: 'What would fail a run without the change, and does not fail this one.',
    ...closed({
      items: { type: 'array', items: text, description: 'Ids of items.' },
      files: { type: 'array', items: text, description: 'Files with errors.' },
    }),
  },
  removed: { type: 'array', items: text, description: 'Ids of open items that were there before.' },
})

/** The shape of `plandue check --format json`. */
export const checkSchema = {
  title: 'plandue check',
  description: 'Where the action plans of a folder of records stand on one day.',
  ...closed({
    schemaVersion: { const: 1 },
    plandue: { ...text, description: 'The version that wrote this.' },
    today: { ...date, description: 'The day for which it speaks.' },
    timeZone: text,
    complete: {
      type: 'boolean',
      description:
        'False where a record, or a part of one, could not be assessed: see diagnostics.',
    },
    calendars: {
      type: 'array',
      description: 'The bank holidays that were counted with.',
      items: closed({
        id: text,
        source: text,
        retrieved: orNull(date),
        lastOfficial: { ...date, description: 'Later deadlines are provisional.' },
      }),
    },
    summary: closed(
      Object.fromEntries(
        ['records', 'items', 'waived', ...STATUSES, 'ignored'].map((key) => [key, count]),
      ),
    ),
    nextChange: {
      description: 'When the exit code will change if nothing is done; null if it will not.',
      oneOf: [{ type: 'null' }, closed({ on: date, item: text, exitCode: { const: 1 } })],
    },
    change: {
      description: 'What a change since a commit brings in (--base): only that fails the run.',
      oneOf: [{ type: 'null' }, change],
    },
    items: { type: 'array', description: 'Most urgent first.', items: item },
    diagnostics: { type: 'array', description: 'By file, line and column.', items: diagnostic },
  }),
}
