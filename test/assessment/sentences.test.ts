import { describe, expect, it } from 'vitest'
import * as sentence from '../../src/assessment/sentences.ts'
import type { Clock, Stage } from '../../src/frameworks/framework.ts'
import { shippedFrameworks } from '../../src/frameworks/index.ts'
import { isoDate } from '../helpers/memory-host.ts'

const moved = (timesMoved: number, workingDaysMoved: number) =>
  sentence.movedWords({ timesMoved, workingDaysMoved })

describe('a due date that extensions have moved', () => {
  it.each([
    [1, 0, 'moved once', 'it moved within a weekend: no working day lies between'],
    [1, 1, 'moved once, 1 working day', 'that is all there is to say of one move'],
    [2, 38, 'moved twice, 38 working days in all', 'two moves make up the days'],
    [2, 0, 'moved twice', 'there are no days to add up'],
    [3, -5, 'moved 3 times, 5 working days earlier in all', 'it is due before the first date'],
  ])('%i times, by %i working days: %j, because %s', (times, days, words, _because) => {
    expect(moved(times, days)).toBe(words)
  })
})

describe('how soon something is due', () => {
  it.each([
    [0, 0, 'due today', 'it is its day'],
    [0, 1, 'due soon: no working day left', 'on a Friday, for a Saturday'],
    [1, 1, 'due soon: 1 working day left', 'on a Monday, for a Tuesday'],
    [3, 5, 'due soon: 3 working days left', 'the weekend does not count'],
  ])('%i working, %i calendar days: %j, because %s', (working, calendar, words, _because) => {
    expect(sentence.dueSoon(working, calendar)).toBe(words)
  })

  it.each([
    [0, 'no working day left', 'on a Sunday, for a Monday that is a bank holiday'],
    [1, '1 working day left', 'on the day before'],
    [7, '7 working days left', 'a week and a half before'],
  ])('at the earliest: %i working days, %j, because %s', (working, words, _because) => {
    expect(sentence.dueSoonAtTheEarliest(working, '2024-01-30')).toBe(
      `due soon: ${words} to the earliest possible due date, Tuesday 30 January 2024`,
    )
  })
})

describe('a clock that has not started', () => {
  const [stage] = shippedFrameworks.flatMap(({ stages }) => stages) as [Stage]
  const words = (clock: Clock, fallback: Clock[], isMonthOnly = false) =>
    sentence.clockNotStarted({ ...stage, clock, fallback, after: 'final' }, isMonthOnly)

  it.each<[Clock, Clock[], string, string]>([
    ['received', [], 'the record has no `received`', 'nothing else starts it'],
    [
      'received',
      ['published'],
      'the record has neither `received` nor `published`',
      'either would do',
    ],
    [
      'received',
      ['sent', 'published'],
      'the record has neither `received`, `sent` nor `published`',
      'any of the three would do',
    ],
    [
      'submitted',
      [],
      'the record has no `submitted` of `final`',
      'it runs from another stage, which must be named',
    ],
  ])('from %s, else %j: %j, because %s', (clock, fallback, expected, _because) => {
    expect(words(clock, fallback)).toBe(expected)
  })

  it('lacks only the day of a visit whose month is known', () => {
    expect(words('visited', [], true)).toBe(
      'of the visit only the month is known, and the clock starts on its last day',
    )
  })
})

describe('what somebody wrote', () => {
  it.each([
    ['No auditor.', 'No auditor', 'a sentence of ours goes on after it'],
    [' No auditor ', 'No auditor', 'blanks around it are not seen'],
    ['See No. 5 of the plan', 'See No. 5 of the plan', 'a full stop within it stays'],
    ['Asked for by St. Mary’s.', 'Asked for by St. Mary’s', 'only the last one goes'],
    ['.', '.', 'nothing would be left after the colon'],
  ])('%j is quoted as %j, because %s', (written, quoted, _because) => {
    expect(sentence.unended(written)).toBe(quoted)
    expect(sentence.blocked(written)).toBe(`blocked: ${quoted}`)
  })
})

