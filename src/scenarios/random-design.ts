// Small random designs of the kinds there are, written in the notation so that a failing one can be read and pinned.
// Most are plausible, so that packets get somewhere; a few things are broken on purpose.
import { type Arbitrary, array, constantFrom, nat, record } from 'fast-check'

type Pick = (count: number) => number
/** Choices drawn from a list of numbers, so that a design shrinks as the list does. */
class Dice {
  private at = 0
  private readonly rolls: readonly number[]
  constructor(rolls: readonly number[]) {
    this.rolls = rolls
  }
  readonly below: Pick = (count) => (this.rolls[this.at++ % this.rolls.length] ?? 0) % count
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
  chance(percent: number): boolean {
    // An exhausted, shrunk list of zeros says no.
    return this.below(100) >= 100 - percent
  }
}

export interface RandomDesign {
  readonly text: string
  /** Addresses worth sending to, and those interfaces that may send. */
  readonly targets: readonly string[]
}

export const randomDesign: Arbitrary<RandomDesign> = array(nat({ max: 9999 }), {
  minLength: 120,
  maxLength: 240,
}).map((rolls) => write(new Dice(rolls)))

export interface RandomPacket {
  readonly from: number
  readonly to: number
  readonly protocol: number
  readonly sourcePort: number
  readonly destinationPort: number
}
export const randomPacket: Arbitrary<RandomPacket> = record({
  from: nat({ max: 999 }),
  to: nat({ max: 999 }),
  protocol: constantFrom(6, 6, 6, 17, 1, 1, 47),
  sourcePort: constantFrom(40000, 1024, 65535, 33000),
  destinationPort: constantFrom(443, 443, 80, 22, 5000, 53),
})

