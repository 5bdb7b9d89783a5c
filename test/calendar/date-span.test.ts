import { describe, expect, it } from 'vitest'
import { type DateSpan, spanInBrief, spanWords } from '../../src/calendar/date-span.ts'
import { isoDate } from '../helpers/memory-host.ts'

const days = (from: string, to: string): DateSpan => ({ from: isoDate(from), to: isoDate(to) })

describe('when an inspection was, in words', () => {
  it.each<[DateSpan, string, string, string]>([
    ['2024-02-13', 'Tuesday 13 February 2024', 'Tuesday 13 February 2024', 'it was one day'],
    ['2024-02', 'February 2024', 'February 2024', 'the day is not published'],
    [
      days('2024-02-13', '2024-02-14'),
      'Tuesday 13 to Wednesday 14 February 2024',
      '13 to 14 February 2024',
      'month and year are said once',
    ],
    [
      days('2024-02-26', '2024-03-01'),
      'Monday 26 February to Friday 1 March 2024',
      '26 February to 1 March 2024',
      'the months differ, the year is said once',
    ],
    [
      days('2023-12-11', '2024-01-12'),
      'Monday 11 December 2023 to Friday 12 January 2024',
      '11 December 2023 to 12 January 2024',
      'the years differ',
    ],
    [
      days('2023-02-13', '2024-02-13'),
      'Monday 13 February 2023 to Tuesday 13 February 2024',
      '13 February 2023 to 13 February 2024',
      'a month of two years is not one month',
    ],
  ])('%j is %s, in brief %s, because %s', (span, words, brief, _because) => {
    expect(spanWords(span)).toBe(words)
    expect(spanInBrief(span)).toBe(brief)
  })
})
