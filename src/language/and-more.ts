/** The first of several, which stands for the others: `a and 2 more`; alone, it stands for itself. */
export function andMore(first: string, others: number): string {
  return others > 0 ? `${first} and ${others} more` : first
}
