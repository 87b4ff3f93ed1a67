// The design that an exported PNG carries.
import { extractFromPng } from '../library.ts'

export function designInPng(png: Uint8Array): string | null {
  return extractFromPng(png)
}
