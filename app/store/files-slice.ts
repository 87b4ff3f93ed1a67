// What was said about the last file that was read.
import type { Diagnostic } from '../library.ts'
import type { Slice } from './store.ts'

export interface FilesSlice {
  /** Shown by the dialog 'diagnostics'; `opened` says whether a design came of it. */
  readonly diagnostics: {
    readonly source: string
    readonly opened: boolean
    readonly list: readonly Diagnostic[]
  } | null
}

export const filesSlice: Slice<FilesSlice> = () => ({ diagnostics: null })
