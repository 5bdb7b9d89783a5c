import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../../src/calendar/bank-holidays.ts'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import { workingDays } from '../../../src/calendar/working-days.ts'
import { run } from '../../../src/main.ts'
import { type MemoryFile, memoryHost } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'
import { type Life, mortalHost } from './mortal-host.ts'

const days = workingDays(bankHolidays('england-and-wales'))

// The draft is due on Friday 9 February 2024 and sent late; the action is due on Saturday the 10th.
const FILES = {
  'plandue.yaml':
    'reminders: { ledger: told.ndjson, before: [2, 0], recipients: [{ to: desk }, { to: lead, owner: Lead }] }\n',
  'plans/a.yaml': record(
    `plan: { draft: { submitted: 2024-02-14 } }
actions: [{ id: A1, title: Audit, owner: Lead, due: 2024-02-10, done: 2024-02-13 }]
`,
    { published: 'received: 2024-01-12' },
  ),
}
const ITEMS = [
  { id: 'a#draft', due: '2024-02-09', settled: '2024-02-14', to: ['desk'] },
  { id: 'a#A1', due: '2024-02-10', settled: '2024-02-13', to: ['desk', 'lead'] },
]
const FIRST = dayOf('2024-02-08')
const DAYS = Array.from({ length: 7 }, (_, index) => addDays(FIRST, index))

type Told = { day: string; to: string; item: string; due: string; rung: string }

type Story = {
  readonly files: Record<string, MemoryFile>
  readonly told: readonly Told[]
  readonly completed: readonly string[]
  readonly ends: readonly (number | 'killed')[]
  readonly steps: number
}

const START: Story = { files: FILES, told: [], completed: [], ends: [], steps: 0 }

/** The story after one more run, which is killed if it comes to a step. */
async function oneMore(story: Story, day: string, lastStep: number): Promise<Story> {
  const { host, content } = memoryHost({ files: story.files })
  const told: Told[] = []
  const life: Life = { steps: story.steps, lastStep }
  const handOver = async (text: string) => {
    told.push(...toldIn(text, day))
    return {}
  }
  const printing = { ...host, handOver }
  const wasAlive = life.steps <= lastStep
  const argv = ['remind', '-f', 'json', '--today', day]
  const code = await run(argv, wasAlive ? mortalHost(printing, life) : printing)
  const isKilled = wasAlive && life.steps > lastStep
  return {
    files: Object.fromEntries(content),
    told: [...story.told, ...told],
    completed: [...story.completed, ...(isKilled ? [] : [day])],
    ends: [...story.ends, isKilled ? 'killed' : code],
    steps: life.steps,
  }
}

/** The story of all days, as it stands before each of them and at the end. */
async function undisturbedStory(): Promise<Story[]> {
  const stories = [START]
  for (const day of DAYS) {
    stories.push(await oneMore(stories.at(-1) ?? START, isoOf(day), Number.POSITIVE_INFINITY))
  }
  return stories
}

/** The story where a run is killed at a step; perhaps it runs again on the same day. */
async function killedStory(before: readonly Story[], lastStep: number, runsAgain: boolean) {
  const start = before.findLastIndex(({ steps }) => steps <= lastStep)
  let story = before[start] ?? START
  for (const day of DAYS.slice(start).map(isoOf)) {
    const runs = story.ends.length
    story = await oneMore(story, day, lastStep)
    if (runsAgain && story.ends[runs] === 'killed') story = await oneMore(story, day, lastStep)
  }
  return story
}

function toldIn(text: string, day: string): Told[] {
  const { recipient, entries } = JSON.parse(text)
  return entries.map(({ item, due, rung }: Told) => ({ day, to: recipient, item, due, rung }))
}

/** The lowest rung that is crossed, worked out here anew. */
function rungOn(day: string, due: string): number | undefined {
  if (day > due) return -Math.max(1, days.between(dayOf(due), dayOf(day)))
  const left = days.between(dayOf(day), dayOf(due))
  return left === 0 ? 0 : left <= 2 ? 2 : undefined
}

const numberOf = (words: string) =>
  /due day/.test(words) ? 0 : Number.parseInt(words, 10) * (/late/.test(words) ? -1 : 1)

