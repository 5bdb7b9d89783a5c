import { capitalised } from '../language/capitalised.ts'
import { type HtmlContent, html } from './markup.ts'
import { type Column, type Rows, spokenText, type Text } from './page.ts'
import { tonedMarkup } from './toned-markup.ts'

/** A column that is read, and the cell of a row in it. */
type Cell = { readonly column: Column; readonly text: Text }

/**
 * Rows as a table, or as a list where there is one column. A narrow window shows the cells of a row one
 * below another with their names, which takes the roles of a table from them: so they are given.
 */
export function rowsMarkup({ columns, rows }: Rows): HtmlContent {
  const kept = columns.map((column, index) => ({ column, index }))
  const read = kept.filter(({ column }) => !column.isDrawn)
  const all = rows
    .map((row) => read.map(({ column, index }) => ({ column, text: row[index] ?? '' })))
    .filter((cells) => cells.some(isFilled))
  if (all.length === 0) return undefined
  if (read.length === 1) return listOf(all.flat())
  return html`<table class="govuk-table" role="table">
    ${headMarkup(read.map(({ column }) => column))}
    ${groupsOf(all).map(
      (group) => html`<tbody class="govuk-table__body" role="rowgroup">
        ${group.map(rowMarkup)}
        </tbody>`,
    )}
    </table>`
}

function isFilled({ text }: Cell): boolean {
  return spokenText(text) !== ''
}

function listOf(cells: readonly Cell[]): HtmlContent {
  return html`<ul class="govuk-list">
    ${cells.map(({ text }) => html`<li>${tonedMarkup(text)}</li>`)}
    </ul>`
}

function headMarkup(columns: readonly Column[]): HtmlContent {
  if (columns.every(({ name }) => name === '')) return undefined
  const cells = columns.map(({ name, align }) => {
    const look = `govuk-table__header${align ? ' number' : ''}`
    // A heading without words would be one to nobody.
    return name === ''
      ? html`<td class="govuk-table__header" role="cell"></td>`
      : html`<th class="${look}" role="columnheader" scope="col">${capitalised(name)}</th>`
  })
  return html`<thead class="govuk-table__head" role="rowgroup"><tr role="row">
    ${cells}
    </tr></thead>`
}

/** Rows parted where one of them is a heading: nothing but a strong first cell. */
function groupsOf(rows: readonly (readonly Cell[])[]): (readonly Cell[])[][] {
  const groups: (readonly Cell[])[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && !isHeading(row)) last.push(row)
    else groups.push([row])
  }
  return groups
}

function isHeading([first, ...others]: readonly Cell[]): boolean {
  const isStrong = typeof first?.text === 'object' && first.text.tone === 'strong'
  return isStrong && !others.some(isFilled)
}

function rowMarkup(row: readonly Cell[]): HtmlContent {
  const [first, ...others] = row
  if (!first) return undefined
  if (isHeading(row)) {
    return html`<tr role="row"><th class="govuk-table__header group" role="rowheader" scope="rowgroup" colspan="${row.length}">${spokenText(first.text)}</th></tr>`
  }
  return html`<tr role="row">
    ${isFilled(first) ? html`<th class="govuk-table__cell first" role="rowheader" scope="row">${tonedMarkup(first.text)}</th>` : cellMarkup(first)}
    ${others.map(cellMarkup)}
    </tr>`
}

function cellMarkup(cell: Cell): HtmlContent {
  const { column, text } = cell
  const look = `govuk-table__cell${column.align ? ' number' : ''}`
  return html`<td class="${look}" role="cell">${isFilled(cell) && [namedLabel(column), html`<span>${tonedMarkup(text)}</span>`]}</td>`
}

function namedLabel({ name }: Column): HtmlContent {
  return name !== '' && html`<span class="label" aria-hidden="true">${capitalised(name)}</span>`
}
