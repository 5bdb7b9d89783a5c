import { expect, it } from 'vitest'
import { localDate } from '../../src/calendar/local-day.ts'

it.each([
  ['2024-01-22T23:59:59Z', 'Europe/London', '2024-01-22', 'in winter London has the time of UTC'],
  ['2024-06-22T23:30:00Z', 'Europe/London', '2024-06-23', 'in summer it is an hour ahead'],
  ['2024-03-31T00:59:59Z', 'Europe/London', '2024-03-31', 'the hour that is left out moves no day'],
  ['2024-01-22T10:00:00Z', 'Pacific/Kiritimati', '2024-01-23', 'a day begins there first'],
  ['2024-01-22T10:00:00Z', 'Pacific/Pago_Pago', '2024-01-21', 'and there last'],
  ['1970-01-01T00:00:00Z', 'Europe/London', '1970-01-01', 'London had summer time all that winter'],
])('%s in %s is %s, because %s', (instant, zone, date, _because) => {
  expect(localDate(Date.parse(instant) / 1000, zone)).toBe(date)
})
