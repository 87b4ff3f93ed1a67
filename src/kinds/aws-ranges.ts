// Public addresses that stand in for AWS services where a design does not say them.
// Assumed: AWS's real ranges change weekly and differ by Region (ip-ranges.json). One fixed range a service
// is enough to decide routes and rules; an imported account brings its real prefix lists, which come first.
import type { Resource } from '../design/resource.ts'
import type { View } from '../design/view.ts'
import type { Prefix } from '../net/prefix.ts'
import { prefixes } from './network.ts'
import type { PrefixList } from './records.ts'

/** Services that gateway endpoints serve have a prefix list each; gateway-endpoints. */
const gatewayServices: ReadonlyMap<string, readonly string[]> = new Map([
  ['s3', ['52.216.0.0/15']],
  ['dynamodb', ['52.94.0.0/22']],
])

/** Services offered by name in the editor. Others may be typed. */
export const knownServices: readonly { readonly value: string; readonly label: string }[] = [
  { value: 's3', label: 'S3' },
  { value: 'dynamodb', label: 'DynamoDB' },
  { value: 'sqs', label: 'SQS' },
  { value: 'sns', label: 'SNS' },
  { value: 'ssm', label: 'Systems Manager' },
  { value: 'ssmmessages', label: 'Session Manager messages' },
  { value: 'ec2messages', label: 'EC2 messages' },
  { value: 'ec2', label: 'EC2 API' },
  { value: 'secretsmanager', label: 'Secrets Manager' },
  { value: 'kms', label: 'KMS' },
  { value: 'logs', label: 'CloudWatch Logs' },
  { value: 'monitoring', label: 'CloudWatch metrics' },
  { value: 'sts', label: 'STS' },
  { value: 'ecr.api', label: 'ECR API' },
  { value: 'ecr.dkr', label: 'ECR images' },
  { value: 'lambda', label: 'Lambda API' },
  { value: 'execute-api', label: 'API Gateway' },
]

/** One address a service without a list, counted through 52.119.224.0/20 by its place in the table above. */
export function standInFor(service: string): readonly string[] {
  const listed = gatewayServices.get(service)
  if (listed) return listed
  const place = knownServices.findIndex((known) => known.value === service)
  return [`52.119.224.${place < 0 ? 250 : place + 10}/32`]
}

export function serviceLabel(service: string): string {
  return knownServices.find((known) => known.value === service)?.label ?? service
}

/** The AWS-managed prefix list of a service, of this Region first, else of any. */
export function prefixListOf(view: View, service: string, region: string | null): PrefixList | undefined {
  const lists = (view.of('prefix-list') as readonly PrefixList[]).filter(
    (list) => list.fields.awsService === service,
  )
  return (
    lists.find((list) => list.parent === region) ?? lists.find((list) => list.parent === null) ?? lists[0]
  )
}

/**
 * The CIDRs under which a service answers in a Region, where the design says them. Null where it does not: which
 * packets a route for them would carry is then not known.
 */
export function knownRangesOf(view: View, service: string, region: string | null): readonly string[] | null {
  const list = prefixListOf(view, service, region)
  if (!list || list.fields.cidrs.length === 0) return null
  return list.parent === region || list.parent === null ? list.fields.cidrs : null
}

/** The same, or what stands in for it: an address to send to, which says nothing of the service's other addresses. */
export function rangesOf(view: View, service: string, region: string | null): readonly string[] {
  const list = prefixListOf(view, service, region)
  return list && list.fields.cidrs.length > 0 ? list.fields.cidrs : standInFor(service)
}

/** As rangesOf, read. */
export function servicePrefixes(
  view: View,
  service: string,
  region: Resource | undefined,
): readonly Prefix[] {
  return prefixes(rangesOf(view, service, region?.id ?? null))
}
