import { WorkError } from '../../diagnostics/failures.ts'
import type { Framework } from '../../frameworks/framework.ts'
import { listing } from '../../language/listing.ts'
import {
  type Asking,
  announce,
  answer,
  answerBack,
  ask,
  askForText,
  confirm,
  validated,
} from '../kit/asking.ts'
import { askForDates, askForStated } from './day-questions.ts'
import { textArgument } from './draft-arguments.ts'
import { frameworkList } from './framework-list.ts'
import { matchFramework } from './match-framework.ts'
import type { RecordDraft } from './new-record.ts'
import { statedDates } from './printed-due.ts'
import type { TwinOf } from './twin.ts'

export type PartialRecordDraft = Partial<RecordDraft>

/**
 * Asks for what is not known yet. Throws a WorkError if they want to stop, and a UsageError for what is
 * known already and cannot be.
 */
export async function askForDraft(
  known: PartialRecordDraft,
  frameworks: ReadonlyMap<string, Framework>,
  twinOf: TwinOf,
  asking: Asking,
): Promise<RecordDraft> {
  asking.host.err(`${INTRODUCTION}\n`)
  const authority = known.authority ?? (await askForAuthority(asking))
  const framework =
    frameworks.get(known.framework ?? '') ??
    (await askForFramework([...frameworks.values()], asking))
  statedDates(known.stated, framework)
  const title = known.title ?? (await askForText(QUESTIONS.title, textArgument, asking))
  const dates = await askForDates({ ...known, authority }, framework, asking)
  const named = { authority, framework: framework.id, ...(title === undefined ? {} : { title }) }
  await askAboutTwin(twinOf({ ...named, ...dates }), asking)
  const source = known.source ?? (await askForText(QUESTIONS.source, textArgument, asking))
  const areas = known.areas ?? (await askForAreas(framework, asking))
  const stated = known.stated ?? (await askForStated({ ...dates, areas }, framework, asking))
  return {
    ...named,
    ...dates,
    ...(source === undefined ? {} : { source }),
    ...(areas === undefined ? {} : { areas }),
    ...(stated === undefined ? {} : { stated }),
  }
}

const INTRODUCTION = `A record of one inspection. Enter takes what is in [ ]; Ctrl-C stops, and then
nothing is written. Dates: today, yesterday, 1 march, 1/3/2024 or 2024-03-01.`

const QUESTIONS = {
  authority: 'Which council or body was inspected?',
  framework: 'Which kind of inspection? A number or a part of the name.',
  title: 'What did it look at? [leave out]',
  source: 'Where can it be read? [leave out]',
  areas:
    'Which areas for priority action does it name? Copy them, one a line; an empty line ends. “none” if it names none. [not known yet]',
}

/** Throws a WorkError for a no. */
async function askAboutTwin(twin: string | undefined, asking: Asking): Promise<void> {
  if (twin === undefined) return
  const question = `${twin} has the same authority, framework and day. Begin another record?`
  if (!(await confirm(question, 'no', asking))) throw new WorkError('nothing was written')
}

function askForAuthority(asking: Asking): Promise<string> {
  return ask(
    QUESTIONS.authority,
    async (text) => validated(() => textArgument(text), asking),
    asking,
  )
}

async function askForFramework(
  frameworks: readonly Framework[],
  asking: Asking,
): Promise<Framework> {
  announce(QUESTIONS.framework, asking)
  asking.host.err(frameworkList(frameworks, asking.host.errScreen.columns))
  const ids = frameworks.map(({ id }) => id)
  for (;;) {
    const word = await answer(asking, '>', ids)
    const framework = word === '' ? undefined : await chosen(word, frameworks, asking)
    if (framework) return framework
    if (word === '') announce(QUESTIONS.framework, asking)
  }
}

/** The framework that a word means; undefined after saying why it means none, or several. */
async function chosen(
  word: string,
  frameworks: readonly Framework[],
  asking: Asking,
): Promise<Framework | undefined> {
  const { fitting, near } = matchFramework(word, frameworks)
  const [first, second] = fitting
  if (first && !second) {
    answerBack(first.title, asking)
    return first
  }
  const numberOf = (one: Framework) => frameworks.indexOf(one) + 1
  if (first) {
    answerBack(
      `${fitting.length} names fit: ${listing(fitting.map((one) => String(numberOf(one))))}. Which?`,
      asking,
    )
    return undefined
  }
  if (near) {
    const question = `No name fits “${word}”. Did you mean ${numberOf(near)}, ${near.title}?`
    return (await confirm(question, 'yes', asking)) ? near : undefined
  }
  answerBack(`No name fits “${word}”. A number from 1 to ${frameworks.length} will do.`, asking)
  return undefined
}

/** The areas, if a stage depends on them; undefined where they are not known yet. */
async function askForAreas(
  { stages }: Framework,
  asking: Asking,
): Promise<readonly string[] | undefined> {
  if (!stages.some(({ required }) => required === 'ifPriorityAction')) return undefined
  announce(QUESTIONS.areas, asking)
  const areas: string[] = []
  for (;;) {
    const text = await answer(asking, `P${areas.length + 1}>`)
    if (text === '') return areas.length > 0 ? areas : undefined
    if (areas.length === 0 && /^[“"]?none[”"]?$/i.test(text)) {
      answerBack('No area for priority action: no plan is demanded.', asking)
      return []
    }
    const area = validated(() => textArgument(text), asking)
    if (area) areas.push(area.value)
  }
}
