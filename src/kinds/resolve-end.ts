// What a person may write as the end of a question: an id, a unique name, an address, a service, or `internet`.
import { code, say } from '../design/phrase.ts'
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { parseAddress } from '../net/address.ts'
import { parsePrefix } from '../net/prefix.ts'
import { endsNamed, isEnd, namesLike } from './ends-by-name.ts'
import type { Kinds } from './kind.ts'
import { anyoneOutside } from './network.ts'
import { anywhere, outsideEnd } from './outside-end.ts'
import { resolved, resolvedResource, unresolved, type Resolution } from './resolution.ts'
import { resolveAddress, resolvePrefix } from './resolve-address.ts'
import { isService, resolveService } from './resolve-service.ts'

/** `near` is the other end where it is known: private DNS names resolve by the VPC they are asked in. */
export function resolveEnd(text: string, view: View, kinds: Kinds, near?: Resource | null): Resolution {
  const wanted = text.trim()
  const lower = wanted.toLowerCase()
  const byId = view.get(wanted)
  if (byId && (isEnd(byId, kinds) || !isService(lower, view))) return resolvedResource(byId, view, kinds)
  if (wanted === '')
    return unresolved(say`say what it is: a resource, an address, a service or internet`, ['internet'])
  const address = parseAddress(wanted)
  if (address) return resolveAddress(address, view, kinds)
  const prefix = parsePrefix(wanted, 'zero')
  if (prefix) return resolvePrefix(prefix, wanted, view)

  const named = endsNamed(view, kinds, wanted)
  const service = lower.replace(/^com\.amazonaws\.[a-z0-9-]+\./, '')
  // A service's name is asked of DNS, which may answer with an endpoint, also when the service is drawn under that name.
  if (isService(service, view) && named.every((one) => serviceKinds.has(one.kind)))
    return resolveService(service, view, kinds, near ?? null)
  if (named.length === 1) return resolvedResource(named[0]!, view, kinds)
  if (lower === 'internet') return internet(view)
  if (named.length === 0)
    return unresolved(say`nothing here is called ${code(wanted)}`, namesLike(wanted, view, kinds))
  return unresolved(
    say`${named.length} resources are called ${code(wanted)}: name one by its id`,
    named.map((one) => one.id),
  )
}

const serviceKinds = new Set(['aws-service', 'interface-endpoint', 'gateway-endpoint'])

function internet(view: View): Resolution {
  const id = anyoneOutside(view).resource
  const end = { ...outsideEnd(id, anywhere(view)), ephemeral: 'linux' } as const
  return resolved({ at: view.get(id) ?? null, id, label: 'internet', end, byAddress: false })
}
