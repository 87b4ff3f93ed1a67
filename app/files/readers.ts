// The readers of all formats, as one piece that is fetched when there is something to read.
export { designInPng, designInSvg, readAny, readDesign, readKept } from '../library.ts'
