// A rule in a sentence: "bastion may open SSH."
import { say, type Phrase } from '../../design/phrase.ts'
import type { Ref, Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { capital, peerPhrase } from '../peers.ts'
import type { SecurityGroup } from '../records.ts'
import { trafficDeed } from '../traffic-words.ts'

export function describeRule(resource: Resource, { part = '' }: Ref, view: View): Phrase | null {
  const group = resource as SecurityGroup
  const [direction, id] = part.split('.')
  if (direction !== 'inbound' && direction !== 'outbound') return null
  if (id === undefined)
    return [
      direction === 'inbound'
        ? 'Whatever no rule lets in is denied.'
        : 'Whatever no rule lets out is denied.',
    ]
  const rule = group.fields[direction].find((row) => row.id === id)
  if (!rule) return null
  const deed = trafficDeed(rule.protocol, rule.ports)
  if (deed === null) return ['Left out until its protocol and ports are valid.']
  const peer = peerPhrase(view, rule.peer, group)
  if (peer === null)
    return [`Left out until its ${direction === 'inbound' ? 'source' : 'destination'} is valid.`]
  return direction === 'inbound'
    ? say`${capital(peer)} may ${deed.does}.`
    : say`Members may ${deed.does}${deed.towards}${peer}.`
}
