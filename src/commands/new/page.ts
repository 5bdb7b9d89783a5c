import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { formatsOf } from '../../page/formats.ts'
import { dateText, heading, type Page, paragraph, rows, type View } from '../../page/page.ts'
import { STATUS_TONES, STATUS_WORDS, timeLeft } from '../../reports/wording.ts'
import { commandWord } from '../../terminal/command-word.ts'

/** A new record and its items as at a day. */
export type NewAnswer = {
  readonly today: IsoDate
  readonly id: string
  readonly file: string
  readonly authority: string
  readonly framework: string
  /** The schema for editors, where it was written with the record. */
  readonly schemaFile: string | null
  readonly items: readonly Item[]
  /** Whether its deadlines were shown already, for confirmation. */
  readonly isShown: boolean
}

/** The formats of `new`. */
export const newReports = formatsOf<NewAnswer>(page, ({ today, id, file, schemaFile, items }) => ({
  today,
  id,
  file,
  schemaFile,
  items: items.map((item) => ({
    id: item.id,
    title: item.title,
    status: item.status,
    due: item.due,
    provisional: item.provisional,
    workingDaysLeft: item.workingDaysLeft,
  })),
}))

function page(answer: NewAnswer, view: View): Page {
  const { file, id, schemaFile, isShown } = answer
  if (view.quiet) return [paragraph(file)]
  const next = schemaFile === null ? '' : ` Its schema for editors: ${schemaFile}.`
  return [
    ...(isShown ? [] : deadlinesPage(answer, view)),
    paragraph(`Written: ${file}.${next}`),
    paragraph(`plandue explain ${commandWord(id)} shows how its dates are calculated.`),
  ]
}

export function deadlinesPage(
  { authority, framework, items, today }: NewAnswer,
  { verbose }: Pick<View, 'verbose'>,
): Page {
  return [
    heading(`${authority}, ${framework}: as at ${longDate(today)}`),
    rows(
      3,
      items.map((item) => [
        item.due === null ? 'no date yet' : dateText(item.due),
        {
          text: item.due === null ? STATUS_WORDS[item.status] : timeLeft(item),
          tone: STATUS_TONES[item.status],
        },
        verbose || item.due === null ? [item.title, ...item.why].join('; ') : item.title,
      ]),
    ),
  ]
}
