import { Chalk } from 'chalk'

/** How texts for email and chat are drawn: without colours, in a width that every reader has room for. */
export const mailView = {
  paint: new Chalk({ level: 0 }),
  width: 72,
  quiet: false,
  verbose: false,
}
