import { expect, it } from 'vitest'
import { timeZoneFault } from '../../src/calendar/time-zone.ts'

it.each([
  ['Europe/London', 'it is the usual one'],
  ['UTC', 'it is the same to everybody'],
  ['Etc/UTC', 'it is the same in full'],
  ['Asia/Kolkata', 'Intl keeps it as Asia/Calcutta'],
  ['Europe/Kyiv', 'Intl keeps it as Europe/Kiev'],
  ['Pacific/Kiritimati', 'it is ahead of all others'],
  ['America/Port-au-Prince', 'it has a small word'],
  ['America/Knox_IN', 'it is an alias with an odd spelling'],
  ['US/East-Indiana', 'it is an alias of another form'],
  ['America/Argentina/Buenos_Aires', 'it has three parts'],
  ['Etc/Zulu', 'it is an alias in words'],
  ['Etc/GMT+5', 'it is an alias in letters'],
  ['Etc/UCT', 'likewise'],
])('%s is a time zone, because %s', (name, _because) => {
  expect(timeZoneFault(name)).toBeUndefined()
})

it.each<[string, string | undefined, string]>([
  ['BST', 'Europe/London', 'it is of Bangladesh to Intl, and UTC to TZ'],
  ['GMT', 'Europe/London', 'in London it holds in winter only'],
  ['UK', 'Europe/London', 'nobody knows it, but it has one zone'],
  ['london', 'Europe/London', 'nobody knows the city by itself'],
  ['EST', undefined, 'it may be of America or of Australia'],
  ['GB', 'Europe/London', 'TZ may not know the abbreviation'],
  ['Mars/Phobos', undefined, 'nobody knows it'],
  ['', undefined, 'it is empty'],
  ['+01:00', undefined, 'it knows no summer'],
  ['utc', 'UTC', 'TZ takes the case seriously'],
  ['europe/london', 'Europe/London', 'TZ would take it for UTC'],
  ['pacific/kiritimati', 'Pacific/Kiritimati', 'TZ would take it for UTC'],
  ['asia/kolkata', 'Asia/Kolkata', 'an alias has its spelling as well'],
  ['EUROPE/KYIV', 'Europe/Kyiv', 'so has this one'],
  ['america/knox_in', 'America/Knox_IN', 'and an odd one'],
  ['us/eastern', 'US/Eastern', 'and one of another form'],
  ['us/east-indiana', 'US/East-Indiana', 'each word has its capital'],
  ['etc/greenwich', 'Etc/Greenwich', 'this alias is a word'],
  ['etc/gmt+0', 'Etc/GMT+0', 'this one is letters'],
  ['etc/uct', 'Etc/UCT', 'likewise'],
])('%s is none, meant is %s, because %s', (name, meant, _because) => {
  expect(timeZoneFault(name)).toStrictEqual({ meant })
})

it('every zone of Intl is spelled as it is', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/'))
  expect(zones.filter((name) => timeZoneFault(name))).toEqual([])
})
