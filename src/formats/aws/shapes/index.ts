// The parts of `aws ec2 describe-…` output that are read. Everything else may be there and is passed over. Nulls are
// gone before these shapes are asked (see tidy.ts), so a property is either there or not.
export * from './gateways.ts'
export * from './machines.ts'
export * from './network.ts'
