import type { CommandList, Load } from './kit/contract.ts'

/** The edits of one record, all in one folder. */
const edits = ['submit', 'done', 'extend', 'close', 'expect', 'receive', 'waive', 'step'] as const

/** The commands, in the order of `--help`. To add one, write its file and add it here. */
export const commands: CommandList = new Map([
  ['check', async () => (await import('./check/command.ts')).check],
  ['explain', async () => (await import('./explain/command.ts')).explain],
  ['diff', async () => (await import('./diff/command.ts')).diff],
  ['say', async () => (await import('./explain/say-command.ts')).say],
  ['timeline', async () => (await import('./timeline/command.ts')).timeline],
  ['forecast', async () => (await import('./forecast/command.ts')).forecast],
  ['stats', async () => (await import('./stats/command.ts')).stats],
  ['remind', async () => (await import('./remind/command.ts')).remind],
  ['due', async () => (await import('./due/command.ts')).due],
  ['frameworks', async () => (await import('./frameworks/command.ts')).frameworks],
  ['calendar', async () => (await import('./calendar/command.ts')).calendar],
  ['init', async () => (await import('./init/command.ts')).init],
  ['new', async () => (await import('./new/command.ts')).newRecord],
  ['doctor', async () => (await import('./doctor/command.ts')).doctor],
  ...edits.map((name): [string, Load] => [
    name,
    async () => (await import('./edit/commands.ts'))[name],
  ]),
  ['fmt', async () => (await import('./fmt/command.ts')).fmt],
  ['import', async () => (await import('./import/command.ts')).importCommand],
  ['export', async () => (await import('./export/command.ts')).exportCommand],
  ['schema', async () => (await import('./schema/command.ts')).schema],
  ['completion', async () => (await import('./completion/command.ts')).completion],
  ['man', async () => (await import('./completion/man-command.ts')).man],
  ['complete', async () => (await import('./completion/complete-command.ts')).complete],
])
