import { stringify } from 'yaml'

/** A text as a YAML value on one line, quoted where it would else be read as something different. */
export function textValue(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd()
}
