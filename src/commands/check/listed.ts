import type { Assessment } from '../../assessment/assessment.ts'
import type { StatusFilter } from '../../assessment/filters.ts'
import type { Item } from '../../assessment/item.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { pathFrom } from '../../host/paths.ts'
import { groupBy } from '../../language/group-by.ts'
import { INPUT } from '../../workspace/read-records.ts'

/**
 * Which items are listed although they are finished: those that the user asked for by status or by
 * the file of their record, those that a change fails for, and those with a diagnostic that is shown.
 */
export function listedItems(
  paths: readonly string[],
  { status, verbose = false }: StatusFilter & { readonly verbose?: boolean },
  { items, change, diagnostics }: Assessment,
  cwd: string,
): (item: Item) => boolean {
  if (status) return () => true
  const asked = new Set(paths.map((path) => (path === '-' ? INPUT.file : pathFrom('.', path, cwd))))
  const files = [...new Set(items.map(({ file }) => file))]
  const named = new Set(files.filter((file) => asked.has(pathFrom('.', file, cwd))))
  const failing = new Set(change?.fails.map(({ item }) => item))
  const shown = diagnostics.filter(({ severity }) => verbose || severity !== 'note')
  const remarked = remarkedItems(items, shown)
  return ({ id, file }) => failing.has(id) || remarked.has(id) || named.has(file)
}

/** The items with a diagnostic: it stands on the line of the item, or before that of the next. */
function remarkedItems(
  items: readonly Item[],
  diagnostics: readonly Diagnostic[],
): ReadonlySet<string> {
  const byFile = groupBy(items, ({ file }) => file)
  return new Set(
    diagnostics.flatMap(({ file, line: place }) => {
      const before = (byFile.get(file) ?? []).filter(({ line }) => line <= place)
      const nearest = Math.max(...before.map(({ line }) => line))
      return before.filter(({ line }) => line === nearest).map(({ id }) => id)
    }),
  )
}
