// What is wrong with a text that is no prefix, in words for the person who is typing it.
import { BITS, type Address, clearHostBits, formatAddress, formatIpValue, parseAddress } from './address.ts'
import { explainAddress } from './explain-address.ts'

type PrefixProblemCode = 'not-an-address' | 'no-length' | 'not-a-length' | 'length-too-long' | 'host-bits'

export interface PrefixProblem {
  readonly code: PrefixProblemCode
  /** One plain sentence or two. */
  readonly message: string
  /** The wrong part: characters from..to of the text, to excluded. */
  readonly from: number
  readonly to: number
  /** At most three valid prefixes that may have been meant, the likeliest first. */
  readonly suggestions: readonly string[]
}

/** Null exactly when parsePrefix reads the text with host bits rejected. */
export function explainPrefix(text: string): PrefixProblem | null {
  const problem = findProblem(text)
  if (problem === null) return null
  const valid = problem.suggestions.filter((suggestion) => findProblem(suggestion) === null)
  return { ...problem, suggestions: [...new Set(valid)].slice(0, 3) }
}

/** As explainPrefix, with suggestions that may themselves be wrong. */
function findProblem(text: string): PrefixProblem | null {
  const slash = text.indexOf('/')
  const addressText = slash < 0 ? text : text.slice(0, slash)
  const lengthText = slash < 0 ? '' : text.slice(slash + 1)
  const address = parseAddress(addressText)
  if (address === null) {
    const { repairs, ...problem } = explainAddress(addressText)
    const suggestions = repairs.flatMap((repair) => [`${repair}/${lengthText}`, ...usualLengths(repair)])
    return { code: 'not-an-address', ...problem, suggestions }
  }
  if (lengthText === '') {
    const message = `A prefix is an address and a length, such as ${usualLengths(addressText).find((usual) => findProblem(usual) === null)}.`
    return { code: 'no-length', message, from: 0, to: text.length, suggestions: usualLengths(addressText) }
  }
  const part = { from: slash + 1, to: text.length }
  if (!/^(0|[1-9][0-9]*)$/.test(lengthText))
    return { code: 'not-a-length', ...part, ...explainLength(address, lengthText) }
  const length = Number(lengthText)
  const most = BITS[address.family]
  if (length > most) {
    const message = `An IPv${address.family} prefix ends at /${most}; /${lengthText} names no addresses.`
    return { code: 'length-too-long', message, ...part, suggestions: [`${addressText}/${most}`] }
  }
  const first = formatIpValue(clearHostBits(address.value, most - length))
  if (first === formatAddress(address)) return null
  const message = `The /${length} that contains ${addressText} starts at ${first}.`
  const suggestions = [
    `${first}/${length}`,
    `${addressText}/${shortestLength(address)}`,
    `${addressText}/${most}`,
  ]
  return { code: 'host-bits', message, from: 0, to: slash, suggestions }
}

function explainLength(
  address: Address,
  lengthText: string,
): { message: string; suggestions: readonly string[] } {
  const given = formatAddress(address)
  const mask = maskLength(lengthText)
  if (mask !== null)
    return {
      message: `A length counts the leading bits; the mask ${lengthText} is written /${mask}.`,
      suggestions: [`${given}/${mask}`],
    }
  const digits = /^\s*0*([0-9]+)\s*$/.exec(lengthText)?.[1]
  const message = `A length is a whole number from 0 to ${BITS[address.family]}, without leading zeros or spaces.`
  return { message, suggestions: digits === undefined ? usualLengths(given) : [`${given}/${digits}`] }
}

/** 24 for 255.255.255.0; null when the text is not a mask. */
function maskLength(text: string): number | null {
  const mask = parseAddress(text)
  if (mask === null || typeof mask.value !== 'number') return null
  for (let length = 0; length <= 32; length++) if (mask.value === 2 ** 32 - 2 ** (32 - length)) return length
  return null
}

/** The lengths people mostly write, some too short for this address. */
function usualLengths(address: string): readonly string[] {
  // 0.0.0.0 and :: are written for everything.
  if (/^[0.:]+$/.test(address)) return [`${address}/0`]
  return (address.includes(':') ? [32, 48, 56, 64, 128] : [8, 16, 24, 32]).map(
    (length) => `${address}/${length}`,
  )
}

function shortestLength(address: Address): number {
  const most = BITS[address.family]
  let length = 0
  while (clearHostBits(address.value, most - length) !== address.value) length++
  return length
}
