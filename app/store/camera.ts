// The canvas's viewport, as the rest of the app may use it. The canvas registers itself; nobody else knows React Flow.
import type { Box, ResourceId } from '../library.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Camera {
  /** Client coordinates to the design's. */
  readonly toDesign: (point: Point) => Point
  /** The design's coordinates to client ones. */
  readonly toScreen: (point: Point) => Point
  readonly zoom: () => number
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  readonly zoomTo: (zoom: number) => void
  /** Everything, or some. At once when another design was opened: there is nothing to move away from. */
  readonly fit: (ids?: readonly ResourceId[], atOnce?: boolean) => void
  /** In the design's coordinates. */
  readonly centreOn: (point: Point) => void
  /** Moves just enough to see it. */
  readonly panTo: (id: ResourceId) => void
  /** Whether a point of the window lies on the canvas and not on a panel above it. */
  readonly isOver: (point: Point) => boolean
  /** Where the mouse is, in the design's coordinates; null while it is not over the canvas. */
  readonly pointer: () => Point | null
  readonly element: () => HTMLElement | null
  /** The part of the canvas that no panel covers, in its pixels. */
  readonly room: () => Box
}

const absent: Camera = {
  toDesign: (point) => point,
  toScreen: (point) => point,
  zoom: () => 1,
  zoomIn: () => undefined,
  zoomOut: () => undefined,
  zoomTo: () => undefined,
  fit: () => undefined,
  centreOn: () => undefined,
  panTo: () => undefined,
  isOver: () => false,
  pointer: () => null,
  element: () => null,
  room: () => ({ x: 0, y: 0, width: 0, height: 0 }),
}

let current: Camera = absent

export const camera = (): Camera => current

/** Returns what takes the camera away again. */
export function registerCamera(fresh: Camera): () => void {
  current = fresh
  return () => {
    if (current === fresh) current = absent
  }
}
