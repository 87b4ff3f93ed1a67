// What is drawn of an answer, as data.
import type { Box, ResourceId } from '../../library.ts'
import type { ListedHop, Point } from '../../store/index.ts'
import type { Polyline } from './polyline.ts'

export type Boxes = ReadonlyMap<ResourceId, Box>

export interface Mark {
  /** Index in the list of hops. */
  readonly index: number
  readonly number: number
  readonly direction: ListedHop['direction']
  readonly at: Point
  /** Beside a crossing: the rule that decided there, on the outer side of its number. */
  readonly label: string
  /** All of the label, where there was room for a part of it only. */
  readonly whole?: string
  readonly side: 'left' | 'right'
}

export interface Stop {
  readonly at: Point
  readonly words: string
  /** The flag with the words; from `at`. */
  readonly flag: Box
  /** Whether it brings the octagon along. */
  readonly first: boolean
  readonly unknown: boolean
  readonly index: number
}

export interface Chip {
  readonly index: number
  readonly direction: ListedHop['direction']
  readonly what: string
  readonly from: string
  readonly to: string
  readonly at: Point
}

export interface Plan {
  /** The cards that the request stops at. */
  readonly way: readonly ResourceId[]
  readonly request: readonly Polyline[]
  readonly intended: readonly Polyline[]
  readonly reply: readonly Polyline[]
  readonly marks: readonly Mark[]
  readonly stops: readonly Stop[]
  readonly chips: readonly Chip[]
  /** Per hop, the piece of line that leads to it from the hop before; empty where there is none. */
  readonly legs: readonly Polyline[]
}
