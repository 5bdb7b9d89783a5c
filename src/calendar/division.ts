/** The parts of the United Kingdom that keep their own bank holidays, named as GOV.UK names them. */
export const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const

export type Division = (typeof DIVISIONS)[number]

/** The name of a division for people. */
export const DIVISION_NAMES: Record<Division, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}
