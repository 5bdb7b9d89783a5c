import { describe, expect, it } from 'vitest'
import { recordSchema } from '../../../src/records/record.ts'
import type { Change } from '../../../src/yaml/edit/change.ts'
import { dataAt, isDataList } from '../../../src/yaml/edit/data.ts'
import { dataIn, type Edited, withChanges } from '../../../src/yaml/edit/edited.ts'
import { oddRecord } from '../../records/odd-record.ts'

const HEAD = 'authority: A\nframework: sif\nreceived: 2024-01-12\n'
const BLOCK = `${HEAD}actions:
  # first
  - id: A1
    title: One # said so
    due: 2024-03-01
  - { id: A2, title: Two, due: 2024-03-02 } # in flow
  - id: A3
    title: >-
      Three
      lines
    due: 2024-03-03

  - id: A4
    title: Four
    due: 2024-03-04
    progress:
      - { on: 2024-02-01, note: Begun }`
const FLOW = `${HEAD}actions: [{ id: A1, title: One, due: 2024-03-01 }, { id: A2, title: Two, due: 2024-03-02 }]\n`

const edited = (text: string, changes: readonly Change[]) =>
  withChanges(text, 'a.yaml', recordSchema, changes)
const inTurn = (text: string, changes: readonly Change[]) =>
  changes.reduce<Edited>(
    (before, change) => ('text' in before ? edited(before.text, [change]) : before),
    { text },
  )

/** Two keys and an entry for each action, and an action more in between. */
function changesOf(text: string): readonly Change[] {
  const data = dataIn(text, 'a.yaml')
  const actions = data === undefined ? null : dataAt(data, ['actions'])
  const all = actions !== null && isDataList(actions) ? actions : []
  return all.flatMap((action, index): Change[] => {
    const progress = dataAt(action, ['progress'])
    const size = progress !== null && isDataList(progress) ? progress.length : 0
    const path = ['actions', index]
    return [
      { path: [...path, 'owner'], value: `Owner ${index}` },
      { path: [...path, 'done'], value: '2024-02-02' },
      { path: [...path, 'progress', size], value: { on: '2024-02-02', percent: 40 } },
      ...(index === 1
        ? [{ path: ['actions', all.length], value: { id: 'Z9', title: 'New', due: '2024-05-01' } }]
        : []),
    ]
  })
}

describe('many changes of a text', () => {
  it.each<readonly [string, string]>([
    ['in block', BLOCK],
    ['in block, with carriage returns', BLOCK.replaceAll('\n', '\r\n')],
    ['in flow', FLOW],
    ['of no action', HEAD],
    ...Array.from({ length: 60 }, (_, seed) => [`${seed}`, oddRecord(seed)] as const),
  ])('are the same together as one after the other: %s', (_name, text) => {
    const changes = changesOf(text)
    expect(edited(text, changes)).toEqual(inTurn(text, changes))
  })

  it('are made but for none where one of them is in the way', () => {
    const text = `${BLOCK.replace('title: Two', 'title: &two Two')}\nnotes: *two\n`
    const changes: Change[] = [
      { path: ['actions', 0, 'owner'], value: 'Ada' },
      { path: ['actions', 1, 'title'], value: 'Other' },
    ]
    expect(edited(text, changes)).toEqual(inTurn(text, changes))
    expect(edited(text, changes)).toHaveProperty('obstacle')
  })
})
