// Builds a design from the lines of the notation; see notation.ts for what they may say.
import type { Design } from '../design/design.ts'
import type { FieldValue, Resource, ResourceId } from '../design/resource.ts'
import type { Subnet } from '../kinds/records.ts'
import { formatAddress, parseAddress } from '../net/address.ts'
import { addressAt, nextFreeAddress, parsePrefix } from '../net/prefix.ts'

export class NotationError extends Error {
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`)
  }
}

export interface Line {
  readonly number: number
  readonly indent: number
  readonly text: string
}
type Fields = Record<string, FieldValue>
type Rows = readonly (Fields & { readonly id: string })[]

const SHORT: Readonly<Record<string, string>> = {
  igw: 'internet-gateway',
  eigw: 'egress-only-internet-gateway',
  nat: 'nat-gateway',
  zone: 'availability-zone',
  table: 'route-table',
  acl: 'network-acl',
  group: 'security-group',
  interface: 'network-interface',
  peering: 'vpc-peering',
  'internet-host': 'internet',
}
const COMPUTE = ['instance', 'bastion', 'nat-instance']
const RULED = ['route-table', 'network-acl', 'security-group']
const SERVICE_RANGES: Readonly<Record<string, string>> = { s3: '52.216.0.0/15', dynamodb: '52.94.0.0/22' }
/** Words after `groups`, `tables`, `subnets` and so on, one or a list with commas. */
class Words {
  private readonly words: string[]
  constructor(text: string) {
    this.words = text.split(/\s+/).filter((word) => word !== '')
  }
  next(): string | undefined {
    return this.words.shift()
  }
  peek(): string | undefined {
    return this.words[0]
  }
  list(): string[] {
    const out: string[] = []
    for (let word = this.next(); word !== undefined; word = this.next()) {
      out.push(...word.split(',').filter((part) => part !== ''))
      if (!word.endsWith(',')) break
    }
    return out
  }
}

export function build(lines: readonly Line[]): Design {
  const resources: Record<ResourceId, Resource> = {}
  const open: { indent: number; id: ResourceId; line: Line }[] = []
  /** Names to look for once everything is read. */
  const named: { line: number; name: string; kinds: readonly string[] }[] = []
  /** Gateway endpoints whose service's prefix list was not read. */
  const unlisted = new Set<ResourceId>()
  const mentioned = { region: '', vpc: '', subnet: '', owner: '' }
  let publics = 10

  const add = (kind: string, id: string, parent: ResourceId | null, fields: Fields): void => {
    // Placed again at the end on purpose only when new: a second declaration keeps its place in the file.
    resources[id] = { id, kind, name: id, parent, fields }
  }
  const patch = (id: string, fields: Fields): void => {
    const before = resources[id]
    if (before) resources[id] = { ...before, fields: { ...before.fields, ...fields } }
  }
  const list = (id: string, field: string): Rows => (resources[id]?.fields[field] as Rows | undefined) ?? []
  const region = (): string => {
    if (mentioned.region === '') {
      mentioned.region = 'us-east-1'
      add('region', 'us-east-1', null, { code: 'us-east-1', blockPublicAccess: false })
    }
    return mentioned.region
  }
  const vpcAround = (id: string): string => {
    let at: Resource | undefined = resources[id]
    while (at && at.kind !== 'vpc') at = at.parent === null ? undefined : resources[at.parent]
    return at?.id ?? mentioned.vpc
  }
  const mention = (line: Line, name: string, ...kinds: string[]): string => {
    named.push({ line: line.number, name, kinds })
    return name
  }
  const groupNamed = (line: Line, vpc: string, name: string): string => {
    if (name === 'default') return `${vpc}-group`
    return mention(line, name, 'security-group')
  }
  const openGroup = (vpc: string): string => {
    const id = `${vpc}-open`
    if (!resources[id]) {
      const rows = ['0.0.0.0/0', '::/0'].map((peer, i) => ({
        id: `r${i + 1}`,
        protocol: 'all',
        ports: 'all',
        peer,
        description: '',
      }))
      add('security-group', id, vpc, { isDefault: false, inbound: rows, outbound: rows })
    }
    return id
  }
  const publicAddress = (words: Words): string => {
    const given = words.peek()
    if (given !== undefined && parseAddress(given)) return words.next() ?? ''
    return `203.0.113.${publics++}`
  }

  /** Reads addresses and what belongs to an interface; anything else goes to `other`. */
  const networkInterface = (
    line: Line,
    id: string,
    owner: string | null,
    subnet: string,
    words: Words,
    primary: boolean,
    other: (word: string) => boolean,
  ): string => {
    const addresses: { id: string; address: string; publicAddress: string }[] = []
    const ipv6: string[] = []
    let groups: string[] | null = null
    let sourceDestCheck = !(
      owner !== null && ['nat-instance', 'nat-gateway'].includes(resources[owner]?.kind ?? '')
    )
    let at = subnet
    const elastic: { address: string; privateAddress: string }[] = []
    const last = () => {
      if (addresses.length === 0) addresses.push({ id: 'a1', address: free(line, at), publicAddress: '' })
      return addresses.at(-1) as { id: string; address: string; publicAddress: string }
    }
    for (let word = words.next(); word !== undefined; word = words.next()) {
      const address = parseAddress(word)
      if (address?.family === 4)
        addresses.push({ id: `a${addresses.length + 1}`, address: word, publicAddress: '' })
      else if (address) ipv6.push(word)
      else if (word === 'public') last().publicAddress = publicAddress(words)
      else if (word === 'elastic')
        elastic.push({ privateAddress: last().address, address: publicAddress(words) })
      else if (word === 'groups') groups = words.list()
      else if (word === 'no-source-dest-check') sourceDestCheck = false
      else if (word === 'source-dest-check') sourceDestCheck = true
      else if (word === 'ipv6-only') at = ''
      else if (!other(word)) throw new NotationError(line.number, `"${word}" is not understood here`)
    }
    if (at !== '') last()
    const vpc = vpcAround(at === '' ? subnet : at)
    const ownerKind = owner === null ? '' : (resources[owner]?.kind ?? '')
    const carried =
      ownerKind === 'nat-gateway'
        ? []
        : (groups?.flatMap((name) => (name === 'none' ? [] : groupNamed(line, vpc, name))) ??
          (ownerKind === 'unmodelled' ? [] : [openGroup(vpc)]))
    add('network-interface', id, at === '' ? subnet : at, {
      addresses,
      ipv6,
      securityGroups: carried,
      sourceDestCheck,
      attachedTo: owner,
      primary,
    })
    for (const old of Object.values(resources))
      if (old.kind === 'elastic-ip' && old.fields['networkInterface'] === id) delete resources[old.id]
    elastic.forEach(({ address, privateAddress }) =>
      add('elastic-ip', `eip-${address}`, region(), {
        address,
        networkInterface: id,
        privateAddress: elastic.length > 1 || privateAddress !== addresses[0]?.address ? privateAddress : '',
      }),
    )
    return id
  }
  const free = (line: Line, subnet: string): string => {
    const prefix = parsePrefix((resources[subnet] as Subnet | undefined)?.fields.cidr ?? '', 'zero')
    if (!prefix) throw new NotationError(line.number, `no subnet to take an address from`)
    const taken = Object.values(resources).flatMap((one) =>
      one.kind === 'network-interface'
        ? (one.fields['addresses'] as readonly { address: string }[]).flatMap(
            (row) => parseAddress(row.address) ?? [],
          )
        : [],
    )
    const found =
      nextFreeAddress(prefix, taken, { head: prefix.length > 27 ? 4 : 10, tail: 1 }) ?? addressAt(prefix, 4)
    return formatAddress(found)
  }

  const declare = (line: Line, parent: Resource | undefined): string | null => {
    const ruled = /^(\S+)\s+([^:]*?)\s*(?::(?:\s+(.*))?)$/.exec(line.text)
    const first = line.text.split(/\s+/)[0] ?? ''
    const kind = SHORT[first] ?? first
    if (RULED.includes(kind) && !ruled)
      throw new NotationError(line.number, `"${first}" needs a colon before its rules`)
    const whole = RULED.includes(kind) ? (ruled?.[2] ?? '') : line.text.slice(first.length)
    /** `in NAME`, anywhere on the line; `-> NAME` says the same of a gateway. */
    const said = /\s(?:in|->)\s+(\S+)/.exec(whole)?.[1] ?? null
    const words = new Words(kind === 'vpc-peering' ? whole : whole.replace(/\s(?:in|->)\s+\S+/, ''))
    const name = words.next()
    if (name === undefined) throw new NotationError(line.number, `"${first}" needs a name`)
    const before = resources[name]?.kind === kind ? resources[name] : undefined
    const unknown = (word: string): never => {
      throw new NotationError(line.number, `"${word}" is not understood here`)
    }
    /** `in NAME`, or the container the line stands in, or the last of that kind above. */
    const into = (kindOf: 'vpc' | 'subnet', given: string | null): string => {
      const id =
        given ??
        (parent?.kind === kindOf
          ? parent.id
          : (before?.parent ?? (parent && kindOf === 'vpc' ? vpcAround(parent.id) : mentioned[kindOf])))
      if (id === '' || !resources[id])
        throw new NotationError(line.number, `"${name}" needs a ${kindOf} to be in`)
      return id
    }

    switch (kind) {
      case 'region':
        mentioned.region = name
        add(kind, name, null, {
          code: words.next() ?? name,
          blockPublicAccess: words.next() === 'block-public-access',
        })
        return name
      case 'vpc': {
        const at = said ?? region()
        const cidrs: string[] = []
        const flags: string[] = []
        for (let word = words.next(); word !== undefined; word = words.next())
          (word.includes('/') ? cidrs : flags).push(word)
        flags.forEach(
          (flag) => ['default', 'no-dns-support', 'dns-hostnames'].includes(flag) || unknown(flag),
        )
        const [cidr = '', ...secondaryCidrs] = cidrs.filter((text) => !text.includes(':'))
        const ipv6Cidrs = cidrs.filter((text) => text.includes(':'))
        mentioned.vpc = name
        add(kind, name, parent?.kind === 'region' ? parent.id : at, {
          cidr,
          secondaryCidrs,
          ipv6Cidrs,
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
        const all = (peer: string, i: number) => ({
          id: `r${i + 1}`,
          protocol: 'all',
          ports: 'all',
          peer,
          description: '',
        })
        add('route-table', `${name}-table`, name, { main: true, routes: [], gateway: null })
        add('network-acl', `${name}-acl`, name, { isDefault: true, inbound: entries, outbound: entries })
        add('security-group', `${name}-group`, name, {
          isDefault: true,
          inbound: [all(`${name}-group`, 0)],
          outbound: any.map(all),
        })
        return name
      }
      case 'availability-zone':
        add(kind, name, into('vpc', said), { zone: words.next() ?? name })
        return name
      case 'subnet': {
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
                : mention(line, words.next() ?? '', 'route-table')
          else if (word === 'acl')
            fields['networkAcl'] =
              words.peek() === 'default'
                ? (words.next(), null)
                : mention(line, words.next() ?? '', 'network-acl')
          else unknown(word)
        }
        add(kind, name, parent?.kind === 'availability-zone' ? parent.id : into('vpc', said), fields)
        mentioned.subnet = name
        return name
      }
      case 'instance':
      case 'bastion':
      case 'nat-instance': {
        const at = into('subnet', said)
        const fields: Fields = { state: 'running', ephemeral: 'linux', forwards: 'assume' }
        add(kind, name, at, fields)
        mentioned.owner = name
        networkInterface(line, `${name}-eni`, name, at, words, true, (word) => {
          if (word === 'stopped' || word === 'terminated') patch(name, { state: word })
          else if (word === 'os') patch(name, { ephemeral: words.next() ?? '' })
          else if (word === 'forwards') patch(name, { forwards: words.next() ?? '' })
          else return false
          return true
        })
        return name
      }
      case 'network-interface': {
        const owner =
          parent &&
          (COMPUTE.includes(parent.kind) || parent.kind === 'unmodelled' || parent.kind === 'nat-gateway')
            ? parent
            : null
        const ownSubnet = owner
          ? (said ?? (resources[owner.parent ?? '']?.kind === 'subnet' ? owner.parent! : mentioned.subnet))
          : into('subnet', said)
        return networkInterface(line, name, owner?.id ?? null, ownSubnet, words, false, () => false)
      }
      case 'nat-gateway': {
        const at = into('subnet', said)
        const isPrivate = / private\b/.test(line.text)
        add(kind, name, at, { connectivity: isPrivate ? 'private' : 'public', state: 'available' })
        if (!isPrivate && !/ (elastic|public|no-address)\b/.test(line.text)) {
          // A public NAT gateway cannot be made without an Elastic IP.
          const address = `203.0.113.${publics++}`
          add('elastic-ip', `eip-${address}`, region(), {
            address,
            networkInterface: `${name}-eni`,
            privateAddress: '',
          })
          const kept = resources[`eip-${address}`] as Resource
          networkInterface(
            line,
            `${name}-eni`,
            name,
            at,
            words,
            true,
            (word) => word === 'state' && (patch(name, { state: words.next() ?? '' }), true),
          )
          resources[kept.id] = kept
          return name
        }
        networkInterface(line, `${name}-eni`, name, at, words, true, (word) => {
          if (word === 'state') patch(name, { state: words.next() ?? '' })
          else return word === 'private' || word === 'no-address'
          return true
        })
        return name
      }
      case 'route-table': {
        let gateway: string | null = null
        for (let word = words.next(); word !== undefined; word = words.next()) {
          if (word === 'edge') gateway = mention(line, words.next() ?? '', 'internet-gateway', 'unmodelled')
          else unknown(word)
        }
        const vpc = into('vpc', said)
        const id = name === 'main' ? `${vpc}-table` : name
        add(kind, id, vpc, { main: name === 'main', routes: [], gateway })
        ruleLines(line, id, ruled?.[3] ?? '')
        return id
      }
      case 'network-acl':
      case 'security-group': {
        const vpc = into('vpc', said)
        const id = name !== 'default' ? name : `${vpc}-${kind === 'network-acl' ? 'acl' : 'group'}`
        const outbound =
          kind === 'security-group'
            ? [
                { id: 'r0', protocol: 'all', ports: 'all', peer: '0.0.0.0/0', description: '' },
                { id: 'r0v6', protocol: 'all', ports: 'all', peer: '::/0', description: '' },
              ]
            : []
        add(kind, id, vpc, { isDefault: name === 'default', inbound: [], outbound })
        ruleLines(line, id, ruled?.[3] ?? '')
        return id
      }
      case 'internet-gateway':
      case 'egress-only-internet-gateway': {
        const detached = words.next() === 'detached'
        add(kind, name, detached ? region() : into('vpc', said), {})
        return name
      }
      case 'gateway-endpoint': {
        const fields: Fields = { service: name, routeTables: [], state: 'available' }
        for (let word = words.next(); word !== undefined; word = words.next()) {
          if (word === 'service') fields['service'] = words.next() ?? ''
          else if (word === 'state') fields['state'] = words.next() ?? ''
          else if (word === 'tables' || word === 'table') fields['routeTables'] = words.list()
          else if (word === 'unlisted') unlisted.add(name)
          else unknown(word)
        }
        const vpc = into('vpc', said)
        fields['routeTables'] = (fields['routeTables'] as string[]).map((one) =>
          one === 'main' ? `${vpc}-table` : mention(line, one, 'route-table'),
        )
        add(kind, name, vpc, fields)
        return name
      }
      case 'interface-endpoint': {
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
            fields['subnets'] = words.list().map((one) => mention(line, one, 'subnet'))
          else if (word === 'groups')
            fields['securityGroups'] = words.list().map((one) => groupNamed(line, vpc, one))
          else if (word === 'no-private-dns') fields['privateDns'] = false
          else if (parseAddress(word)) addresses.push(word)
          else unknown(word)
        }
        const groups = fields['securityGroups'] as string[]
        if (groups.length === 0) groups.push(openGroup(vpc))
        add(kind, name, vpc, fields)
        ;(fields['subnets'] as string[]).forEach((subnet, index, subnets) => {
          const v4 = addresses.filter((one) => !one.includes(':'))[index] ?? free(line, subnet)
          const id = subnets.length === 1 ? `${name}-eni` : `${name}-eni-${subnet}`
          const v6 = addresses.filter((one) => one.includes(':'))[index]
          add('network-interface', id, subnet, {
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
      case 'vpc-peering': {
        const requester = mention(line, words.next() ?? '', 'vpc')
        if (words.peek() === '<->') words.next()
        const accepter = mention(line, words.next() ?? '', 'vpc')
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
          else if (
            ['active', 'pending-acceptance', 'deleted', 'failed', 'rejected', 'expired'].includes(word)
          )
            fields['status'] = word
          else unknown(word)
        }
        add(kind, name, resources[requester]?.parent ?? null, fields)
        return name
      }
      case 'prefix-list':
      case 'internet':
      case 'aws-service':
      case 'unmodelled': {
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
        if (kind === 'prefix-list') add(kind, name, region(), { cidrs, awsService })
        else if (kind === 'internet') add(kind, name, null, { addresses: cidrs, ephemeral: 'linux' })
        else if (kind === 'aws-service')
          add(kind, name, region(), { service: awsService || name, addresses: cidrs })
        else add(kind, name, said ?? parent?.id ?? region(), { type: type || name, cidrs })
        return name
      }
      default:
        throw new NotationError(line.number, `"${first}" is not a kind`)
    }
  }

  /** `0.0.0.0/0 -> igw, …`; `in 100 allow tcp 80 from 0.0.0.0/0; out …`; `in tcp 443 from web`. */
  const ruleLines = (line: Line, id: string, text: string): void => {
    let direction: 'inbound' | 'outbound' = 'inbound'
    for (const item of text.split(/[,;]/).map((part) => part.trim())) {
      if (item === '') continue
      const words = new Words(item)
      const kind = resources[id]?.kind ?? ''
      if (kind === 'route-table') {
        const destination = whole(words.next() ?? '')
        if (words.next() !== '->')
          throw new NotationError(line.number, `a route reads "DESTINATION -> TARGET", not "${item}"`)
        const target = words.next() ?? ''
        const rest = [words.next(), words.next()]
        rest.forEach((word) => {
          if (word !== undefined && word !== 'propagated' && word !== 'blackhole')
            throw new NotationError(line.number, `"${word}" is not understood in a route`)
        })
        if (!destination.includes('/')) mention(line, destination, 'prefix-list')
        if (target !== 'local' && target !== 'none') mention(line, target)
        const routes = list(id, 'routes')
        patch(id, {
          routes: [
            ...routes,
            {
              id: `r${routes.length + 1}`,
              destination,
              target: target === 'none' ? '' : target,
              origin: rest.includes('propagated') ? 'propagated' : 'static',
              state: rest.includes('blackhole') ? 'blackhole' : 'active',
            },
          ],
        })
        continue
      }
      if (['in', 'out', 'inbound', 'outbound'].includes(words.peek() ?? ''))
        direction = words.next()?.startsWith('in') === true ? 'inbound' : 'outbound'
      let number = 0
      let action = 'allow'
      if (kind === 'network-acl') {
        number = Number(words.next())
        if (!Number.isInteger(number))
          throw new NotationError(line.number, `an entry starts with its number: "${item}"`)
      }
      if (words.peek() === 'allow' || words.peek() === 'deny') action = words.next() ?? ''
      const protocol = words.next() ?? 'all'
      if (protocol === 'nothing') {
        patch(id, { [direction]: [] })
        continue
      }
      let ports = 'all'
      if (words.peek() !== undefined && !['from', 'to'].includes(words.peek() ?? ''))
        ports = words.next() ?? ''
      const word = words.next()
      if (word !== undefined && word !== 'from' && word !== 'to')
        throw new NotationError(line.number, `"${word}" is not understood in a rule`)
      let peer = word === undefined ? '0.0.0.0/0' : whole(words.next() ?? '')
      if (words.peek() !== undefined)
        throw new NotationError(line.number, `"${words.peek()}" is not understood in a rule`)
      const address = parseAddress(peer)
      if (address) peer = `${peer}/${address.family === 4 ? 32 : 128}`
      if (kind === 'network-acl') {
        patch(id, {
          [direction]: [
            ...list(id, direction),
            { id: `n${number}`, number, action, protocol, ports, cidr: peer },
          ],
        })
      } else {
        if (!peer.includes('/'))
          peer =
            peer === 'default'
              ? `${vpcAround(id)}-group`
              : mention(line, peer, 'security-group', 'prefix-list')
        const rows = list(id, direction).filter((row) => !row.id.startsWith('r0'))
        patch(id, {
          [direction]: [...rows, { id: `r${rows.length + 1}`, protocol, ports, peer, description: '' }],
        })
      }
    }
  }

  for (const line of lines) {
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= line.indent) open.pop()
    const above = open.at(-1)
    const parent = above === undefined ? undefined : resources[above.id]
    if (parent && RULED.includes(parent.kind)) ruleLines(line, parent.id, line.text)
    else {
      const id = declare(line, parent)
      if (id !== null) open.push({ indent: line.indent, id, line })
    }
  }

  // An AWS-managed list is its Region's: the one of the endpoint, or the one last named.
  for (const service of ['s3', 'dynamodb']) {
    const id = `pl-${service}`
    const endpoints = Object.values(resources).filter(
      (one) => one.kind === 'gateway-endpoint' && one.fields['service'] === service && !unlisted.has(one.id),
    )
    const regions = new Set(endpoints.map((one) => resources[vpcAround(one.id)]?.parent ?? region()))
    if (regions.size === 0 && named.some(({ name }) => name === id)) regions.add(region())
    const has = (at: string) =>
      Object.values(resources).some(
        (one) => one.kind === 'prefix-list' && one.fields['awsService'] === service && one.parent === at,
      )
    for (const at of regions) {
      if (has(at)) continue
      const spare = resources[id] ? `${id}-${at}` : id
      add('prefix-list', spare, at, { cidrs: [SERVICE_RANGES[service] ?? ''], awsService: service })
    }
  }
  if (
    !Object.values(resources).some(
      (one) => one.kind === 'internet' && (one.fields['addresses'] as readonly string[]).length === 0,
    )
  )
    add('internet', 'internet', null, { addresses: [], ephemeral: 'linux' })
  for (const { line, name, kinds } of named) {
    if (/^(pl-)?gone-/.test(name)) continue
    const found = resources[name]
    if (!found) throw new NotationError(line, `nothing is called "${name}"`)
    if (kinds.length > 0 && !kinds.includes(found.kind))
      throw new NotationError(line, `"${name}" is a ${found.kind}, not a ${kinds.join(' or ')}`)
  }
  return { name: 'scenario', resources, layout: {}, question: null }
}

const whole = (cidr: string): string => (cidr === '0/0' ? '0.0.0.0/0' : cidr)
