import type { Channel, ChannelId } from '../planning/channel.ts'

/** Loads a channel on demand: a run loads only those it uses. */
export const channels: Readonly<Record<ChannelId, () => Promise<Channel>>> = {
  stdout: async () => (await import('./stdout.ts')).stdout,
  email: async () => (await import('./email.ts')).email,
  slack: async () => (await import('./slack.ts')).slack,
  teams: async () => (await import('./teams.ts')).teams,
  webhook: async () => (await import('./webhook.ts')).webhook,
  notify: async () => (await import('./notify.ts')).notify,
  command: async () => (await import('./command.ts')).command,
}
