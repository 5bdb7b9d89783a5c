import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import about from '../../package.json' with { type: 'json' }
import { channels } from '../../src/commands/remind/channels/index.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { ROOMS } from './rules.ts'

// The map and the recipes of src/README.md, held against what is there.

const root = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(`${root}src/README.md`, 'utf8')
const paths = [
  ...['src', 'test'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  ),
  ...readdirSync(root),
]

/** The text under a heading, up to the next one of its level. */
function chapter(heading: string): string {
  const level = heading.split(' ', 1)[0]
  const [, after = ''] = readme.split(`\n${heading}\n`)
  return after.split(`\n${level} `, 1)[0] ?? ''
}

const firstCells = (text: string) =>
  [...text.matchAll(/^\| (?!---)([^|]+?) \|/gm)].slice(1).map(([, cell = '']) => cell)

/** The names for which there is a file as a recipe names it. */
function namesLike(path: string): string[] {
  const [before = '', ...after] = path.replace(/\/$/, '').split('<name>')
  const escaped = [before, ...after].map((part) => part.replace(/[.\\]/g, '\\$&'))
  const pattern = new RegExp(`^${escaped.join('([\\w-]+)')}$`)
  return paths.flatMap((one) => pattern.exec(one)?.slice(0, 2).at(-1) ?? [])
}

const recipes = chapter('## Recipes').split('\n### ').slice(1)
const steps = recipes.flatMap((recipe) => {
  const [title = '', ...lines] = recipe.split('\n')
  return lines.flatMap((line) => {
    const [, path] = /^- `([^`]+)`/.exec(line) ?? []
    return path ? [{ title, path }] : []
  })
})

describe('the map of the rooms', () => {
  const drawn = firstCells(chapter('## Rooms')).map((cell) => cell.replace(/^`|\/`$/g, ''))

  it('has every room once, in the order of the rules', () => {
    const folders = Object.keys(ROOMS).filter((name) => !name.endsWith('.ts'))
    expect(drawn).toEqual(folders.map((name) => name.replace('*', '<name>')))
  })

  it.each(drawn)('names a folder: %s', (name) => {
    expect(namesLike(`src/${name}`)).not.toEqual([])
  })
})

describe('a recipe of src/README.md', () => {
  it.each(['a command', 'a format', 'a framework', 'a channel', 'a diagnostic', 'an edit'])(
    'tells how to add %s',
    (what) =>
      expect(
        recipes.filter(
          (one) => one.startsWith(`To add ${what} `) || one.startsWith(`To add ${what}\n`),
        ),
      ).toHaveLength(1),
  )

  it('lists its files as a list', () => expect(steps.length).toBeGreaterThan(recipes.length * 3))

  it.each(steps)('$title: there is $path', ({ path }) => {
    expect(namesLike(path)).not.toEqual([])
  })

  it('names every file that it speaks of as it is', () => {
    const spoken = [...readme.matchAll(/`((?:src|test|bin)\/[^`\s]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(spoken.filter((path) => namesLike(path).length === 0)).toEqual([])
  })

  it('holds for what it was written from', () => {
    const ids = shippedFrameworks.map(({ id }) => id)
    expect(namesLike('src/frameworks/<name>.yaml').toSorted()).toEqual(ids.toSorted())
    expect(namesLike('src/commands/remind/channels/<name>.ts')).toEqual(
      expect.arrayContaining(Object.keys(channels)),
    )
  })

  it('is found to be stale when a file has moved', () => {
    expect(namesLike('src/reminders/channels/<name>.ts')).toEqual([])
    expect(namesLike('src/frameworks/rules.yaml')).toEqual([])
  })
})

it.each(Object.keys(about.dependencies))('src/README.md says why plandue needs %s', (name) => {
  const named = firstCells(chapter('## Why each dependency')).flatMap((cell) => cell.split(', '))
  expect(named).toContain(name)
})
