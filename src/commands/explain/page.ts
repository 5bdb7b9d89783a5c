import type { Closed } from '../../calendar/counting.ts'
import { type Day, type IsoDate, isoOf } from '../../calendar/day.ts'
import { DIVISION_NAMES, type Division } from '../../calendar/division.ts'
import { longDate } from '../../calendar/format-date.ts'
import { holidayName } from '../../calendar/projection.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Framework } from '../../frameworks/framework.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  type Block,
  type Fact,
  facts,
  heading,
  type Page,
  paragraph,
  type View,
  warning,
} from '../../page/page.ts'
import { itemShape } from '../../reports/json.ts'
import { incompleteness } from '../../reports/wording.ts'
import type { Derivation } from './derivation.ts'
import { derivationPage } from './derivation-page.ts'
import type { Explanation } from './explanation.ts'
import { explanationPage } from './explanation-page.ts'
import { explainPicture } from './picture.ts'

/** What was asked, and what explains it. */
export type ExplainAnswer = {
  readonly today: Day
  /** False where a record that might have had to do with it has an error. */
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly withReadings: boolean
  readonly question: Question
}

type Question =
  | {
      readonly kind: 'items'
      readonly explanations: readonly Explanation[]
      /** All that their record demands: for the picture. */
      readonly ofRecord: readonly Explanation[]
    }
  | {
      readonly kind: 'date'
      readonly date: IsoDate
      readonly divisions: readonly DayIn[]
      /** The closure of the authority in which it lies. */
      readonly closure: string | null
      /** What is due on that day. */
      readonly explanations: readonly Explanation[]
    }
  | {
      readonly kind: 'clock'
      readonly date: IsoDate
      readonly framework: Framework
      readonly derivations: readonly Derivation[]
    }

/** What a day is in a division: why it is no working day, or null, and whether a list says so. */
export type DayIn = {
  readonly division: Division
  readonly closed: Closed | null
  readonly official: boolean
}

/** The formats of `explain`. */
export const explainReports = formatsOf<ExplainAnswer>(page, (answer) => ({
  today: isoOf(answer.today),
  complete: answer.complete,
  ...questionShape(answer.question),
}))

function page(answer: ExplainAnswer, view: View): Page {
  const { today, withReadings, question } = answer
  const shown = { today: isoOf(today), withReadings }
  return [...warning(incompleteness(answer)), ...body()]

  function body(): Page {
    switch (question.kind) {
      case 'items': {
        const { explanations, ofRecord } = question
        return [
          ...explanations.flatMap((one) => explanationPage(one, shown, view)),
          ...(view.quiet ? [] : explainPicture(explanations, ofRecord, today)),
        ]
      }
      case 'date':
        return [
          ...dayBlocks(question, view),
          ...question.explanations.flatMap((one) => explanationPage(one, shown, view)),
          ...(question.explanations.length === 0 ? [nothingDue(question.date)] : []),
        ]
      case 'clock':
        return [
          ...(view.quiet
            ? []
            : [heading(`${question.framework.title}, from ${longDate(question.date)}`)]),
          ...question.derivations.flatMap((one) => derivationPage(one, withReadings, view)),
          ...(question.derivations.length === 0
            ? [paragraph('No stage was in force on that day.')]
            : []),
        ]
    }
  }
}

function dayBlocks(
  { date, divisions, closure }: Extract<Question, { kind: 'date' }>,
  { quiet }: View,
): Block[] {
  if (quiet) return []
  return [
    heading(longDate(date)),
    facts(...divisions.map(dayFact), ['The authority', closure ? `closed: ${closure}` : '']),
  ]
}

function dayFact({ division, closed, official }: DayIn): Fact {
  const name = closed?.skipped === 'bankHoliday' ? holidayName(closed) : 'a weekend day'
  const what = closed ? `not a working day: ${name}` : 'a working day'
  return [DIVISION_NAMES[division], official ? what : `${what} (provisional)`]
}

function nothingDue(date: IsoDate): Block {
  return paragraph(
    `Nothing in the records is due on that day. For the deadlines of a report of that date: plandue explain ${date} --framework ID`,
  )
}

function questionShape(question: Question) {
  switch (question.kind) {
    case 'items':
      return { items: question.explanations.map(explanationShape) }
    case 'date': {
      const { date, divisions, closure, explanations } = question
      return { date, divisions, closure, items: explanations.map(explanationShape) }
    }
    case 'clock': {
      const { date, framework, derivations } = question
      return { date, framework: framework.id, derivations: derivations.map(derivationShape) }
    }
  }
}

function explanationShape(explanation: Explanation) {
  const { item, plan, derivation, stated, extensions, dueClosed, closures } = explanation
  return {
    ...itemShape(item),
    areas: item.background.areas,
    plan,
    derivation: derivation && derivationShape(derivation),
    stated,
    extensions,
    dueClosed,
    closures,
  }
}

function derivationShape(derivation: Derivation) {
  const { rule, calendar, clock, counting, provisional, projected, holidays } = derivation
  const { days, dayOne, due, counted, weekendDays, schoolHolidayDays, bankHolidays } = counting
  const { citation, ...stage } = rule
  return {
    rule: stage,
    division: calendar,
    clock: {
      name: clock.name,
      date: clock.date,
      file: clock.at?.file ?? null,
      line: clock.at?.line ?? null,
    },
    dayOne: isoOf(dayOne),
    due: isoOf(due),
    provisional,
    relaxed: derivation.relaxed,
    counted,
    weekendDays,
    schoolHolidayDays,
    bankHolidays: bankHolidays.map((holiday) => ({
      date: isoOf(holiday.day),
      title: holiday.title,
      isSubstitute: holiday.isSubstitute ?? false,
      official: !projected.includes(holiday),
    })),
    elapsed: days.length,
    lastOfficial: isoOf(holidays.lastOfficial),
    days: days.map(({ day, ...rest }) => ({ date: isoOf(day), ...rest })),
    readings: derivation.readings,
    citation,
  }
}