function write(dice: Dice): RandomDesign {
  const lines: string[] = []
  const targets = [
    '198.51.100.7',
    '198.51.100.200',
    '192.0.2.77',
    '52.216.8.10',
    '2600::7',
    '10.77.0.1',
    '100.64.0.9',
    '169.254.169.254',
    '169.254.7.7',
  ]
  const vpcs = Array.from({ length: 1 + dice.below(3) }, (_, v) => ({
    name: `v${v}`,
    // Two peers of one VPC may have the same addresses.
    net: v === 2 && dice.chance(25) ? '10.1' : `10.${v}`,
    six: dice.chance(40),
    other: v > 0 && dice.chance(20),
  }))
  const groups = vpcs.flatMap(({ name }) => [`${name}-g0`, `${name}-g1`])
  const instances: { name: string; vpc: string }[] = []
  const nats: { name: string; vpc: string }[] = []
  const eip = (() => {
    let next = 20
    return () => {
      const address = `203.0.113.${next++}`
      targets.push(address)
      return address
    }
  })()
  lines.push('region us us-east-1', 'region eu eu-west-1')
  const plans = vpcs.map(({ name, net, six, other }, v) => {
    const second = dice.chance(15)
    lines.push(
      `vpc ${name} ${net}.0.0/16${second ? ` 100.${70 + v}.0.0/16` : ''}${six ? ` 2001:db8:${v + 1}::/56` : ''}${dice.chance(5) ? ' no-dns-support' : ''} in ${other ? 'eu' : 'us'}`,
    )
    targets.push(`${net}.0.2`, `${net}.1.1`, `${net}.1.200`)
    const tables = Array.from({ length: 1 + dice.below(3) }, (_, i) => `${name}-t${i}`)
    const subnets = Array.from({ length: 2 + dice.below(2) }, (_, i) => {
      const cidr = second && i === 2 ? `100.${70 + v}.1.0/24` : `${net}.${i + 1}.0/24`
      const sixth = six && dice.chance(80) ? `2001:db8:${v + 1}:${i}::/64` : ''
      const table = dice.chance(80) ? ` table ${dice.of(tables)}` : ''
      const acl = dice.chance(35) ? ` acl ${name}-acl1` : ''
      return {
        name: `${name}-s${i}`,
        cidr,
        sixth,
        text: `  subnet ${name}-s${i} ${cidr} ${sixth}${table}${acl}`,
      }
    })
    for (const { name: subnet, cidr, sixth, text } of subnets) {
      lines.push(text)
      for (let i = 0; i < 1 + dice.below(2); i++) {
        const id = `${subnet}-i${i}`
        const address = cidr.replace('0/24', String(10 + i))
        const parts = [`    ${dice.chance(20) ? 'nat-instance' : 'instance'} ${id} ${address}`]
        targets.push(address)
        if (dice.chance(55)) parts.push(`${dice.of(['elastic', 'public'])} ${eip()}`)
        if (dice.chance(12)) {
          parts.push(cidr.replace('0/24', String(60 + i)))
          targets.push(cidr.replace('0/24', String(60 + i)))
          if (dice.chance(50)) parts.push(`elastic ${eip()}`)
        }
        if (sixth !== '' && dice.chance(80)) {
          parts.push(sixth.replace('::/64', `::${10 + i}`))
          targets.push(sixth.replace('::/64', `::${10 + i}`))
        }
        if (dice.chance(60))
          parts.push(
            `groups ${dice.chance(10) ? 'default' : dice.chance(30) ? `${name}-g0, ${name}-g1` : `${name}-g${dice.below(2)}`}`,
          )
        if (dice.chance(15)) parts.push('no-source-dest-check')
        if (dice.chance(4)) parts.push('stopped')
        if (dice.chance(8)) parts.push(`forwards ${dice.of(['translates', 'unchanged'])}`)
        lines.push(parts.join(' '))
        instances.push({ name: id, vpc: name })
      }
      if (dice.chance(35)) {
        const id = `${subnet}-nat`
        const address = cidr.replace('0/24', '30')
        lines.push(
          `    nat-gateway ${id} ${address} ${dice.chance(75) ? `elastic ${eip()}` : 'private'}${dice.chance(6) ? ' state failed' : ''}`,
        )
        targets.push(address)
        nats.push({ name: id, vpc: name })
      }
      if (dice.chance(4)) {
        lines.push(`    interface ${subnet}-spare ${cidr.replace('0/24', '90')} public ${eip()}`)
        targets.push(cidr.replace('0/24', '90'))
      }
    }
    const igw = dice.chance(85)
    if (igw) lines.push(`igw ${name}-igw in ${name}`)
    const eigw = six && dice.chance(50)
    if (eigw) lines.push(`eigw ${name}-eigw in ${name}`)
    if (dice.chance(25))
      lines.push(`gateway-endpoint ${name}-s3 in ${name} service s3 tables ${dice.of([...tables, 'main'])}`)
    if (dice.chance(25)) {
      const address = subnets[0]?.cidr.replace('0/24', '50') ?? ''
      const sixth = subnets[0]?.sixth.replace('::/64', '::50') ?? ''
      lines.push(
        `interface-endpoint ${name}-sqs in ${name} service sqs subnets ${subnets[0]?.name} ${address} ${sixth}${dice.chance(50) ? ` groups ${name}-g0` : ''}`,
      )
      targets.push(address)
      if (sixth !== '') targets.push(sixth)
    }
    return { name, net, six, tables, subnets, igw, eigw, v }
  })

  const peerings: { name: string; a: number; b: number }[] = []
  for (let a = 0; a < plans.length; a++)
    for (let b = a + 1; b < plans.length; b++)
      if (dice.chance(70)) {
        peerings.push({ name: `pcx${a}${b}`, a, b })
        lines.push(`peering pcx${a}${b} v${a} <-> v${b}${dice.chance(8) ? ' pending-acceptance' : ''}`)
      }
  lines.push(
    'prefix-list pl-a 198.51.100.0/24 10.1.0.0/16',
    'prefix-list pl-b 198.51.100.0/25 198.51.100.128/25 192.0.2.0/24',
    'prefix-list pl-c 192.0.2.0/24',
    'unmodelled tgw transit-gateway',
  )

  for (const { name, net, six, tables, subnets, igw, eigw, v } of plans) {
    const own = (list: readonly { name: string; vpc: string }[]) =>
      list.filter(({ vpc }) => vpc === name).map((one) => one.name)
    const peers = peerings
      .filter(({ a, b }) => a === v || b === v)
      .map(({ name: id, a, b }) => ({ id, other: a === v ? b : a }))
    const interfaces = own(instances)
    const sometimes = () => [...interfaces, ...interfaces.map((id) => `${id}-eni`), 'gone-x', 'none', 'tgw']
    for (const table of [...tables, 'main']) {
      const routes: string[] = []
      const defaults = [...(igw ? [`${name}-igw`, `${name}-igw`] : []), ...own(nats), ...own(nats)]
      if (table !== 'main' || dice.chance(50)) {
        if (defaults.length > 0 && dice.chance(85)) routes.push(`0.0.0.0/0 -> ${dice.of(defaults)}`)
        else if (dice.chance(60)) routes.push(`0.0.0.0/0 -> ${dice.of(sometimes())}`)
        if (six && dice.chance(70))
          routes.push(
            `::/0 -> ${eigw && dice.chance(50) ? `${name}-eigw` : igw ? `${name}-igw` : dice.of(sometimes())}`,
          )
      }
      for (const { id, other } of peers) {
        const far = plans[other]?.net ?? ''
        const taken = routes.some((route) => route.startsWith(`${far}.0.0/16 `))
        if (dice.chance(75) && !taken)
          routes.push(`${far}.0.0/16 -> ${dice.chance(15) && own(nats).length > 0 ? dice.of(own(nats)) : id}`)
        if (plans[other]?.six === true && dice.chance(50)) routes.push(`2001:db8:${other + 1}::/56 -> ${id}`)
        if (dice.chance(10)) routes.push(`${far}.1.0/24 -> ${dice.of([...sometimes(), id])}`)
      }
      if (dice.chance(20))
        routes.push(
          `${dice.of(subnets).cidr} -> ${dice.of([...interfaces, ...own(nats), `${name}-igw`.repeat(igw ? 1 : 0) || 'gone-y'])}`,
        )
      if (dice.chance(6)) routes.push(`${net}.0.0/16 -> ${dice.of(interfaces)}`)
      if (dice.chance(6)) routes.push(`${net}.1.0/25 -> ${dice.of(interfaces)}`)
      if (dice.chance(12))
        routes.push(
          `198.51.100.0/24 -> ${dice.of([...sometimes(), ...own(nats)])}${dice.of(['', ' propagated', ' blackhole'])}`,
        )
      if (dice.chance(10))
        routes.push(`pl-a -> ${dice.of([...sometimes(), ...own(nats), ...(igw ? [`${name}-igw`] : [])])}`)
      if (dice.chance(6)) routes.push(`pl-b -> ${dice.of([...sometimes(), ...own(nats)])}`)
      if (dice.chance(6)) routes.push(`pl-c -> ${dice.of([...sometimes(), ...own(nats)])}`)
      if (dice.chance(4))
        routes.push(`52.216.0.0/15 -> ${dice.of([...sometimes(), ...(igw ? [`${name}-igw`] : [])])}`)
      if (dice.chance(4)) routes.push('169.254.0.0/16 -> tgw')
      lines.push(`table ${table} in ${name}: ${routes.join(', ')}`)
    }
    if (igw && dice.chance(25))
      lines.push(
        `table ${name}-edge edge ${name}-igw in ${name}: ${dice.chance(15) ? `${net}.0.0/16` : dice.of(subnets).cidr} -> ${dice.of(interfaces)}`,
      )

    const peersOf = () =>
      dice.of([
        '0.0.0.0/0',
        '0.0.0.0/0',
        `${net}.0.0/16`,
        '10.0.0.0/8',
        `${net}.1.0/24`,
        '198.51.100.0/24',
        ...(six ? ['::/0', `2001:db8:${v + 1}::/56`] : []),
      ])
    const header = () =>
      dice.of([
        'all',
        'all',
        'tcp',
        'tcp 443',
        'tcp 1024-65535',
        'tcp 22-443',
        'udp',
        'udp 53',
        'icmp',
        'icmp 8',
        'icmpv6 128/0',
        '47',
      ])
    const entry = (number: number) =>
      `${number} ${dice.chance(25) ? 'deny' : 'allow'} ${header()} from ${peersOf()}`
    const some = (first: string) => [
      first,
      ...Array.from({ length: 1 + dice.below(3) }, (_, i) => entry(110 - i * 20)),
    ]
    lines.push(
      `acl ${name}-acl1 in ${name}: ${[...some('in 200 allow all').map((text, i) => (i === 0 && dice.chance(40) ? 'in 200 deny all' : text)), ...some('out 200 allow all')].join(', ')}`,
    )
    for (const group of [`${name}-g0`, `${name}-g1`]) {
      const reference = () => dice.of([peersOf(), dice.of(groups), group, 'pl-a', 'default', peersOf()])
      const rules = (direction: string) =>
        Array.from({ length: 1 + dice.below(3) }, () => `${direction} ${header()} from ${reference()}`)
      lines.push(
        `group ${group} in ${name}: ${[...rules('in'), ...(dice.chance(50) ? rules('out') : [])].join(', ')}`,
      )
    }
  }
  return { text: `${lines.join('\n')}\n`, targets }
}
