import { describe, expect, it } from 'vitest'
import { shippedMappings } from '../../../src/commands/import/mappings/index.ts'
import { slugOf, tidyName } from '../../../src/commands/import/rows/names.ts'
import { nameKey } from '../../../src/records/name-key.ts'

const rules = shippedMappings.find(({ id }) => id === 'ilacs-history')?.names ?? {}

describe('tidyName, by the rules of the ILACS history', () => {
  it.each([
    ['kingston upon hull', 'Kingston upon Hull Council', 'upon is a small word'],
    [
      'bournemouth, christchurch & poole',
      'Bournemouth, Christchurch and Poole Council',
      'the sign is a word',
    ],
    ['stoke-on-trent', 'Stoke-on-Trent Council', 'a hyphen begins a word'],
    ['southend-on-sea', 'Southend-on-Sea Council', 'likewise'],
    ['st helens', 'St Helens Council', 'it is an abbreviation'],
    ['bath and north east somerset', 'Bath and North East Somerset Council', 'it is a list'],
    ['isle of wight', 'Isle of Wight Council', 'of is a small word'],
    ['london corporation', 'City of London Corporation', 'it follows no rule'],
    ['isles of scilly', 'Council of the Isles of Scilly', 'likewise'],
    ['LEEDS', 'Leeds Council', 'capitals alone say nothing'],
    ['Isle Of Wight', 'Isle Of Wight Council', 'somebody has chosen the capitals'],
    ['Leeds City Council', 'Leeds City Council', 'it has its suffix'],
    ['  york\n', 'York Council', 'blanks around it are none of it'],
    ['the wrekin', 'The Wrekin Council', 'the first word is never small'],
    ['__proto__', '__Proto__ Council', 'it is a name like any other'],
  ])('of %j makes %j, because %s', (written, expected, _because) => {
    expect(tidyName(written, rules).full).toBe(expected)
  })
})

describe('nameKey', () => {
  it.each([
    ['nottinghamshire', 'Nottinghamshire County Council', true, 'it is the same council'],
    ['Windsor & Maidenhead', 'Royal Borough of Windsor and Maidenhead', true, 'likewise'],
    ['bristol', 'Bristol, City of', true, 'likewise'],
    ['St. Helens', 'St Helens Council', true, 'a point makes no difference'],
    ['City of London Corporation', 'london corporation', true, 'nothing else is left of either'],
    ['London Borough of Camden', 'camden', true, 'likewise'],
    ['Nottingham', 'Nottinghamshire', false, 'a city is not its county'],
    ['North Tyneside', 'South Tyneside', false, 'they are neighbours'],
    ['Surrey Council', 'Surrey Police and Crime Commissioner', false, 'they are two bodies'],
  ])('of %j and %j is the same: %j, because %s', (a, b, isSame, _because) => {
    expect(nameKey(a) === nameKey(b)).toBe(isSame)
  })
})

describe('slugOf', () => {
  it.each([
    ['Kingston upon Hull', 'kingston-upon-hull', 'it is a file name'],
    ["King's Lynn", 'kings-lynn', 'an apostrophe joins'],
    ['Ynys Môn', 'ynys-mon', 'accents are left out'],
    ['../../etc/passwd', 'etc-passwd', 'nothing leads out of the folder'],
    ['\u202Eabc\u0000', 'abc', 'what cannot be seen is left out'],
    ['CON', 'con', 'an id has more than a name'],
    ['…', '', 'nothing is left'],
    ['a'.repeat(500), 'a'.repeat(80), 'file names have an end'],
  ])('of %j is %j, because %s', (text, expected, _because) => {
    expect(slugOf(text)).toBe(expected)
  })
})
