/** A command as a runner has read it. */
export type Command = { name: string; properties: Record<string, string>; message: string }

/** The workflow commands in the output of a step, read by the rules of GitHub's runner. */
export function commandsIn(output: string): Command[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    const [, name = '', properties = '', message = ''] =
      /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/.exec(line) ?? []
    if (name === '') return []
    const pairs = properties.split(',').map((pair) => {
      const [key = '', ...value] = pair.split('=')
      return [key.trim(), unescapedProperty(value.join('='))] as const
    })
    return [{ name, properties: Object.fromEntries(pairs), message: unescaped(message) }]
  })
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapedProperty(text: string): string {
  return unescaped(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}
