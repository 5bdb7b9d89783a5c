import { describe, expect, it } from 'vitest'
import { changedList, textOf2029 } from '../../helpers/list.ts'
import { plandue, shippedPlans } from '../../helpers/plandue.ts'
import { record } from '../../helpers/record.ts'

type Change = Parameters<typeof changedList>[0]
type Json = { moves: { id: string; to: string; because: { date: string }[] }[]; openItems: number }

const diff = (change: Change, args: string[], more: Record<string, string> = {}, columns = 80) =>
  plandue(['calendar', 'diff', '--from', 'new.json', ...args], {
    files: { ...shippedPlans(), 'new.json': JSON.stringify(changedList(change)), ...more },
    columns,
  })

const moved = async (change: Change, today: string) => {
  const { exitCode, out } = await diff(change, ['-f', 'json', '--today', today])
  const { moves, openItems }: Json = JSON.parse(out)
  expect(exitCode).toBe(0)
  return {
    openItems,
    moves: moves.map(({ id, to, because }) => [
      id.replace('shropshire-2023#', ''),
      to,
      because.map(({ date }) => date).join(', '),
    ]),
  }
}

// Shropshire's letter was published on Friday 12 January 2024, its draft was sent on 22 January; the
// draft is due on Friday 9 February, and the final plan on Tuesday 23 April.
describe('plandue calendar diff over the shipped plans', () => {
  it.each([
    [
      '2024-01-15',
      { add: ['2024-01-31'] },
      [
        ['draft', '2024-02-12', '2024-01-31'],
        ['final', '2024-04-24', '2024-01-31'],
      ],
      'both are open, and the day lies in both counts',
    ],
    [
      '2024-01-15',
      { add: ['2024-02-12'] },
      [['final', '2024-04-24', '2024-02-12']],
      'the draft is due before the day',
    ],
    [
      '2024-02-05',
      { add: ['2024-01-31'] },
      [['final', '2024-04-24', '2024-01-31']],
      'the draft has been sent by then',
    ],
    [
      '2024-02-05',
      { add: ['2024-04-23'] },
      [['final', '2024-04-24', '2024-04-23']],
      'the day on which it was due is none to work on',
    ],
    ['2024-02-05', { add: ['2024-04-24'] }, [], 'all is due before the day'],
    ['2024-02-05', { add: ['2024-03-09'] }, [], 'the day is a Saturday'],
    ['2024-02-05', { add: ['2024-04-01'] }, [], 'the day is Easter Monday already'],
    [
      '2024-02-05',
      { remove: ['2024-03-29'] },
      [['final', '2024-04-22', '2024-03-29']],
      'without Good Friday there is a working day more',
    ],
    ['2024-02-05', {}, [], 'the list is the same'],
  ])('as at %s with %j: %j, because %s', async (today, change, expected, _because) => {
    expect((await moved(change, today)).moves).toEqual(expected)
  })

  it('looks at the open items, and says at how many', async () => {
    expect((await moved({}, '2024-01-15')).openItems).toBe(3)
    expect((await moved({}, '2024-02-05')).openItems).toBe(1)
  })

  it('moves nothing in England for a day in Scotland', async () => {
    const list = JSON.stringify(changedList({ add: ['2024-03-08'] }, 'scotland'))
    const { out } = await diff({}, ['--today', '2024-02-05', '-f', 'json'], { 'new.json': list })
    expect(JSON.parse(out)).toMatchObject({ moves: [], changes: [{ division: 'scotland' }] })
  })

  it('tells a person what moves and why', async () => {
    const { out, err } = await diff({ add: ['2024-03-08'] }, ['--today', '2024-02-05'])
    expect(err).toBe('')
    expect(out).toBe(`Open items with the bank holidays in new.json, as at Monday 5 February 2024

Shropshire Council: Final action plan
  From      Tuesday 23 April 2024
  To        Wednesday 24 April 2024, 1 working day (1 day) later
  Because   Friday 8 March 2024 becomes a bank holiday (New on 2024-03-08)
  Item      shropshire-2023#final

1 of 1 open item moves.
`)
  })

  it('says what is no longer so, and what follows from it', async () => {
    const open = { 'plans/a.yaml': record() }
    const { out, err } = await diff({ remove: ['2024-03-29'] }, ['--today', '2024-04-23'], open)
    expect(out).toContain('Friday 29 March 2024 becomes a working day (no longer Good Friday)')
    expect(out).toContain('Monday 22 April 2024, 1 working day (1 day) earlier')
    expect(out).toContain('Status    at risk, then overdue')
    expect(out).toContain('1 of 2 open items moves.')
    expect(err.replaceAll('\n', ' ')).toMatch(
      /new\.json:1:\d+: warning calendar-year-short: .* without Good Friday/,
    )
  })

  it('says what changes when verbose, and only what moves when quiet', async () => {
    const change = { add: ['2024-03-08'] }
    const at = ['--today', '2024-02-05']
    const { out } = await diff(change, [...at, '-v'])
    expect(out).toContain('\nEngland and Wales\n  Fri 8 Mar 2024   New on 2024-03-08, added\n')
    expect(out).toContain('Counted   from Friday 12 January 2024\n')
    expect(out).toMatch(/shropshire-2023#final, plans\/shropshire-2023\.yaml:\d+/)
    expect((await diff(change, [...at, '-q'])).out).toMatch(/^Shropshire.*\n( .*\n)+$/)
    expect((await diff({}, [...at, '-q'])).out).toBe('')
    expect((await diff({}, at)).out).toContain('new.json has the same days as the lists in use.')
  })

  it('tells what is no longer provisional', async () => {
    const files = {
      'new.json': textOf2029(),
      'plans/a.yaml': 'authority: Leeds\nframework: sif\nreceived: 2028-12-04\n',
    }
    const args = ['--today', '2028-12-05']
    const { out } = await diff({}, args, files)
    expect(out).toContain(
      'No longer provisional\n  Thu 15 Mar 2029   Leeds: Written statement of proposed action',
    )
    expect(JSON.parse((await diff({}, [...args, '-f', 'json'], files)).out)).toMatchObject({
      moves: [],
      provisionalChanges: [{ id: 'a#final', due: '2029-03-15', provisional: false }],
    })
  })

  it.each([
    ['table', /^Incomplete: 1 file with errors/],
    ['json', /^[^[]*"complete": false/],
  ])(
    'ends with 1 where a record cannot be read, and %s begins with that',
    async (format, start) => {
      const { exitCode, out, err } = await diff({}, ['-f', format], {
        'plans/a.yaml': 'authority: A\n',
      })
      expect(exitCode).toBe(1)
      expect(out).toMatch(start)
      expect(err).toContain('plans/a.yaml:1:1: error missing-key')
    },
  )

  it('takes a common option before its own name, too', async () => {
    const files = { ...shippedPlans(), 'new.json': JSON.stringify(changedList({})) }
    const args = ['calendar', '--today', '2024-01-15', 'diff', '--from', 'new.json']
    expect((await plandue(args, { files })).out).toContain('as at Monday 15 January 2024')
  })
})
