// Dijkstra's walk over a grid whose lines have their own costs. A state is a crossing and the direction it was reached in.
import type { Point } from './lanes.ts'
import type { Track } from './tracks.ts'

export interface Grid {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** One for each x, one for each y. */
  readonly columns: readonly Track[]
  readonly rows: readonly Track[]
}

/** A place at a stop's border, and the crossing of lines from where the grid leads on. */
export interface Port {
  readonly at: Point
  readonly column: number
  readonly row: number
  readonly vertical: boolean
  readonly cost: number
}

const bend = 40

/**
 * The cheapest points from one of the starts to one of the ends, ports included; null when either list is empty.
 * `remaining` never says more than it costs from a point to the nearest end: it keeps the walk from straying.
 */
export function cheapest(
  grid: Grid,
  starts: readonly Port[],
  ends: readonly Port[],
  remaining: (at: Point) => number,
): readonly Point[] | null {
  const { xs, ys } = grid
  const wide = xs.length
  const stateOf = (column: number, row: number, vertical: boolean) =>
    (row * wide + column) * 2 + (vertical ? 1 : 0)
  const pointOf = (state: number) => ({
    x: xs[(state >> 1) % wide] ?? 0,
    y: ys[Math.floor((state >> 1) / wide)] ?? 0,
  })
  const best = new Float64Array(wide * ys.length * 2).fill(Infinity)
  const came = new Int32Array(best.length).fill(-1)
  const startAt = new Map<number, Port>()
  const endAt = endsByState(ends, stateOf)
  const costs = edgeCosts(grid)
  const queue = heap()
  const reach = (state: number, cost: number, from: number) => {
    if (cost >= (best[state] ?? 0)) return false
    best[state] = cost
    came[state] = from
    queue.push(cost + remaining(pointOf(state)), state)
    return true
  }
  for (const port of starts) {
    const state = stateOf(port.column, port.row, port.vertical)
    if (reach(state, port.cost, -1)) startAt.set(state, port)
  }
  let [lowest, last, end] = [Infinity, -1, null as Port | null]
  for (let next = queue.pop(); next && next[0] < lowest; next = queue.pop()) {
    const state = next[1]
    const cost = best[state] ?? 0
    if (next[0] > cost + remaining(pointOf(state))) continue
    const vertical = state % 2 === 1
    for (const port of endAt.get(state >> 1) ?? []) {
      const total = cost + port.cost + (vertical === port.vertical ? 0 : bend)
      if (total < lowest) [lowest, last, end] = [total, state, port]
    }
    const [column, row] = [(state >> 1) % wide, Math.floor((state >> 1) / wide)]
    for (const step of [-1, 1]) {
      const [c, r] = [column + step, row + step]
      if (c >= 0 && c < wide)
        reach(
          stateOf(c, row, false),
          cost + costs.inRow(row, Math.min(column, c)) + (vertical ? bend : 0),
          state,
        )
      if (r >= 0 && r < ys.length)
        reach(
          stateOf(column, r, true),
          cost + costs.inColumn(column, Math.min(row, r)) + (vertical ? 0 : bend),
          state,
        )
    }
  }
  if (!end) return null
  const points: Point[] = [end.at]
  for (let state = last; state >= 0; state = came[state] ?? -1) {
    points.push(pointOf(state))
    const start = (came[state] ?? -1) < 0 ? startAt.get(state) : undefined
    if (start) points.push(start.at)
  }
  return points.reverse()
}

function endsByState(
  ends: readonly Port[],
  stateOf: (column: number, row: number, vertical: boolean) => number,
) {
  const byCrossing = new Map<number, Port[]>()
  for (const port of ends) {
    const at = stateOf(port.column, port.row, false) >> 1
    byCrossing.set(at, [...(byCrossing.get(at) ?? []), port])
  }
  return byCrossing
}

/** What it costs from one crossing to the next on its line, worked out when first asked. */
function edgeCosts({ xs, ys, columns, rows }: Grid) {
  const remember = (tracks: readonly Track[], marks: readonly number[]) => {
    const known = new Float64Array(tracks.length * marks.length).fill(-1)
    return (track: number, edge: number): number => {
      const at = track * marks.length + edge
      const seen = known[at] ?? -1
      if (seen >= 0) return seen
      return (known[at] = tracks[track]?.cost(marks[edge] ?? 0, marks[edge + 1] ?? 0) ?? 0)
    }
  }
  return { inRow: remember(rows, xs), inColumn: remember(columns, ys) }
}

/** A binary heap of (cost, state); equal costs come out in the order of their states, so that a path is stable. */
function heap() {
  const items: (readonly [cost: number, state: number])[] = []
  const before = (a: number, b: number) => {
    const [x, y] = [items[a], items[b]]
    return x !== undefined && y !== undefined && (x[0] < y[0] || (x[0] === y[0] && x[1] < y[1]))
  }
  const swap = (a: number, b: number) => {
    const [x, y] = [items[a], items[b]]
    if (x && y) [items[a], items[b]] = [y, x]
  }
  return {
    push(cost: number, state: number) {
      items.push([cost, state])
      for (let at = items.length - 1; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1)
        swap(at, (at - 1) >> 1)
    },
    pop() {
      const top = items[0]
      const last = items.pop()
      if (items.length > 0 && last) {
        items[0] = last
        for (let at = 0; ;) {
          const [left, right] = [2 * at + 1, 2 * at + 2]
          const least = right < items.length && before(right, left) ? right : left
          if (least >= items.length || !before(least, at)) break
          swap(at, least)
          at = least
        }
      }
      return top
    },
  }
}
