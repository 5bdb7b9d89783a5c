import { shippedPlans } from '../helpers/plandue.ts'

/** Worlds to report on: files, and the day. Each report of each is a golden file. */
export const scenarios: Record<string, { files: Record<string, string>; today: string }> = {
  // The shipped plans on the Monday of the week in which Shropshire's draft was due.
  shropshire: { files: shippedPlans(), today: '2024-02-05' },

  // Everything that an item can be, and a record that cannot be read.
  mixed: {
    today: '2026-11-20',
    files: {
      'plans/anglesey.yaml': `authority: Cyngor Sir Ynys Môn
framework: estyn
received: 2028-12-01
`,
      'plans/bournemouth.yaml': `authority: Bournemouth, Christchurch and Poole Council
framework: ilacs-focused-visit
published: 2026-10-30
areasForPriorityAction:
  - { id: P1, text: Timeliness of strategy discussions }
plan:
  draft:
    expected: 2026-12-01
  final:
    extensions:
      - { to: 2027-03-01, on: 2026-11-16, by: Ofsted, reason: Change of director }
actions:
  - { id: A1, title: Recruit team managers, owner: Head of Service, due: 2026-11-13 }
  - { id: A2, title: Audit, answers: [P1], due: 2027-04-30, blocked: no auditor }
  - { id: A3, title: Threshold document, due: 2026-10-31, done: 2026-11-04 }
  - { id: A4, title: Training, due: 2026-11-06, done: 2026-11-06, evidence: 'https://example.org/training' }
  - id: A5
    title: Supervision policy
    due: 2026-11-06
    extensions:
      - { to: 2026-11-27, on: 2026-11-03, by: Director, reason: Unions asked for time }
      - { to: 2027-01-29, on: 2026-11-19, by: Board, reason: Awaits the new law }
    progress:
      - { on: 2026-11-16, note: Draft out for comment, percent: 40, by: Head of Service }
      - { on: 2026-11-19, note: No comments yet }
      - { on: 2026-11-23, percent: 60 }
`,
      'plans/closed.yaml': `authority: Kirklees Council
framework: sif
published: 2016-11-25
plan:
  final:
    stated: 2017-03-09
    closed: { on: 2017-03-09, reason: No public source tells when the plan was sent. }
`,
      'plans/none.yaml': `authority: Cornwall Council
framework: area-send-2016
published: 2026-11-02
areasForPriorityAction: []
`,
      'plans/wrong.yaml': `authority: Nowhere
framework: sif
published: 12/01/2024
`,
      'plans/leeds.yaml': `authority: Leeds City Council
framework: ilacs-standard
received: 2026-11-19
plan:
  final: { extensions: [{ to: 2027-04-01 }] }
`,
    },
  },

  // Waivers on an item that is overdue, on one at risk, on a part of what is wrong, and before their day.
  waived: {
    today: '2024-02-05',
    files: {
      'plans/2024/leeds.yaml': `authority: Leeds City Council
framework: ilacs-focused-visit
received: 2024-01-12
areasForPriorityAction:
  - { id: P1, text: Timeliness of strategy discussions }
plan:
  draft: { expected: 2024-02-12 }
actions:
  - { id: A1, title: Audit, owner: QA lead, due: 2024-01-30 }
  - { id: A2, title: Training, owner: QA lead, due: 2024-02-09 }
  - { id: A3, title: Recruit, owner: Head of Service, due: 2024-03-15 }
  - { id: A4, title: Threshold document, due: 2024-01-31 }
waivers:
  - { item: A1, rule: overdue, reason: The auditor fell ill, approvedBy: Director, until: 2024-06-30 }
  - { item: A2, rule: dueSoon, reason: Booked for the 8th, approvedBy: Director, until: 2024-02-09 }
  - { item: A3, rule: overdue, reason: A vacancy, approvedBy: Director, until: 2024-04-30 }
  - { item: draft, rule: dueSoon, reason: Agreed with Ofsted, approvedBy: Director, until: 2024-02-09 }
  - { item: A4, rule: overdue, reason: Late papers, approvedBy: Director, until: 2024-02-01 }
`,
    },
  },

  // Nothing that anybody must see to.
  calm: {
    today: '2024-01-15',
    files: { 'plans/york.yaml': 'authority: City of York\nframework: sif\nreceived: 2024-01-08\n' },
  },

  // A deadline after the last official bank holiday.
  provisional: {
    today: '2028-12-20',
    files: {
      'plans/anglesey.yaml':
        'authority: Cyngor Sir Ynys Môn\nframework: estyn\nreceived: 2028-12-04\n',
    },
  },

  // Text that wants to be more than text.
  hostile: {
    today: '2024-02-05',
    files: {
      'plans/hostile.yaml': `authority: "\\e[31mRed\\e[0m ::error::x ##[add-mask]y \\u202Eleft \\x9b2J"
framework: sif
received: 2024-01-12
actions:
  - { id: A1, title: "=HYPERLINK(1) ]]> </script> \\r\\n::set-output::z\\0", owner: "a\\tb", due: 2024-02-01 }
`,
    },
  },
}
