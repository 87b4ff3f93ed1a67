// The one door to the library: the app takes nothing from src but through here.
import type { Kind } from '../src/index.ts'

export * from '../src/index.ts'

/** Public, private or isolated, with the sentence that says why. */
export type Standing = NonNullable<ReturnType<NonNullable<Kind['standing']>>>
