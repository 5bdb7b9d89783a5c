import { expect, it } from 'vitest'
import type { Item } from '../../../src/assessment/item.ts'
import type { ItemDifference } from '../../../src/assessment/match-items.ts'
import { submissionEntries } from '../../../src/commands/diff/submission-entries.ts'
import { assessed } from '../../helpers/assess.ts'
import { isoDate } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

/** Lines 9, 11 and 18 set the submission of the draft and those of the two actions. */
const TEXT = record(`plan:
  draft:
    owner: QA
    submitted: 2024-01-19
actions:
  - done: 2024-01-22
    id: A1
    title: Audits
    due: 2024-06-01
  - id: A2
    title: Training
    due: 2024-06-01
    done: 2024-01-22
`)
const { reading, items } = assessed(TEXT, '2024-02-05')
const readings = new Map([
  ['r', reading],
  ['faulty', assessed('autority: A\n', '2024-02-05').reading],
  ['idle', assessed(record(), '2024-02-05').reading],
])
const item = (part: string, facts: Partial<Item> = {}): Item => {
  const found = items.find(({ id }) => id === `r#${part}`)
  if (!found) throw new Error(`no item ${part}`)
  return { ...found, ...facts }
}
const open = { submitted: null }
const earlier = { submitted: isoDate('2024-01-18') }

const asked: [string, readonly number[]][] = []
/** The lines of submissions that somebody asks git for, by their files; git knows line 9 only. */
function entriesIn(moves: readonly ItemDifference[]) {
  asked.length = 0
  return submissionEntries(moves, readings, (file, lines) => {
    asked.push([file, lines])
    return (line) => (line === 9 ? isoDate('2024-02-01') : undefined)
  })
}

it.each<[ItemDifference, number[], string]>([
  [{ former: item('draft', open), now: item('draft') }, [9], 'a submission was entered'],
  [{ former: item('draft', earlier), now: item('draft') }, [9], 'another day was entered'],
  [{ former: null, now: item('draft') }, [9], 'a new record has it'],
  [{ former: item('draft'), now: item('draft') }, [], 'it is as it was'],
  [{ former: item('draft'), now: item('draft', open) }, [], 'it was taken away'],
  [{ former: item('draft'), now: null }, [], 'the record is gone'],
  [{ former: item('A2', open), now: item('A2') }, [18], 'an action was done'],
  [{ former: item('A1', open), now: item('A1') }, [11], 'likewise the first'],
  [{ former: null, now: item('A2', { id: 'r#A9' }) }, [], 'nobody knows the action'],
  [{ former: null, now: item('A2', { record: 'z' }) }, [], 'nobody knows the record'],
  [{ former: null, now: item('draft', { record: 'z' }) }, [], 'likewise, of a stage'],
  [{ former: null, now: item('A2', { record: 'faulty' }) }, [], 'the record cannot be read'],
  [{ former: null, now: item('A2', { record: 'idle' }) }, [], 'the record has no actions'],
])('%#: lines %j, because %s', (move, lines, _because) => {
  entriesIn([move])
  expect(asked).toEqual(lines.length > 0 ? [['r.yaml', lines]] : [])
})

it('asks for the lines of a file at once, and leaves out what nobody knows', () => {
  const [draft, action, other] = [item('draft'), item('A2'), item('draft', { file: 'z.yaml' })]
  const entries = entriesIn([draft, action, other].map((now) => ({ former: null, now })))
  expect(asked).toEqual([
    ['r.yaml', [9, 18]],
    ['z.yaml', [9]],
  ])
  const entry = { on: '2024-02-01', line: 9 }
  expect([...entries]).toEqual([
    [draft, entry],
    [other, entry],
  ])
})
