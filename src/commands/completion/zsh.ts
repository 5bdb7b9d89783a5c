import { eachCommand, type Reached, wantedArgument } from './each.ts'
import { DYNAMIC, described, shellQuoted } from './quote.ts'
import type { CommandShape, OptionShape, Wanted } from './shape.ts'

/** Works sourced, or as a file `_plandue` on the `fpath`. */
export function zshCompletion(program: CommandShape): string {
  const commands = eachCommand(program)
  return `#compdef plandue
# Completes plandue in zsh: source <(plandue completion zsh), after compinit
_plandue_ids() {
  local -a ids
  ids=("\${(@f)$(plandue complete "$1" -- "$PREFIX" 2>/dev/null)}")
  compadd -- "\${(@)ids:#}"
}

_plandue() {
  local place='' previous=\${words[CURRENT-1]} word index
  local -a offered
  for ((index = 2; index < CURRENT; index++)); do
    word="\${place:+$place }\${words[index]}"
    case $word in
${commands.map(({ path }) => `      ${shellQuoted(path.join(' '))}) place=$word ;;`).join('\n')}
    esac
  done
  # --option=value is one word here.
  if [[ $PREFIX == --*=* ]]; then
    previous=\${PREFIX%%=*}
    compset -P '*='
  fi
  case "$place $previous" in
${commands.flatMap(optionCases).join('\n')}
  esac
  local kind=argument
  [[ $PREFIX == -* ]] && kind=options
  case "$kind $place" in
${[{ path: [], command: program }, ...commands].flatMap(placeCases).join('\n')}
  esac
}

if [[ $funcstack[1] == _plandue ]]; then _plandue "$@"; else compdef _plandue plandue; fi
`
}

function optionCases({ path, command }: Reached): string[] {
  return command.options
    .filter(({ value }) => value.startsWith('<'))
    .map(({ flags, wanted }) => {
      const patterns = flags.map((flag) => shellQuoted(`${path.join(' ')} ${flag}`)).join('|')
      return `    ${patterns}) ${replyWith(wanted)}; return ;;`
    })
}

function placeCases({ path, command }: Reached): string[] {
  const words = path.join(' ')
  return [
    `    ${shellQuoted(`options ${words}`)}) ${offer(command.options.flatMap(optionWords))} ;;`,
    `    ${shellQuoted(`argument ${words}`)}) ${argumentReply(command)} ;;`,
  ]
}

function argumentReply(command: CommandShape): string {
  const wanted = wantedArgument(command)
  if (wanted.kind !== 'word' || command.commands.length === 0) return replyWith(wanted)
  return offer(command.commands.map(({ name, description }) => described(name, description)))
}

function optionWords({ flags, description }: OptionShape): string[] {
  return flags.map((flag) => described(flag, description))
}

function offer(words: readonly string[]): string {
  return `offered=(${words.join(' ')}); _describe plandue offered`
}

function replyWith(wanted: Wanted): string {
  if (wanted.kind === 'text') return ':'
  if (wanted.kind === 'file') return '_files'
  if (wanted.kind === 'folder') return '_files -/'
  if (wanted.kind === 'word') return `compadd -- ${wanted.words.map(shellQuoted).join(' ')}`
  return `_plandue_ids ${DYNAMIC[wanted.kind]}`
}
