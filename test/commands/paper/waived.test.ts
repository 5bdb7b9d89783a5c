import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plandueIn, repository } from '../../helpers/repository.ts'

const extended = (on: string, to: string, more = '') =>
  `extensions: [{ to: ${to}, on: ${on}, by: Board, reason: Half-term }${more}]`
const waiver = (item: string, rule: string) =>
  `  - { item: ${item}, rule: ${rule}, reason: The auditor is ill, approvedBy: Director, until: 2024-10-31 }\n`

const record = (actions: readonly string[], waivers = '') => `authority: Exampleshire Council
framework: ilacs-standard
received: 2024-07-05
areasForPriorityAction: []
actions:
${actions.map((one) => `  - { ${one} }\n`).join('')}${waivers && `waivers:\n${waivers}`}`

const KNOWN = 'id: K, title: Known, owner: Head of Service'

const repo = repository()
beforeAll(() => {
  repo.init()
  repo.commit('2024-07-20', { 'plans/a.yaml': record([`${KNOWN}, due: 2024-12-02`]) })
  repo.commit('2024-09-12', {
    'plans/a.yaml': record(
      [
        `${KNOWN}, due: 2024-12-09`,
        `id: A1, title: Late, owner: Head of service, due: 2024-08-26, ${extended('2024-08-01', '2024-09-10')}`,
        'id: A2, title: Blocked, owner: head of service, due: 2024-12-20, blocked: No budget',
        `id: A3, title: Long ago, owner: Head of Service, due: 2024-11-01, ${extended('2024-07-25', '2024-11-29')}`,
        `id: A4, title: Twice, owner: Clerk, due: 2024-11-01, ${extended('2024-07-10', '2024-11-08', ', { to: 2024-11-15, on: 2024-08-20 }')}`,
      ],
      waiver('A1', 'overdue') + waiver('A2', 'blocked') + waiver('K', 'dueMoved'),
    ),
  })
})
afterAll(() => repo.remove())

async function paper(...args: string[]) {
  const line = ['paper', '--since', '2024-07-25', ...args]
  return (await plandueIn(repo.folder, line, { today: '2024-09-12' })).out
}

describe('what is waived', () => {
  const WAIVED = 'until Thursday 31 October 2024, approved by Director: The auditor is ill'

  it.each([
    [`No expected date was given. Waived ${WAIVED}`, 'it is late'],
    [`No budget; waived (blocked) ${WAIVED}`, 'it is at risk'],
    [
      `agree a date for Late, which is 2 working days late and has none; it is waived ${WAIVED}`,
      'the waiver says what was agreed so far',
    ],
    [`say how Blocked can go on, which is blocked: No budget; it is waived (blocked)`, 'so too'],
  ])('is said to be: %s, because %s', async (words, _because) => {
    expect(await paper('-f', 'markdown')).toContain(words)
  })

  it('is a list in JSON', async () => {
    const { late, atRisk, dueSoon } = JSON.parse(await paper('-f', 'json', '--until', '2024-12-31'))
    const waivers = (items: { waivers: { rule: string }[] }[]) =>
      items.flatMap((item) => item.waivers.map(({ rule }) => rule))
    expect([late, atRisk, dueSoon].map(waivers)).toEqual([['overdue'], ['blocked'], []])
  })
})

describe('the moves', () => {
  it('are those of what is new too, where they were granted since', async () => {
    const { moved } = JSON.parse(await paper('-f', 'json'))
    expect(
      moved.map(({ title, from, to, by, reason }: Record<string, string>) => [
        title,
        from,
        to,
        by,
        reason,
      ]),
    ).toEqual([
      ['Late', '2024-08-26', '2024-09-10', 'Board, on Thursday 1 August 2024', 'Half-term'],
      [
        'Twice',
        '2024-11-08',
        '2024-11-15',
        'Not recorded, on Tuesday 20 August 2024',
        'Not recorded',
      ],
      ['Known', '2024-12-02', '2024-12-09', 'Director', 'Waived: The auditor is ill'],
    ])
  })
})

describe('owners', () => {
  it('have one row for all spellings of a name, under the most frequent', async () => {
    const { owners } = JSON.parse(await paper('-f', 'json'))
    const rows = owners.map(({ name, sum }: { name: string; sum: { openNow: number } }) => [
      name,
      sum.openNow,
    ])
    expect(rows).toEqual([
      ['Clerk', 1],
      ['Head of Service', 4],
      ['No owner given', 1],
    ])
  })
})
