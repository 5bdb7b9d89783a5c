import { capitalised } from '../language/capitalised.ts'
import { type HtmlContent, html } from './markup.ts'
import { type Column, type Rows, spokenText, type Text, toneOf } from './page.ts'
import { tonedMarkup } from './toned-markup.ts'

/** A table for a browser, in groups of rows. */
export type HtmlTable = {
  readonly caption?: string
  readonly columns: readonly HtmlColumn[]
  readonly groups: readonly (readonly HtmlRow[])[]
}

/** A column, its name perhaps empty, and the class by which a style knows it. */
export type HtmlColumn = { readonly name: string; readonly look?: string | undefined }

/** The cells of a row, the first of which names it; one alone is the heading of its group. */
export type HtmlRow = { readonly id?: string; readonly cells: readonly HtmlContent[] }

/**
 * A narrow window shows the cells of a row one below another with the names of their columns, and a
 * browser then takes it for no table any more: so the roles of one are given.
 */
export function tableMarkup({ caption, columns, groups }: HtmlTable): HtmlContent {
  return html`<table class="govuk-table" role="table">
    ${caption !== undefined && html`<caption class="govuk-table__caption">${caption}</caption>`}
    ${headMarkup(columns)}
    ${groups.map(
      (rows) => html`<tbody class="govuk-table__body" role="rowgroup">
        ${rows.map((row) => rowMarkup(row, columns))}
        </tbody>`,
    )}
    </table>`
}

function headMarkup(columns: readonly HtmlColumn[]): HtmlContent {
  if (columns.every(({ name }) => name === '')) return undefined
  const cells = columns.map(({ name, look }) =>
    // A heading without words would be one to nobody.
    name === ''
      ? html`<td class="govuk-table__header" role="cell"></td>`
      : html`<th class="${classes('govuk-table__header', look)}" role="columnheader" scope="col">${capitalised(name)}</th>`,
  )
  return html`<thead class="govuk-table__head" role="rowgroup"><tr role="row">
    ${cells}
    </tr></thead>`
}

function rowMarkup({ id, cells }: HtmlRow, columns: readonly HtmlColumn[]): HtmlContent {
  const [first, ...others] = cells
  if (others.length === 0) {
    return html`<tr role="row"><th class="govuk-table__header group" role="rowheader" scope="rowgroup" colspan="${columns.length}">${first}</th></tr>`
  }
  return html`<tr role="row"${id !== undefined && html` id="${id}"`}>
    ${isEmpty(first) ? cellMarkup(first, columns[0]) : html`<th class="govuk-table__cell what" role="rowheader" scope="row">${first}</th>`}
    ${others.map((cell, index) => cellMarkup(cell, columns[index + 1]))}
    </tr>`
}

function classes(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** Whether nothing would be seen of it. */
export function isEmpty(content: HtmlContent): boolean {
  return html`${content}`.markup === ''
}

function cellMarkup(content: HtmlContent, { name, look }: HtmlColumn = { name: '' }) {
  const label =
    name !== '' && html`<span class="label" aria-hidden="true">${capitalised(name)}</span>`
  return html`<td class="${classes('govuk-table__cell', look)}" role="cell">${!isEmpty(content) && [label, html`<div>${content}</div>`]}</td>`
}

/** Rows of a page as a table, or as a list where there is one column. */
export function rowsMarkup({ columns, rows }: Rows): HtmlContent {
  const read = columns.flatMap((column, index) => (column.isDrawn ? [] : [{ column, index }]))
  const all = rows.map((row) => read.map(({ index }) => row[index] ?? ''))
  const filled = all.filter((cells) => cells.some(isFilled))
  if (filled.length === 0) return undefined
  if (read.length === 1) return listOf(filled.flat())
  return tableMarkup({
    columns: read.map(({ column }, index) =>
      columnOf(
        column,
        filled.map((cells) => cells[index] ?? ''),
      ),
    ),
    groups: groupsOf(filled),
  })
}

/** A longer word may break, or one of a record could make a table wider than any page. */
const LONGEST_WORD = 14

/** A column; where its words are short, none of them breaks. */
function columnOf({ name, align }: Column, cells: readonly Text[]): HtmlColumn {
  const words = cells.flatMap((cell) => spokenText(cell).split(' '))
  const isWhole = words.every(({ length }) => length <= LONGEST_WORD)
  const look = classes(align && 'number', isWhole ? 'whole' : undefined)
  return { name, look: look === '' ? undefined : look }
}

function isFilled(text: Text): boolean {
  return spokenText(text) !== ''
}

function listOf(texts: readonly Text[]): HtmlContent {
  return html`<ul class="govuk-list">
    ${texts.map((text) => html`<li>${tonedMarkup(text)}</li>`)}
    </ul>`
}

/** Rows parted where one of them is a heading: nothing but a strong first cell. */
function groupsOf(rows: readonly (readonly Text[])[]): HtmlRow[][] {
  const groups: HtmlRow[][] = []
  for (const [first = '', ...others] of rows) {
    const isHeading = toneOf(first) === 'strong' && !others.some(isFilled)
    const last = groups.at(-1)
    const row = isHeading
      ? { cells: [spokenText(first)] }
      : { cells: [first, ...others].map(tonedMarkup) }
    if (last && !isHeading) last.push(row)
    else groups.push([row])
  }
  return groups
}
