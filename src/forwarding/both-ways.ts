// Flows of which a stage that wants both directions comes to see only one: the request, or the reply to it.
import { intersect, nothing, subtract, union, type PacketSet } from '../net/packet-set.ts'
import type { Outcome, Program, Stage, StageId } from './program.ts'
import type { Trace } from './trace-types.ts'
import type { Visit } from './walk.ts'

/**
 * Of the headers that pass, those that are seen half. `passes` says which headers pass when the request, or the reply,
 * goes through another program than the flow's own: here one in which the stage stops what it would see.
 */
export function seenHalf(
  program: Program,
  stages: Iterable<StageId>,
  all: PacketSet,
  passes: (there: Program, back: Program) => PacketSet,
): PacketSet {
  let half = nothing
  for (const id of new Set(stages)) {
    const stage = program.stage(id)
    if (!stage.bothWays) continue
    const shut = closed(program, stage)
    const missedThere = passes(shut, program)
    const missedBack = passes(program, shut)
    const onlyBack = subtract(missedThere, missedBack)
    const onlyThere = subtract(missedBack, missedThere)
    half = union(half, intersect(all, union(onlyThere, onlyBack)))
  }
  return half
}

/** The program with the stage stopping whatever it would see: nobody's replies are known there. */
function closed(program: Program, stage: Stage): Program {
  const { id, at, role, lists, opens } = stage
  const otherwise: Outcome = {
    next: { end: { disposition: 'blocked', reason: stage.bothWays! } },
    cause: stage.otherwise.cause,
  }
  const shut: Stage = {
    id,
    at,
    role,
    lists,
    otherwise,
    ...(opens === undefined ? {} : { opens }),
    ...(stage.onward === undefined ? {} : { onward: stage.onward }),
  }
  return { ...program, stage: (name) => (name === id ? shut : program.stage(name)) }
}

type Passed = Trace['bothWays']

/** Of one packet: the stages that it passed and that want its reply as well. */
export const passedBothWays = (visits: readonly Visit[]): Passed =>
  visits
    .filter(({ stage, outcome, target }) => {
      const passed = typeof target === 'string' && (outcome === null || outcome === stage.otherwise)
      return passed && stage.bothWays
    })
    .map(({ stage }) => ({ stage: stage.id, at: stage.at, reason: stage.bothWays! }))

/** Where its request passed and its reply did not, and the other way round. */
export function halvesOf(request: Passed, reply: Passed) {
  const missing = (from: Passed, to: Passed) =>
    from.filter(({ stage }) => !to.some((other) => other.stage === stage))
  return { request: missing(request, reply), reply: missing(reply, request) }
}
