import { InvalidArgumentError } from 'commander'
import { finalStage } from '../../assessment/stages.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import { type Framework, type Stage, stageIds } from '../../frameworks/framework.ts'
import { dateArgument } from '../kit/options.ts'

/** A due date that the letter itself prints; without a stage, that of the plan. */
export type PrintedDue = { readonly stage: string | undefined; readonly date: IsoDate }

/** `2024-04-16` or `draft=2024-02-02`, for an option that can be repeated. Throws an InvalidArgumentError. */
export function statedArgument(
  text: string,
  before: readonly PrintedDue[] = [],
): readonly PrintedDue[] {
  const [written = '', stage] = text.split('=', 2).reverse()
  const date = dateArgument(written.trim())
  if (typeof date === 'string') return [...before, { stage: stage?.trim(), date }]
  throw new InvalidArgumentError('Expected the date that is printed, like 2024-04-16.')
}

/** Printed due dates by the ids of their stages. Throws a UsageError for no stage of the framework, or one twice. */
export function statedDates(
  printed: readonly PrintedDue[] = [],
  framework: Framework,
): ReadonlyMap<string, IsoDate> {
  const known = stageIds(framework)
  const dates = new Map<string, IsoDate>()
  for (const { stage = planStageOf(framework)?.id ?? '', date } of printed) {
    if (!known.includes(stage)) {
      throw new UsageError(
        `\`--stated\` names \`${stage}\`, which is no stage of ${framework.title}: ${didYouMeanOr(stage, known)}`,
      )
    }
    if (dates.has(stage)) throw new UsageError(`\`--stated\` gives \`${stage}\` two dates`)
    dates.set(stage, date)
  }
  return dates
}

/** The stage that a letter means by the plan. */
export function planStageOf({ stages }: Framework): Stage | undefined {
  return finalStage(stages, ({ id }) => id)
}
