import { InvalidArgumentError } from 'commander'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { WrittenDay } from '../../calendar/written-day.ts'
import { WorkError } from '../../diagnostics/failures.ts'
import type { Conversation, Host } from '../../host/host.ts'
import { prose } from '../../terminal/columns.ts'

/** Somebody to ask, on a day. */
export type Asking = {
  readonly conversation: Conversation
  readonly host: Pick<Host, 'err' | 'errScreen'>
  readonly bold: (text: string) => string
  readonly today: IsoDate
}

/** Longer lines are hard to read. */
const WIDEST = 80

/** Says a paragraph, with an empty line before it. */
export function announce(text: string, { host }: Asking): void {
  const width = Math.min(host.errScreen.columns ?? WIDEST, WIDEST)
  host.err(`\n${prose(text, width).join('\n')}\n`)
}

/** Says what an answer was taken for, or what is wrong with it: below it, further in. */
export function answerBack(text: string, { host }: Asking): void {
  const width = Math.min(host.errScreen.columns ?? WIDEST, WIDEST) - INDENT.length
  for (const line of prose(text, width)) host.err(`${INDENT}${line}\n`)
}

const INDENT = '  '

/** One line of an answer, without a question. Throws a WorkError if they want to stop. */
export async function answer(
  { conversation, bold }: Asking,
  prompt = '>',
  choices?: readonly string[],
): Promise<string> {
  const line = await conversation.ask(`${bold(prompt)} `, choices)
  if (line === undefined) throw new WorkError('nothing was written')
  return line.trim()
}

/** What a reader makes of an answer: a value, or undefined to ask again after it has said why. */
type Read<T> = (text: string) => Promise<{ readonly value: T } | undefined>

/** Asks until the answer is one. */
export async function ask<T>(question: string, read: Read<T>, asking: Asking): Promise<T> {
  for (;;) {
    announce(question, asking)
    const taken = await read(await answer(asking))
    if (taken) return taken.value
  }
}

/** A yes or a no; Enter is the one in the brackets. */
export async function confirm(
  question: string,
  usual: 'yes' | 'no',
  asking: Asking,
): Promise<boolean> {
  answerBack(`${question} [${usual}]`, asking)
  const text = await answer(asking)
  return /^y(es)?$/i.test(text === '' ? usual : text)
}

/** A text, or nothing for Enter. `read` throws an InvalidArgumentError. */
export function askForText(
  question: string,
  read: (text: string) => string,
  asking: Asking,
): Promise<string | undefined> {
  return ask(question, textReader(read, asking), asking)
}

function textReader(read: (text: string) => string, asking: Asking): Read<string | undefined> {
  return async (text) => {
    if (text === '') return { value: undefined }
    return validated(() => read(text), asking)
  }
}

/** What a function returns; undefined after saying why it threw an InvalidArgumentError. */
export function validated<T>(work: () => T, asking: Asking): { readonly value: T } | undefined {
  try {
    return { value: work() }
  } catch (failure) {
    if (!(failure instanceof InvalidArgumentError)) throw failure
    answerBack(failure.message, asking)
    return undefined
  }
}

/** A day, or nothing for Enter. `doubt` asks whether to keep one; undefined for no doubt. */
export function askForDay(
  question: string,
  read: (text: string) => WrittenDay,
  doubt: (date: IsoDate) => string | undefined,
  asking: Asking,
): Promise<IsoDate | undefined> {
  return ask<IsoDate | undefined>(
    question,
    async (text) => {
      if (text === '') return { value: undefined }
      const day = read(text)
      if ('fault' in day) {
        answerBack(day.fault, asking)
        return undefined
      }
      return (await isKept(day, doubt, asking)) ? { value: day.date } : undefined
    },
    asking,
  )
}

/** Whether a day that was understood is the one that is meant. */
async function isKept(
  { date, isNumeric }: { readonly date: IsoDate; readonly isNumeric: boolean },
  doubt: (date: IsoDate) => string | undefined,
  asking: Asking,
): Promise<boolean> {
  if (!(await isConfirmed(longDate(date), isNumeric, asking))) return false
  const question = doubt(date)
  return question === undefined || confirm(question, 'no', asking)
}

/** Shows what an answer was taken for; asks where its numbers could be meant otherwise. */
export async function isConfirmed(
  words: string,
  isNumeric: boolean,
  asking: Asking,
): Promise<boolean> {
  if (isNumeric) return confirm(`${words}?`, 'yes', asking)
  answerBack(words, asking)
  return true
}
