// An interface that drops packets of others.
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Fix } from '../../forwarding/answer.ts'
import type { FixContext } from '../kind.ts'
import { setting } from '../make.ts'
import type { NetworkInterface } from '../records.ts'

export function networkInterfaceFixes({ blocker, view }: FixContext): readonly Fix[] {
  const networkInterface = view.get(blocker.cause.resource) as NetworkInterface | undefined
  if (
    networkInterface?.kind !== 'network-interface' ||
    blocker.reason.code !== 'network-interface/source-dest-check'
  )
    return []
  return [
    setting(say`Turn off the source/destination check of ${ref(blocker.at.resource)}`, networkInterface, {
      sourceDestCheck: false,
    }),
  ]
}
