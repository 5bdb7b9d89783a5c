import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { messages } from '../../src/diagnostics/messages.ts'
import { codesOf, printed } from './case.ts'
import { largeTexts } from './large-texts.ts'

const sound = casesIn('ok')
const faulty = { ...casesIn('err'), ...largeTexts }

describe('a sound record', () => {
  it.each(Object.entries(sound))('gives nothing to say: %s', (name, text) => {
    expect(printed(text, name)).toBe('')
  })
})

describe('a faulty record', () => {
  it.each(Object.entries(faulty))('says exactly this: %s', async (name, text) => {
    const said = printed(text, name)
    expect(said).not.toBe('')
    await expect(said).toMatchFileSnapshot(`cases/err/${name}.out`)
  })
})

/** Codes of faults that lie in files and folders, not in texts: find.test.ts shows each of them. */
const OF_FILES = [
  'name-clash',
  'name-not-portable',
  'unreadable',
  'not-a-file',
  'broken-link',
  'link-loop',
  'link-outside',
  'too-large',
  'not-utf8',
  'copy-of-record',
]

/** What no record alone brings about: see check.test.ts, base.test.ts, horizon.test.ts and update.test.ts. */
const OF_RUNS = [
  'more-faults',
  'calendar-ends-soon',
  'calendar-year-short',
  'holidays-unshipped',
  'unread-before',
  'one-division',
]

/** Codes that no key of a record can bring about, but one of a framework: see settings.test.ts. */
const OF_FRAMEWORKS = ['not-allowed', 'no-earlier-stage']

/** What only several records together can show: see links.test.ts. */
const OF_LINKS = ['follows-itself', 'follows-circle', 'follows-later', 'follows-other-authority']

/** What only the files beside a record, and their history, can show: see evidence.test.ts. */
const OF_EVIDENCE = ['evidence-missing', 'evidence-outside', 'evidence-late', 'evidence-untold']

/** What only a sparse checkout can show: see incomplete-clone.test.ts. */
const OF_CLONES = ['left-out']

/** What only the reminders of a configuration can bring about: see reminders-fault.test.ts. */
const OF_REMINDERS = ['no-channel', 'reply-to-unused']

/** What only a mapping of data can bring about: see mapping.test.ts. */
const OF_MAPPINGS = ['id-template']

describe('the folder of faulty records', () => {
  const shown = new Set<string>()
  beforeAll(() => {
    for (const code of Object.values(faulty).flatMap(codesOf)) shown.add(code)
  })

  it.each(Object.keys(messages))('has an example of %s, or another test has', (code) => {
    expect(shown.has(code)).toBe(
      ![
        ...OF_FILES,
        ...OF_RUNS,
        ...OF_FRAMEWORKS,
        ...OF_LINKS,
        ...OF_EVIDENCE,
        ...OF_CLONES,
        ...OF_REMINDERS,
        ...OF_MAPPINGS,
      ].includes(code),
    )
  })

  it('keeps no output of a case that is gone', () => {
    expect(namesIn('err', '.out').filter((name) => !(name in faulty))).toEqual([])
  })
})

function casesIn(folder: string): Record<string, string> {
  const names = namesIn(folder, '.yaml')
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(fileIn(folder, `${name}.yaml`), 'utf8')]),
  )
}

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(fileIn(folder, ''))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
}

function fileIn(folder: string, file: string): URL {
  return new URL(`cases/${folder}/${file}`, import.meta.url)
}
