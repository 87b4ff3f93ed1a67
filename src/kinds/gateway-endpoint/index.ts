import { stateField } from '../rule-fields.ts'
import type { GatewayEndpoint } from '../records.ts'
import { entryOfGatewayEndpoint, lowerGatewayEndpoint, offersOfGatewayEndpoint } from './lower.ts'
import { defineKind } from '../kind.ts'
import { checkGatewayEndpoint } from './checks.ts'
import { createGatewayEndpoint, needsVpc } from './create.ts'

export const gatewayEndpoint = defineKind({
  name: 'gateway-endpoint',
  title: 'Gateway endpoint',
  description: 'A way from a VPC to S3 or DynamoDB that needs no internet; it works by routes.',
  category: 'gateways',
  palette: 4,
  awsIcon: 'AmazonVPCEndpoints',
  awsPrefix: 'vpce-',
  placement: { in: ['vpc'], shape: 'border-bottom', why: needsVpc, size: { width: 160, height: 44 } },
  fields: {
    service: {
      type: 'choice',
      label: 'Service',
      default: 's3',
      options: [
        { value: 's3', label: 'S3' },
        { value: 'dynamodb', label: 'DynamoDB' },
      ],
    },
    routeTables: {
      type: 'references',
      label: 'Route tables',
      help: 'Each gets a route for the service’s addresses. Only subnets that use these tables go through the endpoint.',
      kinds: ['route-table'],
    },
    state: stateField(),
  },
  version: 1,
  migrations: [],
  create: createGatewayEndpoint,
  checks: checkGatewayEndpoint,
  lower: (resource, lowering) => lowerGatewayEndpoint(resource as GatewayEndpoint, lowering),
  entry: (resource, from, view) => entryOfGatewayEndpoint(resource as GatewayEndpoint, from, view),
  offers: (resource, subnet, view) => offersOfGatewayEndpoint(resource as GatewayEndpoint, subnet, view),
})
