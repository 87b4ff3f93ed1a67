// A stream cut into lines. A line longer than anyone would write is not gathered in memory: it comes as null.

const longest = 1_000_000

export async function* linesOf(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder()
  let kept = ''
  let tooLong = false
  const end = () => {
    const line = tooLong ? null : kept.replace(/\r$/, '')
    kept = ''
    tooLong = false
    return line
  }
  for await (const chunk of chunks) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n')
    for (const [i, part] of parts.entries()) {
      if (i > 0) yield end()
      if (kept.length + part.length > longest) {
        tooLong = true
        kept = ''
      } else if (!tooLong) kept += part
    }
  }
  if (kept !== '' || tooLong) yield end()
}
