import { expect, it } from 'vitest'
import { type Calendar, calendarName, divisionsOf } from '../../src/calendar/division.ts'

it.each<[Calendar, string, number, string]>([
  ['england-and-wales', 'England and Wales', 1, 'it is one division'],
  ['scotland', 'Scotland', 1, 'likewise'],
  [['england-and-wales', 'scotland'], 'England and Wales, Scotland', 2, 'two authorities joined'],
  [['northern-ireland', 'scotland'], 'Northern Ireland, Scotland', 2, 'the order is kept'],
  [['scotland', 'scotland'], 'Scotland', 1, 'a division named twice is one'],
])('the calendar %j is called %s and has %i divisions, because %s', (calendar, name, count) => {
  expect(calendarName(calendar)).toBe(name)
  expect(divisionsOf(calendar)).toHaveLength(count)
})
