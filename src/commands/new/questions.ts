import { leadOf } from '../../assessment/receipt.ts'
import { spanWords } from '../../calendar/date-span.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Framework } from '../../frameworks/framework.ts'
import { count } from '../../language/count.ts'
import { listing } from '../../language/listing.ts'
import {
  type Asking,
  announce,
  answer,
  answerBack,
  ask,
  askForDay,
  askForText,
  confirm,
  isConfirmed,
  validated,
} from '../kit/asking.ts'
import { textArgument } from './draft-arguments.ts'
import { frameworkList } from './framework-list.ts'
import { matchFramework } from './match-framework.ts'
import type { RecordDraft } from './new-record.ts'
import { readWrittenVisit } from './visit.ts'

export type PartialRecordDraft = Partial<RecordDraft>

/** Asks for what is not known yet. Throws a WorkError if they want to stop. */
export async function askForDraft(
  known: PartialRecordDraft,
  frameworks: ReadonlyMap<string, Framework>,
  asking: Asking,
): Promise<RecordDraft> {
  asking.host.err(`${INTRODUCTION}\n`)
  const authority = known.authority ?? (await askForAuthority(asking))
  const framework =
    frameworks.get(known.framework ?? '') ??
    (await askForFramework([...frameworks.values()], asking))
  const title = known.title ?? (await askForText(QUESTIONS.title, textArgument, asking))
  const dates = await askForDates({ ...known, authority }, framework, asking)
  const source = known.source ?? (await askForText(QUESTIONS.source, textArgument, asking))
  const areas = known.areas ?? (await askForAreas(framework, asking))
  return {
    authority,
    framework: framework.id,
    ...(title === undefined ? {} : { title }),
    ...dates,
    ...(source === undefined ? {} : { source }),
    ...(areas === undefined ? {} : { areas }),
  }
}

const INTRODUCTION = `A record of one inspection. Enter takes what is in [ ]; Ctrl-C stops, and then
nothing is written. Dates: today, yesterday, 1 march, 1/3/2024 or 2024-03-01.`

const QUESTIONS = {
  authority: 'Which council or body was inspected?',
  framework: 'Which kind of inspection? A number or a part of the name.',
  title: 'What did it look at? [leave out]',
  visited: 'When was the visit? A day, a month, or two days with “to”. [leave out]',
  published: 'When was it made public? [not yet]',
  source: 'Where can it be read? [leave out]',
  areas:
    'Which areas for priority action does it name? Copy them, one a line; an empty line ends. “none” if it names none. [not known yet]',
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

type Dates = Pick<PartialRecordDraft, 'visited' | 'published' | 'received'>

/** At least one of the dates must be known. */
async function askForDates(
  known: PartialRecordDraft,
  framework: Framework,
  asking: Asking,
): Promise<Dates> {
  for (;;) {
    const visited = known.visited ?? (await askForVisit(asking))
    const received = known.received ?? (await askForReceipt(known, framework, asking))
    const published = known.published ?? (await askForPublication(received, asking))
    if (visited ?? published ?? received) {
      return {
        ...(visited === undefined ? {} : { visited }),
        ...(published === undefined ? {} : { published }),
        ...(received === undefined ? {} : { received }),
      }
    }
    answerBack('A record needs one of these days.', asking)
  }
}

function askForVisit(asking: Asking): Promise<Dates['visited']> {
  return ask<Dates['visited']>(
    QUESTIONS.visited,
    async (text) => {
      if (text === '') return { value: undefined }
      const visit = readWrittenVisit(text, asking.today)
      if ('fault' in visit) {
        answerBack(visit.fault, asking)
        return undefined
      }
      const { visited, isNumeric } = visit
      const isMeant = await isConfirmed(spanWords(visited), isNumeric, asking)
      return isMeant ? { value: visited } : undefined
    },
    asking,
  )
}

async function askForReceipt(
  { authority = '', published }: PartialRecordDraft,
  framework: Framework,
  asking: Asking,
): Promise<Dates['received']> {
  const doubt = (received: string) =>
    published !== undefined && received > published
      ? 'That is after it was made public. Letters come before. Keep it?'
      : undefined
  const received = await askForDay(receiptQuestion(authority, framework), doubt, asking)
  const lead = leadOf(framework)
  if (received === undefined && lead > 0) {
    answerBack(
      `Not known: dates are counted from publication, and may be up to ${count(lead, 'working day')} too late.`,
      asking,
    )
  }
  return received
}

/** What receipt is, and why it matters. */
function receiptQuestion(authority: string, framework: Framework): string {
  const { document = 'report', stages } = framework
  const who = /council/i.test(authority) ? 'the council' : 'it'
  const lead = leadOf(framework)
  return [
    `When did ${who} receive the ${document}?`,
    ...(stages.some(({ clock }) => clock === 'received') ? ['This day starts the clock.'] : []),
    `It is the date of the email, not that on the website${lead > 0 ? `: ${document}s come up to ${count(lead, 'working day')} before they are public` : ''}.`,
    '[not known]',
  ].join(' ')
}

function askForPublication(
  received: Dates['received'],
  asking: Asking,
): Promise<Dates['published']> {
  const doubt = (published: string) =>
    received !== undefined && received > published
      ? `It was received later, on ${longDate(received)}. Letters come before they are public. Keep it?`
      : undefined
  return askForDay(QUESTIONS.published, doubt, asking)
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
