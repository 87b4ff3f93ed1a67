// What has interfaces in a subnet: machines, NAT gateways, and interfaces by themselves.
import type { Resource } from '../../design/resource.ts'
import { addInterface } from './add-interface.ts'
import type { Declare } from './declaration.ts'
import type { Fields } from './draft.ts'

const compute = ['instance', 'bastion', 'nat-instance']

export const machine: Declare = ({ draft, line, kind, name, words, said, into }) => {
  const at = into('subnet', said)
  const fields: Fields = { state: 'running', ephemeral: 'linux', forwards: 'assume' }
  draft.add(kind, name, at, fields)
  const own = { line, id: `${name}-eni`, owner: name, subnet: at, primary: true }
  addInterface(draft, own, words, (word) => {
    if (word === 'stopped' || word === 'terminated') draft.patch(name, { state: word })
    else if (word === 'os') draft.patch(name, { ephemeral: words.next() ?? '' })
    else if (word === 'forwards') draft.patch(name, { forwards: words.next() ?? '' })
    else return false
    return true
  })
  return name
}

export const networkInterface: Declare = ({ draft, line, name, words, said, parent, into }) => {
  const owner =
    parent && (compute.includes(parent.kind) || parent.kind === 'unmodelled' || parent.kind === 'nat-gateway')
      ? parent
      : null
  const subnet = owner
    ? (said ??
      (draft.resources[owner.parent ?? '']?.kind === 'subnet' ? owner.parent! : draft.mentioned.subnet))
    : into('subnet', said)
  return addInterface(
    draft,
    { line, id: name, owner: owner?.id ?? null, subnet, primary: false },
    words,
    () => false,
  )
}

export const natGateway: Declare = ({ draft, line, kind, name, words, said, into }) => {
  const at = into('subnet', said)
  const isPrivate = / private\b/.test(line.text)
  draft.add(kind, name, at, { connectivity: isPrivate ? 'private' : 'public', state: 'available' })
  const own = { line, id: `${name}-eni`, owner: name, subnet: at, primary: true }
  if (!isPrivate && !/ (elastic|public|no-address)\b/.test(line.text)) {
    // A public NAT gateway cannot be made without an Elastic IP.
    const address = draft.nextPublicAddress()
    draft.add('elastic-ip', `eip-${address}`, draft.region(), {
      address,
      networkInterface: own.id,
      privateAddress: '',
    })
    const kept = draft.resources[`eip-${address}`] as Resource
    addInterface(
      draft,
      own,
      words,
      (word) => word === 'state' && (draft.patch(name, { state: words.next() ?? '' }), true),
    )
    draft.resources[kept.id] = kept
    return name
  }
  addInterface(draft, own, words, (word) => {
    if (word === 'state') draft.patch(name, { state: words.next() ?? '' })
    else return word === 'private' || word === 'no-address'
    return true
  })
  return name
}
