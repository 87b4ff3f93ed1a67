// What a kind's field declarations say, as zod schemas. A value that is read must mean something; where it leads
// (does the resource it names exist?) is another question, asked by references.ts.
import * as z from 'zod'
import { parseAddress } from '../../net/address.ts'
import { explainPrefix, parsePrefix } from '../../net/prefix.ts'
import { parseIcmp, parsePorts } from '../../net/ports.ts'
import { parseProtocol } from '../../net/protocol.ts'
import type { Field, Fields } from '../../design/fields.ts'
import { didYouMean } from '../../design/guess.ts'

/** Every field may be left out and then has its default; further fields are kept. */
export function fieldsSchema(fields: Fields): z.ZodType {
  return z.looseObject(columnsSchema(fields))
}

function columnsSchema(fields: Fields): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      fieldSchema(field).optional().describe(described(field)),
    ]),
  )
}

function described(field: Field): string {
  return field.help === undefined ? field.label : `${field.label}. ${field.help}`
}

function fieldSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
      return z.string()
    case 'boolean':
      return z.boolean()
    case 'number':
      return z.number().min(field.min).max(field.max)
    case 'choice': {
      if (field.open) return z.string()
      const values = field.options.map((option) => option.value)
      return z.enum(values as [string, ...string[]], { error: ({ input }) => choiceMessage(input, values) })
    }
    case 'cidr':
      return texts((text) => (text === '' ? null : cidrProblem(text, field.family)))
    case 'cidrs':
      return listOf(texts((text) => cidrProblem(text, field.family)))
    case 'address':
      return texts((text) => (text === '' ? null : addressProblem(text, field.family)))
    case 'addresses':
      return listOf(texts((text) => addressProblem(text, field.family)))
    case 'protocol':
      return texts((text) =>
        text === 'all' || parseProtocol(text) !== null
          ? null
          : `'${text}' is no protocol${didYouMean(text, protocols)}; write tcp, udp, icmp, icmpv6, all or a number.`,
      )
    case 'ports':
      return texts((text) =>
        parsePorts(text) || parseIcmp(text)
          ? null
          : `'${text}' is no port; write 443, 1024-65535 or all, and for ICMP a type such as 8 or 8/0.`,
      )
    case 'reference':
      return z.string().nullable()
    case 'references':
      return listOf(z.string())
    case 'peer':
      // Only what has a slash can be a CIDR; the rest is a word or the id of a resource.
      return texts((text) =>
        text === '' || !field.cidr
          ? null
          : text.includes('/') || parseAddress(text)
            ? cidrProblem(text, 'any')
            : null,
      )
    case 'rows':
      return rowsSchema(field.columns, field.row)
  }
}

/** AWS takes at most a thousand of anything in a list; what compares them is made for lists that people could have. */
const longest = 20_000

const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).max(longest, { error: `This list holds more than ${longest} entries.` })

const protocols = ['tcp', 'udp', 'icmp', 'icmpv6', 'all']

function rowsSchema(columns: Fields, row: string): z.ZodType {
  const one = z.looseObject({
    id: z.string().min(1).describe(`Unique among the rows of this field.`),
    ...columnsSchema(columns),
  })
  return listOf(one).check((context) => {
    const seen = new Set<string>()
    context.value.forEach(({ id }, index) => {
      if (seen.has(id))
        context.issues.push({
          code: 'custom',
          input: id,
          path: [index, 'id'],
          message: `Another ${row} of this list has the id '${id}' too.`,
        })
      seen.add(id)
    })
  })
}

/** A text that `problem` finds nothing wrong with. */
function texts(problem: (text: string) => string | null): z.ZodType {
  return z.string().check((context) => {
    const message = problem(context.value)
    if (message !== null) context.issues.push({ code: 'custom', input: context.value, message })
  })
}

/** Host bits are no problem: AWS clears them, and so does everything that reads the field. */
function cidrProblem(text: string, family: 4 | 6 | 'any'): string | null {
  const prefix = parsePrefix(text, 'zero')
  if (prefix)
    return family === 'any' || prefix.family === family
      ? null
      : `'${text}' is IPv${prefix.family}; an IPv${family} CIDR is expected here.`
  const problem = explainPrefix(text)
  const meant = problem?.suggestions[0]
  return `'${text}' is no CIDR. ${problem?.message ?? ''}${meant === undefined ? '' : ` Perhaps ${meant}?`}`
}

function addressProblem(text: string, family: 4 | 6): string | null {
  const address = parseAddress(text)
  if (address?.family === family) return null
  return address
    ? `'${text}' is IPv${address.family}; an IPv${family} address is expected here.`
    : `'${text}' is no IPv${family} address.`
}

function choiceMessage(input: unknown, values: readonly string[]): string {
  const known = `one of ${values.map((value) => `'${value}'`).join(', ')} is expected.`
  return typeof input === 'string'
    ? `'${input}' is not known here${didYouMean(input, values)}; ${known}`
    : `Here ${known}`
}
