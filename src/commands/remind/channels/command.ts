import { type Channel, DeliveryError } from '../planning/channel.ts'
import { excerpt } from './secrets.ts'

/** How long a program may take, in seconds. */
const PATIENCE = 60

/**
 * The text of a digest on the standard input of a program of the user, which is tried once in a run:
 * nobody knows what it has done before it failed.
 */
export const command: Channel = {
  id: 'command',
  contentOf: ({ text }) => text,
  prepare: async (host, settings) => {
    const net = await host.net()
    return {
      send: async ({ recipient, subject, text }, key) => {
        const command = commandFor(recipient, settings.commands)
        const env = {
          PLANDUE_KEY: key,
          PLANDUE_RECIPIENT: recipient,
          PLANDUE_SUBJECT: subject,
        }
        const result = await net.runProgram({ command, input: text, env, seconds: PATIENCE })
        if ('failure' in result) {
          throw new DeliveryError(`\`${command[0]}\`: ${result.failure}`, result.isLasting)
        }
        if (result.exitCode === 0) return
        const words = excerpt(result.lastLine, [])
        const why = `\`${command[0]}\` ended with ${result.exitCode}`
        throw new DeliveryError(words === '' ? why : `${why}: ${words}`, false)
      },
      close: async () => undefined,
    }
  },
}

function commandFor(
  recipient: string,
  commands: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const command = Object.hasOwn(commands, recipient) ? commands[recipient] : undefined
  if (command && command.length > 0) return command
  throw new DeliveryError(`\`commands\` in the configuration has no \`${recipient}\``, true)
}
