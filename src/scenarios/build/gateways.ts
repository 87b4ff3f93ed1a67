// Ways out of a VPC: gateways, endpoints, peerings.
import { parseAddress } from '../../net/address.ts'
import type { Declare } from './declaration.ts'
import type { Fields } from './draft.ts'

export const gateway: Declare = ({ draft, kind, name, words, said, into }) => {
  const detached = words.next() === 'detached'
  draft.add(kind, name, detached ? draft.region() : into('vpc', said), {})
  return name
}

export const gatewayEndpoint: Declare = ({ draft, line, kind, name, words, said, unknown, into }) => {
  const fields: Fields = { service: name, routeTables: [], state: 'available' }
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'service') fields['service'] = words.next() ?? ''
    else if (word === 'state') fields['state'] = words.next() ?? ''
    else if (word === 'tables' || word === 'table') fields['routeTables'] = words.list()
    else if (word === 'unlisted') draft.unlisted.add(name)
    else unknown(word)
  }
  const vpc = into('vpc', said)
  fields['routeTables'] = (fields['routeTables'] as string[]).map((one) =>
    one === 'main' ? `${vpc}-table` : draft.mention(line, one, 'route-table'),
  )
  draft.add(kind, name, vpc, fields)
  return name
}

export const interfaceEndpoint: Declare = ({ draft, line, kind, name, words, said, unknown, into }) => {
  const fields: Fields = {
    service: name,
    subnets: [],
    securityGroups: [],
    privateDns: true,
    state: 'available',
  }
  const addresses: string[] = []
  const vpc = into('vpc', said)
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'service') fields['service'] = words.next() ?? ''
    else if (word === 'state') fields['state'] = words.next() ?? ''
    else if (word === 'subnets' || word === 'subnet')
      fields['subnets'] = words.list().map((one) => draft.mention(line, one, 'subnet'))
    else if (word === 'groups')
      fields['securityGroups'] = words.list().map((one) => draft.groupNamed(line, vpc, one))
    else if (word === 'no-private-dns') fields['privateDns'] = false
    else if (parseAddress(word)) addresses.push(word)
    else unknown(word)
  }
  const groups = fields['securityGroups'] as string[]
  if (groups.length === 0) groups.push(draft.openGroup(vpc))
  draft.add(kind, name, vpc, fields)
  ;(fields['subnets'] as string[]).forEach((subnet, index, subnets) => {
    const v4 = addresses.filter((one) => !one.includes(':'))[index] ?? draft.free(line, subnet)
    const id = subnets.length === 1 ? `${name}-eni` : `${name}-eni-${subnet}`
    const v6 = addresses.filter((one) => one.includes(':'))[index]
    draft.add('network-interface', id, subnet, {
      addresses: [{ id: 'a1', address: v4, publicAddress: '' }],
      ipv6: v6 === undefined ? [] : [v6],
      securityGroups: groups,
      sourceDestCheck: true,
      attachedTo: name,
      primary: index === 0,
    })
  })
  return name
}

export const vpcPeering: Declare = ({ draft, line, kind, name, words, unknown }) => {
  const requester = draft.mention(line, words.next() ?? '', 'vpc')
  if (words.peek() === '<->') words.next()
  const accepter = draft.mention(line, words.next() ?? '', 'vpc')
  const fields: Fields = {
    requester,
    accepter,
    status: 'active',
    requesterDns: false,
    accepterDns: false,
  }
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'requester-dns') fields['requesterDns'] = true
    else if (word === 'accepter-dns') fields['accepterDns'] = true
    else if (['active', 'pending-acceptance', 'deleted', 'failed', 'rejected', 'expired'].includes(word))
      fields['status'] = word
    else unknown(word)
  }
  draft.add(kind, name, draft.resources[requester]?.parent ?? null, fields)
  return name
}
