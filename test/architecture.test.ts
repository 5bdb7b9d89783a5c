import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { treeOf } from './house/graph.mjs'
import { textsIn } from './house/read-tree.mjs'
import { breachesIn, idleExceptions, ROOMS } from './house/rules.ts'

const tree = treeOf(textsIn(fileURLToPath(new URL('../src', import.meta.url))))

describe('the rooms of src', () => {
  it('keep the rules', () => expect(breachesIn(tree)).toEqual([]))

  it('need each exception', () => expect(idleExceptions(tree)).toEqual([]))

  const names = Object.keys(ROOMS)
  it.each(names)('%s uses only what stands below it', (name) => {
    const below = names.slice(0, names.indexOf(name))
    expect(ROOMS[name]?.uses.filter((used) => !below.includes(used))).toEqual([])
  })
})
