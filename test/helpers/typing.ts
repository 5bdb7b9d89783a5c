import { spawn, spawnSync } from 'node:child_process'

/** Whether a program is there; in CI it must be, so that no test is left out unnoticed. */
export function isThere(program: string): boolean {
  return Boolean(process.env['CI']) || spawnSync(program, ['--version']).error === undefined
}

const PROMPT = 'READY> '

/**
 * Types a line with a Tab at its end into an interactive shell on a terminal of its own, and tells the
 * words that the shell then makes of it. `setUp` is typed before; `script` lends the terminal.
 */
export async function typed(
  shell: string,
  setUp: readonly string[],
  line: string,
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<string[]> {
  const terminal = spawn('script', ['-qfc', shell, '/dev/null'], {
    cwd,
    env: { ...env, PS1: PROMPT, TERM: 'dumb' },
  })
  let shown = ''
  let waiting: (() => void) | undefined
  terminal.stdout.on('data', (text) => {
    shown += text
    waiting?.()
  })
  const until = (isDone: () => boolean) =>
    new Promise<void>((resolve) => {
      waiting = () => {
        if (isDone()) resolve()
      }
      waiting()
    })
  terminal.stdin.write(
    [...setUp, `words() { printf 'WORD<%s>' "$@"; }`, 'echo SET-"UP"', ''].join('\n'),
  )
  await until(() => shown.includes('SET-UP'))
  // Ctrl-A goes to the start of the line.
  terminal.stdin.write(`${line}\t\u0001words \nexit\n`)
  await new Promise((resolve) => terminal.on('close', resolve))
  return [...shown.matchAll(/WORD<([^>]*)>/g)]
    .map(([, word = '']) => word)
    .filter((w) => w !== '%s')
}
