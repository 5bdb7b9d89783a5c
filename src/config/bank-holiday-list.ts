import type { BankHolidayList } from '../calendar/bank-holidays.ts'
import { DIVISIONS } from '../calendar/division.ts'
import { diagnose } from '../diagnostics/diagnostic.ts'
import { shortened } from '../yaml/describe.ts'
import { type Reading, readYaml } from '../yaml/read.ts'
import { DATE, type ObjectSchema } from '../yaml/schema.ts'

const division = {
  type: 'object',
  title: 'a division with its `events`',
  properties: {
    events: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        title: 'a bank holiday with `title` and `date`',
        properties: { title: { type: 'string', minLength: 1 }, date: DATE },
        required: ['title', 'date'],
        additionalProperties: {},
      },
    },
  },
  required: ['events'],
  additionalProperties: {},
} as const satisfies ObjectSchema

/** GOV.UK's bank-holidays.json, which may say besides where it came from and when. */
const listSchema = {
  type: 'object',
  properties: {
    source: { type: 'string', minLength: 1 },
    retrieved: DATE,
    'england-and-wales': division,
    scotland: division,
    'northern-ireland': division,
  },
  anyOf: [
    { required: ['england-and-wales'] },
    { required: ['scotland'] },
    { required: ['northern-ireland'] },
  ],
  additionalProperties: false,
} as const satisfies ObjectSchema

/** Reads a list of bank holidays. JSON is YAML, so the same reader finds its faults. */
export function readBankHolidayList(text: string, file: string): Reading<BankHolidayList> {
  const reading = readYaml<BankHolidayList>(text, file, listSchema)
  if (reading.value !== undefined) return reading
  const { value } = readYaml<{ division: string }>(text, file, divisionFileSchema)
  if (value === undefined) return reading
  const args = { division: shortened(value.division), url: GOV_UK }
  const diagnostics = [diagnose(reading.placeOf(['division'], 'key'), 'one-division', args)]
  return { ...reading, diagnostics }
}

/** Where the lists of all divisions are published in one file. */
export const GOV_UK = 'https://www.gov.uk/bank-holidays.json'

/** What GOV.UK publishes for a division by itself, such as bank-holidays/scotland.json. */
const divisionFileSchema = {
  type: 'object',
  properties: { division: { type: 'string', minLength: 1 }, events: division.properties.events },
  required: ['division', 'events'],
  additionalProperties: {},
} as const satisfies ObjectSchema

/** A list as the text of a file: JSON with one event a line, so that a change shows as its lines. */
export function textOfList(list: BankHolidayList): string {
  const { source, retrieved } = list
  const divisions = DIVISIONS.flatMap((name) => {
    const known = list[name]
    return known ? [entry(name, divisionText(known))] : []
  })
  const origin = Object.entries({ source, retrieved }).flatMap(([key, value]) =>
    value === undefined ? [] : [entry(key, JSON.stringify(value))],
  )
  return `{\n${[...origin, ...divisions].map((line) => `  ${line}`).join(',\n')}\n}\n`
}

function divisionText({ events, ...rest }: NonNullable<BankHolidayList['scotland']>): string {
  const others = Object.entries(rest).map(([key, value]) => entry(key, JSON.stringify(value)))
  const lines = events.map((event) => `      ${JSON.stringify(event)}`).join(',\n')
  const keys = [...others, `"events": [\n${lines}\n    ]`]
  return `{\n${keys.map((line) => `    ${line}`).join(',\n')}\n  }`
}

function entry(key: string, value: string): string {
  return `${JSON.stringify(key)}: ${value}`
}
