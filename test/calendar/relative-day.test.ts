import { expect, it } from 'vitest'
import { isRelativeDay, relativeDate } from '../../src/calendar/relative-day.ts'
import { isoDate } from '../helpers/memory-host.ts'

it.each([
  ['today', '2024-03-01', 'it is the day itself'],
  ['yesterday', '2024-02-29', 'the month before had a leap day'],
  ['Yesterday', '2024-02-29', 'case makes no difference'],
  ['tomorrow', undefined, 'nothing happened on a day to come'],
  ['', undefined, 'it is no word'],
])('on 1 March 2024, %j is %s, because %s', (word, date, _because) => {
  expect(relativeDate(word, isoDate('2024-03-01'))).toBe(date)
  expect(isRelativeDay(word)).toBe(date !== undefined)
})
