import { regionOf } from '../network.ts'
import { serviceEnd } from '../outside-end.ts'
import { whereabouts } from '../whereabouts.ts'
import { knownServices } from '../aws-ranges.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { AwsService } from '../records.ts'
import { checkAwsService } from './checks.ts'

export const awsService = defineKind({
  name: 'aws-service',
  title: 'AWS service',
  description: 'A service of AWS with public addresses, such as S3 or SQS, as something to reach.',
  category: 'outside',
  palette: 2,
  placement: {
    in: ['canvas', 'region'],
    shape: 'card',
    why: 'An AWS service is outside your VPCs; an endpoint brings a way to it inside.',
    size: { width: 176, height: 44 },
  },
  fields: {
    service: {
      type: 'text',
      label: 'Service',
      help: 'The short name of the service: s3, dynamodb, sqs, sns, ssm, secretsmanager, kms, logs …',
      default: 's3',
      mono: true,
    },
    addresses: {
      type: 'cidrs',
      label: 'Addresses',
      help: 'Empty means the service’s prefix list, or a range that stands in for it.',
      family: 'any',
    },
  },
  version: 1,
  migrations: [],
  create({ view, parent, newId, newName }) {
    const shown = new Set(
      (view.of('aws-service') as readonly AwsService[]).map((other) => other.fields.service),
    )
    const service = knownServices.find((known) => !shown.has(known.value))?.value ?? 's3'
    const id = newId('aws-service')
    const region = parent?.kind === 'region' ? parent.id : null
    const fields = { service, addresses: [] }
    return { resources: [make<AwsService>('aws-service', id, newName(service), region, fields)], main: id }
  },
  checks: checkAwsService,
  end(resource, view) {
    const service = resource as AwsService
    const { addresses, service: name } = service.fields
    const unknown = addresses.length > 0 ? null : whereabouts(view, name, regionOf(view, service)?.id ?? null)
    return { ...serviceEnd(service, view), ...(unknown ? { whereabouts: unknown } : {}) }
  },
})
