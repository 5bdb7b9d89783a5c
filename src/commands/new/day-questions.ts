import { leadOf } from '../../assessment/receipt.ts'
import { spanWords } from '../../calendar/date-span.ts'
import { addDays, dayOf, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { readWrittenDay, type WrittenDay } from '../../calendar/written-day.ts'
import type { Framework } from '../../frameworks/framework.ts'
import { count } from '../../language/count.ts'
import { type Asking, answerBack, ask, askForDay, isConfirmed } from '../kit/asking.ts'
import type { RecordDraft } from './new-record.ts'
import { planStageOf } from './printed-due.ts'
import { readWrittenVisit } from './visit.ts'

type Dates = Pick<Partial<RecordDraft>, 'visited' | 'published' | 'received'>

/** Asks for the dates that are not known. At least one of them must be. */
export async function askForDates(
  known: Dates & { readonly authority: string },
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
    'When was the visit? A day, a month, or two days with “to”. [leave out]',
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
  { authority, published }: Dates & { readonly authority: string },
  framework: Framework,
  asking: Asking,
): Promise<Dates['received']> {
  const doubt = (received: string) =>
    published !== undefined && received > published
      ? 'That is after it was made public. Letters come before. Keep it?'
      : undefined
  const received = await askForDay(
    receiptQuestion(authority, framework),
    pastDay(asking),
    doubt,
    asking,
  )
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
  return askForDay('When was it made public? [not yet]', pastDay(asking), doubt, asking)
}

/** A report that is dated ahead would be waited for without a deadline. */
const pastDay =
  ({ today }: Asking) =>
  (text: string): WrittenDay => {
    const day = readWrittenDay(text, today)
    if ('fault' in day || day.date <= today) return day
    return { fault: `${longDate(day.date)} has not come yet.` }
  }

/** The due date that the letter prints for the plan, if there is a letter and it can ask for a plan. */
export async function askForStated(
  { received, published, areas }: Dates & { readonly areas: readonly string[] | undefined },
  framework: Framework,
  asking: Asking,
): Promise<RecordDraft['stated']> {
  const { document = 'report' } = framework
  const plan = planStageOf(framework)
  const report = received ?? published
  if (!plan || !report) return undefined
  if (plan.required === 'ifPriorityAction' && areas?.length === 0) return undefined
  const question = `Does the ${document} print a due date for this: ${plan.title}? That day then counts. [no]`
  const latest = isoOf(addDays(dayOf(report), LONGEST))
  const read = (text: string) => readWrittenDay(text, asking.today, latest)
  const doubt = (date: string) =>
    date < report ? `That is before the ${document} came out. Keep it?` : undefined
  const date = await askForDay(question, read, doubt, asking)
  return date && [{ stage: plan.id, date }]
}

/** A due date without a year lies within so many days of its report. */
const LONGEST = 365
