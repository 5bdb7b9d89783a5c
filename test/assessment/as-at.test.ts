import { describe, expect, it } from 'vitest'
import { asAt } from '../../src/assessment/as-at.ts'
import type { InspectionRecord } from '../../src/records/record.ts'
import { isoDate } from '../helpers/memory-host.ts'

const [BEFORE, ON] = ['2024-03-10', '2024-03-11'].map(isoDate) as [never, never]
const to = isoDate('2024-05-07')
const RECORD: InspectionRecord = {
  authority: 'A',
  framework: 'jtai',
  received: isoDate('2024-01-12'),
}
const ACTION = { id: 'A1', title: 'Audit', due: isoDate('2024-03-28') }
const final = (facts: object) => ({ ...RECORD, plan: { final: facts } }) as InspectionRecord
const action = (facts: object) =>
  ({ ...RECORD, actions: [{ ...ACTION, ...facts }] }) as InspectionRecord
const evidence = 'https://example.org'
const early = { to, on: isoDate('2024-02-01') }
const begun = { on: isoDate('2024-02-01'), percent: 10 }

describe('what happened on 11 March 2024 is known on that day, and on the day before it was not', () => {
  it.each<[string, InspectionRecord, InspectionRecord]>([
    ['a submission, with its evidence', final({ submitted: ON, evidence }), final({})],
    ['a closing', final({ closed: { on: ON, reason: 'r' } }), final({})],
    ['an extension', final({ extensions: [{ to, on: ON }] }), final({})],
    [
      'the second extension',
      final({ extensions: [early, { to, on: ON }] }),
      final({ extensions: [early] }),
    ],
    [
      'an extension beside one without a day, which is always known',
      final({ extensions: [{ to }, { to, on: ON }] }),
      final({ extensions: [{ to }] }),
    ],
    ['progress', final({ progress: [{ on: ON, percent: 40 }] }), final({})],
    [
      'more progress',
      final({ progress: [begun, { on: ON, percent: 40 }] }),
      final({ progress: [begun] }),
    ],
    [
      'a step, which stays planned',
      final({ steps: { board: { planned: to, done: ON }, lead: { done: '2024-03-01' } } }),
      final({ steps: { board: { planned: to }, lead: { done: '2024-03-01' } } }),
    ],
    ['an action done', action({ done: ON }), action({})],
    ['an action closed', action({ closed: { on: ON, reason: 'r' } }), action({})],
    ['its extension', action({ extensions: [{ to, on: ON }] }), action({})],
    ['its progress', action({ progress: [{ on: ON, note: 'Begun' }] }), action({})],
    ['the publication', { ...RECORD, published: ON }, RECORD],
    ['the sending', { ...RECORD, sent: ON }, RECORD],
  ])('%s', (_what, record, before) => {
    expect(asAt(record, ON)).toBe(record)
    expect(asAt(record, BEFORE)).toStrictEqual(before)
  })
})

describe('what is there already stays, whatever is to come', () => {
  const past = isoDate('2024-02-01')
  it.each<[string, object]>([
    ['owner and forecast', { owner: 'QA', expected: to, stated: to }],
    ['a submission', { submitted: past, evidence }],
    ['a submission without evidence', { submitted: past }],
    ['a closing', { closed: { on: past, reason: 'r' } }],
    ['a closing on the day', { closed: { on: BEFORE, reason: 'r' } }],
    ['an extension on the day', { extensions: [{ to, on: BEFORE }] }],
    ['progress on the day', { progress: [{ on: BEFORE, percent: 10 }] }],
    ['a step done on the day', { steps: { board: { done: BEFORE } } }],
    ['a step that is planned', { steps: { board: { planned: to } } }],
  ])('%s', (_what, facts) => {
    const record = { ...final(facts), published: ON }
    expect(asAt(record, BEFORE)).toStrictEqual(final(facts))
  })
})

describe('the day before a report', () => {
  const NAMED = {
    areasForPriorityAction: [],
    areasForImprovement: [],
    judgements: { overall: 'good' },
    plan: { final: { owner: 'QA' } },
    actions: [ACTION],
  }
  const { received: _received, ...bare } = RECORD
  const visited = isoDate('2024-02-01')

  it.each(['received', 'published', 'sent'] as const)(
    'knows nothing that it names, where it was %s the day after',
    (key) => {
      const record = { ...bare, visited, ...NAMED, [key]: ON }
      expect(asAt(record, ON)).toBe(record)
      expect(asAt(record, BEFORE)).toStrictEqual({ ...bare, visited })
    },
  )

  it.each([
    ['received', 'published'],
    ['published', 'sent'],
    ['sent', 'received'],
  ] as const)('knows what it names where it was %s, but not yet %s', (known, later) => {
    const record = { ...bare, ...NAMED, [known]: BEFORE }
    expect(asAt({ ...record, [later]: ON }, BEFORE)).toStrictEqual(record)
  })

  it('knows what stands in a record without any of these dates', () => {
    const record = { ...bare, ...NAMED, plan: { final: { owner: 'QA' } } }
    const submitted = { ...record, plan: { final: { owner: 'QA', submitted: ON } } }
    expect(asAt(submitted, BEFORE)).toStrictEqual(record)
  })
})
