import { eachCommand, type Reached, wantedArgument } from './each.ts'
import { DYNAMIC, shellQuoted } from './quote.ts'
import type { CommandShape, OptionShape, Wanted } from './shape.ts'

export function fishCompletion(program: CommandShape): string {
  const commands = eachCommand(program)
  const all = [{ path: [], command: program }, ...commands]
  return `# Completes plandue in fish: plandue completion fish | source
function __plandue_at
    # Whether the words so far lead to this command.
    set -l place
    for word in (commandline -opc)[2..]
        switch (string join ' ' -- $place $word)
            case ${commands.map(({ path }) => shellQuoted(path.join(' '))).join(' ')}
                set -a place $word
        end
    end
    test "$place" = "$argv[1]"
end

function __plandue_ids
    plandue complete $argv[1] -- (commandline -ct) 2>/dev/null
end

complete -c plandue -e
complete -c plandue -f
${all.flatMap(linesOf).join('\n')}
`
}

function linesOf({ path, command }: Reached): string[] {
  const start = `complete -c plandue -n ${shellQuoted(`__plandue_at ${shellQuoted(path.join(' '))}`)}`
  const children = command.commands.map(
    ({ name, description }) => `${start} -a ${shellQuoted(name)} -d ${shellQuoted(description)}`,
  )
  const wanted = wantedArgument(command)
  const isNamed = wanted.kind === 'word' && children.length > 0
  const reply = isNamed ? '' : replyWith(wanted)
  return [
    ...children,
    ...(reply ? [`${start} ${reply}`] : []),
    ...command.options.map((option) => `${start} ${optionWords(option)}`),
  ]
}

function optionWords({ flags, value, wanted, description }: OptionShape): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${shellQuoted(flag.slice(2))}` : `-s ${shellQuoted(flag.slice(1))}`,
  )
  const reply = value.startsWith('<') ? ['-x', replyWith(wanted)].filter(Boolean) : []
  return [...names, `-d ${shellQuoted(description)}`, ...reply].join(' ').replace('-x -F', '-r -F')
}

function replyWith(wanted: Wanted): string {
  if (wanted.kind === 'text') return ''
  if (wanted.kind === 'file') return '-F'
  if (wanted.kind === 'folder')
    return `-a ${shellQuoted('(__fish_complete_directories (commandline -ct))')}`
  if (wanted.kind === 'word') {
    return wanted.words.length === 0 ? '' : `-a ${shellQuoted(wanted.words.join(' '))}`
  }
  return `-a ${shellQuoted(`(__plandue_ids ${DYNAMIC[wanted.kind]})`)}`
}
