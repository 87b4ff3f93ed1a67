// A command's options and words, or what is wrong with them and what was probably meant.
import { parseArgs } from 'node:util'
import { didYouMean } from '../design/guess.ts'
import { Unusable } from './io.ts'

/** `text` takes a value; `flag` does not. `short` is one letter. */
export type Options = Readonly<Record<string, { readonly type: 'text' | 'flag'; readonly short?: string }>>

export interface Arguments {
  readonly texts: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
  readonly words: readonly string[]
}

/** `words`: what the command's words stand for, all of them required. Throws Unusable. */
export function readArguments(
  argv: readonly string[],
  options: Options,
  words: readonly string[],
): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, short }]) => [
        name,
        {
          type: type === 'text' ? ('string' as const) : ('boolean' as const),
          ...(short === undefined ? {} : { short }),
        },
      ]),
    ),
  })
  const texts: Record<string, string> = {}
  const flags = new Set<string>()
  const given: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) throw new Unusable(`there is no option ${token.rawName}${guess(token.name, options)}`)
    if (option.type === 'flag') {
      if (token.value !== undefined) throw new Unusable(`${token.rawName} takes no value`)
      flags.add(token.name)
    } else {
      if (token.value === undefined || token.value === '')
        throw new Unusable(`${token.rawName} needs a value`)
      texts[token.name] = token.value
    }
  }
  const missing = words[given.length]
  if (missing !== undefined) throw new Unusable(`${missing} is missing`)
  const tooMuch = given[words.length]
  if (tooMuch !== undefined) throw new Unusable(`'${tooMuch}' is one word too many`)
  return { texts, flags, words: given }
}

function guess(name: string, options: Options): string {
  return didYouMean(
    `--${name}`,
    Object.keys(options).map((known) => `--${known}`),
  )
}
