// Shorthand for the outcomes that lowerings build most often.
import { say, type Phrase, type Reason } from '../design/phrase.ts'
import { ref, type Ref } from '../design/resource.ts'
import type { End, Next, Outcome, StageId } from '../forwarding/program.ts'

export const to = (stage: StageId): Next => ({ to: stage })

export function blocked(
  code: Reason['code'],
  awsCode: string | null,
  phrase: Phrase,
  intended?: StageId | 'onward',
): Next {
  return {
    end: {
      disposition: 'blocked',
      reason: reason(code, awsCode, phrase),
      ...(intended === undefined ? {} : { intended }),
    },
  }
}

export function notModelled(
  code: Reason['code'],
  phrase: Phrase,
  awsCode: string | null = 'UNKNOWN_DESTINATION',
): Next {
  return { end: { disposition: 'not-modelled', reason: reason(code, awsCode, phrase) } }
}

export function delivered(
  receiver: Ref,
  answers: StageId | undefined,
  phrase: Phrase = say`delivered to ${receiver}`,
): Next {
  const end: End = {
    disposition: 'delivered',
    reason: reason('forwarding/delivered', null, phrase),
    receiver,
  }
  return { end: answers === undefined ? end : { ...end, answers } }
}

export function reason(code: Reason['code'], awsCode: string | null, phrase: Phrase): Reason {
  return awsCode === null ? { code, phrase } : { code, awsCode, phrase }
}

export const onward = (cause: Ref): Outcome => ({ next: 'onward', cause })

/** A stage whose lists cover every packet still needs an `otherwise`; this one says that it was never meant to be used. */
export const passes = (resource: string): Outcome => onward(ref(resource))
