import { stateField } from '../rule-fields.ts'
import type { InterfaceEndpoint } from '../records.ts'
import { interfaceEnd } from '../interface-end.ts'
import { stages } from '../stage-ids.ts'
import { lowerInterfaceEndpoint } from './lower.ts'
import { defineKind } from '../kind.ts'
import { checkInterfaceEndpoint } from './checks.ts'
import { followInterfaceEndpoint } from './follow.ts'
import { createInterfaceEndpoint, needsVpc } from './create.ts'

export const interfaceEndpoint = defineKind({
  name: 'interface-endpoint',
  title: 'Interface endpoint',
  description: 'A way to an AWS service by private addresses inside the VPC (PrivateLink).',
  category: 'gateways',
  palette: 5,
  awsIcon: 'AmazonVPCEndpoints',
  awsPrefix: 'vpce-',
  placement: { in: ['vpc'], shape: 'border-bottom', why: needsVpc, size: { width: 160, height: 44 } },
  fields: {
    service: {
      type: 'text',
      label: 'Service',
      help: 'The short name of the service: ssm, ssmmessages, sqs, sns, secretsmanager, kms, logs, ecr.api …',
      default: 'ssm',
      mono: true,
    },
    subnets: {
      type: 'references',
      label: 'Subnets',
      help: 'It has a network interface in each, one a zone. The other subnets of the VPC may use it too.',
      kinds: ['subnet'],
    },
    securityGroups: {
      type: 'references',
      label: 'Security groups',
      help: 'They must let the clients in on the service’s port, 443 for AWS services.',
      kinds: ['security-group'],
      most: 5,
    },
    privateDns: {
      type: 'boolean',
      label: 'Private DNS name',
      help: 'The service’s usual name then leads to the endpoint for everything in the VPC.',
      default: true,
    },
    state: stateField(
      { value: 'pendingAcceptance', label: 'Waiting to be accepted' },
      { value: 'rejected', label: 'Rejected' },
    ),
  },
  version: 1,
  migrations: [],
  create: createInterfaceEndpoint,
  follow: (resource, field, context) =>
    followInterfaceEndpoint(resource as InterfaceEndpoint, field, context),
  checks: checkInterfaceEndpoint,
  lower: (resource, lowering) => lowerInterfaceEndpoint(resource as InterfaceEndpoint, lowering),
  receives: (endpoint) => stages.interfaceEndpoint(endpoint.id),
  end: (resource, view) => interfaceEnd(resource, view),
})
