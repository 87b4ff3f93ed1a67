// The columns of a VPC: one for each zone, one for subnets whose zone is not known.
import type { Resource, ResourceId } from '../design/resource.ts'
import { flowCards, type Flow } from './flow.ts'
import { insetOf, subnet as smallest, tierGap, type Inset } from './metrics.ts'
import { compareNames } from './names.ts'
import type { Arranging, Plan } from './plan.ts'

export interface Column {
  /** Null: its subnets stand in the VPC itself. */
  readonly zone: Resource | null
  readonly subnets: readonly Resource[]
  /** What stands in the zone outside its subnets. */
  readonly cards: readonly Resource[]
  readonly inset: Inset
}

export function columnsOf({ drawing }: Arranging, vpc: Resource): readonly Column[] {
  const containers = drawing.inside(vpc.id, 'container')
  const bare = containers.filter((child) => child.kind === 'subnet')
  const zones = containers
    .filter((child) => child.kind !== 'subnet')
    .toSorted((a, b) => compareNames(zoneName(a), zoneName(b)))
    .map((zone) => ({
      zone,
      subnets: drawing.inside(zone.id, 'container'),
      cards: drawing.inside(zone.id, 'card'),
      inset: insetOf(zone.kind),
    }))
  const inset = { ...insetOf('availability-zone'), left: 0, right: 0, bottom: 0 }
  return bare.length > 0 ? [...zones, { zone: null, subnets: bare, cards: [], inset }] : zones
}

const zoneName = ({ fields, name }: Resource): string =>
  (typeof fields['zone'] === 'string' && fields['zone']) || name

/** The width of what stands in a column: its subnets are all as wide as the widest. */
export function innerWidth(column: Column, plans: ReadonlyMap<ResourceId, Plan>): number {
  return Math.max(smallest.width, ...column.subnets.map((subnet) => plans.get(subnet.id)?.size.width ?? 0))
}

export interface Rows {
  readonly tops: readonly number[]
  readonly heights: readonly number[]
  /** Where the cards of the zones themselves begin. */
  readonly below: number
  readonly height: number
}

/** Rows as high as their highest subnet, the same in every column. */
export function rowsOf(
  columns: readonly Column[],
  tiers: ReadonlyMap<ResourceId, number>,
  plans: ReadonlyMap<ResourceId, Plan>,
): Rows {
  const heights: number[] = []
  for (const [id, row] of tiers) heights[row] = Math.max(heights[row] ?? 0, plans.get(id)?.size.height ?? 0)
  const tops: number[] = []
  let y = 0
  for (const height of heights) {
    tops.push(y)
    y += height + tierGap
  }
  const cards = Math.max(0, ...columns.map((column) => cardsOf(column, plans).size.height))
  const least = columns.length > 0 ? smallest.height : 0
  return { tops, heights, below: y, height: Math.max(least, cards > 0 ? y + cards : y - tierGap) }
}

export const cardsOf = (column: Column, plans: ReadonlyMap<ResourceId, Plan>): Flow =>
  flowCards(column.cards, innerWidth(column, plans))
