import { describe, expect, it } from 'vitest'
import { SHIPPED_LIST } from '../../src/calendar/bank-holidays.ts'
import { readBankHolidayList, textOfList } from '../../src/config/bank-holiday-list.ts'
import { withCalendar } from '../../src/config/read-config.ts'
import { eventsOf2029 } from '../helpers/list.ts'

const LINE = 'calendars: [list.json]'

describe('a configuration that is to name a list', () => {
  it.each([
    ['', `${LINE}\n`, 'there is none yet'],
    ['# ours\n', `# ours\n${LINE}\n`, 'it has comments only'],
    ['records: a\n', `records: a\n${LINE}\n`, 'the line comes last'],
    ['records: a', `records: a\n${LINE}\n`, 'the last line had no end'],
    ['records: a\r\n', `records: a\r\n${LINE}\r\n`, 'the lines end as the others do'],
    ['records:   "a" # why\n\n', `records:   "a" # why\n\n${LINE}\n`, 'other bytes stay'],
    ['x-own: |\n  calendars: [b]\n', `x-own: |\n  calendars: [b]\n${LINE}\n`, 'that is a text'],
    ['{ records: a }\n', undefined, 'nothing can follow a map in braces'],
    ['records: a\n...\n', undefined, 'the document has an end'],
    ['calendars: []\n', undefined, 'the key stands there already'],
    ['calendars:\n', undefined, 'the key stands there already, without a value'],
    ['  records: a\n', undefined, 'the other keys are indented'],
  ])('%j becomes %j, because %s', (text, expected, _because) => {
    expect(withCalendar(text, 'list.json', 'plandue.yaml')).toBe(expected)
  })
})

describe('a list as the text of a file', () => {
  it.each([
    ['the shipped one', SHIPPED_LIST],
    [
      'one with all of GOV.UK’s keys',
      { scotland: { division: 'scotland', events: eventsOf2029() } },
    ],
    [
      'one with strange titles',
      { scotland: { events: [{ title: '"\\\n\u0085\u2028#: {', date: '2029-01-01' }] } },
    ],
  ])('is read as it was: %s', (_name, list) => {
    const { value, diagnostics } = readBankHolidayList(textOfList(list), 'list.json')
    expect(diagnostics).toEqual([])
    expect(value).toEqual(list)
  })

  it('has one event a line', () => {
    const text = textOfList({ scotland: { events: eventsOf2029() } })
    expect(text.match(/^ +\{"title":.*"bunting":true\},?$/gm)).toHaveLength(8)
  })
})
