import { type Channel, DeliveryError } from '../planning/channel.ts'
import { excerpt } from './secrets.ts'

/** In seconds. */
const TIMEOUT = 60

/**
 * A program of the user with the text of a digest on its standard input. It runs once, without retries:
 * what it did before it failed is unknown.
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
        const result = await net.runProgram({ command, input: text, env, seconds: TIMEOUT })
        if ('failure' in result) {
          throw new DeliveryError(`\`${command[0]}\`: ${result.failure}`, result.isLasting)
        }
        const words = excerpt(result.lastLine, [])
        const ended = `\`${command[0]}\` exited with ${result.exitCode}`
        const reply = words === '' ? ended : `${ended}: ${words}`
        if (result.exitCode === 0) return reply
        throw new DeliveryError(reply, false)
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
