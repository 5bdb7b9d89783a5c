import { inertJson, SCHEMA_VERSION } from './inert-json.ts'
import type { Page, View } from './page.ts'
import type { Written } from './pieces.ts'
import { plainPage } from './plain-page.ts'
import { tablePage } from './table-page.ts'

/** The formats of an answer: a page for people, and a shape for programs. */
export function formatsOf<T>(
  page: (answer: T, view: View) => Page,
  shape: (answer: T) => object | undefined,
): PageFormats<T> {
  return {
    table: (answer, view) => tablePage(page(answer, view), view),
    plain: (answer, view) => plainPage(page(answer, view)),
    json: (answer) => inertJson({ schemaVersion: SCHEMA_VERSION, ...shape(answer) }),
    // Loaded when it is asked for: it brings a style along, which nobody else has to read.
    html: async (answer, view) => (await import('./html-page.ts')).htmlPage(page(answer, view)),
  }
}

type PageFormats<T> = Readonly<
  Record<'table' | 'plain' | 'json', (answer: T, view: View) => string> &
    Record<'html', (answer: T, view: View) => Promise<string>>
>

/** The formats of an answer, by the names that `--format` takes. */
export type Formats<T> = Readonly<
  Record<string, (answer: T, view: View) => Written | Promise<Written>>
>
