import type { Assessment } from '../assessment/assessment.ts'
import {
  type ChangeFailure,
  type ChangeResult,
  type RecountedItem,
  releasedBeside,
} from '../assessment/change-result.ts'
import type { FailOn } from '../assessment/failing.ts'
import { longDate } from '../calendar/format-date.ts'
import { count } from '../language/count.ts'
import { printable } from '../terminal/printable.ts'

/** What of all that is wrong a change brings in: nothing where no change is judged. */
export function changeWords({ change }: Pick<Assessment, 'change'>, failOn: FailOn): string[] {
  if (!change) return []
  const { base, fails, recounted } = change
  const aside = asideWords(change, failOn)
  const verdict =
    fails.length > 0
      ? [`The change since ${printable(base)} fails for ${count(fails.length, 'reason')}:`]
      : [`The change since ${printable(base)} fails nothing${aside && `; apart from it, ${aside}`}`]
  return [
    ...verdict,
    ...fails.map((failure) => `- ${failureWords(failure)}`),
    ...(fails.length > 0 && aside ? [`Apart from it, ${aside}`] : []),
    ...recounted.map(recountedWords),
    ...releasedWords(change),
  ]
}

/** What a reviewer has to agree to, besides that for which a change fails. */
function releasedWords(change: ChangeResult): string[] {
  const others = releasedBeside(change)
  if (others.length === 0) return []
  return [
    `To be agreed (${others.length}):`,
    ...others.map(({ item, why }) => `- ${printable(item)}: ${printable(why)}`),
  ]
}

/** A due date that moved with the list of bank holidays. */
function recountedWords({ item, from, to }: RecountedItem): string {
  return `${printable(item)}: due on ${longDate(to)} instead of ${longDate(from)}, because the list of bank holidays changed; that fails nothing`
}

function failureWords({ item, file, why }: ChangeFailure): string {
  return `${printable(item ?? file)}: ${printable(why)}`
}

function asideWords({ aside: { items, files } }: ChangeResult, failOn: FailOn): string {
  const what = failOn === 'at-risk' ? 'overdue or at risk' : 'overdue'
  return [
    ...(items.length > 0
      ? [`${count(items.length, 'item')} ${items.length === 1 ? 'is' : 'are'} ${what}`]
      : []),
    ...(files.length > 0
      ? [`${count(files.length, 'file')} ${files.length === 1 ? 'has' : 'have'} errors`]
      : []),
  ].join(', and ')
}

/** What becomes of the exit code where only a change decides it, and no day will. */
export function exitCodeByChange({ fails }: ChangeResult): string {
  return fails.length > 0
    ? 'Exit code stays 1 until the change is fixed'
    : 'Exit code stays 0: only what the change introduces counts, and none of that has an open deadline'
}
