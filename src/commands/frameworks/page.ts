import { leadOf } from '../../assessment/receipt.ts'
import { isInForce } from '../../assessment/rules.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { calendarName } from '../../calendar/division.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import { count } from '../../language/count.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  type Fact,
  facts,
  heading,
  type Page,
  paragraph,
  rows,
  type View,
} from '../../page/page.ts'
import {
  citationWords,
  clockWords,
  firstDayWords,
  periodWords,
  relaxationWords,
  requiredWords,
  sourceFacts,
  validityWords,
} from '../../reports/rule-wording.ts'

/** A framework, and the file in which a user keeps it; null for one that plandue ships. */
export type KnownFramework = { readonly framework: Framework; readonly file: string | null }

/** Frameworks as at a day; `isOne` where the user asked for one by its id. */
export type FrameworksAnswer = {
  readonly today: IsoDate
  readonly isOne: boolean
  readonly frameworks: readonly KnownFramework[]
  /** When a stage would be due if its clock started today; `provisional` where holidays are projected. */
  exampleOf(
    framework: Framework,
    stage: Stage,
  ): { readonly due: IsoDate; readonly provisional: boolean }
}

/** The formats of `frameworks`. */
export const frameworksReports = formatsOf<FrameworksAnswer>(
  (answer, view) =>
    answer.isOne
      ? answer.frameworks.flatMap((one) => shownPage(one, answer, view))
      : listPage(answer, view),
  ({ today, isOne, frameworks }) => {
    const shapes = frameworks.map(({ framework, file }) => ({ ...framework, file }))
    return isOne ? shapes[0] : { today, frameworks: shapes }
  },
)

function listPage({ today, frameworks }: FrameworksAnswer, { quiet, verbose }: View): Page {
  if (quiet)
    return [
      rows(
        1,
        frameworks.map(({ framework }) => [framework.id]),
      ),
    ]
  return [
    heading(`Frameworks, with the rules in force on ${longDate(today)}`),
    rows(
      2,
      frameworks.map(({ framework, file }) => [
        { text: framework.id, tone: 'strong' },
        [
          `${framework.title}: ${rulesWords(framework, today)}`,
          ...(file ? [`your own, in ${file}`] : []),
        ].join('; '),
      ]),
    ),
    ...(verbose ? [heading('Sources'), facts(...sources(frameworks))] : []),
    paragraph('plandue frameworks ID shows one with its rules and their sources.'),
  ]
}

function rulesWords({ stages }: Framework, today: IsoDate): string {
  const words = stages
    .filter((stage) => isInForce(stage, today))
    .map(
      ({ id, period, optional }) => `${id} ${periodWords(period)}${optional ? ' (optional)' : ''}`,
    )
  return words.length > 0 ? words.join(', ') : 'no rule in force'
}

function sources(frameworks: readonly KnownFramework[]): Fact[] {
  return frameworks.map(({ framework }) => [
    framework.id,
    [...new Set(framework.stages.map(({ citation }) => citationWords(citation)))],
  ])
}

function shownPage(
  { framework, file }: KnownFramework,
  { today, exampleOf }: FrameworksAnswer,
  { quiet, verbose }: View,
): Page {
  const { id, title, inspectorate, calendar, excludes, roll = 'none', stages } = framework
  return [
    heading(`${title} (${id})`),
    facts(
      ['Inspectorate', inspectorate ?? ''],
      ['Bank holidays', calendarName(calendar)],
      ['Left out', excludedWords(excludes)],
      ['Closed due day', ROLLS[roll]],
      ['Receipt', leadWords(framework)],
      ['Evidence', quiet ? '' : (framework.leadEvidence ?? '')],
      ['Defined in', file ?? 'plandue itself'],
    ),
    ...stages.flatMap((stage) => [
      heading(`${stage.id}: ${stage.title}`),
      facts(
        ...ruleFacts(stage, today),
        ...(verbose ? [exampleFact(today, exampleOf(framework, stage))] : []),
        ...(quiet ? [] : sourceFacts(stage.citation)),
      ),
    ]),
  ]
}

/** How early a receipt is taken for possible where only publication is known. */
function leadWords(framework: Framework): string {
  const lead = leadOf(framework)
  if (lead === 0) return ''
  const whose = framework.lead === undefined ? ', taken over from letters of Ofsted' : ''
  return `up to ${count(lead, 'working day')} before publication${whose}`
}

/** Where a due day goes that is no working day. */
const ROLLS: Record<NonNullable<Framework['roll']>, string> = {
  none: '',
  next: 'moved to the next working day',
  previous: 'moved to the working day before',
}

function excludedWords(excludes: Framework['excludes'] = []): string {
  return excludes.includes('schoolHolidays') ? 'school holidays of more than a week' : ''
}

function ruleFacts(stage: Stage, today: IsoDate): Fact[] {
  const validity = validityWords(stage)
  const isOld = !isInForce(stage, today)
  return [
    [
      'Period',
      `${periodWords(stage.period)}, counted ${clockWords(stage)}; ${firstDayWords(stage)}`,
    ],
    ['Required', requiredWords(stage)],
    ['Goes to', stage.recipients ?? ''],
    ['Left out', stage.excludes ? excludedWords(stage.excludes) || 'no school holidays' : ''],
    ['In force', isOld ? `${validity}: not on ${longDate(today)}` : validity],
    ['Relaxed', (stage.relaxed ?? []).map(relaxationWords)],
  ]
}

function exampleFact(
  today: IsoDate,
  { due, provisional }: ReturnType<FrameworksAnswer['exampleOf']>,
): Fact {
  const words = `from ${longDate(today)} to ${longDate(due)}`
  return ['Example', provisional ? `${words} (provisional)` : words]
}
