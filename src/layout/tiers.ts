// Which subnets stand in one line across the zones: public over private over isolated, and pairs by name.
import type { Resource, ResourceId } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import { kinds } from '../kinds/index.ts'
import { compareNames, stemOf } from './names.ts'

const tones = ['public', 'private', 'isolated'] as const

/** The row of each subnet, counted from the top. `columns` are the zones, each with its subnets. */
export function tierRows(
  view: View,
  columns: readonly (readonly Resource[])[],
): ReadonlyMap<ResourceId, number> {
  const rows = new Map<ResourceId, number>()
  let first = 0
  for (let tone = 0; tone <= tones.length; tone++) {
    const ofTone = columns.map((column) => column.filter((subnet) => toneOf(view, subnet) === tone))
    first = addRows(rows, first, ofTone)
  }
  return rows
}

function toneOf(view: View, subnet: Resource): number {
  const tone = kinds.get(subnet.kind)?.standing?.(subnet, view)?.tone
  return tone === undefined ? tones.length : tones.indexOf(tone)
}

/** Rows for subnets of one standing. Returns the number of the row after them. */
function addRows(
  rows: Map<ResourceId, number>,
  first: number,
  columns: readonly (readonly Resource[])[],
): number {
  const taken: Set<number>[] = []
  const lines = [...linesOf(columns).values()]
  // Pairs first, so that a subnet without a partner fills a gap instead of opening one.
  const ordered = [...lines.filter((line) => line.length > 1), ...lines.filter((line) => line.length === 1)]
  for (const line of ordered) {
    const zones = line.map((part) => part.column)
    let at = line.length === 1 ? taken.findIndex((row) => !zones.some((zone) => row.has(zone))) : -1
    if (at < 0) at = taken.push(new Set()) - 1
    for (const { column, subnet } of line) {
      taken[at]?.add(column)
      rows.set(subnet.id, first + at)
    }
  }
  return first + taken.length
}

interface Part {
  readonly column: number
  readonly subnet: Resource
}

/** Subnets with one stem, at most one of each zone: the second app subnet of a zone starts a second line. */
function linesOf(columns: readonly (readonly Resource[])[]): ReadonlyMap<string, readonly Part[]> {
  const all = columns.flatMap((subnets, column) => subnets.map((subnet) => ({ column, subnet })))
  const lines = new Map<string, Part[]>()
  const count = new Map<string, number>()
  for (const part of all.toSorted((a, b) => compareNames(a.subnet.name, b.subnet.name))) {
    const stem = stemOf(part.subnet.name)
    const seen = count.get(`${part.column} ${stem}`) ?? 0
    count.set(`${part.column} ${stem}`, seen + 1)
    const key = `${stem} ${seen}`
    const line = lines.get(key)
    if (line) line.push(part)
    else lines.set(key, [part])
  }
  return lines
}
