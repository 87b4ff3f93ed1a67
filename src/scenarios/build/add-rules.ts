// The lines of tables: `0.0.0.0/0 -> igw, …`; `in 100 allow tcp 80 from 0.0.0.0/0; out …`; `in tcp 443 from web`.
import { parseAddress } from '../../net/address.ts'
import type { Draft } from './draft.ts'
import { NotationError, Words, type Line } from './words.ts'

type Direction = 'inbound' | 'outbound'

export function addRules(draft: Draft, line: Line, id: string, text: string): void {
  let direction: Direction = 'inbound'
  for (const item of text.split(/[,;]/).map((part) => part.trim())) {
    if (item === '') continue
    const words = new Words(item)
    if (draft.resources[id]?.kind === 'route-table') {
      addRoute(draft, line, id, item, words)
      continue
    }
    if (['in', 'out', 'inbound', 'outbound'].includes(words.peek() ?? ''))
      direction = words.next()?.startsWith('in') === true ? 'inbound' : 'outbound'
    addRule(draft, line, id, direction, item, words)
  }
}

function addRoute(draft: Draft, line: Line, id: string, item: string, words: Words): void {
  const destination = whole(words.next() ?? '')
  if (words.next() !== '->')
    throw new NotationError(line.number, `a route reads "DESTINATION -> TARGET", not "${item}"`)
  const target = words.next() ?? ''
  const rest = [words.next(), words.next()]
  rest.forEach((word) => {
    if (word !== undefined && word !== 'propagated' && word !== 'blackhole')
      throw new NotationError(line.number, `"${word}" is not understood in a route`)
  })
  if (!destination.includes('/')) draft.mention(line, destination, 'prefix-list')
  if (target !== 'local' && target !== 'none') draft.mention(line, target)
  const routes = draft.list(id, 'routes')
  const route = {
    id: `r${routes.length + 1}`,
    destination,
    target: target === 'none' ? '' : target,
    origin: rest.includes('propagated') ? 'propagated' : 'static',
    state: rest.includes('blackhole') ? 'blackhole' : 'active',
  }
  draft.patch(id, { routes: [...routes, route] })
}

function addRule(
  draft: Draft,
  line: Line,
  id: string,
  direction: Direction,
  item: string,
  words: Words,
): void {
  const isAcl = draft.resources[id]?.kind === 'network-acl'
  const number = isAcl ? Number(words.next()) : 0
  if (!Number.isInteger(number))
    throw new NotationError(line.number, `an entry starts with its number: "${item}"`)
  const action = ['allow', 'deny'].includes(words.peek() ?? '') ? (words.next() ?? '') : 'allow'
  const protocol = words.next() ?? 'all'
  if (protocol === 'nothing') return draft.patch(id, { [direction]: [] })
  const saysPorts = words.peek() !== undefined && !['from', 'to'].includes(words.peek() ?? '')
  const ports = saysPorts ? (words.next() ?? '') : 'all'
  const peer = peerOn(line, words)
  if (isAcl) {
    const entry = { id: `n${number}`, number, action, protocol, ports, cidr: peer }
    return draft.patch(id, { [direction]: [...draft.list(id, direction), entry] })
  }
  // What a group without outbound rules allows gives way to the first that is written.
  const rows = draft.list(id, direction).filter((row) => !row.id.startsWith('r0'))
  const rule = {
    id: `r${rows.length + 1}`,
    protocol,
    ports,
    peer: peer.includes('/') ? peer : groupOrList(draft, line, id, peer),
    description: '',
  }
  draft.patch(id, { [direction]: [...rows, rule] })
}

/** `from PEER` or `to PEER`, or anyone; an address alone is the block of that address. */
function peerOn(line: Line, words: Words): string {
  const word = words.next()
  if (word !== undefined && word !== 'from' && word !== 'to')
    throw new NotationError(line.number, `"${word}" is not understood in a rule`)
  const peer = word === undefined ? '0.0.0.0/0' : whole(words.next() ?? '')
  if (words.peek() !== undefined)
    throw new NotationError(line.number, `"${words.peek()}" is not understood in a rule`)
  const address = parseAddress(peer)
  return address ? `${peer}/${address.family === 4 ? 32 : 128}` : peer
}

const groupOrList = (draft: Draft, line: Line, id: string, name: string): string =>
  name === 'default'
    ? `${draft.vpcAround(id)}-group`
    : draft.mention(line, name, 'security-group', 'prefix-list')

const whole = (cidr: string): string => (cidr === '0/0' ? '0.0.0.0/0' : cidr)
