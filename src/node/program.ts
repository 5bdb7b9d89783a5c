import { type ChildProcess, spawn } from 'node:child_process'
import type { Ended, Failure, Program } from '../host/net.ts'
import { codeOf } from './failures.ts'

/** What is kept of what a program says of a failure. */
const MOST_CHARACTERS = 4096

/** See `Net.runProgram`. The secrets of plandue itself are not in the environment of the program. */
export async function runProgram(program: Program): Promise<Ended | Failure> {
  try {
    const child = start(program)
    // A program need not read what it is given.
    child.stdin?.on('error', () => undefined).end(program.input)
    return await outcome(child, program.seconds)
  } catch (error) {
    return notStarted(error)
  }
}

function start({ command, env }: Program): ChildProcess {
  const [file = '', ...args] = command
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PLANDUE_'))
  return spawn(file, args, {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['pipe', 'ignore', 'pipe'],
    // A group of its own, so that what it has started can be ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
}

function outcome(child: ChildProcess, seconds: number): Promise<Ended | Failure> {
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-MOST_CHARACTERS)
  })
  return new Promise((resolve) => {
    const settle = (result: Ended | Failure) => {
      clearTimeout(timer)
      child.stderr?.destroy()
      resolve(result)
    }
    const timer = setTimeout(() => {
      end(child)
      settle(unknown(`it did not end within ${seconds} seconds`))
    }, seconds * 1000)
    child.once('error', (error) => settle(notStarted(error)))
    child.once('exit', (code, signal) => {
      const finish = () => settle(code === null ? unknown(`${signal} ended it`) : ended(code, said))
      // What it has left running may keep its standard error open for ever.
      child.once('close', finish)
      setTimeout(finish, LAST_WORDS).unref()
    })
  })
}

/** How long to wait for what a program wrote before it ended, in milliseconds. */
const LAST_WORDS = 500

function ended(exitCode: number, said: string): Ended {
  return { exitCode, lastLine: said.trim().split('\n').at(-1) ?? '' }
}

function unknown(failure: string): Failure {
  return { failure, mayHaveArrived: true, isLasting: false, isAway: false }
}

function end(child: ChildProcess): void {
  child.stdin?.destroy()
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

function notStarted(error: unknown): Failure {
  const failure = whyNotStarted(codeOf(error))
  return { failure, mayHaveArrived: false, isLasting: true, isAway: false }
}

/** By the code of the error that starting it brought. */
export function whyNotStarted(code: string | undefined): string {
  if (code === 'ENOENT') return 'there is no such program'
  // Node starts no batch file by itself, since it cannot pass arguments to one safely.
  if (code === 'EINVAL') return 'a batch file: write [cmd, /d, /c, FILE] for it'
  // Windows starts nothing but programs; what it says of scripts, later versions of Node call EFTYPE.
  if (code === 'UNKNOWN' || code === 'EFTYPE') {
    return 'not a program: for a script of PowerShell, write [powershell, -NoProfile, -File, FILE]'
  }
  return code === 'EACCES' ? 'it may not be run' : `it cannot be started (${code ?? 'unknown'})`
}
