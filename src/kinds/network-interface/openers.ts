// Services whose interfaces send and receive as machines do: what one opens is its own, and it takes the replies; rules
// 5.11, 15.5, 18.2. What they do with what comes to them is not modelled.
import type { Resource } from '../../design/resource.ts'
import type { Unmodelled } from '../records.ts'

/** Not gateways, which carry what others send; nor what may send in the name of its clients; rules 5.12, 15.6. */
const openers = new Set([
  'api-gateway-managed',
  'branch',
  'database',
  'efs',
  'lambda',
  'load-balancer',
  'quicksight',
  'service',
])

export const isOpener = (owner: Resource): boolean =>
  owner.kind === 'unmodelled' && openers.has((owner as Unmodelled).fields.type)
