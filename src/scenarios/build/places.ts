// Regions, VPCs with what they bring, zones and subnets.
import type { Declare } from './declaration.ts'
import { allow, type Fields } from './draft.ts'

export const region: Declare = ({ draft, kind, name, words }) => {
  draft.mentioned.region = name
  draft.add(kind, name, null, {
    code: words.next() ?? name,
    blockPublicAccess: words.next() === 'block-public-access',
  })
  return name
}

export const vpc: Declare = ({ draft, kind, name, words, said, parent, before, unknown }) => {
  const at = said ?? draft.region()
  const cidrs: string[] = []
  const flags: string[] = []
  const privateIpv6Cidrs: string[] = []
  for (let word = words.next(); word !== undefined; word = words.next())
    if (word === 'private') privateIpv6Cidrs.push(words.next() ?? '')
    else (word.includes('/') ? cidrs : flags).push(word)
  flags.forEach((flag) => ['default', 'no-dns-support', 'dns-hostnames'].includes(flag) || unknown(flag))
  const [cidr = '', ...secondaryCidrs] = cidrs.filter((text) => !text.includes(':'))
  const ipv6Cidrs = [...cidrs.filter((text) => text.includes(':')), ...privateIpv6Cidrs]
  draft.mentioned.vpc = name
  draft.add(kind, name, parent?.kind === 'region' ? parent.id : at, {
    cidr,
    secondaryCidrs,
    ipv6Cidrs,
    privateIpv6Cidrs,
    isDefault: flags.includes('default'),
    dnsSupport: !flags.includes('no-dns-support'),
    dnsHostnames: flags.includes('dns-hostnames') || flags.includes('default'),
  })
  if (before) return name
  const any = ipv6Cidrs.length > 0 ? ['0.0.0.0/0', '::/0'] : ['0.0.0.0/0']
  const entries = any.map((text, i) => ({
    id: `n${100 + i}`,
    number: 100 + i,
    action: 'allow',
    protocol: 'all',
    ports: 'all',
    cidr: text,
  }))
  draft.add('route-table', `${name}-table`, name, { main: true, routes: [], gateway: null })
  draft.add('network-acl', `${name}-acl`, name, { isDefault: true, inbound: entries, outbound: entries })
  draft.add('security-group', `${name}-group`, name, {
    isDefault: true,
    inbound: [allow('r1', `${name}-group`)],
    outbound: any.map((peer, i) => allow(`r${i + 1}`, peer)),
  })
  return name
}

export const availabilityZone: Declare = ({ draft, kind, name, words, said, into }) => {
  draft.add(kind, name, into('vpc', said), { zone: words.next() ?? name })
  return name
}

export const subnet: Declare = ({ draft, line, kind, name, words, said, parent, unknown, into }) => {
  const fields: Fields = {
    cidr: '',
    ipv6Cidr: '',
    assignPublicIp: false,
    routeTable: null,
    networkAcl: null,
  }
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word.includes('/')) fields[word.includes(':') ? 'ipv6Cidr' : 'cidr'] = word
    else if (word === 'public-ips') fields['assignPublicIp'] = true
    else if (word === 'table')
      fields['routeTable'] =
        words.peek() === 'main'
          ? (words.next(), null)
          : draft.mention(line, words.next() ?? '', 'route-table')
    else if (word === 'acl')
      fields['networkAcl'] =
        words.peek() === 'default'
          ? (words.next(), null)
          : draft.mention(line, words.next() ?? '', 'network-acl')
    else unknown(word)
  }
  draft.add(kind, name, parent?.kind === 'availability-zone' ? parent.id : into('vpc', said), fields)
  draft.mentioned.subnet = name
  return name
}
