// Two runs of the same commands in two places, and where they differ.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** All files below a folder, with what is in them. */
export function filesIn(folder) {
  return new Map(textsIn(folder, ''))
}

function textsIn(folder, path) {
  const entries = readdirSync(join(folder, path)).sort()
  return entries.flatMap((name) => {
    const file = path === '' ? name : `${path}/${name}`
    if (name === '.plandue-lock') return []
    if (statSync(join(folder, file)).isDirectory()) return textsIn(folder, file)
    return [[file, readFileSync(join(folder, file), 'utf8')]]
  })
}

/** What differs between two runs: `status`, `out` and `err`, one sentence each. */
export function runDifferences(words, expected, found) {
  return ['status', 'out', 'err'].flatMap((part) =>
    isSame(expected[part], found[part])
      ? []
      : [`${part} of \`${words}\`:\n${firstDifference(expected[part], found[part])}`],
  )
}

/** The files that differ between two folders, with a sentence each. */
export function fileDifferences(words, expected, found) {
  return [...new Set([...found.keys(), ...expected.keys()])]
    .filter((file) => !isSame(found.get(file) ?? '(none)', expected.get(file) ?? '(none)'))
    .map((file) => ({
      file,
      words: `${file} after \`${words}\`:\n${firstDifference(expected.get(file), found.get(file))}`,
    }))
}

const isSame = (one, other) => timeless(String(one)) === timeless(String(other))

/** The clock goes on between the two, and each runs in a process of its own. */
function timeless(text) {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME')
    .replace(/"duration": \d+/g, '')
}

/** The first line in which two texts differ. */
function firstDifference(expected, found) {
  const [one, other] = [expected, found].map((text) => String(text ?? '(none)').split('\n'))
  const line = one.findIndex((text, index) => text !== other[index])
  const at = line < 0 ? one.length : line
  return `  expected ${JSON.stringify(one[at])}\n  found    ${JSON.stringify(other[at])}`
}
