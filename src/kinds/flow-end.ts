import type { Ref } from '../design/resource.ts'
import type { FlowEnd } from '../forwarding/answer.ts'
import { ephemeralRange } from './ephemeral.ts'
import type { KindEnd } from './kind.ts'

/** An end as the engine takes it; who tells of it gives it a label. */
export const flowEnd = (end: KindEnd, at: Ref, label = ''): FlowEnd => ({
  at,
  label,
  origins: end.origins,
  addresses: end.addresses,
  receivers: end.receivers,
  ephemeral: ephemeralRange(end.ephemeral),
  notes: [],
})
