// Runs one check, or all of them, over a network built for a test.
import type { Finding } from '../kinds/kind.ts'
import type { Built } from '../kinds/build.test-helper.ts'
import { kinds } from '../kinds/index.ts'
import type { Check } from './check.ts'
import { review } from './review.ts'

export const findingsOf = (check: Check, built: Built): readonly Finding[] =>
  check.run({ view: built.view, kinds, ...built.ids() })

export const titlesOf = (check: Check, built: Built): readonly string[] =>
  findingsOf(check, built).map((finding) => built.text(finding.title))

export const reviewOf = (built: Built): readonly Finding[] => review(built.view, kinds, built.ids())
