import type { Screen } from '../host/host.ts'

/**
 * How many colours to write to a stream: the user's flag first, then `NO_COLOR` and `FORCE_COLOR`
 * (https://no-color.org, https://force-color.org), then what the stream can show.
 */
export function colourLevel(
  flag: boolean | undefined,
  env: (name: string) => string | undefined,
  screen: Screen,
): 0 | 1 | 2 | 3 {
  const atLeastSome = screen.colours || 1
  if (flag !== undefined) return flag ? atLeastSome : 0
  if (env('NO_COLOR')) return 0
  const forced = env('FORCE_COLOR')
  if (forced === '0' || forced === 'false') return 0
  if (forced === '2') return 2
  if (forced === '3') return 3
  if (forced !== undefined) return atLeastSome
  return screen.isTerminal && env('TERM') !== 'dumb' ? screen.colours : 0
}
