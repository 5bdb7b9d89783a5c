import { formatsOf } from '../../page/formats.ts'
import { type Page, paragraph, rows, type View } from '../../page/page.ts'
import type { Recipient } from './planning/policy.ts'
import type { DeliveryFailure } from './senders.ts'
import { recipientWording } from './wording.ts'

/** What came of a test message to one recipient over one channel. */
export type TestResult = { readonly recipient: Recipient } & TestOutcome

export type TestOutcome =
  | { readonly outcome: 'sent'; readonly reply: string }
  | { readonly outcome: 'failed'; readonly failure: DeliveryFailure }
  | { readonly outcome: 'printed' }

export type TestAnswer = { readonly results: readonly TestResult[] }

/** The formats of `remind test`. */
export const testReports = formatsOf<TestAnswer>(testPage, ({ results }) => ({
  results: results.map((result) => ({
    ...result.recipient,
    outcome: result.outcome,
    answer: answerWording(result),
  })),
}))

function testPage({ results }: TestAnswer, { quiet }: View): Page {
  const shown = quiet ? results.filter(({ outcome }) => outcome === 'failed') : results
  if (shown.length === 0) return []
  return [
    rows([{ name: '' }, { name: '' }, { name: '', wraps: true }], shown.map(row)),
    ...(quiet || !shown.some(({ outcome }) => outcome === 'sent')
      ? []
      : [paragraph('A server that accepts a message may still lose it: ask whether it arrived.')]),
  ]
}

const TONES = { sent: 'good', failed: 'bad', printed: 'open' } as const

function row(result: TestResult) {
  const { recipient, outcome } = result
  return [
    recipientWording(recipient),
    { text: outcome, tone: TONES[outcome] },
    answerWording(result),
  ]
}

function answerWording(result: TestResult): string {
  if (result.outcome === 'sent') return result.reply
  if (result.outcome === 'failed') return result.failure.why
  return 'printed by the run itself: nothing to try'
}
