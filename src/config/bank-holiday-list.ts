import type { BankHolidayList } from '../calendar/bank-holidays.ts'
import { type Reading, readYaml } from '../yaml/read.ts'
import { date, type ObjectSchema } from '../yaml/schema.ts'

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
        properties: { title: { type: 'string', minLength: 1 }, date },
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
    retrieved: date,
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
  return readYaml(text, file, listSchema)
}
