import type { PortsField, ProtocolField } from '../design/fields.ts'
import { portsNamed } from '../kinds/traffic-words.ts'
import { parseIcmp, parsePorts } from '../net/ports.ts'
import { hasPorts, isIcmp, parseProtocol, protocolName } from '../net/protocol.ts'
import type { FieldProblem, Suggestion, Typed } from './typed.ts'

const usual = ['tcp', 'udp', 'icmp', 'icmpv6', 'all']

export function checkProtocol({ text }: Typed<ProtocolField>): FieldProblem | null {
  if (text === 'all' || parseProtocol(text) !== null) return null
  const begun = usual.filter((name) => text !== '' && name.startsWith(text.toLowerCase()))
  const suggestions = (begun.length > 0 ? begun : usual).slice(0, 3).map((value) => ({ value, label: '' }))
  const message = /^\d+$/.test(text)
    ? `Protocol numbers end at 255; ${text} is none.`
    : 'A protocol belongs here: tcp, udp, icmp, icmpv6, a number up to 255, or all.'
  return { message, suggestions }
}

/** The row's protocol decides how it is read: ports, or an ICMP type and code. */
export function checkPorts({ text, row }: Typed<PortsField>): FieldProblem | null {
  const protocol = typeof row?.['protocol'] === 'string' ? row['protocol'] : 'tcp'
  const number = protocol === 'all' ? null : parseProtocol(protocol)
  if (text === 'all') return null
  const all = { value: 'all', label: 'every one' }
  if (number !== null && isIcmp(number)) {
    if (parseIcmp(text)) return null
    return {
      message: 'For ICMP this is a type such as 8, a type and code such as 3/4, or all.',
      suggestions: [{ value: '8', label: 'echo request' }, all],
    }
  }
  if (number === null || !hasPorts(number)) {
    const message =
      protocol === 'all'
        ? 'A rule for all protocols is for all ports as well.'
        : `Protocol ${protocol} has no ports.`
    return { message, suggestions: [all] }
  }
  return parsePorts(text) ? null : explainPorts(protocolName(number), text, all)
}

function explainPorts(protocol: string, text: string, all: Suggestion): FieldProblem {
  const range = /^\s*(\d+)\s*(?:-|–|:|to|,)\s*(\d+)\s*$/.exec(text)
  const [first, last] = [Number(range?.[1]), Number(range?.[2])]
  if (range && first <= 65_535 && last <= 65_535) {
    const value = first <= last ? `${first}-${last}` : `${last}-${first}`
    const message =
      first <= last
        ? 'A range is written with a hyphen and nothing else: 1024-65535.'
        : `A range runs upwards; ${first} is above ${last}.`
    return { message, suggestions: [{ value, label: 'the range' }] }
  }
  const large = /\d{5,}/g.exec(text)
  if (large && Number(large[0]) > 65_535) {
    return {
      message: `Ports end at 65535; ${large[0]} is none.`,
      from: large.index,
      to: large.index + large[0].length,
      suggestions: [{ value: text.replace(large[0], '65535'), label: 'the last port' }],
    }
  }
  const named = portsNamed(protocol, text).map(({ ports, name }) => ({ value: ports, label: name }))
  return {
    message: 'One port, a range such as 1024-65535, or all belongs here.',
    suggestions: named.length > 0 ? named : [all],
  }
}
