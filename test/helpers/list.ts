import { type BankHolidayList, SHIPPED_LIST } from '../../src/calendar/bank-holidays.ts'
import type { Division } from '../../src/calendar/division.ts'

type Change = { readonly add?: readonly string[]; readonly remove?: readonly string[] }

/** The list that plandue ships, with days added to a division and days taken away. */
export function changedList(
  { add = [], remove = [] }: Change,
  division: Division = 'england-and-wales',
): BankHolidayList {
  const events = SHIPPED_LIST[division].events
  const added = add.map((date) => ({ title: `New on ${date}`, date }))
  const kept = events.filter(({ date }) => !remove.includes(date))
  return { ...SHIPPED_LIST, [division]: { division, events: [...kept, ...added] } }
}

/** Days of 2029, the first year after the shipped list, as GOV.UK would name them. */
export function eventsOf2029(without: readonly string[] = []) {
  const days = [
    ['2029-01-01', 'New Year’s Day'],
    ['2029-03-30', 'Good Friday'],
    ['2029-04-02', 'Easter Monday'],
    ['2029-05-07', 'Early May bank holiday'],
    ['2029-05-28', 'Spring bank holiday'],
    ['2029-08-27', 'Summer bank holiday'],
    ['2029-12-25', 'Christmas Day'],
    ['2029-12-26', 'Boxing Day'],
  ] as const
  return days
    .filter(([date]) => !without.includes(date))
    .map(([date, title]) => ({ title, date, notes: '', bunting: true }))
}

/** A list of 2029 in England and Wales alone, as the text of GOV.UK's file. */
export function textOf2029(without: readonly string[] = []): string {
  const events = eventsOf2029(without)
  return JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events } })
}
