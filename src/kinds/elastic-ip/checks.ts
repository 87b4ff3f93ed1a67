// What can be wrong with an Elastic IP; elastic-ip-addresses-eip.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { parseAddress } from '../../net/address.ts'
import { finding } from '../finding.ts'
import { freePublicAddress } from '../free.ts'
import type { Finding } from '../kind.ts'
import { setting } from '../make.ts'
import { cardOf } from '../peers.ts'
import type { ElasticIp, NetworkInterface } from '../records.ts'

export function checkElasticIp(resource: Resource, view: View): readonly Finding[] {
  const ip = resource as ElasticIp
  const found: Finding[] = []
  const { address, privateAddress } = ip.fields
  const another = () => {
    const free = freePublicAddress(view)
    return free === '' ? [] : [setting(say`Use ${code(free)}`, ip, { address: free })]
  }
  if (parseAddress(address)?.family !== 4)
    found.push(
      finding(
        'elastic-ip/invalid-address',
        'error',
        ip,
        say`${ref(ip.id)} has no valid public IPv4 address`,
        say`${code(address === '' ? 'Nothing' : address)} is not one; there are no Elastic IPs for IPv6.`,
        another(),
      ),
    )
  const named = view.get(ip.fields.networkInterface)
  const holder = named?.kind === 'network-interface' ? (named as NetworkInterface) : null
  if (!holder) {
    found.push(
      finding('elastic-ip/unassociated', 'note', ip, say`${ref(ip.id)} is not associated with anything`, [
        'Nothing is reached by it, and AWS charges for it all the same.',
      ]),
    )
    return found
  }
  const who = ref(cardOf(view, holder).id)
  const addresses = holder.fields.addresses.map((row) => row.address)
  if (privateAddress !== '' && !addresses.includes(privateAddress))
    found.push(
      finding(
        'elastic-ip/no-such-address',
        'error',
        ip,
        say`${ref(ip.id)} maps to an address that ${who} does not have`,
        say`The interface has ${code(addresses.join(', '))}, not ${code(privateAddress)}.`,
        [setting(say`Map it to the primary address`, ip, { privateAddress: '' })],
      ),
    )
  const others = (view.of('elastic-ip') as readonly ElasticIp[]).filter((other) => other.id < ip.id)
  const mapped = (one: ElasticIp) =>
    one.fields.privateAddress === '' ? addresses[0] : one.fields.privateAddress
  const rival = others.find(
    (other) => other.fields.networkInterface === holder.id && mapped(other) === mapped(ip),
  )
  if (rival)
    found.push(
      finding(
        'elastic-ip/two-for-one',
        'error',
        ip,
        say`${ref(ip.id)} and ${ref(rival.id)} map to the same address`,
        say`A private address of ${who} has one public address at most.`,
        [setting(say`Let go of ${ref(ip.id)}`, ip, { networkInterface: null })],
      ),
    )
  const twin = others.find((other) => other.fields.address === address)
  if (twin && address !== '')
    found.push(
      finding(
        'elastic-ip/duplicate',
        'error',
        ip,
        say`${ref(ip.id)} and ${ref(twin.id)} are the same address`,
        say`Both are ${code(address)}.`,
        another(),
      ),
    )
  return found
}
