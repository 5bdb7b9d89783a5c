import { afterEach, describe, expect, it } from 'vitest'
import { localDate, localTime } from '../../src/calendar/local-day.ts'

const OWN = process.env['TZ']
afterEach(() => {
  if (OWN === undefined) delete process.env['TZ']
  else process.env['TZ'] = OWN
})

describe.each(['UTC', 'Pacific/Apia', 'America/New_York'])('in a process in %s', (own) => {
  it.each([
    ['2024-01-22T23:59:59Z', 'Europe/London', '2024-01-22', '23:59', 'London has the time of UTC'],
    ['2024-06-22T23:30:00Z', 'Europe/London', '2024-06-23', '00:30', 'in summer it is ahead'],
    ['2024-06-22T22:59:59Z', 'Europe/London', '2024-06-22', '23:59', 'by an hour'],
    ['2024-03-31T00:59:59Z', 'Europe/London', '2024-03-31', '00:59', 'no day is left out'],
    ['2024-01-22T10:00:00Z', 'Pacific/Kiritimati', '2024-01-23', '00:00', 'a day begins there'],
    ['2024-01-22T10:00:00Z', 'Pacific/Pago_Pago', '2024-01-21', '23:00', 'and there last'],
    ['2024-01-22T18:30:00Z', 'Asia/Kolkata', '2024-01-23', '00:00', 'half an hour counts'],
    ['1970-01-01T00:00:00Z', 'Europe/London', '1970-01-01', '01:00', 'it was summer time'],
  ])('%s in %s is %s, %s, because %s', (instant, zone, date, time) => {
    process.env['TZ'] = own
    expect(localDate(Date.parse(instant) / 1000, zone)).toBe(date)
    expect(localTime(Date.parse(instant) / 1000, zone)).toBe(time)
  })

  it('London has the same day, whether Intl is asked or not', () => {
    process.env['TZ'] = own
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
    for (let seconds = 1_600_000_000; seconds < 1_640_000_000; seconds += 3600) {
      expect(localDate(seconds, 'Europe/London')).toBe(format.format(seconds * 1000))
    }
  })
})
