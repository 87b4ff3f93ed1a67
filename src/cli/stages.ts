// pathlight stages: the compiled program, stage by stage.
import { analyse } from '../kinds/analyse.ts'
import { readArguments } from './arguments.ts'
import { Unusable, type Io } from './io.ts'
import { exitCodes } from './exit-codes.ts'
import { printStage } from './print-stage.ts'
import { readInput } from './read-input.ts'

const options = { only: { type: 'text' }, quiet: { type: 'flag', short: 'q' } } as const

export async function run(argv: readonly string[], io: Io): Promise<number> {
  const given = readArguments(argv, options, ['DESIGN'])
  const design = await readInput(given.words[0]!, io, given.flags.has('quiet'))
  const { program } = analyse(design)
  const { only } = given.texts
  const ids = [...program.ids()].filter((id) => only === undefined || id.includes(only))
  if (ids.length === 0 && only !== undefined) throw new Unusable(`no stage is called anything with '${only}'`)
  for (const id of ids) await io.out(`${printStage(program.stage(id), program, design)}\n\n`)
  return exitCodes.good
}
