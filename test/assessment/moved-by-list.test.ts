import { describe, expect, it } from 'vitest'
import type { ChangeResult } from '../../src/assessment/change-result.ts'
import { movedByListWarnings } from '../../src/assessment/moved-by-list.ts'
import { type BankHolidayList, bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { itemOf } from '../helpers/assess.ts'
import { isoDate } from '../helpers/memory-host.ts'
import { record } from '../helpers/record.ts'

const items = ['draft', 'final'].map((id) =>
  itemOf(record('plan: { final: { owner: QA } }'), id, '2024-02-05'),
)

/** A change that moves some items by other bank holidays. */
function moving(...ids: string[]): ChangeResult {
  const [from, to] = [isoDate('2024-04-23'), isoDate('2024-04-24')]
  const recounted = ids.map((id) => ({ item: `r#${id}`, from, to }))
  const aside = { items: [], files: [] }
  return { base: 'main', mergeBase: '0', fails: [], aside, removed: [], released: [], recounted }
}

/** The shipped bank holidays, but for those of 2024. */
function with2024(...dates: string[]) {
  const events = dates.map((date) => ({ title: 'Made up', date }))
  const list: BankHolidayList = { retrieved: '2099-01-01', 'england-and-wales': { events } }
  return [bankHolidays('scotland'), bankHolidays('england-and-wales', [list])]
}

const OFFICIAL = [
  '2024-01-01',
  '2024-03-29',
  '2024-04-01',
  '2024-05-06',
  '2024-05-27',
  '2024-08-26',
  '2024-12-25',
  '2024-12-26',
]
const without = (...dates: string[]) => OFFICIAL.filter((date) => !dates.includes(date))
const START = 'bank holidays of England and Wales that plandue does not ship move'

describe('bank holidays that move due dates', () => {
  it.each<[string[], string[], string, string]>([
    [
      [...OFFICIAL, '2024-02-01'],
      ['final'],
      `${START} 1 due date: Thursday 1 February 2024, Made up, is added`,
      'it is a day that the shipped list does not have',
    ],
    [
      without('2024-04-01'),
      ['final', 'draft'],
      `${START} 2 due dates: Monday 1 April 2024, Easter Monday, is left out`,
      'it is a day that only the shipped list has',
    ],
    [
      without('2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27'),
      ['final'],
      'Spring bank holiday, is left out',
      'five days are named',
    ],
    [
      without('2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-12-26'),
      ['final'],
      'Spring bank holiday, is left out; and 1 more',
      'of six the last one is counted',
    ],
  ])('%j, which move %j: %s, because %s', (dates, ids, words, _because) => {
    const found = movedByListWarnings(items, moving(...ids), with2024(...dates))
    expect(found.map(({ severity, code, file }) => [severity, code, file])).toEqual([
      ['warning', 'holidays-unshipped', 'r.yaml'],
    ])
    expect(found[0]?.message.endsWith(words.replace(START, '').trim())).toBe(true)
    expect(found[0]?.message.startsWith(START)).toBe(true)
  })

  it('are spoken of at the first item that they move', () => {
    const lines = (...ids: string[]) =>
      movedByListWarnings(items, moving(...ids), with2024('2024-01-01')).map(({ line }) => line)
    expect([lines('final', 'draft'), lines('draft', 'final')]).toEqual([[6], [2]])
  })

  it('are not spoken of where they are the shipped ones, or move nothing that is reported', () => {
    expect(movedByListWarnings(items, moving('final'), with2024(...OFFICIAL))).toEqual([])
    const others = with2024('2024-01-01')
    expect(movedByListWarnings(items, moving(), others)).toEqual([])
    expect(movedByListWarnings(items, moving('gone'), others)).toEqual([])
    expect(movedByListWarnings(items, null, others)).toEqual([])
  })
})
