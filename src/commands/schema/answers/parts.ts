import { capitalised } from '../../../language/capitalised.ts'
import { filterSchema } from '../../../reports/json-schema.ts'
import {
  isoDay,
  listOf,
  note,
  objectOf,
  orNull,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'

/** A key: the schema of its value, what it means, and an example. */
export type Key = readonly [schema: object, description: string, example: unknown]
export type Keys = Readonly<Record<string, Key>>

/** A map with these keys and no others, all of which are there; each has its name as its title. */
export function allKeys(keys: Keys) {
  return objectOf(
    Object.fromEntries(
      Object.entries(keys).map(([key, [schema, description, example]]) => [
        key,
        note(schema, titleOf(key), description, example),
      ]),
    ),
  )
}

/** The same, of which some keys may be missing. */
export function someKeys(keys: Keys, missing: readonly string[]) {
  const whole = allKeys(keys)
  return { ...whole, required: whole.required.filter((key) => !missing.includes(key)) }
}

/** `workingDaysLeft` is called *Working days left*. */
function titleOf(key: string): string {
  return capitalised(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
}

/** A list of maps with these keys. */
export function each(description: string, keys: Keys) {
  return listOf(note(allKeys(keys), 'Entry', description, {}))
}

export const areaList = each('An area.', {
  id: [string, 'Its id.', 'P1'],
  text: [string, 'The words of the report.', 'Timeliness'],
})

/** A list of texts. */
export function texts(description: string, example: string) {
  return listOf(note(string, 'Entry', description, example))
}

/** One of several words. */
export const words = (values: readonly (string | null)[]) => ({ enum: values })

export const orNothing = (schema: object) => ({ oneOf: [{ type: 'null' }, schema] })

export const textOrNull = orNull(string)
export const dayOrNull = orNull(isoDay)
export const numberOrNull = { type: ['number', 'null'] }

/** The shape of an answer in JSON; `title` is the command. */
export function answerShape(title: string, description: string, keys: Keys) {
  return { title, description, ...allKeys({ ...VERSION, ...keys }) }
}

/** The shape of an answer that is one of several, by what was asked. */
export function answerOneOf(title: string, description: string, choices: readonly Keys[]) {
  return {
    title,
    description,
    oneOf: choices.map((keys) => allKeys({ ...VERSION, ...keys })),
  }
}

const VERSION: Keys = {
  schemaVersion: [{ const: 1 }, 'Rises when a key changes its meaning or goes.', 1],
}

export const TODAY: Keys = { today: [isoDay, 'The day of the answer.', '2024-02-05'] }

export const COMPLETE: Keys = {
  complete: [yesOrNo, 'False where something could not be read, so that parts are missing.', true],
}

export const FILTERS: Keys = {
  filters: [
    listOf(note(filterSchema, 'Filter', 'One filter.', { name: 'path', values: ['plans'] })),
    'The filters and paths that were given.',
    [],
  ],
}

/** From one value to another. */
export const fromTo = (schema: object, description: string, from: unknown, to: unknown) =>
  allKeys({
    from: [schema, `${description} before.`, from],
    to: [schema, `${description} now.`, to],
  })