describe('how far an item has come', () => {
  const progress = [
    { on: isoDate('2024-02-16'), note: 'Tool agreed.', percent: null, by: 'QA lead' },
    { on: isoDate('2024-02-20'), note: null, percent: 40, by: null },
  ]
  const unsigned = [
    { ...progress[0], on: isoDate('2024-02-16'), note: 'Begun', percent: null, by: null },
  ]

  it.each([
    [null, [], {}, [], 'nobody has said anything'],
    [40, [], {}, ['40% complete'], 'a number needs no words'],
    [0, [], {}, ['0% complete'], 'not begun is known as well'],
    [
      40,
      progress,
      {},
      ['40% complete; noted on Friday 16 February 2024 by QA lead: Tool agreed'],
      'the last entry with words counts, not the last one',
    ],
    [null, unsigned, {}, ['noted on Friday 16 February 2024: Begun'], 'nobody signed it'],
    [40, progress, { people: false }, ['40% complete'], 'what people wrote is not asked for'],
    [null, progress, { people: false }, [], 'and nothing else is known'],
    [
      null,
      unsigned,
      { date: (day: string) => day },
      ['noted on 2024-02-16: Begun'],
      'days are written as the report writes them',
    ],
  ])('%j with %j and %j: %j, because %s', (percent, entries, options, words, _because) => {
    expect(sentence.progressWords({ percent, progress: entries }, options)).toEqual(words)
  })

  it('says what shows that it was done, or that nothing does', () => {
    expect(sentence.evidenced('papers/a.pdf')).toBe('evidence: papers/a.pdf')
    expect(sentence.evidenced(null)).toBe('no evidence recorded')
  })
})

describe('a day that does not count', () => {
  it.each([
    [{ skipped: 'weekend' }, 'a weekend day'],
    [{ skipped: 'schoolHoliday' }, 'in the school holidays'],
    [{ skipped: 'bankHoliday', title: 'Good Friday' }, 'a bank holiday, Good Friday'],
  ] as const)('%j is %s', (closed, words) => {
    expect(sentence.closedDay(closed as Parameters<typeof sentence.closedDay>[0])).toBe(words)
  })
})

describe('a waiver', () => {
  const words = (rule: string) =>
    sentence.waiverWords({
      rule,
      until: isoDate('2024-03-01'),
      approvedBy: 'Director',
      reason: 'Illness.',
    })

  it('names its rule, unless that is the usual one', () => {
    const rest = 'until Friday 1 March 2024, approved by Director: Illness'
    expect(words('overdue')).toBe(`waived ${rest}`)
    expect(words('blocked')).toBe(`waived (blocked) ${rest}`)
  })

  it('has words for the days while it lasts, and for the first day after it', () => {
    expect(sentence.waived('2024-03-01')).toBe('waived until Friday 1 March 2024')
    expect(sentence.waiverEnded('2024-03-02')).toBe(
      'from Saturday 2 March 2024 on nothing of it is waived any more',
    )
  })
})

describe('steps', () => {
  const step = (title: string, on: string, closure: string | null = null) => {
    const [day, workingDaysBefore, done] = [isoDate(on), 5, null]
    return { id: title, title, workingDaysBefore, on: day, usual: day, done, closure }
  }
  const steps = [
    step('Board', '2024-04-02', 'Training day'),
    step('Cabinet', '2024-04-09', 'Election'),
  ]

  it.each([
    [
      sentence.stepMissed,
      'past and not recorded as done: Board, Tuesday 2 April 2024; Cabinet, Tuesday 9 April 2024',
    ],
    [
      sentence.stepAfterDue,
      'planned for a day after the due day: Board, Tuesday 2 April 2024; Cabinet, Tuesday 9 April 2024',
    ],
    [
      sentence.stepOnClosure,
      'planned for a day on which the authority is closed: Board, Tuesday 2 April 2024 (Training day); Cabinet, Tuesday 9 April 2024 (Election)',
    ],
  ])('are named one after another, each with its day: %#', (words, expected) => {
    expect(words(steps)).toBe(expected)
  })
})

describe('a due day that has passed', () => {
  it('is said of a stage and of an action in their own words', () => {
    expect(sentence.duePassed('2024-04-23', 'stage')).toBe(
      'due on Tuesday 23 April 2024 and not submitted',
    )
    expect(sentence.duePassed('2024-03-28', 'action')).toBe(
      'due on Thursday 28 March 2024 and not done',
    )
  })
})

describe('a due date that is another one now', () => {
  it('is given with the one before', () => {
    expect(sentence.dueMovedWords(isoDate('2024-04-23'), isoDate('2024-05-07'))).toBe(
      'due on Tuesday 7 May 2024 instead of Tuesday 23 April 2024',
    )
  })
})
