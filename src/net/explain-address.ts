// What is wrong with a text that is no address.

export interface AddressProblem {
  /** One plain sentence or two. */
  readonly message: string
  /** The wrong part: characters from..to of the text, to excluded. */
  readonly from: number
  readonly to: number
  /** Texts that may have been meant; not all need be addresses. */
  readonly repairs: readonly string[]
}

/** For a text that parseAddress refuses. */
export function explainAddress(text: string): AddressProblem {
  const whole = { from: 0, to: text.length }
  if (text === '')
    return { message: 'The address is missing; write one such as 10.0.0.0.', ...whole, repairs: [] }
  const space = text.search(/\s/)
  if (space >= 0)
    return {
      message: 'An address has no spaces in it.',
      from: space,
      to: space + 1,
      repairs: [text.replaceAll(/\s/g, '')],
    }
  const zone = text.indexOf('%')
  if (zone >= 0)
    return {
      message: `An address stands for every host; leave out ${text.slice(zone)}, which names an interface of one.`,
      from: zone,
      to: text.length,
      repairs: [text.slice(0, zone)],
    }
  return text.includes(':') ? explainIpv6(text) : explainIpv4(text)
}

function explainIpv4(text: string): AddressProblem {
  const octets = text.split('.')
  let from = 0
  for (const octet of octets) {
    const part = { from, to: from + octet.length }
    const repaired = (by: string) => [text.slice(0, part.from) + by + text.slice(part.to)]
    if (octet === '')
      return { message: 'Between two dots stands a number from 0 to 255.', ...part, repairs: [] }
    if (!/^[0-9]+$/.test(octet))
      return {
        message: `An IPv4 address is four numbers with dots between; ${octet} is not a number.`,
        ...part,
        repairs: [],
      }
    if (octet.length > 1 && octet.startsWith('0')) {
      return {
        message: `Some programs read ${octet} as octal; write it without the leading zero.`,
        ...part,
        repairs: repaired(String(Number(octet))),
      }
    }
    if (Number(octet) > 255)
      return {
        message: `The numbers of an IPv4 address end at 255; ${octet} is too large.`,
        ...part,
        repairs: [],
      }
    from = part.to + 1
  }
  const padded = [...octets, '0', '0', '0'].slice(0, 4).join('.')
  const message = `An IPv4 address is four numbers with dots between, such as ${octets.length < 4 ? padded : '10.0.0.0'}; ${text} has ${octets.length}.`
  return { message, from: 0, to: text.length, repairs: octets.length < 4 ? [padded] : [] }
}

function explainIpv6(text: string): AddressProblem {
  const gap = text.indexOf('::')
  const second = gap < 0 ? -1 : text.indexOf('::', gap + 1)
  if (second >= 0)
    return {
      message: 'An IPv6 address has :: at most once, or nobody could tell how many zeros each stands for.',
      from: second,
      to: second + 2,
      repairs: [],
    }
  const groups = text.split(':')
  let from = 0
  for (const [i, group] of groups.entries()) {
    const part = { from, to: from + group.length }
    const dotted = i === groups.length - 1 && group.includes('.')
    if (!dotted && !/^[0-9a-f]{0,4}$/i.test(group)) {
      return {
        message: `An IPv6 address is groups of up to four hexadecimal digits; ${group} is none.`,
        ...part,
        repairs: [],
      }
    }
    from = part.to + 1
  }
  const repairs = gap < 0 && groups.length < 8 ? [`${text.replace(/:$/, '')}::`] : []
  return {
    message: 'An IPv6 address is eight groups with colons between, or fewer with :: for a run of zeros.',
    from: 0,
    to: text.length,
    repairs,
  }
}
