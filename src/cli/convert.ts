// pathlight convert: whatever can be read, written as a design file.
import { writeFile } from 'node:fs/promises'
import type { Design } from '../design/design.ts'
import { writeDesign } from '../formats/json/index.ts'
import { kinds } from '../kinds/index.ts'
import { readArguments } from './arguments.ts'
import { Unusable, type Io } from './io.ts'
import { exitCodes } from './exit-codes.ts'
import { readInput, reasonOf } from './read-input.ts'

const options = { quiet: { type: 'flag', short: 'q' } } as const

export async function run(argv: readonly string[], io: Io): Promise<number> {
  const given = readArguments(argv, options, ['IN', 'OUT'])
  const [from = '', to = ''] = given.words
  const design = await readInput(from, io, given.flags.has('quiet'))
  const text = writeDesign(design)
  if (to === '-') {
    await io.out(text)
    return exitCodes.good
  }
  try {
    await writeFile(to, text)
  } catch (error) {
    throw new Unusable(`${to} cannot be written: ${reasonOf(error)}`, { cause: error })
  }
  await io.out(`${to}: ${counted(design)}\n`)
  return exitCodes.good
}

/** "2 VPC, 6 Subnet, 12 Instance": what is drawn, by the titles of the kinds. */
function counted({ resources }: Design): string {
  const all = Object.values(resources)
  const counts = [...kinds.values()].flatMap((kind) => {
    const count = all.filter((resource) => resource.kind === kind.name).length
    return count === 0 || kind.placement.shape === 'none' ? [] : [`${count} x ${kind.title}`]
  })
  return counts.length === 0 ? 'an empty design' : counts.join(', ')
}
