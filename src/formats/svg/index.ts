// The design as a picture, and the design out of a picture.
export { designInPng, embedInPng } from './design-in-png.ts'
export { designInSvg } from './design-in-svg.ts'
export type { PictureOfTrace } from './draw-path.ts'
export { exportScale, mostPixels } from './export-scale.ts'
export { type SvgOptions, svgSize, writeSvg } from './write-svg.ts'
