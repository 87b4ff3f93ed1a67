// Text to JSON value, guarded: too large, too deep, not JSON, or dressed to change our prototypes.
import type { Diagnostic } from './diagnostic.ts'
import { findSyntaxProblem } from './json-syntax.ts'

const mostCharacters = 64 * 1024 * 1024
const deepest = 64

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Diagnostic }

/** `name` is what to call the file in a diagnostic; empty when there is only one. */
export function parseJson(text: string, name: string): Parsed {
  if (text.length > mostCharacters) {
    const size = Math.round(text.length / 1024 / 1024)
    return fail(
      name || 'the file',
      `The file has ${size} million characters; at most 64 million are read.`,
      'Split it by Region or account.',
    )
  }
  // What PowerShell's `>` writes, read as if it were UTF-8.
  if (text.includes('\u0000'))
    return fail(name || 'the file', 'The file holds zero bytes; it looks like UTF-16.', 'Save it as UTF-8.')
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch {
    const problem = findSyntaxProblem(text.replace(/^\uFEFF/, ' '))
    if (problem === null) return fail(name || 'the file', 'The text is not JSON.')
    return fail(
      name === ''
        ? `line ${problem.line}, column ${problem.column}`
        : `${name}:${problem.line}:${problem.column}`,
      `This is not JSON. ${problem.message}`,
    )
  }
  const odd = findOddity(value)
  return odd === null
    ? { ok: true, value }
    : fail(name === '' ? odd.where : `${name}: ${odd.where}`, odd.message)
}

function fail(where: string, summary: string, fix?: string): Parsed {
  return { ok: false, problem: { severity: 'error', where, summary, ...(fix === undefined ? {} : { fix }) } }
}

/** Names that every object inherits. A record under such a name would be mistaken for what is inherited. */
export function isReservedName(name: string): boolean {
  return name in Object.prototype || name === 'prototype'
}

interface Visit {
  readonly value: unknown
  readonly key: string
  readonly above: Visit | null
  readonly depth: number
}

/** Goes through a value with its own stack, so that nesting cannot overflow the engine's. */
function findOddity(value: unknown): { where: string; message: string } | null {
  const todo: Visit[] = [{ value, key: '', above: null, depth: 0 }]
  for (let at = todo.pop(); at; at = todo.pop()) {
    if (typeof at.value !== 'object' || at.value === null) continue
    if (at.depth > deepest)
      return {
        where: pathOf(at, 4),
        message: `This is nested more than ${deepest} levels deep, which no such file is.`,
      }
    for (const [key, inner] of Object.entries(at.value)) {
      if (key === '__proto__')
        return { where: pathOf(at), message: "A key is named '__proto__', which no such file has." }
      // What JSON.parse makes of 1e999; it could not be written back.
      if (inner === Infinity || inner === -Infinity)
        return {
          where: pathOf({ value: inner, key, above: at, depth: 0 }),
          message: 'This number is too large.',
        }
      if (typeof inner === 'object') todo.push({ value: inner, key, above: at, depth: at.depth + 1 })
    }
  }
  return null
}

function pathOf(visit: Visit, most = Infinity): string {
  const keys: string[] = []
  for (let at: Visit | null = visit; at?.above; at = at.above) keys.unshift(at.key)
  if (keys.length === 0) return 'top level'
  return keys.length > most ? `${keys.slice(0, most).join('.')}…` : keys.join('.')
}
