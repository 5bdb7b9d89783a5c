import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import { configSchema } from '../../../src/config/config.ts'
import { frameworkSchema } from '../../../src/frameworks/framework.ts'
import { bySchema } from '../by-schema.ts'
import { changed, changedText, changeValue } from '../changes.ts'
import type { Kind } from '../kind.ts'
import { runCase } from '../run.ts'
import { OPEN } from '../sources.ts'

export const CONFIGURATION = `# Settings of the council
records: plans
timeZone: Europe/London
margins: { final: 15, action: 5 }
governance:
  final:
    - { id: board, title: Improvement board, workingDaysBefore: 15 }
closures:
  - { from: 2024-12-24, to: 2025-01-01, title: Christmas closure }
calendars: [holidays.json]
frameworks: [ours.yaml]
heartbeat: beat
reminders:
  ledger: reminders.ndjson
  before: [10, 5, 2, 1, 0]
  overdue: weekly
  escalation: { after: 1, to: [{ to: director@example.gov.uk, channel: email }] }
  quietHours: { from: "19:00", to: "06:00" }
  recipients:
    - { to: Ada, owner: Ada }
    - { to: desk, channel: command, authority: Leeds }
    - { to: plans-team, channel: slack, framework: ilacs-focused-visit }
  default: { to: standard output }
  link: https://example.org/{file}#L{line}
  commands: { desk: [/usr/local/bin/notify-desk] }
`

const FRAMEWORK = `id: ours
title: Our own reviews
authority: the council
source: https://example.org/rules
period: { workingDays: 10 }
`

const HOLIDAYS = JSON.stringify({
  'england-and-wales': {
    division: 'england-and-wales',
    events: [{ title: 'New Year’s Day', date: '2024-01-01', notes: '', bunting: true }],
  },
})

const yamlOf = (value: unknown) => stringify(value, { aliasDuplicateObjects: false }) ?? ''

const configurationTexts = fc.oneof(
  changedText([CONFIGURATION]),
  changed([parse(CONFIGURATION)], changeValue).map(yamlOf),
  bySchema(configSchema).map(yamlOf),
)

const frameworkTexts = fc.oneof(
  { arbitrary: changedText([FRAMEWORK]), weight: 2 },
  bySchema(frameworkSchema).map(yamlOf),
)

const holidayTexts = fc.oneof(
  { arbitrary: fc.constant(HOLIDAYS), weight: 3 },
  changed([JSON.parse(HOLIDAYS)], changeValue).map((value) => JSON.stringify(value) ?? ''),
  changedText([HOLIDAYS]),
)

const COMMANDS = [
  ...['check -f json', 'check -v', 'check --heartbeat', 'remind --explain -f json', 'doctor'],
  ...[
    'remind --explain --until 2024-03-01',
    'remind --dry-run',
    'remind',
    'remind log',
    'timeline',
  ],
  ...['calendar 2024', 'due 2024-01-10', 'frameworks', 'frameworks ours', 'explain open', 'stats'],
  ...['submit open#draft', 'step open#final board', 'forecast', 'export', 'complete items open#'],
]

/** `plandue.yaml` with what it names: a calendar and a framework of one's own, and reminders. */
export const configurations: Kind = {
  cases: fc.record({
    files: fc.record({
      'plandue.yaml': configurationTexts,
      'ours.yaml': frameworkTexts,
      'holidays.json': holidayTexts,
      'plans/open.yaml': fc.constant(OPEN),
    }),
    args: fc.constantFrom(...COMMANDS).map((words) => words.split(' ')),
  }),
  faultsOf: async (one) => (await runCase(one)).faults,
}
