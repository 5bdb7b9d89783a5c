import { type Diagnostic, diagnose } from '../../../diagnostics/diagnostic.ts'
import { readYaml } from '../../../yaml/read.ts'
import { templateFault } from './ids.ts'
import { type Mapping, mappingSchema } from './mapping.ts'

/**
 * Reads a mapping; its value is undefined if it has faults. `frameworks` are the ids of all frameworks.
 */
export function readMapping(
  text: string,
  file: string,
  frameworks: readonly string[],
): { value: Mapping | undefined; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics, faults, placeOf } = readYaml<Mapping>(text, file, mappingSchema)
  if (!value || faults.length > 0) return { value: undefined, diagnostics }
  const unknown = (value.frameworks ?? []).flatMap(({ framework }, index) =>
    framework === undefined || frameworks.includes(framework)
      ? []
      : [
          diagnose(placeOf(['frameworks', index, 'framework']), 'unknown-framework', {
            found: framework,
            known: frameworks,
          }),
        ],
  )
  const ids = value.ids.flatMap((template, index) => {
    const why = templateFault(template)
    return why === undefined
      ? []
      : [diagnose(placeOf(['ids', index]), 'id-template', { found: template, why })]
  })
  const faulty = [...unknown, ...ids, ...kindless(value, placeOf)]
  return faulty.length > 0
    ? { value: undefined, diagnostics: [...diagnostics, ...faulty] }
    : { value, diagnostics }
}

/** A mapping needs a framework column or framework rules. */
function kindless(
  { columns, frameworks = [] }: Mapping,
  placeOf: ReturnType<typeof readYaml>['placeOf'],
): Diagnostic[] {
  if (columns.framework !== undefined || frameworks.length > 0) return []
  const args = { keys: ['frameworks'], parent: 'the file', example: undefined }
  return [diagnose(placeOf(['columns'], 'key'), 'missing-key', args)]
}
