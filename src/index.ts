// The public surface of the library: what the app, the command line and other programs may use. A hand-written list.

// The document.
export type { Box, Design, Question } from './design/design.ts'
export { emptyDesign } from './design/design.ts'
export type { FieldValue, Ref, Resource, ResourceId, Row } from './design/resource.ts'
export { ref } from './design/resource.ts'
export type { Fragment, Phrase, Reason } from './design/phrase.ts'
export { code, plain, say } from './design/phrase.ts'
export type { Change } from './design/change.ts'
export { apply, difference, fits, invert, isNoChange, same } from './design/change.ts'
export type { Entry, History } from './design/history.ts'
export { emptyHistory, record, redo, undo } from './design/history.ts'
export type { Field, Fields } from './design/fields.ts'
export type { View } from './design/view.ts'

// Addresses, ports and packets.
export { formatAddress, formatIpValue, parseAddress } from './net/address.ts'
export type { Prefix } from './net/prefix.ts'
export {
  formatPrefix,
  nextFreeAddress,
  nextFreePrefix,
  parsePrefix,
  prefixContains,
  prefixSize,
} from './net/prefix.ts'
export type { PortRange } from './net/ports.ts'
export { formatIcmp, formatPorts, parseIcmp, parsePorts } from './net/ports.ts'
export type { Packet } from './net/packet.ts'
export { hasPorts, isIcmp, parseProtocol, protocolName } from './net/packet.ts'

// Kinds, and what may be asked of the network around a resource.
export type {
  Category,
  Finding,
  ImpliedRow,
  ImpliedRows,
  Kind,
  Kinds,
  Placement,
  Severity,
} from './kinds/kind.ts'
export { kinds } from './kinds/index.ts'
export type { NetworkAcl, NetworkInterface, RouteTable, SecurityGroup, Subnet, Vpc } from './kinds/records.ts'
export {
  interfacesOf,
  mainRouteTable,
  mappingsOf,
  membersOf,
  networkAclOf,
  routeTableOf,
  securityGroupsOf,
  subnetsOf,
  subnetsUsing,
} from './kinds/network.ts'

// Questions and answers.
export { analyse, viewOf } from './kinds/analyse.ts'
export { addressOnCard, captionOf, groupColour, groupsOnCard, type GroupOnCard } from './kinds/card-facts.ts'
export type { Network } from './kinds/analysed.ts'
export { ask, type AskResult } from './kinds/ask.ts'
export type { Answer, Blocker, Fix, Verdict } from './forwarding/answer.ts'
export type { Hop, Step, Trace } from './forwarding/trace-types.ts'
export { explain, restWords } from './forwarding/explain.ts'
export { hopsOf, type ToldHop, type ToldLine } from './forwarding/hops-of.ts'
export { namePart } from './forwarding/name-part.ts'
export { fixesFor } from './editing/fixes-for.ts'
export { mend } from './editing/mend.ts'
export { alsoOpens, openedInSteps, type Opened } from './kinds/also-opens.ts'
export { explainAccess, internetAccess, type InternetAccess } from './kinds/internet-access.ts'
export { canBeReached, reachingFrom, sourcesFor, type Reaching } from './kinds/who-reaches.ts'
export { routeFor, type ChosenRoute } from './kinds/route-for.ts'
export { vpcsFor } from './kinds/gateway-checks.ts'
export { review } from './checks/index.ts'

// Editing and drawing.
export { around as boxAround } from './layout/boxes.ts'
export { align, distribute, type Alignment } from './editing/align.ts'
export { applyFix } from './editing/apply-fix.ts'
export { checkField, otherBlocks } from './editing/check-field.ts'
export { choose, unchoose } from './editing/choose.ts'
export type { FieldProblem, Suggestion } from './editing/typed.ts'
export { attachable, type Attachable } from './editing/attach.ts'
export { connect, connects, type Connection } from './editing/connect.ts'
export { copyOf, type Copied } from './editing/copied.ts'
export { duplicate } from './editing/duplicate.ts'
export { inMarquee } from './editing/in-marquee.ts'
export { isLocked, setLocked } from './editing/lock.ts'
export { moveTo } from './editing/move-to.ts'
export { newIds, type NewIds } from './editing/new-ids.ts'
export { paste } from './editing/paste.ts'
export { place, whereToPlace, type Placed } from './editing/place.ts'
export { remove } from './editing/remove.ts'
export { removalOf, whyNotRemoved } from './editing/removal-of.ts'
export { rename } from './editing/rename.ts'
export { reparent } from './editing/reparent.ts'
export { setField } from './editing/set-field.ts'
export { snap, type Guide } from './editing/snap.ts'
export { whereTo, type Legality } from './editing/where-to.ts'
export {
  absoluteBoxes,
  arrange,
  attachmentsOf,
  headReach,
  routePaths,
  shownOn,
  type Crossing,
  type Paths,
  type Segment,
} from './layout/index.ts'

// Files.
export type { Diagnostic, Read, SourceFile } from './formats/diagnostic.ts'
export { readAny } from './formats/read-any.ts'
export { readAws } from './formats/aws/index.ts'
export { readDesign, readKept, writeDesign } from './formats/json/index.ts'
export { versionsOf } from './formats/json/versions-of.ts'
export {
  designInPng,
  designInSvg,
  embedInPng,
  exportScale,
  mostPixels,
  svgSize,
  writeSvg,
  type PictureOfTrace,
  type SvgOptions,
} from './formats/svg/index.ts'
