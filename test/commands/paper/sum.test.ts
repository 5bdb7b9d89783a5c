import { describe, expect, it } from 'vitest'
import { type Item, isOpen } from '../../../src/assessment/item.ts'
import { pairsOf } from '../../../src/assessment/match-items.ts'
import { dayOf, isoOf } from '../../../src/calendar/day.ts'
import { courseOf, sumOf } from '../../../src/commands/paper/sum.ts'
import { itemOf } from '../../helpers/assess.ts'
import { record } from '../../helpers/record.ts'

const SINCE = '2024-02-01'
const TODAY = '2024-03-04'

const action = (more: string) => (today: string) =>
  itemOf(record(`actions: [{ id: A1, title: Audit, due: 2024-02-15${more} }]\n`), 'A1', today)
const stage = (text: string) => (today: string) => itemOf(text, 'final', today)

const none = (): Item | null => null
const open = action('')
const done = (on: string) => action(`, done: ${on}`)
const closed = (on: string) => action(`, closed: { on: ${on}, reason: Merged }`)
const demanded = stage(record())
const waiting = stage(record('', { published: 'visited: { from: 2024-01-08, to: 2024-01-12 }' }))
const released = stage(record().replace(/:\n {2}- \{.*\}/, ': []'))

describe('what happened to an item', () => {
  it.each<[string, (today: string) => Item | null, (today: string) => Item | null, string[]]>([
    ['it is open as it was', open, open, []],
    ['it came', none, open, ['added']],
    ['its clock has started', waiting, demanded, ['added']],
    ['it is demanded after all', released, demanded, ['added']],
    ['it was done', open, done('2024-02-20'), ['finished']],
    ['it was done before, but nobody had written it down', open, done('2024-01-20'), ['finished']],
    ['it came and was done', none, done('2024-02-20'), ['added', 'finished']],
    ['it was done long before it came', none, done('2024-01-20'), []],
    ['it was done on the day itself, which is over', none, done(SINCE), []],
    ['its end was taken back', done('2024-01-20'), open, ['reopened']],
    ['it was taken up again', closed('2024-01-20'), open, ['reopened']],
    ['it was closed', open, closed('2024-02-20'), ['withdrawn']],
    ['it came and was closed', none, closed('2024-02-20'), ['added', 'withdrawn']],
    ['it was closed long before it came', none, closed('2024-01-20'), []],
    ['nobody demands it any more', demanded, released, ['notRequired']],
    ['its clock stands still again', demanded, waiting, ['notRequired']],
    ['it is gone', open, none, ['removed']],
    ['what was done and is gone was not open', done('2024-01-20'), none, []],
    ['the day on which it was done was mended', done('2024-01-20'), done('2024-01-19'), []],
    ['what never was open did not come', none, released, []],
  ])('%s', (_because, before, after, flows) => {
    const [former, now] = [before(SINCE), after(TODAY)]
    const pairs = pairsOf(former ? [former] : [], now ? [now] : [])
    const courses = pairs.map((pair) => courseOf(pair, isoOf(dayOf(SINCE))))
    expect(courses.map((course) => course.flows)).toEqual([flows])
    // Each course balances by itself, or this throws.
    expect(sumOf(courses).openNow).toBe(Number(now !== null && isOpen(now)))
  })
})
