import { relative } from 'node:path/posix'
import { type ScaffoldFile, scaffold } from './index.ts'

/**
 * The scaffold of a repository whose folder of records, seen from its root, is another than `plans`:
 * all that names this folder.
 */
export function scaffoldFor(records: string): Record<keyof typeof scaffold, ScaffoldFile> {
  const { example, readme, editorSettings, preCommit } = scaffold
  const within = records === '.' ? '' : `${records}/`
  return {
    ...scaffold,
    example: {
      path: `${within}exampleshire-2024.yaml`,
      text: example.text.replace('../.plandue', () => relative(records, '.plandue')),
    },
    readme: changed(readme, '`plans/`', `\`${within || './'}\``),
    editorSettings: changed(editorSettings, '"plans/', JSON.stringify(within).slice(0, -1)),
    preCommit: changed(preCommit, "'^plans/", `'${patternOf(within)}`),
  }
}

function changed({ path, text }: ScaffoldFile, from: string, to: string): ScaffoldFile {
  return { path, text: text.replaceAll(from, () => to) }
}

/** How a path in a folder begins, as Python's regular expression in single quotes of YAML. */
function patternOf(within: string): string {
  // Beside the records of the root are its settings, and those of other programs.
  if (within === '') return String.raw`^(?!plandue\.)[^.]`
  return `^${within.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("'", "''")}`
}
