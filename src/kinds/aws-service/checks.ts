import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import { finding, invalidCidrs } from '../finding.ts'
import type { Finding } from '../kind.ts'
import type { AwsService } from '../records.ts'

export function checkAwsService(resource: Resource): readonly Finding[] {
  const service = resource as AwsService
  const unnamed = finding(
    'aws-service/no-service',
    'error',
    service,
    say`${ref(service.id)} does not say which service it is`,
    ['Give the short name of one, such as s3.'],
  )
  return [
    ...(service.fields.service === '' ? [unnamed] : []),
    ...invalidCidrs('aws-service/invalid-cidr', service, 'addresses', service.fields.addresses),
  ]
}
