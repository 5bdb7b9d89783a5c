import { unportable } from '../../../host/portable-name.ts'
import type { InspectionRecord } from '../../../records/record.ts'
import { slugOf } from './names.ts'
import { dateOf } from './row-days.ts'

/** Existing ids in lower case, as some file systems ignore case. */
export type TakenIds = { has(id: string): boolean }

const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/

/** Whether an id is a valid path in the folder of records on every system. */
export function isSafeId(id: string): boolean {
  return SAFE.test(id) && id.length <= 200 && unportable(id) === undefined
}

/**
 * The first free id by the templates, with a number if all are taken. Undefined where the record lacks
 * what the templates need.
 */
export function idFor(
  templates: readonly string[],
  record: InspectionRecord,
  name: string,
  taken: TakenIds,
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

/** What is wrong with an id template; undefined where nothing is. */
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
