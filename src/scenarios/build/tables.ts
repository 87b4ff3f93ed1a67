// Route tables, network ACLs and security groups, and what stands for addresses.
import { parseAddress } from '../../net/address.ts'
import { addRules } from './add-rules.ts'
import type { Declare } from './declaration.ts'
import { allow } from './draft.ts'

export const routeTable: Declare = ({ draft, line, kind, name, words, said, rules, unknown, into }) => {
  let gateway: string | null = null
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'edge') gateway = draft.mention(line, words.next() ?? '', 'internet-gateway', 'unmodelled')
    else unknown(word)
  }
  const vpc = into('vpc', said)
  const id = name === 'main' ? `${vpc}-table` : name
  draft.add(kind, id, vpc, { main: name === 'main', routes: [], gateway })
  addRules(draft, line, id, rules)
  return id
}

export const filter: Declare = ({ draft, line, kind, name, said, rules, into }) => {
  const vpc = into('vpc', said)
  const id = name !== 'default' ? name : `${vpc}-${kind === 'network-acl' ? 'acl' : 'group'}`
  const outbound = kind === 'security-group' ? [allow('r0', '0.0.0.0/0'), allow('r0v6', '::/0')] : []
  draft.add(kind, id, vpc, { isDefault: name === 'default', inbound: [], outbound })
  addRules(draft, line, id, rules)
  return id
}

export const addresses: Declare = ({ draft, kind, name, words, said, parent, unknown }) => {
  const cidrs: string[] = []
  let awsService = ''
  let type = ''
  for (let word = words.next(); word !== undefined; word = words.next()) {
    const address = parseAddress(word)
    if (word === 'for' || word === 'service') awsService = words.next() ?? ''
    else if (address) cidrs.push(`${word}/${address.family === 4 ? 32 : 128}`)
    else if (word.includes('/')) cidrs.push(word === '0/0' ? '0.0.0.0/0' : word)
    else if (kind === 'unmodelled') type = word
    else unknown(word)
  }
  if (kind === 'prefix-list') draft.add(kind, name, draft.region(), { cidrs, awsService })
  else if (kind === 'internet') draft.add(kind, name, null, { addresses: cidrs, ephemeral: 'linux' })
  else if (kind === 'aws-service')
    draft.add(kind, name, draft.region(), { service: awsService || name, addresses: cidrs })
  else draft.add(kind, name, said ?? parent?.id ?? draft.region(), { type: type || name, cidrs })
  return name
}