function missed({ told, completed }: Story): string[] {
  return ITEMS.flatMap(({ id, due, settled, to }) =>
    to.flatMap((who) =>
      completed
        .filter((day) => day < settled && days.isWorkingDay(dayOf(day)))
        .filter((day) => {
          const rung = rungOn(day, due)
          const isTold = told.some(
            (one) =>
              one.item === id &&
              one.to === who &&
              one.day <= day &&
              numberOf(one.rung) <= (rung ?? 0),
          )
          return rung !== undefined && !isTold
        })
        .map((day) => `${who} was not told of ${id} by ${day}`),
    ),
  )
}

function repeats(told: readonly Told[]): number {
  const keys = told.map(({ to, item, due, rung }) => `${to} ${item} ${due} ${rung}`)
  return keys.length - new Set(keys).size
}

describe('a run that is killed', async () => {
  const stories = await undisturbedStory()
  const undisturbed = stories.at(-1) ?? START
  const positions = Array.from({ length: undisturbed.steps }, (_, index) => index)
  const killed = await Promise.all(
    [false, true].flatMap((runsAgain) =>
      positions.map((position) => killedStory(stories, position, runsAgain)),
    ),
  )

  it('would have told all, each once, and has many steps at which it can be killed', () => {
    expect(missed(undisturbed)).toEqual([])
    expect(repeats(undisturbed.told)).toBe(0)
    expect(undisturbed.steps).toBeGreaterThan(80)
    expect(undisturbed.told.map(({ day, to, item, rung }) => [day, to, item, rung])).toEqual([
      ['2024-02-08', 'desk', 'a#draft', '2 working days before'],
      ['2024-02-08', 'desk', 'a#A1', '2 working days before'],
      ['2024-02-08', 'lead', 'a#A1', '2 working days before'],
      ['2024-02-09', 'desk', 'a#draft', 'on the due day'],
      ['2024-02-09', 'desk', 'a#A1', 'on the due day'],
      ['2024-02-09', 'lead', 'a#A1', 'on the due day'],
      ['2024-02-12', 'desk', 'a#draft', '1 working day late'],
      ['2024-02-12', 'desk', 'a#A1', '1 working day late'],
      ['2024-02-12', 'lead', 'a#A1', '1 working day late'],
      ['2024-02-13', 'desk', 'a#draft', '2 working days late'],
    ])
  })

  it('at any step loses nothing', () => {
    expect(killed.flatMap(missed)).toEqual([])
    expect(
      killed.filter(({ ends }) => ends.filter((end) => end === 'killed').length !== 1),
    ).toEqual([])
    expect(
      killed.flatMap(({ ends }) => ends.filter((end) => end !== 'killed' && end !== 0)),
    ).toEqual([])
  })

  it('repeats one digest at most, and does so only if it was on its way', () => {
    // The longest digest of this story has two entries.
    expect(Math.max(...killed.map(({ told }) => repeats(told)))).toBe(2)
    const few = killed.filter(({ told }) => repeats(told) > 0)
    expect(few.length).toBeLessThan(killed.length / 4)
  })

  it('tells nobody on a closed day, and of nothing that is settled', () => {
    const told = killed.flatMap((story) => story.told)
    expect(told.filter(({ day }) => !days.isWorkingDay(dayOf(day)))).toEqual([])
    const isSettled = ({ item, day }: Told) =>
      ITEMS.some(({ id, settled }) => id === item && day >= settled)
    expect(told.filter(isSettled)).toEqual([])
  })

  it('may leave a line that is cut off; it stays as it is, and the next entry stands by itself', () => {
    const ledgers = killed.map(({ files }) => String(files['told.ndjson'] ?? '').split('\n'))
    const torn = ledgers.filter((lines) => lines.some((line) => line.includes('"kind":"repair"')))
    expect(torn.length).toBeGreaterThan(0)
    for (const lines of torn) {
      const at = lines.findIndex((line) => line.includes('"kind":"repair"'))
      expect(() => JSON.parse(lines[at - 1] ?? '')).toThrow()
      for (const line of lines.slice(at, -1)) expect(() => JSON.parse(line)).not.toThrow()
    }
  })
})
