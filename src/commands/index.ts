import type { CliCommand, CommandList, Load } from './kit/contract.ts'

/** The commands, in the order of `--help`: one line for each folder. */
export const commands: CommandList = new Map([
  ['check', async () => (await import('./check/command.ts')).check],
  ...named('explain say', () => import('./explain/commands.ts')),
  ['diff', async () => (await import('./diff/command.ts')).diff],
  ['history', async () => (await import('./history/command.ts')).history],
  ['timeline', async () => (await import('./timeline/command.ts')).timeline],
  ['forecast', async () => (await import('./forecast/command.ts')).forecast],
  ['paper', async () => (await import('./paper/command.ts')).paper],
  ['stats', async () => (await import('./stats/command.ts')).stats],
  ['remind', async () => (await import('./remind/command.ts')).remind],
  ['due', async () => (await import('./due/command.ts')).due],
  ['frameworks', async () => (await import('./frameworks/command.ts')).frameworks],
  ['calendar', async () => (await import('./calendar/command.ts')).calendar],
  ['init', async () => (await import('./init/command.ts')).init],
  ['new', async () => (await import('./new/command.ts')).newRecord],
  ['doctor', async () => (await import('./doctor/command.ts')).doctor],
  ['action', async () => (await import('./edit/action.ts')).actionCommand],
  ['note', async () => (await import('./edit/commands.ts')).noteCommand],
  ...named(
    'submit done extend close expect block unblock assign receive waive step',
    () => import('./edit/commands.ts'),
  ),
  ['fmt', async () => (await import('./fmt/command.ts')).fmt],
  ['import', async () => (await import('./import/command.ts')).importCommand],
  ['export', async () => (await import('./export/command.ts')).exportCommand],
  ['schema', async () => (await import('./schema/command.ts')).schema],
  ['help', async () => (await import('./help/command.ts')).help],
  ...named('completion man complete', () => import('./completion/commands.ts')),
])

/** The commands of a folder that has several, which exports each by its name. */
function named(
  names: string,
  load: () => Promise<{ readonly [name: string]: CliCommand }>,
): [string, Load][] {
  return names.split(' ').map((name) => [
    name,
    async () => {
      const command = (await load())[name]
      if (!command) throw new Error(`there is no command \`${name}\` in its folder`)
      return command
    },
  ])
}
