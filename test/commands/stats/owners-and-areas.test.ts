import { describe, expect, it } from 'vitest'
import { plandue } from '../../helpers/plandue.ts'

const OWNERS = ['Ada Lovelace', 'QA lead', 'ada lovelace', undefined]
const ANSWERS = [[], ['P1'], ['P1', 'P2']]
const TODAY = '2024-06-28'

/** A day so many after the first of January 2024. */
const day = (count: number) => new Date(Date.UTC(2024, 0, 1 + count)).toISOString().slice(0, 10)

/** Of an action by its number: who, which areas, due when, and whether it is done. */
function action(number: number): string {
  const owner = OWNERS[number % OWNERS.length]
  const answers = ANSWERS[(number >> 2) % ANSWERS.length] ?? []
  const due = 30 + ((number * 7) % 200)
  const done = number % 5 === 0 ? `, done: ${day(due + (number % 9) - 4)}` : ''
  const who = owner ? `, owner: ${owner}` : ''
  return `  - { id: A${number}, title: Work${who}, answers: [${answers}], due: ${day(due)}${done} }\n`
}

const records = Array.from({ length: 1000 }, (_, index) => [
  `plans/r${index}.yaml`,
  `authority: Council ${index % 7}
framework: ilacs-focused-visit
received: ${day(index % 28)}
areasForPriorityAction: [{ id: P1, text: Practice }, { id: P2, text: Oversight }]
actions:
${[0, 1, 2, 3].map((part) => action(index * 4 + part)).join('')}`,
])
const files = Object.fromEntries(records)
const json = async (args: string[]) =>
  JSON.parse((await plandue([...args, '--today', TODAY, '-f', 'json'], { files })).out)

type Item = {
  record: string
  owner: string | null
  answers: string[]
  status: string
  kind: string
  workingDaysLeft: number
}

/** What `stats` should count, from the items that `check` lists: no group knows of another. */
function counted(items: Item[]) {
  const late = items.filter(({ status }) => status === 'overdue')
  const between = (above: number, most: number) =>
    late.filter(({ workingDaysLeft: left }) => -left > above && -left <= most).length
  const of = (...those: string[]) => items.filter(({ status }) => those.includes(status)).length
  return {
    items: items.length,
    met: of('met'),
    metLate: of('metLate'),
    open: of('onTrack', 'atRisk'),
    overdue: late.length,
    lateBy: {
      upTo5: between(-1, 5),
      upTo20: between(5, 20),
      upTo60: between(20, 60),
      more: between(60, 9999),
    },
  }
}

describe('a thousand records', async () => {
  const { items }: { items: Item[] } = await json(['check', '--all'])

  it('are counted by owner, whose name is the same in any case', async () => {
    const { groups } = await json(['stats', '--by', 'owner'])
    const named = (name: string | null) =>
      items.filter(({ owner }) => (owner?.toLowerCase() ?? null) === name)
    const tallies = Object.fromEntries(
      groups.map(({ id, ...tally }: { id: string }) => [id.toLowerCase(), tally]),
    )
    expect(tallies).toMatchObject({
      'ada lovelace': counted(named('ada lovelace')),
      'qa lead': counted(named('qa lead')),
      none: { title: 'no owner', ...counted(named(null)) },
    })
    expect(groups).toHaveLength(3)
  })

  it('are counted by area; what answers two is in both', async () => {
    const { groups } = await json(['stats', '--by', 'area', '--kind', 'action'])
    const actions = items.filter(({ kind }) => kind === 'action')
    for (const { id, title, ...tally } of groups) {
      const [record = '', area = ''] = id.split('#')
      const those =
        id === 'none'
          ? actions.filter(({ answers }) => answers.length === 0)
          : actions.filter((item) => item.record === record && item.answers.includes(area))
      expect(tally, title).toMatchObject(counted(those))
    }
    const areas = actions.flatMap(({ record, answers }) => answers.map((id) => `${record}#${id}`))
    expect(groups).toHaveLength(new Set(areas).size + 1)
    expect(groups.at(-1)).toMatchObject({ id: 'none', title: 'no area' })
  })
})

it('shows how late what is overdue is, for who can do something about it', async () => {
  const few = Object.fromEntries(records.slice(0, 12))
  const { out } = await plandue(['stats', '--by', 'owner', '--kind', 'action', '--today', TODAY], {
    files: few,
    columns: 80,
  })
  await expect(out).toMatchFileSnapshot('golden/owners.table.txt')
})

it('has them in CSV, a column for each age', async () => {
  const few = Object.fromEntries(records.slice(0, 12))
  const args = ['stats', '--by', 'area', '-f', 'csv', '--today', TODAY]
  const { out } = await plandue(args, { files: few })
  expect(out.split('\r\n')[0]).toBe(
    'by,group,items,met,metLate,open,overdue,closed,notRequired,waiting,medianWorkingDays,onTimeShare,lateUpTo5,lateUpTo20,lateUpTo60,lateMore',
  )
  expect(out).toMatch(/^area,r1#P1,4,/m)
})
