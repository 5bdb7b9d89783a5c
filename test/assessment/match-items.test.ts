import { describe, expect, it } from 'vitest'
import { matchItems, pairsOf } from '../../src/assessment/match-items.ts'
import { itemOf } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

/** An item of a record in a file of that name, with a report of a day `on`; `due` is what that states. */
function item(
  id: string,
  {
    authority = 'A',
    stage = 'final',
    due = '2024-05-07',
    file = `plans/${id}.yaml`,
    on = '2024-01-12',
    submitted = '',
  } = {},
) {
  const facts = `stated: ${due}${submitted && `, submitted: ${submitted}`}`
  const text = record(`plan: { ${stage}: { ${facts} } }\n`, { published: `published: ${on}` })
  return { ...itemOf(text, stage, '2024-02-05'), id: `${id}#${stage}`, record: id, authority, file }
}

/** An action of the record a; `due` is what it promises. */
function action(id: string, { title = 'Audit', due = '2024-05-07', in: id0 = 'a' } = {}) {
  const text = record(`actions: [{ id: ${id}, title: ${title}, due: ${due} }]\n`)
  const file = `plans/${id0}.yaml`
  return {
    ...itemOf(text, id, '2024-02-05'),
    id: `${id0}#${id}`,
    record: id0,
    authority: 'A',
    file,
  }
}

const FINISHED = { on: '2023-01-12', due: '2023-05-09', submitted: '2023-02-01' }

describe('the items before and after a change, in pairs', () => {
  it('are those of now, each with what it was, then those that are gone', () => {
    const [kept, gone, come] = [item('a'), action('A1'), action('A2', { title: 'B' })]
    const changed = item('a', { due: '2024-06-07' })
    expect(pairsOf([gone, kept], [changed, come])).toEqual([
      { former: kept, now: changed },
      { former: null, now: come },
      { former: gone, now: null },
    ])
  })
})

