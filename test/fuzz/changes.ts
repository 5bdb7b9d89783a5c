import fc, { type Arbitrary } from 'fast-check'
import { type Dice, dice } from '../records/odd-record.ts'
import { hostileTexts } from '../reports/hostile.ts'
import { changeIn } from '../yaml/quick/mutant.ts'

/** Seeds of changes, one each: fewer are smaller, but none is smaller than another. */
const seeds = (most: number) =>
  fc.array(fc.noShrink(fc.noBias(fc.nat(0x7fffffff))), { maxLength: most })

/** One of some values, changed in none to so many places; it shrinks to fewer changes. */
export function changed<T>(
  sources: readonly T[],
  change: (value: T, roll: Dice) => T,
  most = 5,
): Arbitrary<T> {
  return fc
    .tuple(fc.noShrink(fc.constantFrom(...sources)), seeds(most))
    .map(([source, all]) => all.reduce((value, seed) => change(value, dice(seed)), source))
}

/** One of some texts, changed on bytes. */
export const changedText = (sources: readonly string[], most?: number) =>
  changed(sources, changeIn, most)

/** Values that somebody may write where another is wanted, or that somebody means harm by. */
export const ODD_VALUES: readonly unknown[] = [
  ...['', ' ', '-', '0', '01', '1e3', '-1', 'yes', 'null', '~', '*', '**', '?', '{a,b}', '[', '!x'],
  ...['2024-02-05', '2024-02-29', '2023-02-29', '0001-01-01', '1900-01-01', '9999-12-31'],
  ...['2024-13-01', '2024-1-2', '10000-01-01', '2024-02-05T00:00:00Z', '05/02/2024', 'Nov-23'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'a#b',
    '#',
    'a#',
    '..',
    '../../x',
    '/etc/passwd',
    '.',
  ],
  ...['https://example.org/a', 'file:///x', 'C:\\x', 'a/b/c.pdf', 'x'.repeat(5000), 'é', 'ﬁ', '😀'],
  ...['%s', '{0}', '{record}', '$&', "$'", '<b>', '\u2028', '\ud800', '\u0000', '\u001b[2J'],
  ...[null, true, false, 0, -1, 1.5, 1e21, 99999, [], {}, [[]], [{}], { a: {} }, ['a', 'a']],
  ...Object.values(hostileTexts).filter((text) => text.length < 10_000),
]

/** A value of JSON, changed in one place of its structure. */
export function changeValue(value: unknown, roll: Dice): unknown {
  const paths = pathsIn(value)
  const path = paths[roll(paths.length)] ?? []
  const other = valueAt(value, paths[roll(paths.length)] ?? [])
  const key = String(paths[roll(paths.length)]?.at(-1) ?? 'notes')
  const odd = ODD_VALUES[roll(ODD_VALUES.length)]
  const last = path.at(-1)
  const name = last ?? ''
  const changes: readonly (() => unknown)[] = [
    () => withValue(value, path, odd),
    () => withValue(value, path, odd),
    () => withValue(value, path, other),
    () => withValue(value, path, undefined),
    () => withValue(value, [...path.slice(0, -1), key], valueAt(value, path)),
    () => withValue(value, [...path.slice(0, -1), String(odd).slice(0, 40)], valueAt(value, path)),
    () => withValue(value, path, [valueAt(value, path), other]),
    () => withValue(value, path, { [name]: valueAt(value, path) }),
    () => withValue(value, path, Array(roll(40)).fill(valueAt(value, path))),
  ]
  return changes[roll(changes.length)]?.() ?? value
}

type Path = readonly (string | number)[]

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const own: Path[] = path.length === 0 ? [] : [path]
  return [...own, ...steps.flatMap((step) => pathsIn(valueAt(value, [step]), [...path, step]))]
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? Reflect.get(at, step)
        : undefined,
    value,
  )
}

/** The value with another one at a path; without that place, where it is undefined. */
function withValue(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to
  const next = withValue(valueAt(value, [step]), rest, to)
  if (Array.isArray(value) && typeof step === 'number') {
    return value.flatMap((one, at) => (at !== step ? [one] : next === undefined ? [] : [next]))
  }
  const map = typeof value === 'object' && value !== null ? { ...value } : {}
  return Object.fromEntries(
    Object.entries({ ...map, [step]: next }).filter(([, one]) => one !== undefined),
  )
}
