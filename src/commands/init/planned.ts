import { CONFIG_NAMES } from '../../config/config.ts'
import { schemas } from '../schema/schemas.ts'
import { scaffoldFor } from './scaffold/for-records.ts'
import type { ScaffoldFile } from './scaffold/index.ts'

/** Where checks can run, by the names of what sets them up. */
export const CI = ['github', 'gitlab', 'jenkins', 'azure'] as const

export type Ci = (typeof CI)[number] | 'none'

/** Where the checks run, and whether a page and a calendar are published there, with whom. */
export type CiChoice = {
  readonly ci: Ci
  readonly pages?: boolean
  readonly people?: boolean
}

export type Planned = ScaffoldFile & {
  readonly words: string
  /** Paths at which something else makes it unnecessary. */
  readonly instead?: readonly string[]
}

/** The files of a repository of plans with its records in a folder, and what each is for. */
export function plannedFor(choice: CiChoice, records: string): readonly Planned[] {
  const files = scaffoldFor(records)
  const { configuration, example, readme, editorSettings, editorExtensions, preCommit } = files
  const schema = (kind: 'record' | 'config' | 'framework') => ({
    path: `.plandue/${kind}.schema.json`,
    text: `${JSON.stringify(schemas[kind], null, 2)}\n`,
    words: 'for editors; completes and explains each key, offline too',
  })
  return [
    { ...configuration, words: 'the settings; with comments', instead: CONFIG_NAMES },
    // A made-up record has no place among real ones.
    { ...example, words: 'an example; a record explained in comments', instead: [records] },
    { ...readme, words: 'for maintainers; when to do what', instead: ['README'] },
    ...ciFiles(choice, files),
    { ...preCommit, words: 'a hook; invalid records block a commit' },
    { ...editorSettings, words: 'for VS Code; which schema applies to which file' },
    { ...editorExtensions, words: 'for VS Code; the extension for YAML' },
    schema('record'),
    schema('config'),
    schema('framework'),
  ]
}

function ciFiles(
  { ci, pages, people }: CiChoice,
  files: ReturnType<typeof scaffoldFor>,
): Planned[] {
  if (ci === 'none') return []
  const checks = 'the checks; for each pull request, and daily'
  if (!pages) return [{ ...files[ci], words: checks }]
  const published = people ? withPeople : (file: ScaffoldFile) => file
  if (ci === 'gitlab') return [{ ...published(files.gitlabPages), words: `${checks}; the page` }]
  const words = 'the page and the calendar; published at each push, and daily'
  return [
    { ...files[ci], words: checks },
    { ...published(files.githubPages), words },
  ]
}

/** What publishes a page, with owners and notes on it. */
function withPeople({ path, text }: ScaffoldFile): ScaffoldFile {
  return {
    path,
    text: text
      .replace('people: false     # true: ', 'people: true      # ')
      .replace("PEOPLE: ''      # --people: ", 'PEOPLE: --people    # '),
  }
}
