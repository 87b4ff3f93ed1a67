// After one rule is edited in a design of 500 resources, is everything that the screen shows ready within a frame?
// Last answer: the answer is there in 0.1 of a frame, what the edit touches of 216 badges in 0.4 to 0.7; all of them anew
// take 2 to 4 frames. On a busy machine all of it takes up to three times as long.
import type { Design } from '../src/design/design.ts'
import { analyse } from '../src/kinds/analyse.ts'
import { ask } from '../src/kinds/ask.ts'
import { internetAccess } from '../src/kinds/internet-access.ts'
import type { SecurityGroup } from '../src/kinds/records.ts'
import { machinesOf } from './flows.ts'
import { generateOrganisation, team } from './generate-organisation.ts'
import { ofAFrame, spent, time, type Question } from './timing.ts'

export const editOfARule: Question = {
  question: 'The analysis again after one rule is edited, 500 resources',
  measure(unit) {
    const design = generateOrganisation(team)
    const [machine = ''] = machinesOf(design)
    const question = { from: machine, to: 'internet', protocol: 'tcp', port: '443', sourcePort: null }
    let edits = 0
    let network = analyse(design)
    internetAccess(network)
    const edited = () => (network = analyse(withRule(design, ++edits), network))
    const answered = time(() => ask(edited(), question))
    const badged = time(() => internetAccess(edited()))
    const everything = time(() => {
      edited()
      return [ask(network, question), internetAccess(network)]
    })
    const anew = time(() => internetAccess(analyse(withRule(design, ++edits))))
    const line = (what: string, spentOn: number) => ({
      what,
      answer: `${spent(spentOn, unit)}, ${ofAFrame(spentOn)}`,
    })
    return [
      line(`the answer, ${Object.keys(design.resources).length} resources`, answered),
      line(`${machinesOf(design).length} internet badges`, badged),
      line('both', everything),
      line('the badges, all analysed anew', anew),
    ]
  },
}

/** The design with another port in the first rule of a group. */
export function withRule(design: Design, edit: number): Design {
  const group = design.resources['sg-0-0'] as SecurityGroup
  const [first, ...rest] = group.fields.inbound
  const inbound = [{ ...first!, ports: String(1 + (edit % 60_000)) }, ...rest]
  const changed = { ...group, fields: { ...group.fields, inbound } }
  return { ...design, resources: { ...design.resources, [group.id]: changed } }
}
