import { escapedHtml } from './html.ts'
import { shown } from './layout.ts'

/** HTML, as opposed to a text, which stands in it as it reads. */
export type Markup = { readonly markup: string }

/** What stands in HTML: lists stand one below another, and what is missing leaves nothing. */
export type HtmlContent = Markup | string | number | false | undefined | readonly HtmlContent[]

/**
 * A piece of HTML with its holes filled, be they between tags or in an attribute in double quotes. A
 * text does nothing but be read, so that what a record says becomes neither a tag nor an attribute.
 */
export function html(parts: TemplateStringsArray, ...holes: readonly HtmlContent[]): Markup {
  const markup = parts.map((part, index) => part.replace(/\n\s*/g, '\n') + filled(holes[index]))
  return { markup: markup.join('') }
}

function filled(hole: HtmlContent): string {
  if (hole === undefined || hole === false) return ''
  if (typeof hole === 'string') return escapedHtml(shown(hole))
  if (typeof hole === 'number') return String(hole)
  return 'markup' in hole ? hole.markup : hole.map(filled).filter(Boolean).join('\n')
}

/** A text that is HTML already, such as a style or a drawing. */
export function asMarkup(markup: string): Markup {
  return { markup }
}
