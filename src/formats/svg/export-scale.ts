// Browsers draw no canvas of more than 16,384 pixels a side.
import type { Size } from '../../layout/metrics.ts'

/** A side. */
export const mostPixels = 16_384

export interface ExportScale {
  readonly scale: number
  /** Why it is smaller than asked for, in a sentence; null when it is not. */
  readonly note: string | null
}

/** `size` of the picture at scale 1. */
export function exportScale(size: Size, wanted: number): ExportScale {
  const fits = Math.min(wanted, mostPixels / Math.max(1, size.width), mostPixels / Math.max(1, size.height))
  if (fits >= wanted) return { scale: wanted, note: null }
  const scale = Math.floor(fits * 1000) / 1000
  return {
    scale,
    note: `The picture is drawn at ${Math.floor(scale * 100)} %: a browser draws at most 16,384 pixels a side.`,
  }
}
