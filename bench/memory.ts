// How much memory does a resource take: in the design, and compiled with every stage built?
// Last answer: 0.45 KiB a resource drawn, 8.3 KiB compiled, when every stage is built, with what each was built from; the
// first questions build few.
import { analyse } from '../src/kinds/analyse.ts'
import { generateOrganisation, organisation } from './generate-organisation.ts'
import { number, type Question } from './timing.ts'

export const memory: Question = {
  question: 'Memory in an organisation',
  measure() {
    const before = heap()
    const design = generateOrganisation(organisation)
    const drawn = heap()
    const network = analyse(design)
    const stages = [...network.program.ids()].map((id) => network.program.stage(id))
    const compiled = heap()
    const count = Object.keys(design.resources).length
    const each = (bytes: number) =>
      `${number(bytes / 1024 / 1024)} MiB, ${number(bytes / count / 1024)} KiB a resource`
    return [
      { what: `the design, ${count} resources`, answer: each(drawn - before) },
      { what: `its ${stages.length} stages`, answer: each(compiled - drawn) },
      { what: 'compiled to drawn', answer: `${number((compiled - drawn) / (drawn - before))} times` },
    ]
  },
}

/** Bytes in use. Steady only where the collector can be called: `node --expose-gc`. */
function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
