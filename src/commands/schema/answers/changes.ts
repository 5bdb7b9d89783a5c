import { RELEASES } from '../../../assessment/change-result.ts'
import { STATUSES } from '../../../assessment/item.ts'
import { diagnosticSchema } from '../../../reports/json-schema.ts'
import { releasedSchema } from '../../../reports/json-schema-change.ts'
import {
  ITEM,
  isoDay,
  listOf,
  note,
  position,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import {
  allKeys,
  answerShape,
  areaList,
  COMPLETE,
  dayOrNull,
  each,
  fromTo,
  type Keys,
  orNothing,
  TODAY,
  textOrNull,
  texts,
  words,
} from './parts.ts'

const STATUS = words(STATUSES)

const ITEM_KEYS: Keys = {
  id: [string, 'The id of the item.', ITEM],
  record: [string, 'The id of the record.', 'shropshire-2023'],
  file: [string, 'The file of the record.', 'plans/shropshire-2023.yaml'],
  line: [position, 'The line on which it stands.', 28],
  authority: [string, 'Who was inspected.', 'Shropshire Council'],
  framework: [string, 'The id of the framework.', 'ilacs-focused-visit'],
  kind: [words(['stage', 'action']), 'A stage or an action.', 'stage'],
  stage: [textOrNull, 'The id of the stage; null for an action.', 'draft'],
  title: [string, 'Its name for people.', 'Draft action plan'],
  owner: [textOrNull, 'Who is responsible.', null],
}

export const diffJson = answerShape('plandue diff', 'What a change moves, and why.', {
  ...TODAY,
  base: [string, 'The commit to compare with, as it was given.', 'origin/main'],
  mergeBase: [string, 'The id of the merge base.', '1a36182'],
  ...COMPLETE,
  wasComplete: [yesOrNo, 'The same of the base.', true],
  files: [texts('A file.', 'plans/a.yaml'), 'The files that differ.', []],
  changes: [
    each('An item that is added, removed or changed.', {
      ...ITEM_KEYS,
      change: [words(['added', 'changed', 'removed']), 'What became of it.', 'changed'],
      ids: [fromTo(textOrNull, 'The id', ITEM, ITEM), 'They differ where it was renamed.', {}],
      due: [fromTo(dayOrNull, 'The due date', '2024-02-09', '2024-02-16'), 'Due date.', {}],
      status: [fromTo(words([...STATUSES, null]), 'The status', 'atRisk', 'met'), 'Status.', {}],
      submitted: [fromTo(dayOrNull, 'The day', null, '2024-02-09'), 'Submitted or done.', {}],
      evidence: [
        fromTo(textOrNull, 'The evidence', null, 'papers/draft-plan.pdf'),
        'What shows it.',
        {},
      ],
      because: [texts('One cause.', 'extended by Ofsted'), 'Why the due date moves.', []],
    }),
    'The items that the change moves.',
    [],
  ],
  findings: [
    each('One finding.', {
      code: [
        words(['due-moved', 'entered-late', 'removed', 'rewritten', 'unjustified']),
        'What it is.',
        'removed',
      ],
      item: [string, 'The id of the item.', ITEM],
      file: [string, 'The file of the record.', 'plans/a.yaml'],
      line: [position, 'The line on which it stands.', 28],
      message: [string, 'The finding as a sentence.', 'due later, with no extension recorded'],
    }),
    'What a reviewer has to look into.',
    [],
  ],
  released: [
    listOf(note(releasedSchema, 'Released', 'One item.', { item: ITEM, how: RELEASES[0] })),
    'What a reviewer has to agree to.',
    [],
  ],
  diagnostics: [
    listOf(note(diagnosticSchema, 'Diagnostic', 'One fault.', {})),
    'The faults that the change brings in.',
    [],
  ],
})

const EVENT: Keys = {
  date: [
    dayOrNull,
    'The day, or the first of its month; null for what has none yet.',
    '2024-01-12',
  ],
  until: [dayOrNull, 'The last day of a visit of several days.', null],
  precision: [words(['day', 'month']), 'How exact `date` is.', 'day'],
  kind: [string, 'What happened or is due.', 'published'],
  state: [words(['happened', 'overdue', 'toCome']), 'Whether it is over.', 'happened'],
  record: [string, 'The id of the record.', 'shropshire-2023'],
  item: [textOrNull, 'The id of the item; null for a visit or a report.', null],
  framework: [string, 'The id of the framework.', 'ilacs-focused-visit'],
  title: [textOrNull, 'What it is about.', 'Children in need'],
  text: [string, 'The event in words.', 'published: ILACS focused visit'],
}

const findings = allKeys({
  judgements: [
    each('A judgement.', {
      name: [string, 'What is judged.', 'overall'],
      value: [string, 'In the words of the inspectors.', 'good'],
      before: [textOrNull, 'The one before.', null],
    }),
    'As they stand after the inspection.',
    [],
  ],
  areasForPriorityAction: [orNothing(areaList), 'Null where nobody has said.', null],
  areasForImprovement: [orNothing(areaList), 'Null where nobody has said.', null],
  source: [textOrNull, 'Where the report can be read.', null],
  notes: [textOrNull, 'Anything else.', null],
})

const reportEvent = allKeys({
  ...EVENT,
  follows: [textOrNull, 'The record before it.', null],
  findings: [orNothing(findings), 'With the event that made them known.', null],
})

const itemEvent = allKeys({
  ...EVENT,
  owner: [textOrNull, 'Who is responsible.', null],
  status: [STATUS, 'Where the item stands.', 'met'],
  due: [dayOrNull, 'The last day that is in time.', '2024-02-09'],
  workingDaysLeft: [{ type: ['integer', 'null'] }, 'Negative after the due day.', 4],
  extensions: [
    each('An extension.', {
      from: [dayOrNull, 'When it was due before.', '2024-04-23'],
      to: [isoDay, 'When it is due since.', '2024-05-07'],
      by: [textOrNull, 'Who granted it.', 'Ofsted'],
      reason: [textOrNull, 'Why.', null],
    }),
    'That the event is, or that have no day.',
    [],
  ],
  reason: [textOrNull, 'Why it was closed.', null],
})

export const timelineJson = answerShape('plandue timeline', 'The story of authorities, in order.', {
  ...TODAY,
  ...COMPLETE,
  authorities: [
    each('One authority.', {
      authority: [string, 'Its name.', 'Shropshire Council'],
      events: [
        listOf({
          title: 'Event',
          description: 'Of a visit or a report, or of an item.',
          examples: [{}],
          oneOf: [reportEvent, itemEvent],
        }),
        'In order.',
        [],
      ],
    }),
    'By name.',
    [],
  ],
})
