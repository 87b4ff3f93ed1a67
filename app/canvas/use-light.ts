// How strongly a resource is drawn: dimmed when a path is shown that does not touch it, away while something else is placed.
import type { ResourceId } from '../library.ts'
import { useStore, type Store } from '../store/index.ts'
import { litBy } from './path/lit.ts'
import { takerOf } from './placing/taker.ts'

export type Light = 'plain' | 'lit' | 'current' | 'dim' | 'takes' | 'away' | 'passed'

export function useLight(id: ResourceId): Light {
  return useStore((state) => lightOf(state, id))
}

function lightOf(state: Store, id: ResourceId): Light {
  const taker = takerOf(state)
  if (taker !== undefined) {
    if (taker.takes === id) return 'takes'
    return taker.held.has(id) || taker.above.has(id) ? 'passed' : 'away'
  }
  const lit = litBy(state)
  if (lit === null) return 'plain'
  if (lit.current === id) return 'current'
  if (lit.stops.has(id)) return 'lit'
  return lit.crossed.has(id) ? 'plain' : 'dim'
}
