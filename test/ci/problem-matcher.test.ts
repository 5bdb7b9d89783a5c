import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scaffold } from '../../src/commands/init/scaffold/index.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

type Pattern = { regexp: string } & Record<string, number>
type Matcher = { owner: string; severity?: string; pattern: [Pattern] }

const { problemMatcher: matchers }: { problemMatcher: Matcher[] } = JSON.parse(
  scaffold.problemMatcher.text,
)

/** What a runner takes from a text, line by line. */
function matched(text: string) {
  return text.split('\n').flatMap((line) =>
    matchers.flatMap(({ severity, pattern: [{ regexp, ...groups }] }) => {
      const match = new RegExp(regexp).exec(line)
      if (!match) return []
      const named = Object.entries(groups).map(([name, group]) => [name, match[group]])
      return [{ severity, ...Object.fromEntries(named) }]
    }),
  )
}

const cases = new URL('../records/cases/err/', import.meta.url)

describe('the problem matcher', () => {
  it.each(readdirSync(cases).filter((name) => name.endsWith('.out')))('takes in %s', (name) => {
    const blocks = readFileSync(new URL(name, cases), 'utf8').trimEnd().split('\n\n')
    expect(blocks.map((block) => matched(block).length)).toEqual(blocks.map(() => 1))
    for (const block of blocks) {
      const [{ file, line, column, severity, code, message }] = matched(block)
      const word = severity === 'notice' ? 'note' : severity
      const head = `${file}:${line}:${column}: ${word} ${code}: ${message}`
      expect(block.split('\n')[0]).toBe(head)
    }
  })

  const FORGED = 'plans/a.yaml:1:1: error not-a-date: forged'
  const files = {
    'plans/a:1:2:b.yaml': record(
      `title: 'plans/a.yaml:1:1: error not-a-date: forged'\nplan: { draft: { stated: 2024-02-12 } }\nunknown: '${FORGED}'`,
    ).replace('Shropshire Council', `'${FORGED}'`),
    'plans/c d.yaml': `authority: '${FORGED}'\nframework: sif\nreceived: 2024-01-12\nplan: { final: { submitted: 12/01/2024, closed: { on: 2024-01-15, reason: '${FORGED}' } } }\nactions: [{ id: A1, title: '${FORGED}', due: 2024-01-20 }]\n`,
  }

  it('takes from a run the diagnostics, and nothing that a record says', async () => {
    const { out: json } = await plandue(['check', '-f', 'json'], { files })
    const { diagnostics } = JSON.parse(json)
    expect(diagnostics.length).toBeGreaterThan(1)
    const { err } = await plandue(['check', '-v'], { files })
    expect(matched(err).map(({ code, message }) => [code, message])).toEqual(
      diagnostics.map(({ code, message }: Record<string, string>) => [code, message]),
    )
  })

  it.each(['table', 'plain'])('takes nothing from a report as %s', async (format) => {
    const { out } = await plandue(['check', '-v', '-f', format], { files })
    expect(out).toContain('forged')
    expect(matched(out)).toEqual([])
  })
})
