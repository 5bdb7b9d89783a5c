import { dirname } from 'node:path/posix'
import type { Settings } from '../../config/settings.ts'
import { UsageError, WorkError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { andMore } from '../../language/and-more.ts'
import { capitalised } from '../../language/capitalised.ts'
import { ledgerPath, quietLedgerAt } from '../remind/ledger-file.ts'
import type { Trouble } from './reminders.ts'

/** What keeps `remind` from its ledger, or from parts of it. Writes nothing. */
export function ledgerTroubles(settings: Settings, host: Host): Trouble[] {
  try {
    const path = ledgerPath({}, settings, host)
    return folderTroubles(path, host) ?? damageOf(path, host)
  } catch (failure) {
    if (!(failure instanceof UsageError || failure instanceof WorkError)) throw failure
    return [{ state: 'failure', what: capitalised(failure.message), next: OTHER_FILE }]
  }
}

const OTHER_FILE =
  'Name another file under `ledger`, or restore this one from git: until then `plandue remind` sends nothing.'

function folderTroubles(path: string, host: Host): Trouble[] | undefined {
  const folder = dirname(path)
  const there = host.look(folder)
  if ('kind' in there && there.kind === 'folder') return undefined
  const what = `The ledger \`${path}\` cannot be written: there is no folder \`${folder}\``
  const next = 'Create the folder, or correct `ledger`: until then `plandue remind` sends nothing.'
  return [{ state: 'failure', what, next }]
}

/** What a crash cut off at the end is seen to by the next run itself. */
function damageOf(path: string, host: Host): Trouble[] {
  const { damaged, isTorn } = quietLedgerAt(path, host)
  const [first, ...others] = isTorn ? damaged.slice(0, -1) : damaged
  if (first === undefined) return []
  const lines = andMore(`line ${first}`, others.length)
  return [
    {
      state: 'warning',
      what: `The ledger \`${path}\` cannot be read in ${lines}: a reminder may be sent twice`,
      next: 'Restore the ledger from git, or see with `plandue remind --dry-run` what would be sent.',
    },
  ]
}
