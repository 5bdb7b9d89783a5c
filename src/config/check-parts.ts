import { UsageError } from '../diagnostics/failures.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import { type Framework, stageIds } from '../frameworks/framework.ts'
import type { Config } from './config.ts'

/** Holds the parts of a configuration against each other. Throws a UsageError that names the file. */
export function checkParts(
  { margins = {}, governance = {}, closures = [], stages: tracked = {} }: Config,
  frameworks: readonly Framework[],
  file: string,
): void {
  const stages = [...new Set(frameworks.flatMap(stageIds))]
  checkStages('margins', margins, ['action', ...stages], file)
  checkStages('governance', governance, stages, file)
  checkSteps(governance, file)
  checkTracked(tracked, frameworks, file)
  checkClosures(closures, file)
}

/** What is set for a stage that no framework has would change nothing. */
function checkStages(key: string, set: object, known: readonly string[], file: string): void {
  for (const stage of Object.keys(set).filter((id) => !known.includes(id))) {
    const next = didYouMeanOr(stage, known)
    throw new UsageError(`\`${file}\`: \`${key}\` names \`${stage}\`, which is no stage: ${next}`)
  }
}

/** An optional stage that is asked for must be one of its framework. */
function checkTracked(
  tracked: NonNullable<Config['stages']>,
  frameworks: readonly Framework[],
  file: string,
): void {
  for (const [id, wanted] of Object.entries(tracked)) {
    const framework = frameworks.find((one) => one.id === id)
    const known = framework ? stageIds(framework) : frameworks.map((one) => one.id)
    const wrong = framework ? wanted.find((stage) => !known.includes(stage)) : id
    if (wrong === undefined) continue
    const what = framework ? `no stage of \`${id}\`` : 'no framework'
    throw new UsageError(
      `\`${file}\`: \`stages\` names \`${wrong}\`, which is ${what}: ${didYouMeanOr(wrong, known)}`,
    )
  }
}

/** Records name the steps of a stage by their ids. */
function checkSteps(governance: NonNullable<Config['governance']>, file: string): void {
  for (const [stage, steps] of Object.entries(governance)) {
    const ids = steps.map(({ id }) => id)
    const twice = ids.find((id, index) => ids.indexOf(id) < index)
    if (twice === undefined) continue
    throw new UsageError(`\`${file}\`: two steps to \`${stage}\` have the id \`${twice}\``)
  }
}

function checkClosures(closures: NonNullable<Config['closures']>, file: string): void {
  const wrong = closures.find(({ from, to = from }) => to < from)
  if (!wrong) return
  throw new UsageError(
    `\`${file}\`: the closure \`${wrong.title}\` ends on ${wrong.to}, before it begins on ${wrong.from}`,
  )
}
