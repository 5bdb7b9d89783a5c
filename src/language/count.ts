/** A number with its noun: `1 working day`, `3 working days`. The plural must end in `s`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
