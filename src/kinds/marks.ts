// The packet's mark: what later filters must know of the way a packet came. Not on the wire.

/** Its addresses still tell which interface it came from, so rules that name a security group may match; rule 5.6. */
export const plainMark = 0
/** It came through an appliance or another Region: rules that name a security group do not match; rule 5.6. */
export const divertedMark = 1
/** Only a rule that names a security group let it out, which holds on direct ways only; rule 5.6. */
export const byReferenceMark = 2
/** A reply that a security group let pass because it knew the session. */
export const replyMark = 3

/** It crossed a peering of its Region from this VPC, by its place among all: only members there are meant; rule 5.6. */
export const peerMark = (place: number): number => 16 + place