describe('what an item was before', () => {
  it.each([
    ['itself', [item('a')], [item('a')], [['a#final', 'a#final']]],
    ['nothing if it is new', [], [item('a')], []],
    ['the same item of the renamed record', [item('a')], [item('z')], [['z#final', 'a#final']]],
    [
      'that of the renamed record, also with another date',
      [item('a')],
      [item('z', { due: '2024-06-07' })],
      [['z#final', 'a#final']],
    ],
    [
      'nothing where another authority has another report',
      [item('a')],
      [item('z', { authority: 'B', on: '2024-01-19' })],
      [],
    ],
    [
      'that of the renamed record whose authority was corrected: the report is the same',
      [item('shropshire', { authority: 'Shropshire' })],
      [item('z', { authority: 'Shropshire Council' })],
      [['z#final', 'shropshire#final']],
    ],
    [
      'nothing where its file has another inspection of another authority now',
      [item('a'), item('b', { authority: 'B', on: '2023-01-12', submitted: '2023-02-01' })],
      [item('a', { authority: 'B', on: '2023-01-12', submitted: '2023-02-01' })],
      [['a#final', 'b#final']],
    ],
    [
      'that of the file, also with another report: dates were corrected',
      [item('a'), item('b')],
      [item('a', { on: '2024-01-19' }), item('b', { on: '2024-01-26' })],
      [
        ['a#final', 'a#final'],
        ['b#final', 'b#final'],
      ],
    ],
    [
      'that of the file, also of another authority: names were corrected',
      [item('a'), item('b', { authority: 'B' })],
      [item('a', { authority: 'A Council' }), item('b', { authority: 'B Council' })],
      [
        ['a#final', 'a#final'],
        ['b#final', 'b#final'],
      ],
    ],
    [
      'that of the record that waited under another name, where two of its authority are finished',
      [
        { ...item('a', { on: '2024-01-05' }), status: 'waiting' as const },
        item('b', { on: '2022-01-12', due: '2022-05-09', submitted: '2022-02-01' }),
      ],
      [item('z')],
      [['z#final', 'a#final']],
    ],
    [
      'that of the stage, also where its framework calls it another name',
      [item('a')],
      [{ ...item('a'), title: 'Statement' }],
      [['a#final', 'a#final']],
    ],
    [
      'that of the renamed record, where a new inspection has taken its file',
      [item('a', FINISHED)],
      [item('a-2023', FINISHED), item('a')],
      [['a-2023#final', 'a#final']],
    ],
    [
      'nothing where a copy of a finished record has taken its file',
      [item('a'), item('a-2023', FINISHED)],
      [item('a', FINISHED), item('a-2023', FINISHED)],
      [['a-2023#final', 'a-2023#final']],
    ],
    [
      'that of the record of another authority with a date alike, which has taken its file',
      [item('a'), item('b', { authority: 'B', submitted: '2024-02-01' })],
      [item('a', { authority: 'B', submitted: '2024-02-01' })],
      [['a#final', 'b#final']],
    ],
    [
      'nothing where a finished record is gone, and a new inspection came',
      [item('a', { on: '2023-01-12', due: '2023-05-09', submitted: '2023-02-01' })],
      [item('a-2024')],
      [],
    ],
    [
      'nothing where an open record is gone, and a finished inspection came',
      [item('a')],
      [item('a-2023', { on: '2023-01-12', due: '2023-05-09', submitted: '2023-02-01' })],
      [],
    ],
    [
      'that of the renamed record of the same report, where an authority has two with more in each',
      [item('a'), item('b', { on: '2024-01-19' })],
      [
        item('x/a'),
        item('x/a', { stage: 'draft' }),
        item('x/b', { on: '2024-01-19' }),
        item('x/b', { on: '2024-01-19', stage: 'draft' }),
      ],
      [
        ['x/a#final', 'a#final'],
        ['x/b#final', 'b#final'],
      ],
    ],
    [
      'that of the record with the same dates, where two were renamed',
      [item('a'), item('b', { due: '2024-06-07' })],
      [item('y', { due: '2024-06-07' }), item('z')],
      [
        ['y#final', 'b#final'],
        ['z#final', 'a#final'],
      ],
    ],
    [
      'nothing where two could be meant',
      [item('a'), item('b')],
      [item('y'), item('z', { due: '2024-06-07' })],
      [],
    ],
    [
      'nothing where its stage is new in the renamed record',
      [item('a')],
      [item('z'), item('z', { stage: 'draft' })],
      [['z#final', 'a#final']],
    ],
    [
      'that of the same file, whose id changes with its neighbours',
      [item('x', { file: 'north/x.yaml' }), item('south/x', { authority: 'B' })],
      [item('x', { file: 'plans/south/x.yaml', authority: 'B' })],
      [['x#final', 'south/x#final']],
    ],
    [
      'nothing where a new neighbour has taken its id',
      [item('x', { file: 'south/x.yaml' })],
      [item('x', { file: 'north/x.yaml' }), item('south/x', { file: 'south/x.yaml' })],
      [['south/x#final', 'x#final']],
    ],
    [
      'that with the same id, where the ending of its file is another one',
      [item('a', { file: 'plans/a.yml' }), item('b')],
      [item('a', { file: 'plans/a.yaml', due: '2024-06-07' }), item('b')],
      [
        ['a#final', 'a#final'],
        ['b#final', 'b#final'],
      ],
    ],
    [
      'the action of the same content, with another id',
      [action('A1')],
      [action('A9')],
      [['a#A9', 'a#A1']],
    ],
    [
      'that of the same title, with another date',
      [action('A1')],
      [action('A9', { due: '2024-06-07' })],
      [['a#A9', 'a#A1']],
    ],
    [
      'that of the same title where actions were numbered anew',
      [action('A1', { title: 'B' }), action('A2', { title: 'C' })],
      [
        action('A1', { title: 'New' }),
        action('A2', { title: 'B', due: '2024-06-07' }),
        action('A3', { title: 'C' }),
      ],
      [
        ['a#A3', 'a#A2'],
        ['a#A2', 'a#A1'],
      ],
    ],
    [
      'that of the same id where its title was reworded',
      [action('A1'), action('A2', { title: 'B' })],
      [action('A1', { title: 'Audits' }), action('A2', { title: 'B' })],
      [
        ['a#A2', 'a#A2'],
        ['a#A1', 'a#A1'],
      ],
    ],
    [
      'that of the same content in another record of the authority',
      [action('A1'), item('b')],
      [action('A9', { in: 'b' }), item('b')],
      [
        ['b#final', 'b#final'],
        ['b#A9', 'a#A1'],
      ],
    ],
    [
      'that of the same title in another record of the authority, also with another date',
      [action('A1'), item('b')],
      [action('A9', { in: 'b', due: '2024-06-07' }), item('b')],
      [
        ['b#final', 'b#final'],
        ['b#A9', 'a#A1'],
      ],
    ],
    [
      'nothing where the one of the same title in another record was kept',
      [{ ...action('A1'), status: 'met' as const }, item('b')],
      [action('A9', { in: 'b', due: '2024-06-07' }), item('b')],
      [['b#final', 'b#final']],
    ],
    [
      'that of the same title where two records swap theirs',
      [
        action('A1', { title: 'Audit' }),
        action('A1', { title: 'Train', in: 'b', due: '2025-06-07' }),
      ],
      [
        action('A1', { title: 'Train' }),
        action('A1', { title: 'Audit', in: 'b', due: '2025-06-07' }),
      ],
      [
        ['a#A1', 'b#A1'],
        ['b#A1', 'a#A1'],
      ],
    ],
    [
      'that of the same title and date where another of that title is gone',
      [action('A0', { due: '2024-04-07' }), action('A1')],
      [action('A1', { due: '2024-04-07' })],
      [['a#A1', 'a#A0']],
    ],
    [
      'that of the same title and date where a new one stands before both',
      [action('A1', { due: '2024-04-07' }), action('A2')],
      [action('A1', { title: 'New' }), action('A2', { due: '2024-04-07' }), action('A3')],
      [
        ['a#A2', 'a#A1'],
        ['a#A3', 'a#A2'],
      ],
    ],
    [
      'nothing where its record is renamed, and another one is there besides',
      [item('a'), item('b')],
      [item('b'), item('y'), item('z')],
      [['b#final', 'b#final']],
    ],
    [
      'nothing where another action of its record is there still',
      [action('A1'), action('A2', { title: 'B' })],
      [action('A2', { title: 'B' }), action('A9', { title: 'C' })],
      [['a#A2', 'a#A2']],
    ],
    [
      'nothing where two that came could be meant',
      [action('A1')],
      [action('A8', { due: '2024-06-07' }), action('A9', { due: '2024-07-07' })],
      [],
    ],
    ['nothing where both say something else', [action('A1')], [action('A9', { title: 'B' })], []],
    [
      'nothing where two actions could be meant',
      [action('A1'), action('A2')],
      [action('A9', { due: '2024-06-07' })],
      [],
    ],
  ])('is %s', (_what, before, now, expected) => {
    const former = matchItems(before, now)
    expect([...former].map(([id, one]) => [id, one.id])).toEqual(expected)
  })
})
