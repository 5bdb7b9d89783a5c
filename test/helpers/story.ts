import { plandueIn, repository } from './repository.ts'

/**
 * A document that tells a story: its first block of YAML is a record, and each command of its
 * transcripts works on what those before it have left, on the day of the heading above it. The record
 * is on the branch `main`, the story on one of its own. Returns it with each transcript as it is now.
 */
export async function renewedStory(
  document: string,
  file: string,
  columns: number,
): Promise<string> {
  const repo = repository()
  repo.init()
  const [, record = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(document) ?? []
  repo.commit(BEFORE, { [file]: record, 'papers/dip-sample.pdf': '' })
  repo.git(['switch', '-qc', 'week'])
  const renewed: string[] = []
  let today = BEFORE
  for (const part of document.split(/^(```console\n[\s\S]*?^```$)/m)) {
    today = dayIn(part) ?? today
    const [, command] = /^```console\n\$ plandue ?(.*)\n/.exec(part) ?? []
    if (command === undefined) {
      renewed.push(part)
      continue
    }
    const { out, err } = await plandueIn(repo.folder, wordsOf(command), { today, columns })
    repo.commit(today)
    renewed.push(
      ['```console', `$ plandue ${command}`.trimEnd(), `${err}${out}`.trimEnd(), '```'].join('\n'),
    )
  }
  repo.remove()
  return renewed.join('')
}

/** The day of the commit with which a story begins. */
const BEFORE = '2024-03-21'

/** The words of a command as a shell takes them; those in double quotes are one. */
export function wordsOf(command: string): string[] {
  return (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''))
}

/** The day of the last heading in a part of a document: `## Monday 15 April 2024`. */
function dayIn(part: string): string | undefined {
  const [, day] = [...part.matchAll(/^## \w+day (\d+ \w+ \d{4})$/gm)].at(-1) ?? []
  return day && new Date(`${day} UTC`).toISOString().slice(0, 10)
}
