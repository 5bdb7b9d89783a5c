import type { ValueOf } from '../yaml/read.ts'
import type { ObjectSchema } from '../yaml/schema.ts'
import {
  anyText,
  date,
  either,
  list,
  map,
  mapOf,
  matching,
  openMap,
  text,
} from '../yaml/schema-builder.ts'
import { action, shortId } from './action.ts'
import { planStage } from './plan-stage.ts'

const area = openMap({
  title: 'an area with `id` and `text`',
  description: 'One area that the report or letter names.',
  examples: [{ id: 'P1', text: 'The timeliness of strategy discussions' }],
  properties: {
    id: shortId('A short name for it, which actions refer to.', 'P1'),
    text: text(
      'Text',
      'What the report or letter says of it.',
      'The timeliness of strategy discussions',
    ),
  },
  required: ['id', 'text'],
})

const waiver = openMap({
  title: 'a waiver with `item`, `rule`, `reason`, `approvedBy` and `until`',
  description: 'Silences one rule on one item for a time.',
  examples: [
    {
      item: 'A1',
      rule: 'overdue',
      reason: 'The auditor fell ill',
      approvedBy: 'Director',
      until: '2024-06-30',
    },
  ],
  properties: {
    item: text('Item', 'A stage or the id of an action.', 'A1'),
    rule: text(
      'Rule',
      'What is waived: `overdue`, or a reason for being at risk such as `blocked`.',
      'overdue',
    ),
    reason: text('Reason', 'Why.', 'The director changed in April'),
    approvedBy: text('Approved by', 'Who approved it.', "Director of Children's Services"),
    until: date('Until', 'The last day on which it holds.', '2024-06-30'),
  },
  required: ['item', 'rule', 'reason', 'approvedBy', 'until'],
})

const visited = either(
  [
    date('a date like 2024-07-30'),
    matching('^\\d{4}-(0[1-9]|1[0-2])$', 'a month like 2023-11'),
    map({
      title: 'a range like { from: 2024-07-30, to: 2024-07-31 }',
      properties: {
        from: date('From', 'The first day.', '2024-07-30'),
        to: date('To', 'The last day.', '2024-07-31'),
      },
      required: ['from', 'to'],
    }),
  ],
  'Visited',
  'When the inspectors came: a day, a month where no more is known, or a range of days.',
  '2023-11',
  '2024-07-30',
  { from: '2024-07-30', to: '2024-07-31' },
)

const properties = {
  authority: text(
    'Authority',
    'The council, force or body that was inspected.',
    'Shropshire Council',
  ),
  framework: text(
    'Framework',
    'The id of the framework under which it was inspected.',
    'ilacs-focused-visit',
  ),
  title: text(
    'Title',
    'What the inspection looked at.',
    'Children subject to a child protection plan',
  ),
  visited,
  published: date(
    'Published',
    'The day on which the report or letter was made public.',
    '2024-01-12',
  ),
  received: date(
    'Received',
    'The day on which the authority got it. Starts the statutory clock.',
    '2024-01-05',
  ),
  sent: date(
    'Sent',
    'The day on which it was sent to the authority, which starts some clocks.',
    '2024-01-05',
  ),
  schoolHolidays: list(
    map({
      title: 'a holiday like `{ from: 2025-04-12, to: 2025-04-27 }`',
      description: 'One holiday, from its first day to its last.',
      examples: [{ from: '2025-04-12', to: '2025-04-27' }],
      properties: {
        from: date('From', 'The first day.', '2025-04-12'),
        to: date('To', 'The last day.', '2025-04-27'),
      },
      required: ['from', 'to'],
    }),
    'School holidays',
    'The holidays of the school that was inspected, for frameworks that leave them out. An empty list says that none falls in.',
    [],
    [{ from: '2025-04-12', to: '2025-04-27' }],
  ),
  source: text(
    'Source',
    'Where the report can be read.',
    'https://files.ofsted.gov.uk/v1/file/50180006',
  ),
  judgements: mapOf(
    text('Judgement', 'What the inspectors say, in their words.', 'good'),
    'a map like `{ overall: good }`',
    'The judgements as they stand after this inspection, by name.',
    { overall: 'good' },
  ),
  areasForPriorityAction: list(
    area,
    'Areas for priority action',
    'The areas for priority action. An empty list says that there are none.',
    [],
    [{ id: 'P1', text: 'The timeliness of strategy discussions' }],
  ),
  areasForImprovement: list(
    area,
    'Areas for improvement',
    'The areas that the report wants improved.',
    [],
    [{ id: 'I1', text: 'The quality of supervision' }],
  ),
  plan: mapOf(
    planStage,
    'a map of stages',
    'The submissions that the framework demands, by stage.',
    {
      draft: { submitted: '2024-01-22' },
    },
  ),
  actions: list(action, 'Actions', 'The dated promises inside the plan.', [
    { id: 'A1', title: 'Weekly audits of strategy discussions', due: '2024-03-31' },
  ]),
  follows: text(
    'Follows',
    'The id of the record before it: its path in the folder of records, without ending.',
    'shropshire-2022',
  ),
  waivers: list(
    waiver,
    'Waivers',
    'Rules that are silenced for a time, with who approved it and why. What is waived is still reported, but fails no run.',
    [
      {
        item: 'A1',
        rule: 'overdue',
        reason: 'The auditor fell ill',
        approvedBy: 'Director',
        until: '2024-06-30',
      },
    ],
  ),
  notes: anyText('Notes', 'Anything else.', 'The day of receipt is not public.'),
} as const satisfies ObjectSchema['properties']

const shape = openMap({
  properties,
  required: ['authority', 'framework'],
})

/** The usual stages by name, so that editors offer them; a framework may have others. */
const plan = {
  ...properties.plan,
  properties: {
    draft: { ...planStage, description: 'The draft action plan.' },
    final: { ...planStage, description: 'The final action plan, or the written response.' },
  },
} as const satisfies ObjectSchema

/** The shape of a record: one inspection of one authority, in one YAML file. */
export const recordSchema = {
  title: 'plandue inspection record',
  description: 'One inspection of one authority, and the plan that answers it.',
  ...shape,
  properties: { ...properties, plan },
  anyOf: [
    { required: ['visited'] },
    { required: ['received'] },
    { required: ['published'] },
    { required: ['sent'] },
  ],
} as const satisfies ObjectSchema

export type InspectionRecord = ValueOf<typeof shape>
