// A rule in a sentence: "Rule 100 lets in HTTPS from any IPv4 address."
import { code, say, type Phrase } from '../../design/phrase.ts'
import type { Ref, Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { peerPhrase } from '../peers.ts'
import type { NetworkAcl } from '../records.ts'
import { coversReplies, trafficNoun } from '../traffic-words.ts'

export function describeEntry(resource: Resource, { part = '' }: Ref, view: View): Phrase | null {
  const acl = resource as NetworkAcl
  const [direction, id] = part.split('.')
  if (direction !== 'inbound' && direction !== 'outbound') return null
  if (id === '*') return ['Whatever no numbered rule matches is denied.']
  const entry = acl.fields[direction].find((row) => row.id === id)
  if (!entry) return null
  const noun = trafficNoun(entry.protocol, entry.ports)
  if (noun === null) return ['Left out until its protocol and ports are valid.']
  // An ACL names addresses only; an id here is as wrong as a CIDR that cannot be read.
  const peer = view.get(entry.cidr) ? null : peerPhrase(view, entry.cidr, acl)
  if (peer === null)
    return [`Left out until its ${direction === 'inbound' ? 'source' : 'destination'} is valid.`]
  const whom = say`${direction === 'inbound' ? 'from' : 'to'} ${peer}`
  const rule = say`Rule ${code(String(entry.number))}`
  if (entry.action === 'deny') return say`${rule} stops ${noun} ${whom}.`
  const replies = coversReplies(entry.protocol, entry.ports) ? ' Replies come back to these ports.' : ''
  return say`${rule} lets ${direction === 'inbound' ? 'in' : 'out'} ${noun} ${whom}.${replies}`
}
