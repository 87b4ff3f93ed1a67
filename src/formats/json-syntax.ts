// Finds where a text stops being JSON, and says it in words. Engines word their own messages each in another way.

export interface SyntaxProblem {
  /** Both from 1. */
  readonly line: number
  readonly column: number
  readonly message: string
}

/** The first place where the text is not JSON, or null when it is. */
export function findSyntaxProblem(text: string): SyntaxProblem | null {
  const problem = scan(text)
  if (problem === null) return null
  const before = text.slice(0, problem.at)
  const line = before.split('\n').length
  return { line, column: problem.at - (before.lastIndexOf('\n') + 1) + 1, message: problem.message }
}

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const plain = /[^"\\\p{Cc}]+|[\u007f-\u009f]+/uy
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const space = /[ \t\r\n]+/y

/** A loop with its own stack of brackets: a deeply nested text must not overflow ours. */
function scan(text: string): { at: number; message: string } | null {
  const open: ('{' | '[')[] = []
  let at = 0
  let expect: 'value' | 'key' | 'next' = 'value'
  let mayClose = false
  for (;;) {
    at = skip(space, text, at)
    const char = text[at]
    if (char === undefined) {
      if (expect === 'next' && open.length === 0) return null
      if (text.trim() === '') return { at, message: 'The file is empty.' }
      const missing = open.at(-1) === '{' ? '}' : ']'
      return {
        at,
        message:
          open.length > 0
            ? `The text ends before a closing ${missing}: it may be cut off.`
            : 'The text ends where a value is expected.',
      }
    }
    if (expect === 'next') {
      const inside = open.at(-1)
      if (inside === undefined) return { at, message: 'There is more text after the end of the value.' }
      if (char === ',') {
        at++
        expect = inside === '{' ? 'key' : 'value'
        mayClose = false
      } else if (char === (inside === '{' ? '}' : ']')) {
        at++
        open.pop()
      } else return { at, message: `A comma or ${inside === '{' ? '}' : ']'} is expected here.` }
    } else if (mayClose && char === (open.at(-1) === '{' ? '}' : ']')) {
      at++
      open.pop()
      expect = 'next'
      mayClose = false
    } else if (expect === 'key') {
      const end = skipString(text, at)
      if (end === at) return { at, message: keyMessage(char) }
      at = skip(space, text, end)
      if (text[at] !== ':') return { at, message: 'A colon is expected after a key.' }
      at++
      expect = 'value'
      mayClose = false
    } else if (char === '{' || char === '[') {
      at++
      open.push(char)
      expect = char === '{' ? 'key' : 'value'
      mayClose = true
    } else {
      const end = char === '"' ? skipString(text, at) : skip(scalar, text, at)
      if (end === at) return { at, message: valueMessage(char) }
      at = end
      expect = 'next'
      mayClose = false
    }
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** The end of the string that begins here, or `at` when it is none. Piece by piece: strings may be long. */
function skipString(text: string, at: number): number {
  if (text[at] !== '"') return at
  for (let end = at + 1; ;) {
    if (text[end] === '"') return end + 1
    const next = skip(escape, text, skip(plain, text, end))
    if (next === end) return at
    end = next
  }
}

function keyMessage(char: string): string {
  if (char === '}') return 'A comma stands before the closing }; JSON allows none there.'
  if (char === '/' || char === '#') return 'JSON has no comments.'
  return 'A key in double quotes is expected here.'
}

function valueMessage(char: string): string {
  if (char === ']' || char === '}')
    return `A comma or colon stands before the closing ${char} with no value after it.`
  if (char === '"') return 'This string is not closed, or holds a line break or an unknown escape.'
  if (char === "'") return 'JSON wants double quotes.'
  if (char === '/' || char === '#') return 'JSON has no comments.'
  return 'A value is expected here.'
}
