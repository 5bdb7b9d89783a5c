import { addDays, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { type Framework, stageIds } from '../../frameworks/framework.ts'
import type { InspectionRecord } from '../../records/record.ts'
import { textValue } from '../../yaml/write-text.ts'
import { type PrintedDue, planStageOf, statedDates } from './printed-due.ts'

/** What is known of an inspection when its record is started. */
export type RecordDraft = Pick<InspectionRecord, 'authority' | 'framework'> &
  Partial<Pick<InspectionRecord, 'title' | 'visited' | 'published' | 'received' | 'source'>> & {
    /** The texts of the areas for priority action; undefined where they are not known yet. */
    readonly areas?: readonly string[]
    readonly stated?: readonly PrintedDue[]
  }

/**
 * The text of a new record, with comments on what to add. `schema` is a path or a URL. Throws a UsageError
 * for a printed due date of no stage.
 */
export function textOfRecord(draft: RecordDraft, schema: string, framework: Framework): string {
  const { authority, title, visited, published, received, source, areas } = draft
  const optional = (key: string, value: string | undefined) =>
    value === undefined ? [] : [`${key}: ${textValue(value)}`]
  return [
    `# yaml-language-server: $schema=${schema}`,
    `authority: ${textValue(authority)}`,
    `framework: ${textValue(draft.framework)}`,
    ...optional('title', title),
    ...(visited === undefined ? [] : [`visited: ${visitedValue(visited)}`]),
    ...dated('published', published, 'the day on which the report or letter was made public'),
    ...dated('received', received, 'the day on which it came, which starts the clock'),
    ...optional('source', source),
    '',
    ...areaLines(areas),
    '',
    ...planLines(draft, framework),
    '',
    ...actionLines(areas, exampleDay(draft, 90)),
    '',
  ].join('\n')
}

/** The line of a date, commented out where it is not known. */
function dated(key: string, date: string | undefined, meaning: string): string[] {
  return [date === undefined ? `# ${key}: 2024-01-12 # ${meaning}` : `${key}: ${date} # ${meaning}`]
}

function visitedValue(visited: NonNullable<RecordDraft['visited']>): string {
  return typeof visited === 'string' ? visited : `{ from: ${visited.from}, to: ${visited.to} }`
}

function areaLines(areas: RecordDraft['areas']): string[] {
  if (areas === undefined) {
    return [
      '# Not known yet. [] says that there are none; else each with an id, which actions refer to:',
      '# areasForPriorityAction:',
      '#   - id: P1',
      '#     text: What the report or letter says',
    ]
  }
  if (areas.length === 0) return ['areasForPriorityAction: [] # none']
  return [
    'areasForPriorityAction:',
    ...areas.flatMap((text, index) => [`  - id: P${index + 1}`, `    text: ${textValue(text)}`]),
  ]
}

/** A day for an example: so many days after the report. */
function exampleDay({ published, received, visited }: RecordDraft, days: number): IsoDate {
  const visit = typeof visited === 'object' ? visited.to : visited
  const report = published ?? received ?? visit ?? '2024-01-12'
  return isoOf(addDays(dayOf(report.padEnd('2024-01-12'.length, '-01')), days))
}

function actionLines(areas: RecordDraft['areas'], due: IsoDate): string[] {
  const answers = areas?.length === 0 ? '' : ', answers: [P1]'
  return [
    '# What the plan promises, an action a line; `plandue done` marks one as done:',
    '# actions:',
    `#   - { id: A1, title: Audit of strategy discussions, owner: QA lead${answers}, due: ${due} }`,
  ]
}

/** The plan as far as the letter prints due dates; the rest is commented out. */
function planLines(draft: RecordDraft, framework: Framework): string[] {
  const stated = statedDates(draft.stated, framework)
  const plan = planStageOf(framework)?.id
  const [submitted, due] = [exampleDay(draft, 14), exampleDay(draft, 98)]
  const linesOf = (stage: string) => {
    const date = stated.get(stage)
    const sent = [`submitted: ${submitted}`, `evidence: papers/${stage}.pdf`]
    if (date !== undefined) {
      const known = [`  ${stage}:`, `    stated: ${date} # ${STATED}`]
      return [...known, ...sent.map((line) => `    # ${line}`)]
    }
    const example = stage === plan ? [`stated: ${due} # ${STATED}, if it does`] : []
    const lead = stated.size > 0 ? '  # ' : '#   '
    return [`${lead}${stage}:`, ...[...example, ...sent].map((line) => `${lead}  ${line}`)]
  }
  return [
    '# When something is sent, say so here, and what shows it:',
    stated.size > 0 ? 'plan:' : '# plan:',
    ...stageIds(framework).flatMap(linesOf),
  ]
}

const STATED = 'the due date that the report or letter prints'

/**
 * The file name of a new record: the authority and the year of the visit, else of the report; with a
 * number where that is taken.
 */
export function fileNameOf(draft: RecordDraft, isTaken: (name: string) => boolean): string {
  const { visited, published, received } = draft
  const day = (typeof visited === 'object' ? visited.from : visited) ?? published ?? received ?? ''
  const base = [nameOf(draft.authority), day.slice(0, 4)].filter(Boolean).join('-')
  let name = `${base}.yaml`
  for (let number = 2; isTaken(name); number++) name = `${base}-${number}.yaml`
  return name
}

/** The name of an authority in lower case, without its type such as `council`. */
function nameOf(authority: string): string {
  const plain = authority
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const short = plain
    .replace(/^(?:(?:london|royal)-)*borough-of-|^city-of-(?=.)/, '')
    .replace(/(?:-(?:city|county|metropolitan|borough|district))*-council$/, '')
  return (short || plain || 'record').slice(0, LONGEST_NAME)
}

const LONGEST_NAME = 60
