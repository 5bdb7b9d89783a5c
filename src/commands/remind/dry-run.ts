import { isoOf } from '../../calendar/day.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { formatFor } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { channels } from './channels/index.ts'
import { keyOf } from './deliver.ts'
import { digestDrawer } from './digests.ts'
import { dryRunReports, type Preview } from './dry-run-page.ts'
import { isQuietNow, messagesFrom, type RemindInputs } from './inputs.ts'
import { ledgerAt, ledgerPath } from './ledger-file.ts'
import type { RemindOptions } from './options.ts'
import type { Digest } from './planning/channel.ts'
import type { Message } from './planning/plan.ts'

/** `plandue remind --dry-run`: the exact messages a run would send. Writes nothing. */
export async function dryRun(
  inputs: RemindInputs,
  options: RemindOptions,
  host: Host,
): Promise<ExitCode> {
  const path = ledgerPath(options, inputs.settings, host)
  const ledger = ledgerAt(path, host)
  const format = options.format === 'json' ? 'plain' : formatFor(options, host)
  const draw = await digestDrawer(inputs, { ...options, format }, host)
  const messages = messagesFrom(inputs, ledger)
  const { today, complete, policy } = inputs
  const digests = await Promise.all(messages.map((message) => preview(message, draw(message))))
  const isQuiet = isQuietNow(inputs, options, host)
  const answer = { today: isoOf(today), complete, policy, isQuietNow: isQuiet, digests }
  await writeAnswer(dryRunReports, answer, options, host)
  return inputs.exitCode
}

async function preview(message: Message, digest: Digest): Promise<Preview> {
  const { channel } = message.recipient
  const { contentOf } = await channels[channel]()
  return { channel, digest, content: contentOf(digest, await keyOf(message)) }
}
