import { type HtmlContent, html, type Markup } from './markup.ts'
import { spokenText, type Text, toneOf } from './page.ts'

/**
 * A text with its tone. The words are those for the ear: they make sense by themselves, without bars
 * and arrows, whoever reads them.
 */
export function tonedMarkup(text: Text): Markup {
  return withTone(spokenText(text), toneOf(text))
}

/** Something in a tone: a style shows it, and the words have to say the same. */
export function withTone(content: HtmlContent, tone: ReturnType<typeof toneOf>): Markup {
  return tone === undefined ? html`${content}` : html`<span class="t-${tone}">${content}</span>`
}
