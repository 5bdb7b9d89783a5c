/** The value that stands first in an order, without all of them being sorted; undefined of none. */
export function least<T>(values: readonly T[], order: (a: T, b: T) => number): T | undefined {
  return values.reduce<T | undefined>(
    (first, value) => (first === undefined || order(value, first) < 0 ? value : first),
    undefined,
  )
}
