import type { Command } from 'commander'
import { loadSettings } from '../../config/settings.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import type { Run } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { channels } from './channels/index.ts'
import { keyFrom } from './deliver.ts'
import { noReminders } from './ledger-file.ts'
import { withThoseBefore } from './options.ts'
import type { Channel, ChannelId } from './planning/channel.ts'
import { type Policy, policyOf, type Recipient } from './planning/policy.ts'
import { recipientsNamed } from './recipients.ts'
import { deliveryFailureOf, type Senders, sendersFor } from './senders.ts'
import { testDigest } from './test-digest.ts'
import { type TestOutcome, type TestResult, testReports } from './test-page.ts'

type TestOptions = CommonOptions & { readonly to?: string }

export function addTestCommand(parent: Command, run: Run): void {
  const command = parent
    .command('test')
    .description('send each recipient a test message and show what came back')
    .option('--to <name>', 'only to this recipient, as named in the configuration')
  withCommonOptions(command, Object.keys(testReports))
    .addHelpText('after', EXAMPLES)
    .action((options: TestOptions) =>
      run((host) => testChannels(withThoseBefore(parent, options), host)),
    )
}

const EXAMPLES = `
Examples:
  plandue remind test                          everybody, over each channel
  plandue remind test --to ada@example.gov.uk  one over each channel of hers

The ledger is neither read nor written, and quiet hours do not matter. The exit code is 3 if a message
was not delivered.`

async function testChannels(options: TestOptions, host: Host): Promise<ExitCode> {
  const settings = loadSettings(options.config, host)
  if (!settings.reminders) throw noReminders(settings)
  const policy = policyOf(settings.reminders)
  const { commands = {} } = settings.reminders
  const context = { settings: { commands }, channelOf, print: async () => undefined }
  const senders = sendersFor(context, host)
  const results: TestResult[] = []
  for (const recipient of recipientsNamed(options.to, policy)) {
    const result =
      recipient.channel === 'stdout' ? PRINTED : await sendTest(recipient, policy, senders, host)
    results.push({ recipient, ...result })
  }
  await senders.quit()
  await writeAnswer(testReports, { results }, options, host)
  return results.some(({ outcome }) => outcome === 'failed') ? 3 : 0
}

function channelOf(id: ChannelId): Promise<Channel> {
  return channels[id]()
}

const PRINTED: TestOutcome = { outcome: 'printed' }

async function sendTest(
  recipient: Recipient,
  policy: Policy,
  senders: Senders,
  host: Host,
): Promise<TestOutcome> {
  try {
    const sender = await senders.of(recipient.channel)
    // A server that drops repeats must not drop the second test of a day.
    const key = await keyFrom(['test', host.now(), host.random(), recipient])
    return { outcome: 'sent', reply: await sender.send(testDigest(recipient, policy), key) }
  } catch (failure) {
    return { outcome: 'failed', failure: deliveryFailureOf(failure) }
  }
}
