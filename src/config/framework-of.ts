import { UsageError } from '../diagnostics/failures.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import type { Framework } from '../frameworks/framework.ts'
import type { Settings } from './settings.ts'

/** The framework of an id. Throws a UsageError that suggests the nearest id, or several. */
export function frameworkOf(id: string, { frameworks }: Pick<Settings, 'frameworks'>): Framework {
  const framework = frameworks.get(id)
  if (framework) return framework
  throw new UsageError(
    `there is no framework \`${id}\`: ${didYouMeanOr(id, [...frameworks.keys()])}`,
  )
}
