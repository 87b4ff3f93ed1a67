// The sizes of the drawing, in pixels. The app's tokens and the SVG export use the same numbers.

export interface Size {
  readonly width: number
  readonly height: number
}

/** How far what a container holds keeps from its border, the head included. */
export interface Inset {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const card: Size = { width: 100, height: 82 }
/** Between two cards: two lanes of a path fit. */
export const gutter = 20
export const head = 28
/** Between two tiers of subnets: two lines of rule labels fit. */
export const tierGap = 36
export const zoneGap = 20
/** Between two VPCs, side by side; above each other their gateways stand in the gap too. */
export const vpcGap = { x: 40, y: 64 }
/** A gateway on a border is half outside. */
export const overhang = 22
/** The first gateway on a lower border stands this far from the left. */
export const borderStart = 48
/** What a subnet needs for three cards; narrower ones are drawn as wide, so that columns line up. */
export const subnet: Size = { width: 358, height: 134 }
/** From the outside's cards down to the Regions. */
export const outsideGap = 20

const insets: Readonly<Record<string, Inset>> = {
  region: { left: 24, top: 44, right: 24, bottom: 34 },
  vpc: { left: 20, top: 56, right: 20, bottom: 30 },
  'availability-zone': { left: 12, top: 20, right: 12, bottom: 12 },
  subnet: { left: 9, top: 40, right: 9, bottom: 12 },
}

const usual: Inset = { left: 12, top: 40, right: 12, bottom: 12 }

export function insetOf(kind: string): Inset {
  return insets[kind] ?? usual
}

/** Space between two things that stand in a container of this kind: cards by the gutter, containers by their sort. */
export function gapIn(
  kind: string | null,
  shape: 'container' | 'card',
): { readonly x: number; readonly y: number } {
  if (shape === 'card') return { x: gutter, y: gutter }
  if (kind === 'availability-zone') return { x: gutter, y: tierGap }
  if (kind === 'vpc') return { x: zoneGap, y: tierGap }
  return vpcGap
}
