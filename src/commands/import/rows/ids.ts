import type { InspectionRecord } from '../../../records/record.ts'
import { slugOf } from './names.ts'
import { dateOf } from './row-days.ts'

/** The ids that there are, in lower case: not every file system tells capitals from small letters. */
export type Taken = { has(id: string): boolean }

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)($|[/.])/i

/** What an id may look like: names of letters, digits, points, underscores and hyphens, with slashes. */
const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/

/** Whether an id can be a path in the folder of records on every system. */
export function isSafeId(id: string): boolean {
  return SAFE.test(id) && !DEVICES.test(id) && id.length <= 200 && !id.endsWith('.')
}

/**
 * The id of a new record by the first of some templates that is free, or with a number if none is.
 * Undefined where the record has not what the templates ask for.
 */
export function idFor(
  templates: readonly string[],
  record: InspectionRecord,
  name: string,
  taken: Taken,
): string | undefined {
  const date = dateOf(record) ?? ''
  const parts: Readonly<Record<string, string>> = {
    authority: slugOf(name),
    framework: slugOf(record.framework),
    year: date.slice(0, 4),
    month: date.slice(5, 7),
    date,
  }
  const ids = templates.flatMap((template) => filled(template, parts) ?? []).filter(isSafeId)
  const last = ids.at(-1)
  const numbered = last === undefined ? [] : NUMBERS.map((number) => `${last}-${number}`)
  return [...ids, ...numbered].find((id) => !taken.has(id.toLowerCase()))
}

const NUMBERS = Array.from({ length: 998 }, (_, index) => index + 2)

function filled(template: string, parts: Readonly<Record<string, string>>): string | undefined {
  const names = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  if (names.some((name) => !parts[name])) return undefined
  return template.replace(PLACEHOLDER, (_, name: string) => parts[name] ?? '')
}

const PLACEHOLDER = /\{(\w*)\}/g

/** What is wrong with a template of ids; undefined where nothing is. */
export function templateFault(template: string): string | undefined {
  const unknown = [...template.matchAll(PLACEHOLDER)]
    .map(([, name = '']) => name)
    .find((name) => !KNOWN.includes(name))
  if (unknown !== undefined)
    return `there is no {${unknown}}; use ${KNOWN.map((name) => `{${name}}`).join(', ')}`
  const example = template.replace(PLACEHOLDER, 'a')
  return isSafeId(example) ? undefined : 'it must be a path of letters, digits and hyphens'
}

const KNOWN = ['authority', 'framework', 'year', 'month', 'date']
