import { CONFIG_NAMES } from '../../config/config.ts'
import { schemas } from '../schema/schemas.ts'
import { scaffoldFor } from './scaffold/for-records.ts'
import type { ScaffoldFile } from './scaffold/index.ts'

/** Where checks can run, by the names of what sets them up. */
export const CI = ['github', 'gitlab', 'jenkins', 'azure'] as const

export type Ci = (typeof CI)[number] | 'none'

export type Planned = ScaffoldFile & {
  readonly words: string
  /** Paths at which something else makes it unnecessary. */
  readonly instead?: readonly string[]
}

/** The files of a repository of plans with its records in a folder, and what each is for. */
export function plannedFor(ci: Ci, records: string): readonly Planned[] {
  const files = scaffoldFor(records)
  const { configuration, example, readme, editorSettings, editorExtensions, preCommit } = files
  const schema = (kind: 'record' | 'config' | 'framework') => ({
    path: `.plandue/${kind}.schema.json`,
    text: `${JSON.stringify(schemas[kind], null, 2)}\n`,
    words: 'for editors; completes and explains each key, offline too',
  })
  const checks = 'the checks; for each pull request, and daily'
  return [
    { ...configuration, words: 'the settings; with comments', instead: CONFIG_NAMES },
    // A made-up record has no place among real ones.
    { ...example, words: 'an example; a record explained in comments', instead: [records] },
    { ...readme, words: 'for maintainers; when to do what', instead: ['README'] },
    ...(ci === 'none' ? [] : [{ ...files[ci], words: checks }]),
    { ...preCommit, words: 'a hook; invalid records block a commit' },
    { ...editorSettings, words: 'for VS Code; which schema applies to which file' },
    { ...editorExtensions, words: 'for VS Code; the extension for YAML' },
    schema('record'),
    schema('config'),
    schema('framework'),
  ]
}
