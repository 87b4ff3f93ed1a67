// The canvas's viewport, as the rest of the app may use it. The canvas registers itself; nobody else knows React Flow.
import type { ResourceId } from '../library.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Camera {
  /** Client coordinates to the design's. */
  toDesign(point: Point): Point
  /** The design's coordinates to client ones. */
  toScreen(point: Point): Point
  zoom(): number
  zoomIn(): void
  zoomOut(): void
  zoomTo(zoom: number): void
  /** Everything, or some. At once when another design was opened: there is nothing to move away from. */
  fit(ids?: readonly ResourceId[], atOnce?: boolean): void
  /** In the design's coordinates. */
  centreOn(point: Point): void
  /** Moves just enough to see it. */
  panTo(id: ResourceId): void
  /** Whether a point of the window lies on the canvas and not on a panel above it. */
  isOver(point: Point): boolean
  element(): HTMLElement | null
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
  element: () => null,
}

let current: Camera = absent

export const camera = (): Camera => current

/** Returns what takes the camera away again. */
export function registerCamera(camera: Camera): () => void {
  current = camera
  return () => {
    if (current === camera) current = absent
  }
}
