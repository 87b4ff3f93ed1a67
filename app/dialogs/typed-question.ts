// A whole question in one line: "trace web-1 internet 443", "can app-3 reach db primary on tcp 5432?".
import { parseService } from '../question/service.ts'
import type { Question } from '../library.ts'

type Typed = Pick<Question, 'from' | 'to' | 'protocol' | 'port'>

/** Names may be of several words: of all ways to read the line, the one that names most of what there is. */
export function typedQuestion(text: string, isNamed: (name: string) => boolean): Typed | null {
  const [, said] = /^(?:trace|can)\s+(.*?)\s*\??$/i.exec(text.trim()) ?? []
  const words = said === undefined ? [] : said.split(/\s+/)
  const readings = words.flatMap((_, i) => (i === 0 ? [] : readFrom(words.slice(0, i), words.slice(i))))
  const rank = ({ from, to }: Typed) =>
    from.split(' ').length +
    to.split(' ').length -
    (Number(isNamed(from)) + Number(isNamed(to))) * words.length
  return readings.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

function readFrom(source: readonly string[], [next = '', ...others]: readonly string[]): readonly Typed[] {
  const rest = /^(?:to|reach)$/i.test(next) ? others : [next, ...others]
  return rest.flatMap((_, i) => {
    const [word = '', ...service] = rest.slice(i + 1)
    const said = /^on$/i.test(word) ? service : [word, ...service]
    const asked = word === '' ? { protocol: 'tcp', port: '443' } : parseService(said.join(' '))
    return asked ? [{ from: source.join(' '), to: rest.slice(0, i + 1).join(' '), ...asked }] : []
  })
}
