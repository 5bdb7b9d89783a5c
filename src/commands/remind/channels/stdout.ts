import type { Channel } from '../planning/channel.ts'

/** The output of the run itself: cron mails it, a CI job shows it. */
export const stdout: Channel = {
  id: 'stdout',
  contentOf: ({ text }) => text,
  prepare: async (host) => ({
    send: async ({ text }) => {
      await host.print(text)
      return ''
    },
    close: async () => undefined,
  }),
}
