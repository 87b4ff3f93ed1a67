import { entryOfEgressOnly, lowerEgressOnly, offersOfEgressOnly } from './lower.ts'
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { EgressOnlyInternetGateway } from '../records.ts'
import { checkEgressOnlyInternetGateway } from './checks.ts'

const why = 'An egress-only internet gateway attaches to a VPC, on its border.'

export const egressOnlyInternetGateway = defineKind({
  name: 'egress-only-internet-gateway',
  title: 'Egress-only gateway',
  description: 'Lets IPv6 connections out to the internet and none in.',
  category: 'gateways',
  palette: 3,
  awsPrefix: 'eigw-',
  placement: { in: ['vpc', 'region'], shape: 'border-top', most: 1, why, size: { width: 168, height: 44 } },
  fields: {},
  version: 1,
  migrations: [],
  create({ view, parent, newId, newName }) {
    if (parent?.kind !== 'vpc' && parent?.kind !== 'region') return { refused: say`${why}` }
    const other =
      parent.kind === 'vpc' ? view.children(parent.id, 'egress-only-internet-gateway')[0] : undefined
    if (other)
      return {
        refused: say`A VPC has one egress-only internet gateway, and ${ref(parent.id)} already has ${ref(other.id)}.`,
      }
    const id = newId('egress-only-internet-gateway')
    const name = newName(parent.kind === 'vpc' ? `eigw-${parent.name}` : 'eigw')
    const made = make<EgressOnlyInternetGateway>('egress-only-internet-gateway', id, name, parent.id, {})
    return { resources: [made], main: id }
  },
  checks: checkEgressOnlyInternetGateway,
  lower: (resource, lowering) => lowerEgressOnly(resource as EgressOnlyInternetGateway, lowering),
  entry: (resource, from, view) => entryOfEgressOnly(resource as EgressOnlyInternetGateway, from, view),
  offers: (resource, subnet, view) => offersOfEgressOnly(resource as EgressOnlyInternetGateway, subnet, view),
})
