import { Chalk } from 'chalk'
import { assessRecord } from '../../src/assessment/assess-record.ts'
import { dayOf } from '../../src/calendar/day.ts'
import { workingDaysBy } from '../../src/calendar/working-days.ts'
import { type Diagnostic, inOrder } from '../../src/diagnostics/diagnostic.ts'
import { applyIgnores } from '../../src/diagnostics/ignores.ts'
import { renderDiagnostic } from '../../src/diagnostics/render.ts'
import { stageIds } from '../../src/frameworks/framework.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { type RecordReading, readRecord } from '../../src/records/read-record.ts'
import { ignoresIn } from '../../src/yaml/ignore-comments.ts'

const workingDaysOf = workingDaysBy([])
const frameworks = new Map(shippedFrameworks.map((framework) => [framework.id, framework]))
const stages = new Map([...frameworks].map(([id, framework]) => [id, stageIds(framework)]))
export const stagesOf = Object.assign((id: string) => stages.get(id), { known: [...stages.keys()] })

/** The end of 2024: by then all that the cases tell of has happened. */
const TODAY = dayOf('2024-12-31')

/** What a text says as a record; the frameworks are those that plandue ships. */
export function readCase(text: string, name = 'r'): RecordReading {
  return readRecord(text, { file: `${name}.yaml`, id: name }, stagesOf)
}

/** All that is to be said of a text as a record, in order. */
export function diagnosticsOf(text: string, name = 'r'): Diagnostic[] {
  const reading = readCase(text, name)
  const { diagnostics } = assessRecord(reading, {
    today: TODAY,
    frameworks,
    workingDaysOf,
    margins: {},
    backPlan: { governance: {}, closures: [] },
  })
  const all = inOrder([...reading.diagnostics, ...diagnostics])
  return inOrder(applyIgnores(all, ignoresIn(text, reading.file)).shown)
}

/** The same as people read it. */
export function printed(text: string, name = 'r'): string {
  const paint = new Chalk({ level: 0 })
  return diagnosticsOf(text, name)
    .map((diagnostic) => renderDiagnostic(diagnostic, paint))
    .join('')
}

/** The codes of what is to be said, in order. */
export function codesOf(text: string): string[] {
  return diagnosticsOf(text).map(({ code }) => code)
}
