import { join } from 'node:path/posix'
import { recipientsIn } from '../../config/recipients-in.ts'
import type { Reminders } from '../../config/reminders.ts'
import type { Host } from '../../host/host.ts'
import { isOfWindows } from '../../host/paths.ts'
import { ownValue } from '../../language/own-value.ts'
import type { Trouble } from './reminders.ts'

/** The programs of the channel `command` that do not exist; none of them is started. */
export function programTroubles(reminders: Reminders, host: Host): Trouble[] {
  const used = recipientsIn(reminders).flatMap(([, { to = '', channel }]) =>
    channel === 'command' ? to : [],
  )
  return [...new Set(used)].flatMap((to) => {
    const [program] = ownValue(reminders.commands, to) ?? []
    if (program === undefined || mayBeStarted(program, host)) return []
    const what = `The program \`${program}\` does not exist, for command to ${to}`
    return [{ state: 'failure', what, next: NEXT }]
  })
}

const NEXT =
  'Install it, or correct `commands`: until then nothing reaches its recipient. Run this check where `plandue remind` runs.'

/** Whether a program is where the system looks for it; so too where nobody says where that is. */
function mayBeStarted(program: string, host: Host): boolean {
  const isWindows = isOfWindows(host.cwd)
  const path = host.env('PATH')
  const isPath = program.includes('/') || (isWindows && program.includes('\\'))
  if (!isPath && path === undefined) return true
  const named = (path ?? '').split(isWindows ? ';' : ':')
  const folders = isPath ? [''] : isWindows ? ['', ...named] : named
  const names = isWindows ? [program, `${program}.exe`, `${program}.com`] : [program]
  return folders.some((folder) => names.some((name) => isFile(join(folder, name), host)))
}

function isFile(path: string, host: Host): boolean {
  const there = host.look(path)
  return 'kind' in there && there.kind === 'file'
}
