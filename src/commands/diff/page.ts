import type { Item } from '../../assessment/item.ts'
import { longDate } from '../../calendar/format-date.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { formatsOf } from '../../page/formats.ts'
import { markdownWithin } from '../../page/markdown-within.ts'
import {
  type Block,
  dateText,
  type Fact,
  facts,
  heading,
  type Page,
  paragraph,
  points,
  rows,
  spokenText,
  type Text,
  type View,
  visibleText,
  warning,
} from '../../page/page.ts'
import { diagnosticShape } from '../../reports/json.ts'
import { headline, incompleteness } from '../../reports/wording.ts'
import {
  aspectsOf,
  becauseWords,
  type DiffAnswer,
  diffTotals,
  findingWords,
  type ItemChange,
  itemOf,
  statusText,
} from './wording.ts'

/** The formats of `diff`. */
export const diffReports = {
  ...formatsOf<DiffAnswer>(
    (answer, view) => pageOf(answer, view, movedBlocks),
    (answer) => shape(answer),
  ),
  markdown: (answer: DiffAnswer, view: View) =>
    markdownWithin([...pageOf(answer, view, movedTable), ...errorBlocks(answer)], LONGEST_COMMENT),
}

/** GitHub takes 65,536 characters in a comment; a workflow may add a line of its own. */
const LONGEST_COMMENT = 65_000

function pageOf(
  answer: DiffAnswer,
  { quiet, verbose }: View,
  movedPart: (moves: readonly ItemChange[]) => Page,
): Page {
  const { today, base, mergeBase, moves, findings, files } = answer
  const findingBlocks =
    findings.length > 0 ? [heading('Findings'), points(findings.map(findingWords))] : []
  if (quiet) return [...warnings(answer), ...findingBlocks, ...releasedBlocks(answer)]
  return [
    ...warnings(answer),
    heading(`Changes since ${base}, as at ${longDate(today)}`),
    ...movedPart(moves.filter(({ former, now }) => former && now)),
    ...listed(
      'Added',
      moves.flatMap(({ former, now }) => (former || !now ? [] : [now])),
    ),
    ...listed(
      'Removed',
      moves.flatMap(({ former, now }) => (now || !former ? [] : [former])),
    ),
    ...findingBlocks,
    ...releasedBlocks(answer),
    ...(verbose
      ? [
          heading('Compared'),
          facts(['With', mergeBase], ['Files', files.length > 0 ? files : 'none']),
        ]
      : []),
    paragraph(diffTotals(answer)),
  ]
}

/** What a reviewer has to agree to, besides the findings. */
function releasedBlocks({ released, findings }: DiffAnswer): Page {
  const words = released
    .filter(({ why }) => !findings.some(({ message }) => message === why))
    .map(({ item, why }) => `${item}: ${why}`)
  return words.length > 0 ? [heading(`To be agreed (${words.length})`), points(words)] : []
}

function warnings({ complete, wasComplete, diagnostics }: DiffAnswer): Block[] {
  const before = 'Some records had errors at the base: their items are listed as added'
  return [
    ...warning(incompleteness({ complete, diagnostics })),
    ...warning(wasComplete ? undefined : before),
  ]
}

/** The errors that a change brings in; on a terminal they are on the other stream. */
function errorBlocks({ broughtIn }: DiffAnswer): Page {
  const errors = broughtIn.filter(isError)
  const words = errors.map(
    ({ file, line, code, message }) => `${file}:${line}: ${code}: ${message.replaceAll('`', '')}`,
  )
  return errors.length > 0 ? [heading('Errors'), points(words)] : []
}

/** Each item with what moves, for who reads line by line. */
function movedBlocks(moves: readonly ItemChange[]): Page {
  return moves.flatMap((move) => {
    const item = itemOf(move)
    const name: Fact = ['Item', item.id]
    const aspects = aspectsOf(move).map(({ name, from, to, note }): Fact => {
      const words = [`from ${spokenText(from)} to ${spokenText(to)}`, note]
        .filter(Boolean)
        .join(', ')
      return [name, words]
    })
    return [heading(headline(item)), facts(...aspects, ['Because', becauseWords(move)], name)]
  })
}

/** The same as one table, for who reads a comment. */
function movedTable(moves: readonly ItemChange[]): Page {
  const columns = ['item', 'what', 'before', 'after', 'because'].map((name) => ({ name }))
  const cells = moves.flatMap((move) =>
    aspectsOf(move).map(({ name, from, to, note }, index): Text[] => {
      const item = itemOf(move)
      const first = index === 0 ? [`${headline(item)}, ${item.id}`, becauseWords(move)] : ['', '']
      return [first[0] ?? '', name, from, note ? `${visibleText(to)}, ${note}` : to, first[1] ?? '']
    }),
  )
  return moves.length > 0 ? [rows(columns, cells, { isHeaded: true })] : []
}

function listed(title: string, items: readonly Item[]): Page {
  if (items.length === 0) return []
  const cells = items.map((item): Text[] => [
    item.due ? dateText(item.due) : 'no due date',
    statusText(item),
    `${headline(item)}, ${item.id}`,
  ])
  return [heading(`${title} (${items.length})`), rows(3, cells)]
}

function shape({ today, base, mergeBase, complete, wasComplete, ...answer }: DiffAnswer) {
  return {
    today,
    base,
    mergeBase,
    complete,
    wasComplete,
    files: answer.files,
    changes: answer.moves.map(moveShape),
    findings: answer.findings,
    released: answer.released,
    diagnostics: answer.broughtIn.map(diagnosticShape),
  }
}

function moveShape(move: ItemChange) {
  const { former, now, because } = move
  const { id, record, file, line, authority, framework, kind, stage, title, owner } = itemOf(move)
  const pair = <K extends 'id' | 'due' | 'status' | 'submitted' | 'evidence'>(key: K) => ({
    from: former?.[key] ?? null,
    to: now?.[key] ?? null,
  })
  return {
    id,
    change: !former ? 'added' : now ? 'changed' : 'removed',
    record,
    file,
    line,
    authority,
    framework,
    kind,
    stage,
    title,
    owner,
    ids: pair('id'),
    due: pair('due'),
    status: pair('status'),
    submitted: pair('submitted'),
    evidence: pair('evidence'),
    because,
  }
}
