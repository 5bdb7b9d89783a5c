import type { ChalkInstance } from 'chalk'

/** What a text is for the eye. The words say the same, for those who see no colours. */
export type Tone = 'strong' | 'faint' | 'bad' | 'risky' | 'good' | 'open'

/** How each tone is painted: in colours of the terminal's own scheme, be it light or dark. */
export function toned(text: string, tone: Tone | undefined, paint: ChalkInstance): string {
  return tone === undefined || text === '' ? text : PAINTERS[tone](paint)(text)
}

const PAINTERS: Record<Tone, (paint: ChalkInstance) => ChalkInstance> = {
  strong: (paint) => paint.bold,
  faint: (paint) => paint.dim,
  bad: (paint) => paint.red,
  risky: (paint) => paint.yellow,
  good: (paint) => paint.green,
  open: (paint) => paint.cyan,
}
