/** The parts of the United Kingdom that keep their own bank holidays, named as GOV.UK names them. */
export const DIVISIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const

export type Division = (typeof DIVISIONS)[number]

/** Whose bank holidays count: those of one division, or of several at once. */
export type Calendar = Division | readonly Division[]

/** The divisions of a calendar, each once. */
export function divisionsOf(calendar: Calendar): readonly Division[] {
  return typeof calendar === 'string' ? [calendar] : [...new Set(calendar)]
}

/** The name of a calendar for people: `England and Wales, Scotland`. */
export function calendarName(calendar: Calendar): string {
  return divisionsOf(calendar)
    .map((division) => DIVISION_NAMES[division])
    .join(', ')
}

/** The name of a division for people. */
export const DIVISION_NAMES: Record<Division, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}
