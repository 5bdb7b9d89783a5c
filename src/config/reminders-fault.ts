import { dirname, join } from 'node:path/posix'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import { named } from '../yaml/describe.ts'
import type { Path } from '../yaml/place.ts'
import { type ConfiguredRecipient, recipientsIn } from './recipients-in.ts'
import { CHANNELS, type Reminders } from './reminders.ts'

const PLACEHOLDERS = ['{file}', '{line}', '{record}', '{item}']

/** An address of an email, as far as slips can be recognised. */
const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+$/

/** What in the reminders of a configuration contradicts the rest of it, or would be missed in silence. */
export function remindersFaults(
  reminders: Reminders,
  settings: Surroundings,
  placeOf: PlaceOf,
): Diagnostic[] {
  const { commands = {} } = reminders
  const at = (path: Path) => placeOf(['reminders', ...path])
  return [
    ...ledgerFaults(reminders, settings, at),
    ...timeFaults(reminders, at),
    ...recipientsIn(reminders).flatMap(([path, recipient]) =>
      recipientFaults(recipient, path, commands, at),
    ),
    ...frameworkFaults(reminders, [...settings.frameworks.keys()], at),
    ...replyToFaults(reminders, at),
    ...linkFaults(reminders, at),
  ]
}

/** The settings that the reminders must agree with. */
type Surroundings = {
  /** The configuration file. */
  readonly file: string | undefined
  readonly files: readonly string[]
  readonly heartbeat: string | undefined
  /** The folder of records. */
  readonly records: string
  readonly frameworks: ReadonlyMap<string, unknown>
}

/** Where a part of the configuration stands. */
type PlaceOf = (path: Path) => Place

/**
 * A ledger is added to, so it must be no file that has another use, such as a record, a package.json or
 * a script: its ending says that it is one.
 */
function ledgerFaults(
  { ledger }: Reminders,
  { file = '', files, heartbeat }: Surroundings,
  at: PlaceOf,
): Diagnostic[] {
  const isLedger = /^[^\\]+\.(ndjson|jsonl)$/i.test(ledger)
  if (isLedger && ![...files, heartbeat].includes(join(dirname(file), ledger))) return []
  const expected = 'a file of its own with slashes in its path, like reminders.ndjson'
  return [diagnose(at(['ledger']), 'wrong-form', { key: '`ledger`', expected, found: ledger })]
}

function timeFaults({ quietHours, before, overdue, escalation }: Reminders, at: PlaceOf) {
  const faults: Diagnostic[] = []
  if (quietHours && quietHours.from === quietHours.to) {
    const args = { key: '`to`', expected: 'another time than `from`', found: quietHours.to }
    faults.push(diagnose(at(['quietHours', 'to']), 'wrong-form', args))
  }
  if (before?.length === 0 && overdue === 'never' && !escalation) {
    const expected = 'a list with at least one entry where `overdue` is never'
    const args = { key: '`before`', expected, found: 'an empty list' }
    faults.push(diagnose(at(['before']), 'wrong-type', args))
  }
  return faults
}

function recipientFaults(
  { to = '', channel }: ConfiguredRecipient,
  path: Path,
  commands: NonNullable<Reminders['commands']>,
  at: PlaceOf,
): Diagnostic[] {
  const place = at([...path, 'to'])
  const kind = CHANNELS.find(({ id }) => id === channel)?.to
  if (to === '' && kind !== undefined && kind !== 'optional') {
    const example = channel === 'email' ? 'to: ada@example.gov.uk' : 'to: plans-team'
    return [diagnose(place, 'missing-key', { keys: ['to'], parent: named(path), example })]
  }
  if (channel === undefined && ADDRESS.test(to)) return [diagnose(place, 'no-channel', { to })]
  if (kind === 'address' && !ADDRESS.test(to)) {
    const expected = 'an address like ada@example.gov.uk'
    return [diagnose(place, 'wrong-form', { key: '`to`', expected, found: to })]
  }
  if (kind !== 'command' || Object.hasOwn(commands, to)) return []
  const allowed = Object.keys(commands)
  if (allowed.length > 0)
    return [diagnose(place, 'not-allowed', { key: '`to`', found: to, allowed })]
  const example = 'commands: { desk: [/usr/local/bin/notify-desk] }'
  return [diagnose(place, 'missing-key', { keys: ['commands'], parent: '`reminders`', example })]
}

/** A Reply-To of what is no mail would change nothing. */
function replyToFaults(reminders: Reminders, at: PlaceOf): Diagnostic[] {
  const all = recipientsIn(reminders)
  const isMailed = all.some(([, { channel }]) => channel === 'email')
  return [
    ...all
      .filter(([, { channel, replyTo }]) => replyTo !== undefined && channel !== 'email')
      .map(([path, { channel }]) =>
        diagnose(at([...path, 'replyTo']), 'reply-to-unused', { channel }),
      ),
    ...(reminders.replyTo !== undefined && !isMailed
      ? [diagnose(at(['replyTo']), 'reply-to-unused', {})]
      : []),
  ]
}

function frameworkFaults(
  { recipients = [] }: Reminders,
  known: readonly string[],
  at: PlaceOf,
): Diagnostic[] {
  return recipients.flatMap(({ framework: found }, index) => {
    if (found === undefined || known.includes(found)) return []
    const place = at(['recipients', index, 'framework'])
    return [diagnose(place, 'unknown-framework', { found, known })]
  })
}

function linkFaults({ link = '' }: Reminders, at: PlaceOf): Diagnostic[] {
  return [...link.matchAll(/\{[^}]*\}?/g)]
    .filter(([found]) => !PLACEHOLDERS.includes(found))
    .map(([found]) => {
      const args = { key: 'a placeholder of `link`', found, allowed: PLACEHOLDERS }
      return diagnose(at(['link']), 'not-allowed', args)
    })
}
