import { Argument } from 'commander'
import type { CliCommand } from '../kit/contract.ts'
import { bashCompletion } from './bash.ts'
import { programShape } from './command-shape.ts'
import { fishCompletion } from './fish.ts'
import { POWERSHELL } from './powershell.ts'
import { zshCompletion } from './zsh.ts'

const SHELLS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: () => POWERSHELL,
}

export const completion: CliCommand = (program, run, all) => {
  program
    .command('completion')
    .description('print a shell completion script')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .addHelpText('after', EXAMPLES)
    .action((shell: keyof typeof SHELLS) =>
      run(async (host) => {
        host.out(SHELLS[shell](await programShape(all)))
        return 0
      }),
    )
}

const EXAMPLES = `
Examples:
  source <(plandue completion bash)            in ~/.bashrc
  source <(plandue completion zsh)             in ~/.zshrc, after compinit
  plandue completion fish | source             in ~/.config/fish/config.fish
  plandue completion powershell | Out-String | Invoke-Expression    in the file that $PROFILE names`
