// zod's issues as our diagnostics: the place as a path into the file, the message as a sentence.
import type * as z from 'zod'
import type { Diagnostic } from '../diagnostic.ts'

/** One diagnostic for each issue. `where` is the path of the value that was checked. */
export function diagnosticsOf(error: z.ZodError, where: string): Diagnostic[] {
  return error.issues.map((issue) => ({
    severity: 'error',
    where: [where, ...issue.path.map(String)].filter((part) => part !== '').join('.'),
    summary: sentence(issue),
  }))
}

const names: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    // zod words what it received into its message only.
    const received = /received (\w+)/.exec(issue.message)?.[1] ?? 'something else'
    const expected = names[issue.expected] ?? issue.expected
    return received === 'undefined'
      ? `This is missing: ${expected} is expected here.`
      : `Here is ${names[received] ?? received}; ${expected} is expected.`
  }
  if (issue.code === 'too_small') return `This must be at least ${issue.minimum}.`
  if (issue.code === 'too_big' && issue.origin !== 'array') return `This must be at most ${issue.maximum}.`
  return issue.message
}
