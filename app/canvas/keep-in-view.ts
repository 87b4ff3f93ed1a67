// Where a panel takes room from the canvas, what was in view is made smaller to stay in view, and grows back after.
import type { Viewport } from '@xyflow/react'
import type { Box } from '../library.ts'
import { same } from './travel.ts'

interface Keeping {
  readonly canvas: HTMLElement
  /** The part of it that no panel covers. */
  readonly room: HTMLElement
  /** Around the whole design. */
  readonly design: () => Box | null
  /** Around what the eye is on; null: all of the design is meant. */
  readonly chosen: () => Box | null
  readonly viewport: () => Viewport
  readonly move: (to: Viewport) => void
}

interface Kept {
  /** Looks at the room now; where the canvas stands, or is on its way to. */
  readonly settle: () => Viewport
  readonly stop: () => void
}

/** In the canvas's pixels. */
export function roomOf({ offsetLeft, offsetTop, offsetWidth, offsetHeight }: HTMLElement): Box {
  return { x: offsetLeft, y: offsetTop, width: Math.max(80, offsetWidth), height: Math.max(80, offsetHeight) }
}

/** The viewport that shows a box of the design in the room. */
export function showing(box: Box, room: Box, most: number): Viewport {
  const zoom = Math.max(0.1, Math.min(most, room.width / box.width, room.height / box.height))
  return {
    zoom,
    x: room.x + (room.width - box.width * zoom) / 2 - box.x * zoom,
    // A design lower than the window hangs from the top, where the eye starts.
    y: room.y + Math.max(0, Math.min(24, (room.height - box.height * zoom) / 2)) - box.y * zoom,
  }
}

export function keepInView({ canvas, room, design, chosen, viewport, move }: Keeping): Kept {
  const window = () => `${canvas.clientWidth} ${canvas.clientHeight}`
  let last = { window: window(), room: roomOf(room) }
  let lent: { readonly before: Viewport; readonly since: Viewport } | null = null
  const settle = () => {
    const old = last
    last = { window: window(), room: roomOf(room) }
    const at = viewport()
    // A window that is made smaller shows less, as any window does.
    const more = last.room.width - old.room.width || last.room.height - old.room.height
    if (old.window !== last.window || more === 0) return at
    if (more > 0) {
      // Moved by hand meanwhile, the canvas stays where it was moved to.
      const back = lent && same(at, lent.since) ? lent.before : null
      lent = null
      if (back) move(back)
      return back ?? at
    }
    // A sheet beneath takes too much for all to stay: made that small, nothing could be read.
    const eyed = last.room.width === old.room.width ? chosen() : null
    const seen = eyed ?? inView(design(), old.room, at)
    if (!seen || fits(seen, last.room, at)) return at
    lent = { before: at, since: eyed ? movedInto(eyed, last.room, at) : showing(seen, last.room, at.zoom) }
    move(lent.since)
    return lent.since
  }
  const observer = new ResizeObserver(settle)
  observer.observe(room)
  return { settle, stop: () => observer.disconnect() }
}

/** As near as it can be to where the canvas stands, at the same size. */
export function movedInto(box: Box, room: Box, { x, y, zoom }: Viewport): Viewport {
  return {
    x: x + shiftInto(box.x * zoom + x, box.width * zoom, room.x, room.x + room.width),
    y: y + shiftInto(box.y * zoom + y, box.height * zoom, room.y, room.y + room.height),
    zoom,
  }
}

/** How far to move so that [start, start + size] lies within [low, high]; nothing when it does, or when it covers it. */
function shiftInto(start: number, size: number, low: number, high: number): number {
  if (size > high - low) return start > low || start + size < high ? low - start : 0
  if (start < low) return low - start
  return start + size > high ? high - start - size : 0
}

/** The part of the design that the room shows. */
function inView(all: Box | null, room: Box, { x, y, zoom }: Viewport): Box | null {
  if (!all) return null
  const [left, top] = [Math.max(all.x, (room.x - x) / zoom), Math.max(all.y, (room.y - y) / zoom)]
  const width = Math.min(all.x + all.width, (room.x + room.width - x) / zoom) - left
  const height = Math.min(all.y + all.height, (room.y + room.height - y) / zoom) - top
  return width > 0 && height > 0 ? { x: left, y: top, width, height } : null
}

const fits = (box: Box, room: Box, { x, y, zoom }: Viewport): boolean =>
  box.x * zoom + x >= room.x - 1 &&
  (box.x + box.width) * zoom + x <= room.x + room.width + 1 &&
  box.y * zoom + y >= room.y - 1 &&
  (box.y + box.height) * zoom + y <= room.y + room.height + 1
