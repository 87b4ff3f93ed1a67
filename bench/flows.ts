// Packets between machines of a design, from a seed: what the questions of this folder follow.
import type { Design } from '../src/design/design.ts'
import type { StageId } from '../src/forwarding/program.ts'
import type { Network } from '../src/kinds/analysed.ts'
import { understand } from '../src/kinds/understand.ts'
import { pick } from '../src/net/packet-set.ts'
import type { Packet } from '../src/net/packet.ts'

export interface Flow {
  readonly from: string
  readonly to: string
  readonly packet: Packet
  readonly start: StageId
}

/** Half of them inside the design, half of them to the internet. */
export function flowsOf(network: Network, count: number): readonly Flow[] {
  const machines = machinesOf(network.design)
  return Array.from({ length: count }, (_, i): Flow => {
    const from = machines[(i * 7919) % machines.length]!
    const other = machines[(i * 104_729 + 13) % machines.length]!
    const to = i % 2 === 0 || other === from ? 'internet' : other
    const understood = understand(network, { from, to, protocol: 'tcp', port: '443', sourcePort: '40000' })
    const packet = understood.ok ? pick(understood.flow.asked) : null
    if (!understood.ok || !packet) throw new Error(`flow ${from} ${to}`)
    return { from, to, packet, start: understood.flow.start }
  })
}

export const machinesOf = (design: Design): readonly string[] =>
  Object.values(design.resources)
    .filter((resource) => resource.kind === 'instance')
    .map((resource) => resource.id)
