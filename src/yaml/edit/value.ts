/** A value that an edit writes: texts and numbers, and maps and lists of them. */
export type Value = ScalarValue | readonly Value[] | ValueMap
export type ScalarValue = string | number
export type ValueMap = { readonly [key: string]: Value }

/** Whether a value is a list; TypeScript does not narrow readonly ones by itself. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function isScalarValue(value: Value): value is ScalarValue {
  return typeof value === 'string' || typeof value === 'number'
}

/** A value as it stands at the end of a path that begins in nothing. */
export function nested(path: readonly (string | number)[], value: Value): Value {
  const [first, ...rest] = path
  if (first === undefined) return value
  const inner = nested(rest, value)
  return typeof first === 'number' ? [inner] : { [first]: inner }
}
