import type { ChalkInstance } from 'chalk'

/** What a text is for the eye. The words say the same, for those who see no colours. */
export type Tone = 'strong' | 'faint' | 'bad' | 'risky' | 'good' | 'open'

/** How each tone is painted, so that it can be read on a light and on a dark ground. */
export function toned(text: string, tone: Tone | undefined, paint: ChalkInstance): string {
  return tone === undefined || text === '' ? text : PAINTERS[tone](paint)(text)
}

const PAINTERS: Record<Tone, (paint: ChalkInstance) => ChalkInstance> = {
  strong: (paint) => paint.bold,
  faint: (paint) => paint.dim,
  bad: (paint) => shade(paint, 196, paint.bold.red),
  risky: (paint) => shade(paint, 166, paint.bold.yellow),
  good: (paint) => paint.green,
  open: (paint) => paint.cyan,
}

/** A colour of the 256, in bold; with sixteen colours, what is nearest in the scheme of the terminal. */
function shade(paint: ChalkInstance, of256: number, of16: ChalkInstance): ChalkInstance {
  return paint.level >= 2 ? paint.bold.ansi256(of256) : of16
}
