import { type Item, partOf } from '../../assessment/item.ts'
import { movedWords } from '../../assessment/sentences.ts'
import { isWaived } from '../../assessment/waivers.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { diffBlock } from '../../page/diff-block.ts'
import { formatsOf } from '../../page/formats.ts'
import { type DiffLine, lineDiff, unifiedDiff } from '../../page/line-diff.ts'
import {
  type Block,
  facts,
  heading,
  type Line,
  lines,
  type Page,
  paragraph,
  type View,
  warning,
} from '../../page/page.ts'
import {
  explanations,
  headline,
  incompleteness,
  STATUS_TONES,
  STATUS_WORDS,
  timeLeft,
} from '../../reports/wording.ts'

export type EditAnswer = {
  readonly today: IsoDate
  readonly file: string
  /** The file from the root of the repository, as a patch names it. */
  readonly path: string
  readonly outcome: 'written' | 'dryRun' | 'unchanged'
  /** The text of the file before and after the edit. */
  readonly before: string
  readonly after: string
  /** The items whose status, due date or waiver changed, or that are now expected late. */
  readonly moved: readonly MovedItem[]
  /** Of the record, the open item that falls due next. */
  readonly nextDue: Item | null
  /** False where the record has errors. */
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** `before` is null for an item that was added. */
export type MovedItem = { readonly before: Item | null; readonly after: Item }

/** The formats of the commands that change a record. */
export const editReports = formatsOf<EditAnswer>(page, (answer) => {
  const { today, complete, file, path, outcome, before, after, moved, nextDue } = answer
  return {
    today,
    complete,
    file,
    outcome,
    changed: before !== after,
    removed: changedLines(answer, '-').map((line) => ({ line: line.before, text: bare(line) })),
    added: changedLines(answer, '+').map((line) => ({ line: line.after, text: bare(line) })),
    items: moved.map((item) => ({
      id: item.after.id,
      before: item.before && standing(item.before),
      after: standing(item.after),
    })),
    nextDue: nextDue && { on: nextDue.due, item: nextDue.id },
    diff: unifiedDiff(path, before, after),
  }
})

function page(answer: EditAnswer, view: View): Page {
  const { outcome, file, today, moved } = answer
  const first = warning(incompleteness(answer))
  if (outcome === 'unchanged') {
    return view.quiet ? first : [...first, paragraph(`Nothing to change: ${file} says so already.`)]
  }
  const changed =
    outcome === 'dryRun'
      ? diffBlock(answer.path, answer.before, answer.after)
      : changedBlock(answer)
  if (view.quiet) return [...first, changed]
  return [
    ...first,
    heading(outcome === 'dryRun' ? `Not written (--dry-run): ${file}` : `Written: ${file}`),
    changed,
    ...moved.flatMap((item) => movedBlocks(item, view)),
    ...(moved.length === 0
      ? [paragraph(`No change of due date or status as at ${longDate(today)}.`)]
      : []),
    paragraph(nextWords(answer.nextDue)),
  ]
}

function movedBlocks({ before, after }: MovedItem, { verbose }: View): Page {
  const from = before ? statusWording(before) : 'new'
  const to = statusWording(after)
  const status = [from === to ? to : `${from} → ${to}`, timeLeft(after)]
  const due = `${before ? `${dueWording(before)} → ` : ''}${dueWording(after)}`
  return [
    heading(headline(after)),
    facts(
      [
        'Status',
        {
          text: status.filter((words) => words !== '').join(', '),
          tone: STATUS_TONES[after.status],
        },
      ],
      ['Due', before?.due === after.due ? '' : due],
      [
        'Moved',
        after.timesMoved > (before?.timesMoved ?? 0) ? movedWords(after).replace('moved ', '') : '',
      ],
      ['Because', verbose ? explanations(after) : after.reasons.length > 0 ? after.why : []],
      ['Item', after.id],
    ),
  ]
}

/** What comes next in the record. */
function nextWords(next: Item | null): string {
  if (!next?.due) return 'Next to fall due in this record: nothing.'
  return `Next to fall due in this record: ${next.title} (${partOf(next)}), on ${longDate(next.due)}, ${timeLeft(next)}.`
}

function statusWording(item: Item): string {
  return `${STATUS_WORDS[item.status]}${isWaived(item) ? ' (waived)' : ''}`
}

function dueWording({ due }: Item): string {
  return due === null ? 'not known' : longDate(due)
}

/** The changed lines with their line numbers. */
function changedBlock(answer: EditAnswer): Block {
  const changed = lineDiff(answer.before, answer.after).filter(({ sign }) => sign !== ' ')
  const numbers = changed.map((line) => String(line.sign === '-' ? line.before : line.after))
  const width = Math.max(...numbers.map((number) => number.length))
  return lines(
    changed.map((line, index): Line => {
      const number = (numbers[index] ?? '').padStart(width)
      return { text: `  ${number} ${line.sign} ${bare(line)}`, tone: TONES[line.sign] }
    }),
  )
}

const TONES = { '-': 'bad', '+': 'good', ' ': 'open' } as const

function changedLines({ before, after }: EditAnswer, sign: DiffLine['sign']) {
  return lineDiff(before, after).filter((line) => line.sign === sign)
}

function bare({ text }: DiffLine): string {
  return text.replace(/\r?\n$/, '')
}

function standing(item: Item) {
  const { due, status, reasons } = item
  return { due, status, reasons, waived: isWaived(item) }
}
