import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { type ReadRows, SIDE, widthsOf } from './docx-columns.ts'
import { GROUNDS, runsOf } from './docx-text.ts'
import { type Column, type Text, toneOf } from './page.ts'

const LINE: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '8A8C8E' }
const NONE: IBorderOptions = { style: BorderStyle.NONE }

/** A table as wide as the page, of which the head stands on each page and no row is parted. */
export function tableOf(table: ReadRows, width: number): Table {
  const widths = widthsOf(table, width)
  const head = table.isHeaded ? [rowOf(table.columns.map(headText), table, true, widths)] : []
  return new Table({
    rows: [...head, ...table.rows.map((row) => rowOf(row, table, false, widths))],
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: table.isHeaded, firstColumn: true, noHBand: true, noVBand: true },
    margins: { marginUnitType: WidthType.DXA, top: 40, bottom: 40, left: SIDE, right: SIDE },
    borders: {
      top: LINE,
      bottom: LINE,
      insideHorizontal: LINE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
    },
  })
}

function headText({ name }: Column): Text {
  return { text: name, tone: 'strong' }
}

function rowOf(
  cells: readonly Text[],
  { columns }: ReadRows,
  isHead: boolean,
  widths: readonly number[],
): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHead,
    children: cells.map((text, index) => cellOf(text, columns[index], isHead, widths[index] ?? 0)),
  })
}

function cellOf(text: Text, column: Column | undefined, isHead: boolean, width: number): TableCell {
  const tone = toneOf(text)
  const fill = tone && GROUNDS[tone]
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(fill && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [
      new Paragraph({
        children: runsOf(text),
        style: 'Cell',
        // A head without a row would be one of nothing.
        keepNext: isHead,
        alignment: column?.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
      }),
    ],
  })
}
