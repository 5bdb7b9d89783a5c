import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { shippedPlans } from '../helpers/plandue.ts'
import { oddRecord } from '../records/odd-record.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.length < 20_000)
}

/** A record of which much is open on the day of the runs. */
export const OPEN = `authority: Leeds City Council
framework: ilacs-focused-visit
visited: { from: 2023-11-28, to: 2023-11-29 }
received: 2024-01-10
published: 2024-01-16
areasForPriorityAction: [{ id: P1, text: Decisions in time }]
plan:
  draft: { expected: 2024-02-07 }
  final: # as the letter has it
    extensions: [{ to: 2024-05-07, on: 2024-02-01, by: Ofsted, reason: Illness }]
    steps: { board: { planned: 2024-03-01 } }
actions:
  - { id: A1, title: Train, owner: Ada, due: 2024-02-02, answers: [P1], blocked: No room, progress: [{ on: 2024-01-30, percent: 20 }] }
  - { id: A2, title: Hire, owner: Ben, due: 2024-02-09, snooze: { until: 2024-02-06, reason: Board } }
waivers:
  - { item: A1, rule: overdue, reason: Agreed, approvedBy: Cleo, until: 2024-02-05 }
`

/** Records that are sound, as people and as programs write them. */
export const RECORDS: readonly string[] = [
  OPEN,
  ...Object.values(shippedPlans()),
  ...Array.from({ length: 100 }, (_, seed) => oddRecord(seed)),
]

/** Records with a fault each, or with something that few people write. */
export const CASES: readonly string[] = textsIn(join(root, 'records/cases'))

/** What the records say that the library can read, for changes of their structure. */
export const RECORD_VALUES: readonly unknown[] = [OPEN, ...Object.values(shippedPlans())].map(
  (text) => parse(text),
)

/** A few records beside the one in question. */
export const SOME_PLANS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(shippedPlans()).filter(([path]) => /shropshire-202[23]|cornwall/.test(path)),
)

export const MAPPING = readFileSync(join(root, 'windows/council/ours/map.yaml'), 'utf8')

/** Rows of Ofsted's as the built-in mapping reads them. */
export const INSPECTIONS = readFileSync(
  join(root, 'commands/import/ofsted-inspections-to-2023.csv'),
  'utf8',
)
  .split('\n')
  .slice(0, 12)
  .join('\n')
