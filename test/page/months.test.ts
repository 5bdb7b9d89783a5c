import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf, isoOf } from '../../src/calendar/day.ts'
import { monthPicture } from '../../src/page/months.ts'
import type { Mark } from '../../src/page/page.ts'

const plain = new Chalk({ level: 0 })
const coloured = new Chalk({ level: 1 })

function draw(from: string, to: string, marks: Record<string, Mark> = {}, width = 80) {
  const byDay = new Map(
    Object.entries(marks).map(([date, mark]): [Day, Mark] => [dayOf(date), mark]),
  )
  return monthPicture({ from: dayOf(from), to: dayOf(to), marks: byDay }, { paint: plain, width })
}

describe('a picture of months', () => {
  it('has the mark of a day directly after its number', () => {
    const marks: Record<string, Mark> = {
      '2024-03-29': { letter: 'B', tone: 'open' },
      '2024-04-01': { letter: 'B', tone: 'open' },
      '2024-04-23': { letter: 'D', tone: 'bad' },
    }
    expect(draw('2024-03-10', '2024-04-23', marks)).toEqual([
      '  March 2024              April 2024',
      '  Mo Tu We Th Fr Sa Su    Mo Tu We Th Fr Sa Su',
      '               1  2  3     1B 2  3  4  5  6  7',
      '   4  5  6  7  8  9 10     8  9 10 11 12 13 14',
      '  11 12 13 14 15 16 17    15 16 17 18 19 20 21',
      '  18 19 20 21 22 23 24    22 23D24 25 26 27 28',
      '  25 26 27 28 29B30 31    29 30',
    ])
  })

  it.each([
    [40, 1, 'two would need 47'],
    [80, 3, 'they need 71'],
    [95, 4, 'they need just that'],
    [120, 5, 'they need 119'],
    [10, 1, 'less than one month is nothing'],
  ])('in %i columns has %i months side by side, because %s', (width, months, _because) => {
    const lines = draw('2024-01-01', '2024-12-31', {}, width)
    expect(lines[0]?.match(/2024/g)).toHaveLength(months)
    if (width >= 40) expect(lines.filter((line) => line.length > width)).toEqual([])
  })

  it.each(['2023-02-01', '2024-02-01', '2024-12-01', '2026-02-01', '2099-12-01'])(
    'has each day of %s once, under its weekday',
    (first) => {
      const [, head = '', ...weeks] = draw(first, first)
      const drawn = weeks.flatMap((week) =>
        [...week.matchAll(/\d+/g)].map(({ 0: number, index }) => [
          head
            .slice(0, index + number.length)
            .split(' ')
            .filter(Boolean)
            .at(-1),
          Number(number),
        ]),
      )
      const start = dayOf(first)
      const length = [28, 29, 30, 31].filter((count) => isoOf(addDays(start, count)).endsWith('01'))
      const named = Array.from({ length: length[0] ?? 0 }, (_, index) => [
        new Date((start + index) * 86_400_000).toUTCString().slice(0, 2),
        index + 1,
      ])
      expect(drawn).toEqual(named)
    },
  )

  it('paints weekends and what lies outside of the span faint, unless they are marked', () => {
    const marks = new Map<Day, Mark>([[dayOf('2024-02-03'), { letter: 'D', tone: 'bad' }]])
    const span = { from: dayOf('2024-02-02'), to: dayOf('2024-02-29'), marks }
    const text = monthPicture(span, { paint: coloured, width: 80 }).join('\n')
    expect(text).toContain(
      `${coloured.dim(' 1')}  2 ${coloured.bold.red(' 3D')}${coloured.dim(' 4')}`,
    )
  })
})
