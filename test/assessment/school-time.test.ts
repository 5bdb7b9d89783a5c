import { describe, expect, it } from 'vitest'
import { schoolTime } from '../../src/assessment/school-time.ts'
import { addDays, dayOf, isoOf } from '../../src/calendar/day.ts'
import { workingDaysBy } from '../../src/calendar/working-days.ts'
import { assess, itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'

const estyn = (lines: string) => `authority: A\nframework: estyn\nreceived: 2025-03-24\n${lines}\n`
const EASTER = 'schoolHolidays: [{ from: 2025-04-12, to: 2025-04-27 }]'

describe('school holidays', () => {
  it.each([
    ['', '2025-04-23', false, 'nobody says when they are: the earliest date that can be'],
    ['schoolHolidays: []', '2025-04-23', true, 'none falls in'],
    [EASTER, '2025-05-06', true, 'two weeks and three bank holidays are left out'],
    [
      'schoolHolidays: [{ from: 2025-04-14, to: 2025-04-18 }]',
      '2025-04-23',
      true,
      'a week is not more than a week, and counts day by day',
    ],
    [
      'schoolHolidays: [{ from: 2025-04-07, to: 2025-04-14 }]',
      '2025-05-01',
      true,
      'six weekdays are more than a week',
    ],
    [
      'schoolHolidays: [{ from: 2025-04-14, to: 2025-04-14 }, { from: 2025-04-07, to: 2025-04-11 }]',
      '2025-05-01',
      true,
      'their order does not matter',
    ],
    [
      'schoolHolidays: [{ from: 2025-04-07, to: 2025-04-11 }, { from: 2025-04-14, to: 2025-04-14 }]',
      '2025-05-01',
      true,
      'no weekday lies between them: it is one holiday',
    ],
  ])('%j: due %s, known %s, because %s', (lines, due, known) => {
    const item = itemOf(estyn(lines), 'final', '2025-03-25')
    expect(item).toMatchObject({ due, schoolHolidaysKnown: known })
  })

  it('are skipped by the days left as by the period', () => {
    expect(itemOf(estyn(EASTER), 'final', '2025-04-11').workingDaysLeft).toBe(6)
    expect(itemOf(estyn(EASTER), 'final', '2025-04-27').workingDaysLeft).toBe(6)
  })

  it('do not matter to a date that somebody states, nor to another framework', () => {
    const stated = estyn('plan: { final: { stated: 2025-05-07 } }')
    expect(itemOf(stated, 'final', '2025-04-01').schoolHolidaysKnown).toBeNull()
    const jtai = estyn(EASTER).replace('estyn', 'jtai')
    expect(itemOf(jtai, 'final', '2025-04-01')).toMatchObject({
      due: '2025-07-04',
      schoolHolidaysKnown: null,
    })
  })

  it.each([
    ['', '2025-05-07', 'after the earliest date', true, 'the holidays may explain it'],
    [EASTER, '2025-05-07', 'after the date', false, 'they are known, and do not'],
    ['', '2025-04-22', 'before the date', false, 'holidays make a date later, not earlier'],
  ])('%j, stated %s: %s that the rule gives, because %s', (lines, stated, words, isNamed) => {
    const plan = `plan: { final: { stated: ${stated} } }`
    const { diagnostics } = assess(estyn(`${lines}\n${plan}`), '2025-04-01')
    expect(diagnostics.map(({ code }) => code)).toEqual(['stated-differs'])
    expect(diagnostics[0]?.message).toContain(`${words} that the rule gives`)
    expect(diagnostics[0]?.hint?.includes('schoolHolidays')).toBe(isNamed)
  })

  it('that end before they begin are remarked on, and count for nothing', () => {
    const text = estyn('schoolHolidays: [{ from: 2025-04-27, to: 2025-04-12 }]')
    const { diagnostics, items } = assess(text, '2025-03-25')
    expect(diagnostics.map(({ code }) => code)).toEqual(['out-of-order'])
    expect(items['final']?.due).toBe('2025-04-23')
  })

  it('agree with a count day by day, forward and back, from every day around them', () => {
    const base = workingDaysBy([])('england-and-wales')
    const holidays = [
      { from: isoDate('2025-04-12'), to: isoDate('2025-04-27') },
      { from: isoDate('2025-05-24'), to: isoDate('2025-06-03') },
    ]
    const days = schoolTime(base, ['schoolHolidays'], { schoolHolidays: holidays })
    const isOpen = (day: ReturnType<typeof dayOf>) =>
      base.isWorkingDay(day) &&
      !holidays.some(({ from, to }) => from <= isoOf(day) && isoOf(day) <= to)
    for (let start = dayOf('2025-03-01'); start < dayOf('2025-07-01'); start = addDays(start, 1)) {
      let [forward, back] = [start, start]
      while (!isOpen(back)) back = addDays(back, -1)
      for (let count = 1; count <= 30; count++) {
        do forward = addDays(forward, 1)
        while (!isOpen(forward))
        do back = addDays(back, -1)
        while (!isOpen(back))
        expect([days.add(start, count), days.add(start, -count)]).toEqual([forward, back])
        expect([days.between(start, forward), days.between(back, start)]).toEqual([count, count])
      }
    }
  })
})
