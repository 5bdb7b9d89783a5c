import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { readYaml } from '../yaml/read.ts'
import { clocksOf, type Framework, frameworkSchema, type Stage } from './framework.ts'

/** The framework in a YAML text, and what is wrong with it; no framework if anything is. */
export function readFramework(
  text: string,
  file: string,
): { value: Framework | undefined; diagnostics: readonly Diagnostic[] } {
  const reading = readYaml<Framework>(text, file, frameworkSchema)
  const framework = reading.value
  if (!framework || reading.faults.length > 0)
    return { value: undefined, diagnostics: reading.diagnostics }
  const clashes = framework.stages.flatMap((stage, index) => {
    const earlier = framework.stages.slice(0, index).find((other) => overlaps(stage, other))
    if (!earlier) return []
    const where = 'an earlier stage has it for the same time'
    return [
      diagnose(reading.placeOf(['stages', index, 'id']), 'duplicate-id', { id: stage.id, where }),
    ]
  })
  const faults = [
    ...clashes,
    ...framework.stages.flatMap(endless),
    ...framework.stages.flatMap(adrift),
  ]
  if (faults.length > 0) {
    return { value: undefined, diagnostics: [...reading.diagnostics, ...faults] }
  }
  return { value: framework, diagnostics: reading.diagnostics }

  function endless({ period: { count, unit } }: Stage, index: number): Diagnostic[] {
    if (unit !== 'months' || count <= MOST_MONTHS) return []
    const place = reading.placeOf(['stages', index, 'period', 'count'])
    const expected = `a whole number from 1 to ${MOST_MONTHS} in months`
    return [diagnose(place, 'wrong-type', { key: '`count`', expected, found: `\`${count}\`` })]
  }

  /** A period that runs from the submission of no earlier stage would never start. */
  function adrift(stage: Stage, index: number): Diagnostic[] {
    const earlier = framework?.stages.slice(0, index).map(({ id }) => id) ?? []
    const { id, after = '' } = stage
    if (!clocksOf(stage).includes('submitted') || earlier.includes(after)) return []
    const known = [...new Set(earlier)].filter((one) => one !== id)
    const key = after ? 'after' : 'clock'
    return [
      diagnose(reading.placeOf(['stages', index, key]), 'no-earlier-stage', { id, after, known }),
    ]
  }
}

/** Fifty years: as far as days are counted beyond the dates of a record. */
const MOST_MONTHS = 600

/** Whether two rules for one stage hold on the same day. */
function overlaps(a: Stage, b: Stage): boolean {
  const before = (end?: string, start?: string) =>
    end !== undefined && start !== undefined && end < start
  return a.id === b.id && !before(a.until, b.from) && !before(b.until, a.from)
}
