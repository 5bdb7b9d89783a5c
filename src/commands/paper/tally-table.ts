import { capitalised } from '../../language/capitalised.ts'
import { type Block, type Column, rows, type Text } from '../../page/page.ts'
import { FLOWS, type NamedSum, type Sum } from './sum.ts'
import { COLOURS, FLOW_WORDS } from './wording.ts'

/** Rows of sums, with one for all. Of what never happened there is no column. */
export function tallyTable(name: string, tallies: readonly NamedSum[], all: Sum): Block {
  const flows = FLOWS.filter((flow) => flow === 'added' || flow === 'finished' || all[flow] > 0)
  const keys = ['red', 'amber', 'green', 'openNow', 'openThen', ...flows] as const
  const columns: Column[] = [
    { name, wraps: true },
    ...keys.map((key): Column => ({ name: capitalised(COLUMN_WORDS[key]), align: 'right' })),
  ]
  const row = (words: Text, sum: Sum): Text[] => [words, ...keys.map((key) => number(key, sum))]
  const cells = tallies.map((tally) => row(tally.name, tally.sum))
  return rows(columns, [...cells, row({ text: 'All', tone: 'strong' }, all)], { isHeaded: true })
}

/** In the colour of its column, unless it is nothing. */
function number(key: keyof Sum, sum: Sum): Text {
  const text = `${sum[key]}`
  const isColour = key === 'red' || key === 'amber' || key === 'green'
  return isColour && sum[key] > 0 ? { text, tone: COLOURS[key].tone } : text
}

const COLUMN_WORDS: Readonly<Record<keyof Sum, string>> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  openNow: 'open now',
  openThen: 'open then',
  ...FLOW_WORDS,
}
