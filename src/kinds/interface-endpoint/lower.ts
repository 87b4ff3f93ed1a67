// An interface endpoint: an address in the VPC behind which a service answers. docs/aws-rules.md 14A.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import type { Rule } from '../../forwarding/program.ts'
import { intervals } from '../../net/interval-set.ts'
import { TCP, UDP } from '../../net/packet.ts'
import { everything, packets } from '../../net/packet-set.ts'
import { interfacesOf, mappingsOf } from '../network.ts'
import { blocked, delivered } from '../outcomes.ts'
import type { InterfaceEndpoint } from '../records.ts'
import { stages } from '../stage-ids.ts'

export function lowerInterfaceEndpoint(endpoint: InterfaceEndpoint, lowering: Lowering): void {
  const { view } = lowering
  const at = ref(endpoint.id)
  lowering.stage(stages.interfaceEndpoint(endpoint.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [
      endpoint.fields.state === 'available' || endpoint.fields.state === ''
        ? []
        : [
            {
              match: everything,
              next: blocked(
                'interface-endpoint/not-available',
                'BAD_STATE',
                say`${at} is ${endpoint.fields.state}`,
              ),
              cause: at,
            },
          ],
      interfacesOf(view, endpoint).flatMap((networkInterface) =>
        mappingsOf(view, networkInterface).map(({ address }): Rule => ({
          match: packets({
            family: address.family,
            protocols: intervals([TCP, TCP], [UDP, UDP]),
            destinations: [address.value, address.value],
          }),
          next: delivered(at, stages.interfaceOut(networkInterface.id)),
          cause: at,
        })),
      ),
    ],
    otherwise: {
      next: blocked(
        'interface-endpoint/protocol',
        'PROTOCOL_RESTRICTION',
        say`${at} answers TCP and UDP only; it does not answer ping`,
      ),
      cause: at,
    },
  }))
  lowering.stage(stages.originate(endpoint.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: blocked(
        'interface-endpoint/cannot-originate',
        'VPCE_INTRA_VPC_TRAFFIC',
        say`${at} never opens a connection by itself`,
      ),
      cause: at,
    },
  }))
}
