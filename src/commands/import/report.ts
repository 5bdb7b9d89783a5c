import { formatsOf } from '../../page/formats.ts'
import type { ImportAnswer } from './answer-shape.ts'
import { importPage } from './page.ts'

/** The formats of `import`. */
export const importReports = formatsOf<ImportAnswer>(
  importPage,
  ({ today, complete, diagnostics: _, ...answer }) => ({ today, complete, ...answer }),
)
