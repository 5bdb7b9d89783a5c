import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Item, STATUSES, type Status } from '../../assessment/item.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import { capitalised } from '../../language/capitalised.ts'

/** What a report is about, and with it the exit code; an item must pass every filter that is given. */
export type Filters = {
  readonly authority?: readonly string[]
  readonly framework?: readonly string[]
  readonly owner?: readonly string[]
  readonly stage?: readonly string[]
  readonly kind?: Item['kind']
}

/** What of the items that a report is about is listed. */
export type StatusFilter = { readonly status?: readonly Status[] }

/** Adds the filter of what is listed to a command. It may be given several times. */
export function withStatusFilter(command: Command): Command {
  return command.addOption(
    new Option(
      '--status <status>',
      `list only items with this status: ${STATUSES.join(', ')}`,
    ).argParser((text, before?: Status[]) => [...(before ?? []), statusArgument(text)]),
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
    .option('--owner <text>', 'only actions whose owner has this text', collect)
    .option('--stage <id>', 'only this stage: draft, final, …', collect)
}

/** Whether the report is about an item. */
export function isMeant(
  item: Item,
  { authority, framework, owner, stage, kind }: Filters,
): boolean {
  return (
    (!authority || hasOne(item.authority, authority)) &&
    (!framework || framework.includes(item.framework)) &&
    (!owner || hasOne(item.owner ?? '', owner)) &&
    (!stage || stage.includes(item.stage ?? '')) &&
    (!kind || item.kind === kind)
  )
}

/** Whether an item is to be listed. */
export function isListed(item: Item, { status }: StatusFilter): boolean {
  return !status || status.includes(item.status)
}

function statusArgument(text: string): Status {
  const status = STATUSES.find(
    (known) => known.toLowerCase() === text.replace(/[- ]/g, '').toLowerCase(),
  )
  if (!status) throw new InvalidArgumentError(capitalised(didYouMeanOr(text, STATUSES)))
  return status
}

function collect(text: string, before: string[] = []): string[] {
  return [...before, text]
}

function hasOne(text: string, wanted: readonly string[]): boolean {
  return wanted.some((part) => text.toLowerCase().includes(part.toLowerCase()))
}
