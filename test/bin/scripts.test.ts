import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Scripts = Record<string, string>
const { scripts }: { scripts: Scripts } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
)

/** What runs wherever npm does; `&&` is known to cmd as to sh. */
const PORTABLE = /^(node|npm run|tsc|biome|vitest)\b[\w ./-]*$/

it.each(Object.entries(scripts))('npm runs `%s` under cmd as well: %s', (_name, line) => {
  for (const command of line.split(' && ')) expect(command).toMatch(PORTABLE)
})

it('a step for sh alone would be noticed', () => {
  for (const line of ['rm -rf dist', "node 'a b'", 'X=1 node a', 'node a; node b', 'node $X']) {
    expect(line).not.toMatch(PORTABLE)
  }
})
