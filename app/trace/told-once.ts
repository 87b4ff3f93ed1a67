// What stops request and reply alike, such as a machine that is off, is one thing to be lifted, and is told once.
import type { Mending } from '../analysis/mending.ts'
import { same, type Answer, type Blocker } from '../library.ts'

export const isAlike = (a: Blocker, b: Blocker): boolean =>
  a.reason.code === b.reason.code && a.cause.resource === b.cause.resource && a.cause.part === b.cause.part

/** The places of those that no earlier one tells already. A rule that stops both ways may need a fix for each. */
export function toldOnce({ blockers }: Answer, mending: Mending | null): readonly number[] {
  const changes = (i: number) => mending?.fixes[i]?.map(({ fix }) => fix.change) ?? []
  return [...blockers.keys()].filter(
    (i) =>
      !blockers.some(
        (earlier, j) =>
          j < i &&
          isAlike(earlier, blockers[i]!) &&
          earlier.at.resource === blockers[i]!.at.resource &&
          same(changes(j), changes(i)),
      ),
  )
}
