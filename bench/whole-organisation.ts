// How long does an organisation of 100 VPCs and 10,000 interfaces take: to compile, to ask, to badge every instance?
// Last answer: compile 10 ms, the first trace 20 ms more, a trace after that 0.02 ms, a question there and back 0.3 ms; all
// 9,800 badges 1.0 to 1.1 s (1,100 units) of processor time, the threads that collect garbage included, which is 0.65 s by
// the clock and 1.1 s in a process that has just begun; 0.13 s after an edit of a rule. On a busy machine all of it takes
// up to three times as long.
import { trace } from '../src/forwarding/trace.ts'
import { analyse } from '../src/kinds/analyse.ts'
import { ask } from '../src/kinds/ask.ts'
import { internetAccess } from '../src/kinds/internet-access.ts'
import { withRule } from './edit-of-a-rule.ts'
import { flowsOf, machinesOf } from './flows.ts'
import { generateOrganisation, organisation } from './generate-organisation.ts'
import { spent, time, type Question } from './timing.ts'

export const wholeOrganisation: Question = {
  question: 'An organisation: 100 VPCs, 1,000 subnets, 10,000 interfaces, 500 groups of 20 rules',
  measure(unit) {
    const design = generateOrganisation(organisation)
    const network = analyse(design)
    const flows = flowsOf(network, 500)
    const compile = time(() => analyse(design))
    const all = time(() => {
      const { program } = analyse(design)
      return [...program.ids()].map((id) => program.stage(id))
    })
    const one = flows[1]!
    const first = time(() => trace(analyse(design).program, one.start, one.packet))
    const traced = time(() => flows.map(({ packet, start }) => trace(network.program, start, packet)))
    const asked = time(() =>
      flows.map(({ from, to }) => ask(network, { from, to, protocol: 'tcp', port: '443', sourcePort: null })),
    )
    const badges = time(() => internetAccess(analyse(design)))
    let edits = 0
    let before = analyse(design)
    internetAccess(before)
    const edited = time(() => internetAccess((before = analyse(withRule(design, ++edits), before))))
    return [
      { what: `compile, ${Object.keys(design.resources).length} resources`, answer: spent(compile, unit) },
      { what: 'compile, every stage built', answer: spent(all, unit) },
      { what: 'compile and the first trace', answer: spent(first, unit) },
      { what: 'a trace after that', answer: spent(traced / flows.length, unit) },
      { what: 'a question there and back', answer: spent(asked / flows.length, unit) },
      { what: `compile and ${machinesOf(design).length} internet badges`, answer: spent(badges, unit) },
      { what: 'the same after an edit of a rule', answer: spent(edited, unit) },
    ]
  },
}
