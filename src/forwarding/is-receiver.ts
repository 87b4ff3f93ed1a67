import type { FlowEnd } from './answer.ts'
import type { End } from './program.ts'

/** Whether a packet that ended so got to that end of the flow. */
export const isReceiver = (
  end: FlowEnd,
  { disposition, receiver }: Pick<End, 'disposition' | 'receiver'>,
): boolean =>
  disposition === 'delivered' &&
  (end.receivers.length === 0 || end.receivers.includes(receiver?.resource ?? ''))
