// The questions asked of speed, in the order they are answered.
import { againstReference } from './against-reference.ts'
import { editOfARule } from './edit-of-a-rule.ts'
import { memory } from './memory.ts'
import { measureUnit } from './timing.ts'
import { wholeOrganisation } from './whole-organisation.ts'

const questions = [memory, againstReference, wholeOrganisation, editOfARule]

export function answerAll(print: (line: string) => void): void {
  const unit = measureUnit()
  print(`a unit is ${unit.toFixed(2)} ms: a loop of a million multiplications, measured in this run\n`)
  for (const { question, measure } of questions) {
    const lines = measure(unit)
    const width = Math.max(...lines.map((line) => line.what.length))
    print(question)
    for (const { what, answer } of lines) print(`  ${what.padEnd(width)}  ${answer}`)
    print('')
  }
}
