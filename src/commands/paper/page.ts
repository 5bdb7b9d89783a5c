import { longDate } from '../../calendar/format-date.ts'
import { formatsOf } from '../../page/formats.ts'
import { markdownPage } from '../../page/markdown-page.ts'
import { heading, type Page, paragraph, points, type View, warning } from '../../page/page.ts'
import { onlyWords } from '../../reports/filter-wording.ts'
import { incompleteness } from '../../reports/wording.ts'
import { NO_OWNER } from './names.ts'
import type { Paper, PaperAnswer } from './paper.ts'
import { dateOr, ownerOf, paperPart } from './part.ts'
import { pastPart } from './past-part.ts'
import { paperShape } from './shape.ts'
import { tallyTable } from './tally-table.ts'
import {
  COLOURS,
  decisionWords,
  lateWords,
  leftWords,
  outlookWords,
  positionWords,
  riskWords,
  sumWords,
} from './wording.ts'

/** The formats of `paper`. */
export const paperReports = {
  ...formatsOf<PaperAnswer>(pageOf, paperShape),
  markdown: (answer: PaperAnswer, view: View) => markdownPage(pageOf(answer, view)),
  // Loaded when it is asked for: it brings a library along that nobody else needs.
  docx: async (answer: PaperAnswer, view: View) =>
    (await import('../../page/docx-page.ts')).docxPage(pageOf(answer, view), answer.paper.today),
}

function pageOf(answer: PaperAnswer, { quiet }: View): Page {
  const { paper } = answer
  const before = 'Some records could not be read as they were then: their items count as new'
  const urgent = [...latePart(paper), ...riskPart(paper)]
  return [
    heading(`Action plans: position on ${longDate(paper.today)}${onlyWords(paper)}`),
    ...warning(incompleteness(answer)),
    ...warning(answer.wasComplete ? undefined : before),
    ...positionPart(paper),
    ...urgent,
    ...(quiet ? [] : [...duePart(paper), ...pastPart(paper), ...breakdowns(paper)]),
    ...decisionPart(paper),
    ...(quiet ? [] : origin(paper)),
  ]
}

function positionPart(paper: Paper): Page {
  const { sum, plans } = paper
  return [
    heading('Position'),
    paragraph(positionWords(paper)),
    tallyTable('Action plan', plans, sum),
    paragraph(
      `${sumWords(sum)} Red is overdue. Amber is at risk: close to its due date, blocked, or expected late. Green is on track.`,
    ),
  ]
}

function latePart({ late, names }: Paper): Page {
  return paperPart(
    'Late, and since when',
    'Nothing is late.',
    ['What', 'Status', 'Owner', 'Was due', 'Late', 'What is known'],
    late,
    (item) => [
      names.what(item),
      COLOURS.red,
      ownerOf(item),
      dateOr(item.due),
      lateWords(item),
      outlookWords(item),
    ],
  )
}

function riskPart({ atRisk, names }: Paper): Page {
  return paperPart(
    'At risk',
    'Nothing is at risk.',
    ['What', 'Status', 'Owner', 'Due', 'Left', 'Why'],
    atRisk,
    (item) => [
      names.what(item),
      COLOURS.amber,
      ownerOf(item),
      dateOr(item.due),
      leftWords(item),
      riskWords(item),
    ],
  )
}

function duePart({ dueSoon, until, names }: Paper): Page {
  return paperPart(
    `Due before the next meeting, by ${longDate(until)}`,
    'Nothing else falls due by then.',
    ['What', 'Status', 'Owner', 'Due', 'Left'],
    dueSoon,
    (item) => [names.what(item), COLOURS.green, ownerOf(item), dateOr(item.due), leftWords(item)],
  )
}

/** By owner only where a record names one. */
function breakdowns({ areas, owners, sum }: Paper): Page {
  const hasOwners = owners.some(({ name }) => name !== NO_OWNER)
  const byOwner = [heading('By owner'), tallyTable('Owner', owners, sum)]
  return [heading('By area'), tallyTable('Area', areas, sum), ...(hasOwners ? byOwner : [])]
}

function decisionPart(paper: Paper): Page {
  const words = paper.decisions.map((decision) => decisionWords(decision, paper))
  return [
    heading('Decisions asked for'),
    ...(words.length > 0
      ? [paragraph('The board is asked to:'), points(words)]
      : [paragraph('No decision is asked for.')]),
  ]
}

function origin({ today, since }: Paper): Page {
  return [
    heading('How this paper was made'),
    paragraph(
      `From the records as they were on ${longDate(today)}, and as they were known at the end of ${longDate(since)}. A day that is named as due counts whole. What is new counts from the day on which it was put into the records, and an item that answers several areas is counted in the first.`,
    ),
  ]
}
