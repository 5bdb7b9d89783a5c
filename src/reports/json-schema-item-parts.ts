import { amount, isoDay, note, objectOf, orNull, percentage, string } from './json-schema-parts.ts'

export const stepSchema = note(
  objectOf({
    id: note(string, 'Id', 'What the configuration calls it.', 'board'),
    title: note(string, 'Title', 'Its name for people.', 'Improvement board'),
    workingDaysBefore: note(amount, 'Working days before', 'Before the due day.', 15),
    on: note(isoDay, 'On', 'The day for which it is planned.', '2024-03-28'),
    usual: note(
      isoDay,
      'Usual day',
      'The day so many working days before the due day.',
      '2024-03-27',
    ),
    done: note(orNull(isoDay), 'Done on', 'The day on which it was taken.', '2024-03-28'),
    closure: note(
      orNull(string),
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

export const waiverSchema = note(
  objectOf({
    rule: note(string, 'Rule', '`overdue`, or a reason.', 'overdue'),
    reason: note(string, 'Reason', 'Why it is waived.', 'The auditor fell ill'),
    approvedBy: note(string, 'Approved by', 'Who approved it.', 'Director'),
    until: note(isoDay, 'Until', 'The last day on which it holds.', '2024-06-30'),
  }),
  'Waiver',
  'A waiver in force.',
  { rule: 'overdue', reason: 'The auditor fell ill', approvedBy: 'Director', until: '2024-06-30' },
)

export const progressSchema = note(
  objectOf({
    on: note(isoDay, 'On', 'The day of which it is true.', '2024-02-16'),
    note: note(orNull(string), 'Note', 'In words.', 'Audit tool agreed'),
    percent: note(orNull(percentage), 'Percent', 'How much of it is complete.', 40),
    by: note(orNull(string), 'By', 'Who reports it.', 'Head of Service'),
  }),
  'Progress entry',
  'How far it had come on a day.',
  { on: '2024-02-16', note: 'Audit tool agreed', percent: 40, by: 'Head of Service' },
)
