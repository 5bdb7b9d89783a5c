import { Command, CommanderError, Help, type HelpConfiguration } from 'commander'
import { commands } from './commands/index.ts'
import { reworded } from './commands/kit/command-line-faults.ts'
import type { Load } from './commands/kit/contract.ts'
import { takeFormatOfEnding } from './commands/kit/file-endings.ts'
import { harmlessHost } from './commands/kit/harmless-host.ts'
import { writeDiagnostics } from './commands/kit/options.ts'
import { takePaths } from './commands/kit/path-values.ts'
import { settleDays } from './commands/kit/pending.ts'
import { mustOverwriteNothing } from './commands/kit/result-files.ts'
import {
  type ExitCode,
  NothingYetError,
  RefusedError,
  UsageError,
  WorkError,
} from './diagnostics/failures.ts'
import { beginSuggestions, didYouMean } from './diagnostics/suggest.ts'
import type { Host } from './host/host.ts'
import { printable } from './terminal/printable.ts'
import { version } from './version.ts'

/** Parses the arguments, runs the command and returns the exit code. Never throws. */
export async function runCommand(argv: readonly string[], world: Host): Promise<ExitCode> {
  const host = harmlessHost(world)
  let exitCode: ExitCode = 0
  const args = helpFirst(argv)
  beginSuggestions()
  const program = new Command('plandue')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    // What `plandue help` shows is our own.
    .helpCommand(false)
    // Options after the name of a command belong to that command alone.
    .enablePositionalOptions()
    .configureHelp(HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.out(text),
      writeErr: (text) => host.err(text),
      outputError: (text, write) => write(`plandue: ${printable(reworded(text))}\n`),
      getOutHelpWidth: () => host.outScreen.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => host.errScreen.columns ?? HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('See plandue --help')
    .hook('preAction', (_, command) => {
      settleDays(command, host)
      takePaths(command, host)
      takeFormatOfEnding(command)
      mustOverwriteNothing(command, host)
    })
  try {
    const command = await wanted(args)()
    const run = async (work: (host: Host) => Promise<ExitCode>) => {
      exitCode = await work(host)
    }
    command(program, run, commands)
    nameHelp(program, 'plandue')
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (failure) {
    return await reportFailure(failure, argv, host)
  }
}

function nameHelp({ commands }: Command, path: string): void {
  for (const command of commands) {
    const name = `${path} ${command.name()}`
    command.showHelpAfterError(`See ${name} --help`)
    nameHelp(command, name)
  }
}

/** The command for arguments that name none. */
const usualCommand: Load = async () => (await import('./commands/check/command.ts')).check

/** The command that the first word names, else the default one. */
function wanted([word = '']: readonly string[]): Load {
  return commands.get(word) ?? usualCommand
}

/** `plandue --help` is `plandue help`. */
function helpFirst(argv: readonly string[]): readonly string[] {
  const [word = '', ...more] = argv
  return ['-h', '--help'].includes(word) ? ['help', ...more] : argv
}

/** How the help of a command differs from commander's. */
const HELP: HelpConfiguration = {
  // The arguments of a command are in its own help.
  subcommandTerm: (command) => command.name(),
  optionDescription: (option) => {
    const usual = Help.prototype.optionDescription(option)
    return option.mandatory ? `${usual} (required)` : usual
  },
  commandUsage: (command) => {
    const required = command.options.filter(({ mandatory }) => mandatory)
    const flags = required.map((option) => `${option.flags} `).join('')
    return Help.prototype.commandUsage(command).replace('[options]', `${flags}[options]`)
  },
}

async function reportFailure(
  failure: unknown,
  argv: readonly string[],
  host: Host,
): Promise<ExitCode> {
  // Commander has reported it already; its own code is 0 after help and version, else 1.
  if (failure instanceof CommanderError) return failure.exitCode === 0 ? 0 : 2
  const { message, stack = message } =
    failure instanceof Error ? failure : new Error(String(failure))
  if (failure instanceof NothingYetError) {
    host.err(`${printable(message)}\n\n${FIRST_STEPS}`)
    return 2
  }
  if (failure instanceof UsageError) {
    await writeDiagnostics(failure.diagnostics, { quiet: true }, host)
    host.err(`plandue: ${printable(await withCommandMeant(argv[0] ?? '', message))}\n`)
    return 2
  }
  if (failure instanceof RefusedError) {
    await writeDiagnostics(failure.diagnostics, { quiet: true }, host)
    host.err(`plandue: ${printable(message)}\n`)
    return 1
  }
  if (failure instanceof WorkError) {
    host.err(`plandue: ${printable(message)}\n`)
    return 3
  }
  const isVerbose = argv.includes('-v') || argv.includes('--verbose')
  host.err(`plandue: internal error: ${printable(message)}\n`)
  host.err(
    isVerbose ? `${stack}\n` : 'Run again with --verbose for details to include in a bug report.\n',
  )
  return 3
}

/** What to do where there is no record yet. */
const FIRST_STEPS = `  plandue new         begins the first record; it asks for what it needs
  plandue due today   shows the dates of a letter that came today
  plandue init        sets up settings, an example and checks
`

/**
 * An unknown command reaches the default command as a path. The message with the nearest of files,
 * commands and topics, and where all commands are; as it is where the failure is about something else.
 */
async function withCommandMeant(word: string, message: string): Promise<string> {
  const isWord = /^[a-z][a-z-]*$/i.test(word) && message.includes(`\`${word}\``)
  if (!isWord || commands.has(word)) return message
  const [said = '', file = ''] = message.split(/: did you mean `([^`]+)`\?$/)
  const name = file.replace(/^.*\//, '')
  const near = SYNONYMS[word] ?? didYouMean(word, [name, ...commands.keys()].filter(Boolean))
  if (near === name) return `${message} plandue --help lists the commands`
  const { topics } = await import('./guide/index.ts')
  const topic = didYouMean(word, [...topics.keys()])
  const meant = near ? `the command \`${near}\`` : topic && `\`plandue help ${topic}\``
  return `${said}${meant ? `; did you mean ${meant}?` : '.'} plandue --help lists the commands`
}

/** What other programs call it. */
const SYNONYMS: Readonly<Record<string, string>> = {
  list: 'check',
  status: 'check',
  add: 'new',
  create: 'new',
  why: 'explain',
}

const HELP_WIDTH = 80
