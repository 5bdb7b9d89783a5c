import { type Command, InvalidArgumentError, Option } from 'commander'
import { isOpen, STATUSES, type Status } from '../../assessment/item.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import { capitalised } from '../../language/capitalised.ts'

/** Adds the filter of what is listed to a command: a list with commas, or given several times. */
export function withStatusFilter(command: Command): Command {
  return command.addOption(
    new Option(
      '--status <status>',
      `list only items with this status: ${STATUSES.join(', ')}; or ${OPEN}, for the first three`,
    ).argParser((text, before: Status[] = []) => [...before, ...text.split(',').flatMap(statuses)]),
  )
}

/**
 * Adds the filters of what a report is about to a command. Each may be given several times, for one
 * or the other.
 */
export function withFilters(command: Command): Command {
  return command
    .option('--authority <text>', 'only authorities whose name has this text', collect)
    .option('--framework <id>', 'only records of this framework', collect)
    .option('--owner <text>', 'only items whose owner has this text', collect)
    .option('--area <text>', 'only actions for an area of this id, or with this text', collect)
    .option('--stage <id>', 'only this stage: draft, final, …', collect)
}

const OPEN = 'open'

function statuses(text: string): readonly Status[] {
  const name = text.replace(/[- ]/g, '').toLowerCase()
  if (name === OPEN) return STATUSES.filter((status) => isOpen({ status }))
  const status = STATUSES.find((known) => known.toLowerCase() === name)
  if (!status)
    throw new InvalidArgumentError(capitalised(didYouMeanOr(text.trim(), [...STATUSES, OPEN])))
  return [status]
}

function collect(text: string, before: string[] = []): string[] {
  if (text.trim() === '') throw new InvalidArgumentError('Expected a text.')
  return [...before, text]
}
