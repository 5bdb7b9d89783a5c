import type { ValueOf } from '../yaml/read.ts'
import { date, type ObjectSchema, ownKeys } from '../yaml/schema.ts'

const area = {
  type: 'object',
  title: 'an area with `id` and `text`',
  description: 'One area that the report or letter names.',
  examples: [{ id: 'P1', text: 'The timeliness of strategy discussions' }],
  properties: {
    id: {
      type: 'string',
      title: 'letters, digits, `.`, `_` or `-`',
      description: 'A short name for it, which actions refer to.',
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
      examples: ['P1'],
    },
    text: {
      title: 'Text',
      type: 'string',
      description: 'What the report or letter says of it.',
      minLength: 1,
      examples: ['The timeliness of strategy discussions'],
    },
  },
  required: ['id', 'text'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const extension = {
  type: 'object',
  title: 'an extension like `{ to: 2024-05-07, on: 2024-04-15, by: Ofsted, reason: … }`',
  description: 'A later due date that was granted.',
  examples: [
    { to: '2024-05-07', on: '2024-04-15', by: 'Ofsted', reason: 'The director changed in April' },
  ],
  properties: {
    to: {
      ...date,
      title: 'New due date',
      description: 'The new due date.',
      examples: ['2024-05-07'],
    },
    on: {
      ...date,
      title: 'Granted on',
      description: 'The day on which it was granted.',
      examples: ['2024-04-15'],
    },
    by: {
      title: 'Granted by',
      type: 'string',
      description: 'Who granted it.',
      minLength: 1,
      examples: ['Ofsted'],
    },
    reason: {
      title: 'Reason',
      type: 'string',
      description: 'Why.',
      minLength: 1,
      examples: ['The director changed in April'],
    },
  },
  required: ['to'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const step = {
  type: 'object',
  title: 'a map like `{ done: 2024-04-02 }`',
  description: "A step of the authority's own on the way to a submission.",
  examples: [{ done: '2024-04-02' }, { planned: '2024-03-28' }],
  properties: {
    planned: {
      ...date,
      title: 'Planned for',
      description: 'The day for which it is planned, where that differs from the usual one.',
      examples: ['2024-03-28'],
    },
    done: {
      ...date,
      title: 'Done on',
      description: 'The day on which it was taken.',
      examples: ['2024-04-02'],
    },
  },
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const snooze = {
  type: 'object',
  title: 'a map like `{ until: 2024-02-16, reason: … }`',
  description: 'Nobody is reminded of it for a time. It stands in every report as ever.',
  examples: [{ until: '2024-02-16', reason: 'The board meets on 16 February' }],
  properties: {
    until: {
      ...date,
      title: 'Until',
      description: 'The last quiet day.',
      examples: ['2024-02-16'],
    },
    reason: {
      type: 'string',
      title: 'Reason',
      description: 'Why.',
      minLength: 1,
      examples: ['The board meets on 16 February'],
    },
  },
  required: ['until', 'reason'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const stage = {
  type: 'object',
  title: 'a map like `{ submitted: 2024-01-22 }`',
  description: 'One submission that the framework demands.',
  examples: [{ submitted: '2024-01-22' }],
  properties: {
    submitted: {
      ...date,
      title: 'Submitted',
      description: 'The day on which it was sent.',
      examples: ['2024-01-22'],
    },
    evidence: {
      title: 'Evidence',
      type: 'string',
      description: 'What shows that it was sent: a path from the root of the repository, or a URL.',
      minLength: 1,
      examples: ['papers/draft-plan.pdf'],
    },
    stated: {
      ...date,
      title: 'Stated due date',
      description: 'The due date that the letter itself prints. It goes before the computed one.',
      examples: ['2024-04-23'],
    },
    extensions: {
      title: 'Extensions',
      examples: [
        [
          {
            to: '2024-05-07',
            on: '2024-04-15',
            by: 'Ofsted',
            reason: 'The director changed in April',
          },
        ],
      ],
      type: 'array',
      description: 'Later due dates that were granted. The latest one counts.',
      items: extension,
    },
    expected: {
      ...date,
      title: 'Expected',
      description: 'The day on which the authority itself expects to send it.',
      examples: ['2024-05-01'],
    },
    steps: {
      examples: [{ board: { done: '2024-04-02' } }],
      type: 'object',
      title: 'a map like `{ board: { done: 2024-04-02 } }`',
      description:
        "How far the authority's own steps have come, by their ids under `governance` in the configuration.",
      properties: {},
      additionalProperties: step,
    },
    closed: {
      examples: [{ on: '2024-08-30', reason: 'The inspectorate no longer asks for it' }],
      type: 'object',
      title: 'a map like `{ on: 2024-08-30, reason: … }`',
      description: 'No longer demanded, although nothing was sent.',
      properties: {
        on: {
          ...date,
          title: 'Closed from',
          description: 'The day from which it counts as closed.',
          examples: ['2024-08-30'],
        },
        reason: {
          title: 'Reason',
          type: 'string',
          description: 'Why.',
          minLength: 1,
          examples: ['The director changed in April'],
        },
      },
      required: ['on', 'reason'],
      patternProperties: ownKeys,
      additionalProperties: false,
    },
    snooze,
  },
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const action = {
  type: 'object',
  title: 'an action with `id`, `title` and `due`',
  description: 'One dated promise inside the plan, with an owner.',
  examples: [{ id: 'A1', title: 'Weekly audits of strategy discussions', due: '2024-03-31' }],
  properties: {
    id: {
      ...area.properties.id,
      description: 'A short name, unique in the record.',
      examples: ['A1'],
    },
    title: {
      title: 'Title',
      type: 'string',
      description: 'What is promised.',
      minLength: 1,
      examples: ['Weekly audits of strategy discussions'],
    },
    owner: {
      title: 'Owner',
      examples: ['Head of Service'],
      type: 'string',
      description: 'Who answers for it.',
      minLength: 1,
    },
    answers: {
      title: 'Areas that it answers',
      examples: [['P1']],
      type: 'array',
      description: 'The areas that it answers, by their ids.',
      items: {
        type: 'string',
        title: 'Area',
        description: 'The id of an area of this record.',
        minLength: 1,
        examples: ['P1'],
      },
    },
    due: {
      ...date,
      title: 'Due',
      description: 'The day by which it is promised.',
      examples: ['2024-03-31'],
    },
    expected: {
      ...date,
      title: 'Expected',
      examples: ['2024-04-10'],
      description: 'The day on which its owner expects it to be done.',
    },
    done: {
      ...date,
      title: 'Done on',
      description: 'The day on which it was done.',
      examples: ['2024-03-20'],
    },
    blocked: {
      title: 'Blocked',
      examples: ['The post is not filled'],
      type: 'string',
      description: 'What stands in its way.',
      minLength: 1,
    },
    evidence: stage.properties.evidence,
    snooze,
  },
  required: ['id', 'title', 'due'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const waiver = {
  type: 'object',
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
    item: {
      title: 'Item',
      type: 'string',
      description: 'A stage or the id of an action.',
      minLength: 1,
      examples: ['A1'],
    },
    rule: {
      title: 'Rule',
      type: 'string',
      description: 'What is waived: `overdue`, or a reason for being at risk such as `blocked`.',
      minLength: 1,
      examples: ['overdue'],
    },
    reason: {
      title: 'Reason',
      type: 'string',
      description: 'Why.',
      minLength: 1,
      examples: ['The director changed in April'],
    },
    approvedBy: {
      title: 'Approved by',
      type: 'string',
      description: 'Who approved it.',
      minLength: 1,
      examples: ["Director of Children's Services"],
    },
    until: {
      ...date,
      title: 'Until',
      description: 'The last day on which it holds.',
      examples: ['2024-06-30'],
    },
  },
  required: ['item', 'rule', 'reason', 'approvedBy', 'until'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const visited = {
  title: 'Visited',
  description:
    'When the inspectors came: a day, a month where no more is known, or a range of days.',
  examples: ['2023-11', '2024-07-30', { from: '2024-07-30', to: '2024-07-31' }],
  oneOf: [
    { ...date, title: 'a date like 2024-07-30' },
    { type: 'string', title: 'a month like 2023-11', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
    {
      type: 'object',
      title: 'a range like { from: 2024-07-30, to: 2024-07-31 }',
      properties: {
        from: { ...date, title: 'From', description: 'The first day.', examples: ['2024-07-30'] },
        to: { ...date, title: 'To', description: 'The last day.', examples: ['2024-07-31'] },
      },
      required: ['from', 'to'],
      additionalProperties: false,
    },
  ],
} as const

const properties = {
  authority: {
    title: 'Authority',
    type: 'string',
    description: 'The council, force or body that was inspected.',
    minLength: 1,
    examples: ['Shropshire Council'],
  },
  framework: {
    title: 'Framework',
    type: 'string',
    description: 'The id of the framework under which it was inspected.',
    minLength: 1,
    examples: ['ilacs-focused-visit'],
  },
  title: {
    title: 'Title',
    type: 'string',
    description: 'What the inspection looked at.',
    minLength: 1,
    examples: ['Children subject to a child protection plan'],
  },
  visited,
  published: {
    ...date,
    title: 'Published',
    description: 'The day on which the report or letter was made public.',
    examples: ['2024-01-12'],
  },
  received: {
    ...date,
    title: 'Received',
    description: 'The day on which the authority got it. Starts the statutory clock.',
    examples: ['2024-01-05'],
  },
  sent: {
    ...date,
    title: 'Sent',
    description: 'The day on which it was sent to the authority, which starts some clocks.',
    examples: ['2024-01-05'],
  },
  schoolHolidays: {
    title: 'School holidays',
    examples: [[], [{ from: '2025-04-12', to: '2025-04-27' }]],
    type: 'array',
    description:
      'The holidays of the school that was inspected, for frameworks that leave them out. An empty list says that none falls in.',
    items: {
      type: 'object',
      title: 'a holiday like `{ from: 2025-04-12, to: 2025-04-27 }`',
      description: 'One holiday, from its first day to its last.',
      examples: [{ from: '2025-04-12', to: '2025-04-27' }],
      properties: {
        from: { ...date, title: 'From', description: 'The first day.', examples: ['2025-04-12'] },
        to: { ...date, title: 'To', description: 'The last day.', examples: ['2025-04-27'] },
      },
      required: ['from', 'to'],
      additionalProperties: false,
    },
  },
  source: {
    title: 'Source',
    type: 'string',
    description: 'Where the report can be read.',
    minLength: 1,
    examples: ['https://files.ofsted.gov.uk/v1/file/50180006'],
  },
  judgements: {
    examples: [{ overall: 'good' }],
    type: 'object',
    title: 'a map like `{ overall: good }`',
    description: 'The judgements as they stand after this inspection, by name.',
    properties: {},
    additionalProperties: {
      type: 'string',
      title: 'Judgement',
      description: 'What the inspectors say, in their words.',
      minLength: 1,
      examples: ['good'],
    },
  },
  areasForPriorityAction: {
    title: 'Areas for priority action',
    examples: [[], [{ id: 'P1', text: 'The timeliness of strategy discussions' }]],
    type: 'array',
    description: 'The areas for priority action. An empty list says that there are none.',
    items: area,
  },
  areasForImprovement: {
    title: 'Areas for improvement',
    examples: [[], [{ id: 'I1', text: 'The quality of supervision' }]],
    type: 'array',
    description: 'The areas that the report wants improved.',
    items: area,
  },
  plan: {
    examples: [{ draft: { submitted: '2024-01-22' } }],
    type: 'object',
    title: 'a map of stages',
    description: 'The submissions that the framework demands, by stage.',
    properties: {},
    additionalProperties: stage,
  },
  actions: {
    title: 'Actions',
    examples: [[{ id: 'A1', title: 'Weekly audits of strategy discussions', due: '2024-03-31' }]],
    type: 'array',
    description: 'The dated promises inside the plan.',
    items: action,
  },
  follows: {
    title: 'Follows',
    type: 'string',
    description:
      'The id of the record before it: its path in the folder of records, without ending.',
    minLength: 1,
    examples: ['shropshire-2022'],
  },
  waivers: {
    title: 'Waivers',
    examples: [
      [
        {
          item: 'A1',
          rule: 'overdue',
          reason: 'The auditor fell ill',
          approvedBy: 'Director',
          until: '2024-06-30',
        },
      ],
    ],
    type: 'array',
    description:
      'Rules that are silenced for a time, with who approved it and why. What is waived is still told, but fails no run.',
    items: waiver,
  },
  notes: {
    title: 'Notes',
    examples: ['The day of receipt is not public.'],
    type: 'string',
    description: 'Anything else.',
  },
} as const satisfies ObjectSchema['properties']

const shape = {
  type: 'object',
  properties,
  required: ['authority', 'framework'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

/** The usual stages by name, so that editors offer them; a framework may have others. */
const plan = {
  ...properties.plan,
  properties: {
    draft: { ...stage, description: 'The draft action plan.' },
    final: { ...stage, description: 'The final action plan, or the written response.' },
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
export type PlanStage = ValueOf<typeof stage>
export type PlanStep = ValueOf<typeof step>
export type Action = ValueOf<typeof action>
