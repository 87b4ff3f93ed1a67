export { type Address, type Family, type IpValue, formatAddress, formatIpValue, parseAddress, sameAddress } from './address.ts'
export {
  type IntervalSet,
  intervals,
  intervalsContain,
  intervalsEmpty,
  intervalsEqual,
  intervalsIntersect,
  intervalsSize,
  intervalsSubset,
  intervalsSubtract,
  intervalsUnion,
  noIntervals,
} from './interval-set.ts'
export * from './prefix.ts'
export * from './packet.ts'
export * from './ports.ts'
export * from './packet-set.ts'
