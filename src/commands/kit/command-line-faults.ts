import { didYouMean } from '../../diagnostics/suggest.ts'

/**
 * What commander says of a command line, in the words of plandue. `message` is one of commander's, with
 * or without its `error: `; one that is not known is returned as it is.
 */
export function reworded(message: string): string {
  const text = message.replace(/^error: /, '').trimEnd()
  const known = PHRASES.find(([pattern]) => pattern.test(text))
  return known ? withNearest(text.replace(known[0], known[1])) : text
}

/** Where one of the choices is near to the word that is none, it alone is named. */
function withNearest(text: string): string {
  return text.replace(/ cannot be `([\s\S]*)`: use one of (.*)$/, (whole, word, choices) => {
    const nearest = didYouMean(word, choices.split(', '))
    return nearest ? ` cannot be \`${word}\`: did you mean \`${nearest}\`?` : whole
  })
}

/** Its sentences, and ours. The long name of an option is enough. */
const PHRASES: readonly (readonly [commander: RegExp, ours: string])[] = [
  [/^missing required argument '(.*)'$/, '<$1> is missing'],
  [/^option '(?:-\w, )?(\S+)(.*)' argument missing$/, '$1 needs a value:$2'],
  [/^required option '(?:-\w, )?(\S+) (.*)' not specified$/, '$1 is required: give $1 $2'],
  [/^unknown option '(.*)'\n\(Did you mean (.*)\?\)$/, 'there is no option $1; did you mean $2?'],
  [/^unknown option '(.*)'$/, 'there is no option $1'],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/,
    'too many words: $1 takes $2 of them, but got $3',
  ],
  [
    /^option '(?:-\w, )?(\S+).*' argument '([\s\S]*)' is invalid\. Allowed choices are (.*)\.$/,
    '$1 cannot be `$2`: use one of $3',
  ],
  [/^option '(?:-\w, )?(\S+).*' argument '([\s\S]*)' is invalid\. (.*)$/, '$1 cannot be `$2`. $3'],
  [
    /^command-argument value '([\s\S]*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/,
    '<$2> cannot be `$1`: use one of $3',
  ],
  [
    /^command-argument value '([\s\S]*)' is invalid for argument '(.*)'\. (.*)$/,
    '<$2> cannot be `$1`. $3',
  ],
]
