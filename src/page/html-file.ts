import { asMarkup, type HtmlContent, html } from './markup.ts'
import style from './page.scss'

export type HtmlFile = {
  /** Says how things stand, since it is what a tab and a list of files show. */
  readonly title: string
  readonly main: HtmlContent
  /** Names of what is to be known of the page, each with what is said of it. */
  readonly about: readonly (readonly [name: string, words: HtmlContent])[]
}

/**
 * A document for a browser that is all in one file: its policy lets it load and run nothing, wherever
 * it is opened, and allows its style by the hash of that.
 */
export function htmlFile({ title, main, about }: HtmlFile): string {
  const { markup } = html`<!doctype html>
    <html lang="en-GB" class="govuk-template">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${asMarkup(policy(style.hash))}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <meta name="color-scheme" content="light">
    <title>${title}</title>
    <style>${asMarkup(style.css)}</style>
    </head>
    <body class="govuk-template__body">
    <a href="#main" class="govuk-skip-link">Skip to the report</a>
    <header class="top"><p class="govuk-width-container"><b>plandue</b> Action plan deadlines</p></header>
    <main id="main" class="govuk-main-wrapper govuk-width-container">
    ${main}
    </main>
    ${about.length > 0 && footer(about)}
    </body>
    </html>
  `
  // What is missing leaves an empty line; no line of a file is one: see `lines` of a page.
  return markup.replace(/\n{2,}/g, '\n')
}

function policy(hash: string): string {
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

function footer(about: HtmlFile['about']): HtmlContent {
  return html`<footer class="foot"><div class="govuk-width-container">
    <h2 class="govuk-visually-hidden">About this report</h2>
    <dl>
    ${about.map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}
    </dl>
    </div></footer>`
}
