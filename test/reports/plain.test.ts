import { Chalk } from 'chalk'
import { expect, it } from 'vitest'
import { assemble } from '../../src/assessment/assessment.ts'
import { dayOf, isoOf } from '../../src/calendar/day.ts'
import { plainReport } from '../../src/reports/plain.ts'
import { assess } from '../helpers/assess.ts'
import { record } from '../helpers/record.ts'

const TODAY = '2024-02-05'

/** How often the record of an item is looked at in a report on so many records. */
async function looks(records: number): Promise<number> {
  const [item] = Object.values(
    assess(record('', { published: 'received: 2024-01-12' }), TODAY).items,
  )
  let count = 0
  if (!item) throw new Error('no item')
  const items = Array.from({ length: records }, (_, number) => ({
    ...item,
    get record() {
      count++
      return `r${number}`
    },
  }))
  const gathered = { records, today: isoOf(dayOf(TODAY)), filters: [], timeZone: 'Europe/London' }
  const rest = { calendars: [], facts: [], ignored: 0, openOutside: 0, items, diagnostics: [] }
  await plainReport(assemble({ ...gathered, ...rest }, 'never'), {
    ...{ paint: new Chalk({ level: 0 }), width: 80, failOn: 'never', version: '', filters: [] },
    ...{
      quiet: false,
      verbose: false,
      all: true,
      people: true,
      calendar: null,
      busiest: undefined,
    },
    isFailing: () => false,
    linkOf: () => null,
    touches: async () => () => undefined,
    isListed: () => true,
    titleOf: String,
    documentOf: () => 'report',
    pathInRepository: String,
  })
  return count
}

it('plain text looks at each record as often among many as among few', async () => {
  expect(await looks(200)).toBeLessThan(2.5 * (await looks(100)))
})
