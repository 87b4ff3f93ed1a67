import { internetGatewayFixes } from './fixes.ts'
import { entryOfInternetGateway, lowerInternetGateway, offersOfInternetGateway } from './lower.ts'
import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import { internetGatewayOf } from '../network.ts'
import type { Internet, InternetGateway } from '../records.ts'
import { checkInternetGateway } from './checks.ts'

const why = 'An internet gateway attaches to a VPC, on its border.'

export const internetGateway = defineKind({
  name: 'internet-gateway',
  title: 'Internet gateway',
  description: 'Joins a VPC to the internet, both ways, for resources that have a public address.',
  category: 'gateways',
  palette: 1,
  awsIcon: 'AmazonVPCInternetGateway',
  awsPrefix: 'igw-',
  // Straight in a Region it is detached: made, but joined to no VPC.
  placement: { in: ['vpc', 'region'], shape: 'border-top', most: 1, why, size: { width: 160, height: 44 } },
  fields: {},
  version: 1,
  migrations: [],
  create({ view, parent, newId, newName }) {
    if (parent?.kind !== 'vpc' && parent?.kind !== 'region') return { refused: say`${why}` }
    const other = parent.kind === 'vpc' ? internetGatewayOf(view, parent) : undefined
    if (other)
      return {
        refused: say`A VPC has one internet gateway, and ${ref(parent.id)} already has ${ref(other.id)}.`,
      }
    const id = newId('internet-gateway')
    const name = newName(parent.kind === 'vpc' ? `igw-${parent.name}` : 'igw')
    const gateway = make<InternetGateway>('internet-gateway', id, name, parent.id, {})
    // What it leads to is drawn with the first one.
    const outside = make<Internet>('internet', newId('internet'), newName('Internet'), null, {
      addresses: [],
      ephemeral: 'linux',
    })
    return { resources: view.of('internet').length > 0 ? [gateway] : [gateway, outside], main: id }
  },
  checks: checkInternetGateway,
  lower: (resource, lowering) => lowerInternetGateway(resource as InternetGateway, lowering),
  entry: (resource, from, view) => entryOfInternetGateway(resource as InternetGateway, from, view),
  offers: (resource, subnet, view) => offersOfInternetGateway(resource as InternetGateway, subnet, view),
  fixes: internetGatewayFixes,
})
