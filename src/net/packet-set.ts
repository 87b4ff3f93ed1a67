// Sets of packets: the door. How a set is kept is nobody else's business.
export type { Box } from './box.ts'
export {
  type Match,
  type PacketSet,
  boxes,
  contains,
  equal,
  everything,
  intersect,
  isEmpty,
  isSubset,
  nothing,
  only,
  packets,
  subtract,
  union,
} from './packet-algebra.ts'
export { type Rewrite, forgetMark, reversePackets, rewritePacket, rewritePackets } from './rewrite.ts'
export { pick, wellFormed } from './pick.ts'
export { project } from './project.ts'
export { formatPacket, formatPackets } from './format-packets.ts'
