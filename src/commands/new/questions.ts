import { InvalidArgumentError } from 'commander'
import { WorkError } from '../../diagnostics/failures.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import type { Framework } from '../../frameworks/framework.ts'
import type { Conversation, Host } from '../../host/host.ts'
import { capitalised } from '../../language/capitalised.ts'
import { dateArgument } from '../kit/options.ts'
import { textArgument, visitedArgument } from './draft-arguments.ts'
import type { RecordDraft } from './new-record.ts'

export type PartialRecordDraft = Partial<RecordDraft>

/** Asks for what is not known yet. Throws a WorkError if the user cancels. */
export async function askForDraft(
  known: PartialRecordDraft,
  frameworks: ReadonlyMap<string, Framework>,
  conversation: Conversation,
  host: Host,
): Promise<RecordDraft> {
  const asking = { conversation, host }
  host.err('Press Enter to skip what is not known, Ctrl-C to cancel without writing.\n')
  const authority = known.authority ?? (await required('Authority: ', textArgument, asking))
  const framework = known.framework ?? (await askForFramework(frameworks, asking))
  const title =
    known.title ?? (await optional('What the inspection looked at', textArgument, asking))
  const dates = await askForDates(known, asking)
  const source =
    known.source ?? (await optional('Where the report can be read', textArgument, asking))
  const areas = known.areas ?? (await askForAreas(frameworks.get(framework), asking))
  return {
    authority,
    framework,
    ...(title === undefined ? {} : { title }),
    ...dates,
    ...(source === undefined ? {} : { source }),
    ...(areas === undefined ? {} : { areas }),
  }
}

/** Enter means yes. Throws a WorkError if the user cancels. */
export async function confirm(question: string, conversation: Conversation): Promise<boolean> {
  const answer = await answerTo(`${question} [Y/n] `, conversation)
  return /^(y(es)?)?$/i.test(answer)
}

type Asking = { readonly conversation: Conversation; readonly host: Host }

async function answerTo(
  question: string,
  conversation: Conversation,
  choices?: readonly string[],
): Promise<string> {
  const answer = await conversation.ask(question, choices)
  if (answer === undefined) throw new WorkError('nothing was written')
  return answer.trim()
}

/** Asks until the answer is valid, with the error after each invalid one. */
async function required<T>(
  question: string,
  parse: (answer: string) => T,
  { conversation, host }: Asking,
  choices?: readonly string[],
): Promise<T> {
  for (;;) {
    const answer = await answerTo(question, conversation, choices)
    try {
      return parse(answer)
    } catch (failure) {
      if (!(failure instanceof InvalidArgumentError)) throw failure
      host.err(`  ${failure.message}\n`)
    }
  }
}

/** The same, with Enter to skip. */
function optional<T>(
  question: string,
  parse: (answer: string) => T,
  asking: Asking,
): Promise<T | undefined> {
  const orNothing = (answer: string) => (answer === '' ? undefined : parse(answer))
  return required(`${question}: `, orNothing, asking)
}

function askForFramework(frameworks: ReadonlyMap<string, Framework>, asking: Asking) {
  for (const { id, title } of frameworks.values()) asking.host.err(`  ${id.padEnd(28)}${title}\n`)
  const ids = [...frameworks.keys()]
  return required('Framework: ', (answer) => frameworkArgument(answer, ids), asking, ids)
}

/** The id of a framework, or an unambiguous start of one. */
function frameworkArgument(answer: string, ids: readonly string[]): string {
  const [only, another] = ids.filter((id) => answer !== '' && id.startsWith(answer.toLowerCase()))
  if (ids.includes(answer)) return answer
  if (only !== undefined && another === undefined) return only
  throw new InvalidArgumentError(capitalised(didYouMeanOr(answer, ids)))
}

const DATES = {
  visited: 'Visited, as 2023-11-13, 2023-11-13..2023-11-14 or 2023-11',
  published: 'Published, as 2024-01-12',
  received: 'Received, as 2024-01-05',
}

/** At least one of the dates must be known. */
async function askForDates(known: PartialRecordDraft, asking: Asking): Promise<PartialRecordDraft> {
  for (;;) {
    const visited = known.visited ?? (await optional(DATES.visited, visitedArgument, asking))
    const published = known.published ?? (await optional(DATES.published, dateArgument, asking))
    const received = known.received ?? (await optional(DATES.received, dateArgument, asking))
    if (visited ?? published ?? received) {
      return {
        ...(visited === undefined ? {} : { visited }),
        ...(published === undefined ? {} : { published }),
        ...(received === undefined ? {} : { received }),
      }
    }
    asking.host.err('  A record needs one of these dates.\n')
  }
}

/** The areas, if a stage depends on them; undefined where they are not known yet. */
async function askForAreas(
  framework: Framework | undefined,
  asking: Asking,
): Promise<readonly string[] | undefined> {
  if (!framework?.stages.some(({ required }) => required === 'ifPriorityAction')) return undefined
  const hint = '`none` if there is none'
  const first = await optionalArea(`Area for priority action (${hint}): `, asking)
  if (first === undefined) return undefined
  if (/^none$/i.test(first)) return []
  const areas = [first]
  for (;;) {
    const next = await optionalArea('Another area for priority action: ', asking)
    if (next === undefined) return areas
    areas.push(next)
  }
}

function optionalArea(question: string, asking: Asking): Promise<string | undefined> {
  return required(question, (answer) => (answer === '' ? undefined : textArgument(answer)), asking)
}
