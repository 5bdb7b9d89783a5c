import { createInterface } from 'node:readline'
import type { Conversation } from '../host/host.ts'

/** A conversation on the terminal. Questions go to standard error: results alone go to standard output. */
export function nodeConversation(): Conversation {
  let offered: readonly string[] = []
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    completer: (line: string) => [offered.filter((choice) => choice.startsWith(line)), line],
  })
  // Lines can come before they are asked for, when somebody pastes several.
  const early: string[] = []
  let isOver = false
  let answer: ((line: string | undefined) => void) | undefined
  lines.on('line', (line) => {
    if (answer) answer(line)
    else early.push(line)
  })
  // Ctrl-C and Ctrl-D close the interface.
  lines.on('close', () => {
    isOver = true
    if (answer) process.stderr.write('\n')
    answer?.(undefined)
  })
  return {
    ask: async (question, choices = []) => {
      offered = choices
      if (isOver || early.length > 0) return early.shift()
      lines.setPrompt(question)
      lines.prompt()
      const line = await new Promise<string | undefined>((resolve) => {
        answer = resolve
      })
      answer = undefined
      return line
    },
    end: () => lines.close(),
  }
}
