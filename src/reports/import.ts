import { importPage } from './import-page.ts'
import type { ImportAnswer } from './import-words.ts'
import { formatsOf } from './page.ts'

/** The formats of `import`. */
export const importReports = formatsOf<ImportAnswer>(
  importPage,
  ({ today, complete, diagnostics: _, ...answer }) => ({ today, complete, ...answer }),
)
