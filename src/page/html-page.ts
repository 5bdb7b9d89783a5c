import { escapedHtml } from './html.ts'
import { htmlFile } from './html-file.ts'
import { rowsMarkup } from './html-table.ts'
import { shownLine } from './layout.ts'
import { asMarkup, type HtmlContent, html } from './markup.ts'
import { monthsMarkup } from './months-markup.ts'
import { type Block, type Fact, type Line, type Page, spokenText, type Text } from './page.ts'
import { pictureMarkup } from './time-line-markup.ts'
import { tonedMarkup, withTone } from './toned-markup.ts'

export { htmlFile }

/** A page as a document for a browser. Its first heading is what the document is about. */
export function htmlPage(page: Page): string {
  const first = page.find(({ kind }) => kind === 'heading')
  const title = first?.kind === 'heading' ? spokenText(first.text) : ''
  const unnamed = html`<h1 class="govuk-visually-hidden">Report</h1>`
  return htmlFile({
    title: title === '' ? 'plandue' : title,
    main: [
      first === undefined && unnamed,
      page.map((block) => blockMarkup(block, block === first)),
    ],
    about: [],
  })
}

/** A block of a page; a heading is that of the document, or one below it. */
export function blockMarkup(block: Block, isTitle = false): HtmlContent {
  switch (block.kind) {
    case 'heading':
      return isTitle
        ? html`<h1 class="govuk-heading-l">${spokenText(block.text)}</h1>`
        : html`<h2 class="govuk-heading-m">${spokenText(block.text)}</h2>`
    case 'paragraph':
      return paragraphMarkup(block.text)
    case 'sentences':
      return block.texts.map(paragraphMarkup)
    case 'facts':
      return factsMarkup(block.facts)
    case 'points':
      return listMarkup(block.points, 'govuk-list--bullet')
    case 'rows':
      return rowsMarkup(block)
    case 'lines':
      return block.lines.length > 0 && html`<pre class="file">${block.lines.map(lineMarkup)}</pre>`
    case 'months':
      return monthsMarkup(block)
    case 'picture':
      return [
        block.timeLine && pictureMarkup(block.timeLine),
        listMarkup(block.words, 'govuk-list--spaced'),
      ]
  }
}

/** A line of a file, unlike other texts, keeps its blanks; one without words has a blank to stand. */
function lineMarkup({ text, tone }: Line): HtmlContent {
  return withTone(asMarkup(escapedHtml(shownLine(text)) || ' '), tone)
}

function paragraphMarkup(text: Text): HtmlContent {
  const isWarning = typeof text === 'object' && text.tone === 'bad'
  return isWarning
    ? warningMarkup(spokenText(text))
    : html`<p class="govuk-body">${tonedMarkup(text)}</p>`
}

/** What must not be overlooked. */
export function warningMarkup(words: string): HtmlContent {
  return html`<div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span> ${words}</strong>
    </div>`
}

function factsMarkup(facts: readonly Fact[]): HtmlContent {
  if (facts.length === 0) return undefined
  return html`<dl class="govuk-summary-list govuk-summary-list--no-border">
    ${facts.map(factMarkup)}
    </dl>`
}

function factMarkup([name, values]: Fact): HtmlContent {
  const all = [values].flat().map((value) => html`<div>${tonedMarkup(value)}</div>`)
  return html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${name}</dt>
    <dd class="govuk-summary-list__value">${all}</dd>
    </div>`
}

function listMarkup(texts: readonly string[], look: string): HtmlContent {
  if (texts.length === 0) return undefined
  return html`<ul class="govuk-list ${look}">
    ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>`
}
