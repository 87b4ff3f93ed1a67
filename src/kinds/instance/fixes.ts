import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { FixContext } from '../kind.ts'
import { setting } from '../make.ts'
import type { Compute } from '../records.ts'

/** Terminated instances do not come back. */
export function instanceFixes({ blocker, view }: FixContext): readonly Fix[] {
  const instance = view.get(blocker.cause.resource) as Compute | undefined
  return instance?.fields.state === 'stopped'
    ? [setting(say`Start ${ref(instance.id)}`, instance, { state: 'running' })]
    : []
}
