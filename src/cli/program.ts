// Reads the command's name and loads that command only, so that `--help` answers about as fast as Node starts.
import { didYouMean } from '../design/guess.ts'
import { exitCodes } from './exit-codes.ts'
import { commandHelp, programHelp, type CommandName } from './help.ts'
import { Unusable, type Io } from './io.ts'

declare const PATHLIGHT_VERSION: string | undefined

/** Resolves to the exit code. */
type Command = (argv: readonly string[], io: Io) => Promise<number>

const commands: Readonly<Record<CommandName, () => Promise<{ readonly run: Command }>>> = {
  trace: () => import('./trace.ts'),
  check: () => import('./check.ts'),
  convert: () => import('./convert.ts'),
  stages: () => import('./stages.ts'),
}

export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name = '--help', ...rest] = argv
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    await io.out(programHelp)
    return exitCodes.good
  }
  if (name === '--version' || name === '-v') {
    await io.out(`${typeof PATHLIGHT_VERSION === 'undefined' ? 'development' : PATHLIGHT_VERSION}\n`)
    return exitCodes.good
  }
  const wanted = name === 'help' ? rest[0]! : name
  if (!isCommand(wanted)) {
    await io.err(
      `pathlight: there is no command '${wanted}'${didYouMean(wanted, Object.keys(commands)) || '; pathlight --help lists them'}\n`,
    )
    return exitCodes.unusable
  }
  if (name === 'help' || asksForHelp(rest)) {
    await io.out(commandHelp[wanted])
    return exitCodes.good
  }
  try {
    const { run } = await commands[wanted]()
    return await run(rest, io)
  } catch (error) {
    await io.err(`pathlight: ${error instanceof Unusable ? error.message : fault(error)}\n`)
    return exitCodes.unusable
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h')
}

function fault(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `this is a fault in Pathlight, not in your input; please report it\n${what}`
}
