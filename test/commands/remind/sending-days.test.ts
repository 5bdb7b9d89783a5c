import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/calendar/day.ts'
import { workingDaysBy } from '../../../src/calendar/working-days.ts'
import { isSendingDay, isShut } from '../../../src/commands/remind/planning/sending-days.ts'
import type { Weekday } from '../../../src/config/reminders.ts'
import { isoDate } from '../../helpers/memory-host.ts'

const days = workingDaysBy([])('england-and-wales')
const closures = [{ from: isoDate('2024-04-03'), title: 'Training day' }]
const terms = (onClosedDays: boolean) => ({ policy: { onClosedDays }, closures })

// Good Friday is 29 March 2024, Easter Monday 1 April; the authority is closed on Wednesday 3 April.
describe('a recipient who gets a digest', () => {
  it.each<[Weekday[] | null, string, boolean, string]>([
    [null, '2024-03-28', true, 'every open day will do'],
    [null, '2024-03-29', false, 'it is Good Friday'],
    [null, '2024-03-30', false, 'it is a Saturday'],
    [null, '2024-04-03', false, 'the authority is closed'],
    [['thursday'], '2024-03-28', true, 'it is Thursday'],
    [['thursday'], '2024-03-27', false, 'it is the day before'],
    [['friday'], '2024-03-29', false, 'it is their Friday, but a closed day'],
    [['friday'], '2024-04-02', true, 'the digest of Good Friday goes on the next open day'],
    [['saturday'], '2024-04-02', true, 'that of a Saturday too'],
    [['wednesday'], '2024-04-02', false, 'no Wednesday was among the closed days before'],
    [['thursday'], '2024-04-02', false, 'Thursday was open, and they have had theirs'],
    [['wednesday'], '2024-04-04', true, 'Wednesday was a training day'],
    [['monday', 'wednesday'], '2024-04-02', true, 'Monday was closed, and is one of two'],
    [['friday'], '2024-04-04', false, 'that of Good Friday went on Tuesday'],
  ])('on %j: on %s %s, because %s', (on, day, expected, _because) => {
    expect(isSendingDay(dayOf(day), { on }, days, terms(false))).toBe(expected)
  })

  it('on each Friday gets one a week, also around Easter', () => {
    const sent = []
    for (let day = dayOf('2024-03-15'); day <= dayOf('2024-04-12'); day++)
      if (isSendingDay(day, { on: ['friday'] }, days, terms(false))) sent.push(day)
    expect(sent).toEqual(
      ['2024-03-15', '2024-03-22', '2024-04-02', '2024-04-05', '2024-04-12'].map(dayOf),
    )
  })
})

describe('where digests go on closed days too', () => {
  it('no day is shut, and nothing is made up for', () => {
    expect(isShut(dayOf('2024-03-29'), days, terms(true))).toBe(false)
    const on = (day: string) => isSendingDay(dayOf(day), { on: ['friday'] }, days, terms(true))
    expect([on('2024-03-29'), on('2024-04-02')]).toEqual([true, false])
  })
})
