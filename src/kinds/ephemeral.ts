// The ranges that operating systems and services take source ports from; docs/aws-rules.md 6.6.
import type { PortRange } from '../net/ports.ts'

const ephemeralRanges: Readonly<Record<string, PortRange>> = {
  linux: { first: 32768, last: 60999 },
  'amazon-linux': { first: 32768, last: 61000 },
  windows: { first: 49152, last: 65535 },
  'windows-2003': { first: 1025, last: 5000 },
  // NAT gateways, load balancers, Lambda.
  all: { first: 1024, last: 65535 },
}

export const ephemeralRange = (name: string | undefined): PortRange =>
  ephemeralRanges[name ?? 'linux'] ?? ephemeralRanges['linux']!
