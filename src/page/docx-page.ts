import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { IsoDate } from '../calendar/day.ts'
import { leastWidth, type ReadRows, readRows } from './docx-columns.ts'
import { docxFile } from './docx-file.ts'
import { STYLES } from './docx-style.ts'
import { tableOf } from './docx-table.ts'
import { type DocxBlock, plainRuns, runsOf } from './docx-text.ts'
import { shown, shownLine } from './layout.ts'
import { type Block, type Fact, type Page, spokenText, type Text, toneOf } from './page.ts'

/** A4, its margins and what is left between them, in twentieths of a point. */
const SHORT_SIDE = 11_906
const LONG_SIDE = 16_838
const MARGIN = 1134
const UPRIGHT = SHORT_SIDE - 2 * MARGIN
const ACROSS = LONG_SIDE - 2 * MARGIN

/**
 * A page as a document of a word processor (Office Open XML), as bytes. It is dated with a day, and its
 * first heading is what it is about. Where a table is too wide for an upright page, all pages lie.
 */
export async function docxPage(page: Page, on: IsoDate): Promise<Uint8Array> {
  const title = titleOf(page)
  const tables = page.flatMap((block) => (block.kind === 'rows' ? [readRows(block)] : []))
  const isUpright = tables.every((table) => leastWidth(table) <= UPRIGHT)
  const width = isUpright ? UPRIGHT : ACROSS
  const first = page.find(({ kind }) => kind === 'heading')
  const document = new Document({
    styles: STYLES,
    compatibility: { version: 15 },
    sections: [
      {
        properties: { page: paperOf(isUpright) },
        footers: { default: footer(title) },
        children: page.flatMap((block) => blocksOf(block, block === first, width)),
      },
    ],
  })
  return docxFile(document, { title, on })
}

function titleOf(page: Page): string {
  const first = page.find(({ kind }) => kind === 'heading')
  return first?.kind === 'heading' ? shown(spokenText(first.text)) : 'plandue'
}

function paperOf(isUpright: boolean) {
  return {
    // The library turns the sides itself.
    size: {
      width: SHORT_SIDE,
      height: LONG_SIDE,
      orientation: isUpright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
    },
    margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN, header: 567, footer: 567 },
  }
}

function footer(title: string): Footer {
  const page = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        alignment: AlignmentType.RIGHT,
        children: [...plainRuns(`${title}. `), new TextRun({ children: page })],
      }),
    ],
  })
}

function blocksOf(block: Block, isTitle: boolean, width: number): readonly DocxBlock[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block.text, isTitle)]
    case 'paragraph':
      return [toneOf(block.text) === 'bad' ? warningOf(block.text) : sentenceOf(block.text)]
    case 'sentences':
      return block.texts.map(sentenceOf)
    case 'facts':
      return block.facts.flatMap(factOf)
    case 'points':
      return block.points.map(pointOf)
    case 'rows':
      return rowsOf(readRows(block), width)
    case 'lines':
      return block.lines.map(({ text }) => lineOf(text))
    case 'months':
      return []
    case 'picture':
      return block.words.map(pointOf)
  }
}

function headingOf(text: Text, isTitle: boolean): Paragraph {
  const heading = isTitle ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
  return new Paragraph({ children: runsOf(spokenText(text)), heading })
}

function warningOf(text: Text): Paragraph {
  return new Paragraph({ children: runsOf(`Warning: ${spokenText(text)}`), style: 'Warning' })
}

/** What announces something stays with it. */
function sentenceOf(text: Text): Paragraph {
  return new Paragraph({ children: runsOf(text), keepNext: spokenText(text).endsWith(':') })
}

function factOf([name, values]: Fact): Paragraph[] {
  return [values].flat().map(
    (value) =>
      new Paragraph({
        children: [...runsOf({ text: `${name}: `, tone: 'strong' }), ...runsOf(value)],
      }),
  )
}

function pointOf(text: Text): Paragraph {
  return new Paragraph({ children: runsOf(text), bullet: { level: 0 } })
}

function lineOf(text: string): Paragraph {
  return new Paragraph({ children: plainRuns(shownLine(text)), style: 'Lines' })
}

/** A single column is a list. Below a table there has to be a paragraph, or the next would join it. */
function rowsOf(table: ReadRows, width: number): readonly DocxBlock[] {
  if (table.rows.length === 0) return []
  if (table.columns.length === 1) return table.rows.map(([text = '']) => pointOf(text))
  return [tableOf(table, width), new Paragraph({ style: 'Gap', children: [] })]
}
