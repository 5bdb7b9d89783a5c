import { eachCommand, type Reached, wantedArgument } from './each.ts'
import { DYNAMIC, shellQuoted } from './quote.ts'
import type { CommandShape, Wanted } from './shape.ts'

export function bashCompletion(program: CommandShape): string {
  const commands = eachCommand(program)
  return `# Completes plandue in bash: source <(plandue completion bash)
_plandue_words() {
  local word
  while IFS= read -r word; do
    [[ -n $word && $word == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$word")")
  done
}

_plandue() {
  local cur prev path word index wanted=''
  COMPREPLY=()
  cur=\${COMP_WORDS[COMP_CWORD]}
  prev=\${COMP_WORDS[COMP_CWORD-1]}
  # Bash takes the = of --option=value for a word of its own.
  if [[ $cur == = ]]; then cur=''
  elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  path=''
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${path:+$path }\${COMP_WORDS[index]}"
    case $word in
${commands.map(({ path }) => `      ${shellQuoted(path.join(' '))}) path=$word ;;`).join('\n')}
    esac
  done
  case "$path $prev" in
${commands.flatMap(optionCases).join('\n')}
  esac
  if [[ -z $wanted ]]; then
    case $cur in
      -*) wanted=options ;;
      *) wanted=argument ;;
    esac
  fi
  case "$wanted $path" in
${[{ path: [], command: program }, ...commands].flatMap(placeCases).join('\n')}
  esac
}

complete -F _plandue plandue
`
}

/** Replies for the values of the options of a command. */
function optionCases({ path, command }: Reached): string[] {
  return command.options
    .filter(({ value }) => value.startsWith('<'))
    .map(({ flags, wanted }) => {
      const patterns = flags.map((flag) => shellQuoted(`${path.join(' ')} ${flag}`)).join('|')
      return `    ${patterns}) wanted=value; ${replyWith(wanted)} ;;`
    })
}

/** Options after a hyphen, else the values of the first argument. */
function placeCases({ path, command }: Reached): string[] {
  const flags = command.options.flatMap((option) => option.flags)
  const words = path.join(' ')
  return [
    `    ${shellQuoted(`options ${words}`)}) ${replyWith({ kind: 'word', words: flags })} ;;`,
    `    ${shellQuoted(`argument ${words}`)}) ${replyWith(wantedArgument(command))} ;;`,
  ]
}

function replyWith(wanted: Wanted): string {
  if (wanted.kind === 'text') return ':'
  if (wanted.kind === 'file') return 'compopt -o default; COMPREPLY=()'
  if (wanted.kind === 'folder') return 'compopt -o dirnames; COMPREPLY=()'
  if (wanted.kind === 'word') {
    return wanted.words.length === 0
      ? ':'
      : `_plandue_words < <(printf '%s\\n' ${wanted.words.map(shellQuoted).join(' ')})`
  }
  return `_plandue_words < <(plandue complete ${DYNAMIC[wanted.kind]} -- "$cur" 2>/dev/null)`
}
