// The examples that come with the page, by file name. The files in public/examples are written from these.
import type { Design } from '../../design/design.ts'
import { broken } from './broken.ts'
import { peering } from './peering.ts'
import { publicServer } from './public-server.ts'
import { threeTier } from './three-tier.ts'

export interface Example {
  /** The file's name without `.json`. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly design: () => Design
}

export const examples: readonly Example[] = [
  {
    name: 'three-tier',
    title: 'Two zones, three tiers',
    description:
      'Public subnets with NAT gateways and a bastion, private subnets for the application, isolated ones for data.',
    design: threeTier,
  },
  {
    name: 'public-server',
    title: 'A public server',
    description: 'The least that serves the internet: one subnet, one gateway, one server.',
    design: publicServer,
  },
  {
    name: 'peering',
    title: 'Two VPCs, peered',
    description: 'Private addresses on both sides, and endpoints instead of a way to the internet.',
    design: peering,
  },
  {
    name: 'broken',
    title: 'Three faults to find',
    description: 'This instance should reach the internet and does not. Ask, read why, mend it.',
    design: broken,
  },
]
