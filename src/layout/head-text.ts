// How far the text in a container's head reaches: its name, and a CIDR or the like.
import type { Resource } from '../design/resource.ts'
import { head } from './metrics.ts'

/** The width of a letter, on average. */
const letter = 6.6

/** From the container's left border; 0 where the name stands elsewhere. */
export function headEnd({ kind, name, fields }: Resource): number {
  if (kind === 'availability-zone') return 0
  const detail = fields[kind === 'region' ? 'code' : 'cidr']
  const texts = [name, typeof detail === 'string' ? detail : ''].filter((text) => text !== '')
  return texts.reduce((at, text) => at + text.length * letter + 8, head)
}
