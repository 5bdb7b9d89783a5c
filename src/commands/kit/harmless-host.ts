import type { Host } from '../../host/host.ts'
import { fitted } from '../../terminal/columns.ts'
import { withoutMarks, withoutRunnerCommands } from '../../terminal/printable.ts'

/**
 * The outside world, for which no line on a stream is a command to a CI runner. On standard output,
 * annotations for GitHub stay what they are. On a terminal, messages break between words.
 */
export function harmlessHost(host: Host): Host {
  return Object.create(null, {
    // A stream costs some milliseconds to open: who only asks for one must not open both.
    ...Object.getOwnPropertyDescriptors(host),
    ...valuesOf<Host>({
      out: (text) => host.out(withoutMarks(text)),
      handOver: (text) => host.handOver(withoutMarks(text)),
      err: (text) => {
        const { columns } = host.errScreen
        host.err(withoutRunnerCommands(columns === undefined ? text : fitted(text, columns)))
      },
    }),
  })
}

function valuesOf<T>(values: Partial<T>): PropertyDescriptorMap {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, enumerable: true }]),
  )
}
